import { type Bound, boundBefore, boundBehind, joinBounds } from "./bound.ts";
import { type Decimal, negate, shift } from "./decimal.ts";
import { reasonAgainst } from "./no-quantity.ts";
import { hasMinus, partAt, rangeEnd, stretchBehind, unitOfPart } from "./part.ts";
import { perBefore } from "./per.ts";
import type { NoQuantity } from "./why-no-quantity.ts";

/** An amount with its unit and how it binds, as printed: 8.7亿元 is 8.7, 元 and 8 (量值). */
export interface Quantity {
  readonly value: Decimal;
  /** The upper end of a range; below `value` where the text has them the wrong way round. */
  readonly valueMax?: Decimal;
  /** The base word: 元, 人, %, 个百分点, 平方米; "" if none. */
  readonly unit: string;
  /** 4 for 万, 8 for 亿: the amount is value × 10^power. */
  readonly power: number;
  readonly bound: Bound;
  /** The value of 力争 beside the firm one, in the same power. */
  readonly stretch?: Decimal;
  /** 人·年 for 每人每年. */
  readonly per?: string;
  /** False where only 力争 stands. */
  readonly firm?: false;
  /** "up" for 增长13%, "down" for 下降2个百分点. */
  readonly change?: "up" | "down";
  /** 三分之二: numerator and denominator, because `value` is rounded. */
  readonly fraction?: readonly [Decimal, Decimal];
  /** Digits printed after the point where zeros at the end were printed: 2 for 5.00. */
  readonly printedPlaces?: number;
  /** The unit with its power word as printed: 万㎡. */
  readonly unitText: string;
  /** The words that were read. */
  readonly raw: string;
}

/** A quantity in a text with its place, or the reason why the number there is none. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** Where the first word before the number begins, even one that says nothing (达到, 为). */
  readonly reach: number;
  readonly quantity?: Omit<Quantity, "raw">;
  readonly reason?: NoQuantity;
}

/** The amount in units of the base word: 8.7亿 multiplied out (实际数额). @example amountOf({ value: decimal("8.7"), power: 8 }) // "870000000" */
export const amountOf = ({ value, power }: { readonly value: Decimal; readonly power: number }): Decimal =>
  shift(value, power);

/** The quantity whose numeral begins at `at` of half-width text, with the words around it back to `from`. */
export function quantityAt(text: string, at: number, from: number): Found {
  const first = partAt(text, at);
  if ("unreadable" in first) return { start: at, reach: at, end: first.end, reason: first.unreadable };
  const negative = hasMinus(text, at, from);
  const signed = negative || (at > from && text.charAt(at - 1) === "+") ? at - 1 : at;
  const { before, per } = wordsBefore(text, signed, from);

  const second = before.says.from ? undefined : rangeEnd(text, first);
  const last = second?.part ?? first;
  const other = reasonAgainst(text, { at, first, last, range: second !== undefined });
  if (other) return { start: signed, reach: before.reach, ...other };

  const powerOfFirst = second?.powerOfFirst ?? first.power;
  const power = Math.min(powerOfFirst, last.power);
  const low = shift(first.number.value, powerOfFirst - power);
  const high = second ? shift(last.number.value, last.power - power) : first.number.max;
  const value = negative ? negate(low) : low;
  const valueMax = second?.negative && high ? negate(high) : high;
  const behind = boundBehind(text, last.end);
  const end = behind?.end ?? last.end;
  const bound: Bound =
    valueMax !== undefined ? "range" : joinBounds(before.says, behind?.bound, first.number.approx === true);
  const unit = unitOfPart(last);
  const stretch = stretchBehind(text, end, unit, power);
  const { fraction, printedPlaces } = last.number;
  const perWords = last.unit?.per ?? per;
  return {
    start: before.start,
    reach: before.reach,
    end: stretch?.end ?? end,
    quantity: {
      value,
      ...(valueMax === undefined ? {} : { valueMax }),
      unit,
      power,
      bound,
      ...(stretch ? { stretch: stretch.value } : {}),
      ...(perWords ? { per: perWords } : {}),
      ...(before.says.firm === false ? { firm: false as const } : {}),
      ...(before.says.change ? { change: before.says.change } : {}),
      ...(fraction ? { fraction } : {}),
      ...(printedPlaces === undefined || second ? {} : { printedPlaces }),
      unitText:
        last.unitText ??
        last.number.unit ??
        text.slice(last.number.tail, last.end).replace(/^[余多几来\s]+/, ""),
    },
  };
}

/** The words before a number; 每人每年 may stand among them. */
function wordsBefore(text: string, at: number, from: number) {
  if (/^过半/.test(text.slice(at - 1, at + 1)) && at > from && !/[超通经]/.test(text.charAt(at - 2)))
    return { before: { says: { bound: "gt" as const }, start: at - 1, reach: at - 1 } };
  const near = boundBefore(text, at, from);
  const each = perBefore(text, near.reach, from);
  if (!each) return { before: near };
  const far = boundBefore(text, each.start, from);
  return {
    before: { says: { ...far.says, ...near.says }, start: far.start, reach: far.reach },
    per: each.per,
  };
}
