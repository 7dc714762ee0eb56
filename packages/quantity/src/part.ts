import { compare } from "./arithmetic.ts";
import { boundBefore } from "./bound.ts";
import { isChineseNumeral } from "./chinese-numeral.ts";
import { type Decimal, shift } from "./decimal.ts";
import type { NoQuantity } from "./no-quantity.ts";
import { isDigit, type Numeral, numeralAt } from "./numeral.ts";
import { type UnitPhrase, unitAt } from "./unit.ts";
import { skipSpaces } from "./width.ts";

/** A numeral and the unit behind it. */
export interface Part {
  readonly number: Extract<Numeral, { value: Decimal }>;
  readonly unit: UnitPhrase | undefined;
  readonly power: number;
  readonly end: number;
}

/** The numeral that starts here and its unit; or why it cannot be read. */
export function partAt(text: string, at: number): Part | { unreadable: NoQuantity; end: number } {
  const number = numeralAt(text, at);
  if (number?.value === undefined) {
    const end = number?.end ?? at + 1;
    return {
      unreadable: !isDigit(text, at)
        ? "text"
        : text.slice(at, at + 200).includes(".")
          ? "numbering"
          : "tooLong",
      end,
    };
  }
  const found = number.unit || number.fraction ? undefined : unitAt(text, skipSpaces(text, number.end));
  const unit = found && !(number.power > 0 && found.power > 0) ? found : undefined; // 5 万元: the power may stand there
  return { number, unit, power: number.power + (unit?.power ?? 0), end: unit?.end ?? number.end };
}

/** The base word of a part's unit; "" if none. */
export const unitOfPart = ({ number, unit }: Part): string => number.unit ?? unit?.unit ?? "";

/** The second number of a range and what power the first has then: 20-30万 is 20万 to 30万. */
export interface RangeEnd {
  readonly part: Part;
  readonly negative: boolean;
  readonly powerOfFirst: number;
}

const separator = /^\s{0,3}(?:[-–~]|[—―─]{1,2}|至|到)\s{0,3}/;

/** The second half of 3%—5%, 1-2个, 20至30万, behind its first. */
export function rangeEnd(text: string, first: Part): RangeEnd | undefined {
  const mark = separator.exec(text.slice(first.end, first.end + 8));
  if (!mark) return undefined;
  let at = first.end + mark[0].length;
  const negative = text.charAt(at) === "-";
  if (negative) at++;
  if (!isDigit(text, at) && !isChineseNumeral(text.charAt(at))) return undefined;
  const part = partAt(text, at);
  if ("unreadable" in part || part.number.fraction || part.number.max) return undefined;
  if (/^[-–~—]\d/.test(text.slice(part.end, part.end + 2))) return undefined; // 0431-8512-1234
  const unit = unitOfPart(first);
  if (unit && unit !== unitOfPart(part)) return undefined;
  const shared = !first.unit && first.power === 0 && compare(first.number.value, part.number.value) <= 0;
  return { part, negative, powerOfFirst: shared ? part.power : first.power };
}

const striving = /^[,;、\s]{0,3}(\()?(?:力争|争取|奋斗目标)(?:达到|突破|完成|实现|超过|[为至到:])?\s{0,2}/;

/** The value of "，力争6%" behind a firm one of the same unit, in the power given. */
export function stretchBehind(
  text: string,
  at: number,
  unit: string,
  power: number,
): { value: Decimal; end: number } | undefined {
  const mark = striving.exec(text.slice(at, at + 20));
  if (!mark) return undefined;
  const start = at + mark[0].length;
  if (!isDigit(text, start) && !isChineseNumeral(text.charAt(start))) return undefined;
  const part = partAt(text, start);
  if ("unreadable" in part || (unitOfPart(part) !== unit && unitOfPart(part) !== "")) return undefined;
  const end = mark[1] ? part.end + 1 : part.end;
  if (mark[1] && text.charAt(part.end) !== ")") return undefined;
  const own = unitOfPart(part) === "" && part.power === 0 ? power : part.power;
  return { value: shift(part.number.value, own - power), end };
}

/** True where a minus sign or 负 stands before the number and is no dash between two words. */
export function hasMinus(text: string, at: number, from: number): boolean {
  const mark = text.charAt(at - 1);
  if (at - 1 < from || !/[-–负]/.test(mark)) return false;
  if (mark === "负") return !/[担抱自胜肩减]/.test(text.charAt(at - 2));
  if (at - 1 === 0) return true;
  return /[\s(:,;、。≥≤<>=~≈]/.test(text.charAt(at - 2)) || boundBefore(text, at - 1, from).reach < at - 1;
}
