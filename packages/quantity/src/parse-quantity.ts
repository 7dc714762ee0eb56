import { perInClause } from "./per-clause.ts";
import { type Found, type Quantity, quantityAt } from "./quantity.ts";
import type { NoQuantity } from "./why-no-quantity.ts";
import { halfWidth } from "./width.ts";

/** The quantity of a text, or the reason why it has none. */
export type QuantityResult =
  | { readonly value: Quantity; readonly reason?: undefined }
  | { readonly value?: undefined; readonly reason: NoQuantity };

/** Texts that are decided as a whole, in this order. `text` is half-width and trimmed. */
const whole: readonly (readonly [NoQuantity, RegExp])[] = [
  ["notApplicable", /^(?:[-–—―─/\\]+|不涉及|不适用|无此项|N\/A)$/i],
  ["pending", /^(?:待|未)(?:上级|市|省|区|县)?(?:下达|分解|明确|确定|定)/],
  ["indefinite", /^(?:约|近)?(?:好几|几|数|上|成)[十百千万亿]/],
  ["bracketed", /^\([-+]?[\d,.一二三四五六七八九十]+\)$/],
  ["date", /^(?:19|20)\d\d(?:[-/]\d{1,2}|[-/.]\d{1,2}[-/.]\d{1,2}|年.{0,12})$/],
  ["time", /^\d{1,2}:[0-5]\d(?::[0-5]\d)?$/],
  ["telephone", /^(?:\+?86-?)?(?:1[3-9]\d{9}|0\d{2,3}[- ]?\d{7,8}(?:-\d+)?|[48]00-?\d{3}-?\d{4})$/],
  ["telephone", /^(?:1[12]\d|12\d{3}|9\d{4}|100\d\d)(?:急救|报警|热线|电话|平台|指挥|客服|服务)/],
  ["code", /^(?:0\d+|\d{16,}|\d{17}[Xx]|\d{6}-\d+)$/],
  ["lookalike", /^(?=.*\d)[\dOolI|,.]*[OolI|][\dOolI|,.]*$/],
];

/**
 * The quantity that a cell or a fragment of a header is as a whole, or the reason why it is none (量值解析).
 * Offsets do not matter here; for prose use `findQuantities`.
 * @example parseQuantity("不低于95%").value // { value: "95", unit: "%", power: 0, bound: "ge", … }
 */
export function parseQuantity(text: string): QuantityResult {
  if (text.length > 4_000) return { reason: text.trim() === "" ? "empty" : "tooLong" };
  const plain = halfWidth(text);
  const trimmed = plain
    .trim()
    .replace(/[。;,、.]$/, "")
    .trimEnd();
  if (trimmed === "") return { reason: "empty" };
  const decided = whole.find(([, pattern]) => pattern.test(trimmed));
  if (decided) return { reason: decided[0] };
  const at = nextNumeral(trimmed, 0);
  if (at < 0) return { reason: "text" };
  const found = quantityAt(trimmed, at, 0);
  if (found.quantity && found.reach === 0 && found.end === trimmed.length) {
    const start = plain.indexOf(trimmed);
    return { value: { ...found.quantity, raw: text.slice(start, start + trimmed.length) } };
  }
  if (found.reason) return { reason: found.reason };
  return { reason: nextNumeral(trimmed, found.end) >= 0 ? "several" : "text" };
}

/** Where a numeral may begin: a digit, a Chinese digit or 十, or 百分之; 一次性 is a word. */
const numeral = /[\d〇零○一壹二贰两兩三叁四肆五伍六陆七柒八捌九玖十拾廿卅半]|[百千]分之|对半|(?<=翻)[倍番]/g;

/** Where the next numeral may begin, or -1. */
function nextNumeral(text: string, from: number): number {
  numeral.lastIndex = from;
  for (let match = numeral.exec(text); match; match = numeral.exec(text))
    if (match[0] !== "一" || !text.startsWith("一次性", match.index)) return match.index;
  return -1;
}

/** What the clause around an amount counts it per, where its own words do not say. */
function withPer<T extends Omit<Quantity, "raw">>(
  text: string,
  start: number,
  quantity: T,
  last: FoundQuantity | undefined,
): T {
  const per =
    quantity.per ?? perInClause(text, start, quantity.unit) ?? perOfResult(text, start, quantity, last);
  return per ? { ...quantity, per } : quantity;
}

const reaching = /^[,，]\s*(?:达到|达|增至|提高到|升至|降至)$/;

/** 每人每月增加5元，达到75元: what the change is counted per, its result is as well. */
const perOfResult = (
  text: string,
  start: number,
  { unit }: Pick<Quantity, "unit">,
  last: FoundQuantity | undefined,
): string | undefined =>
  last?.value.per &&
  last.value.unit === unit &&
  start - last.end < 8 &&
  reaching.test(text.slice(last.end, start))
    ? last.value.per
    : undefined;

/** A quantity within a text; offsets are in UTF-16 units, the end is excluded. */
export interface FoundQuantity {
  readonly start: number;
  readonly end: number;
  readonly value: Quantity;
}

/**
 * The quantities of a running text in order, each with its place, in time linear in the text (查找量值). A number
 * with neither unit, power nor bound is left out unless `bare` is set.
 * @example findQuantities("新增就业5000人以上").map(({ value }) => value.raw) // ["5000人以上"]
 */
export function findQuantities(text: string, { bare = false }: { bare?: boolean } = {}): FoundQuantity[] {
  const plain = halfWidth(text);
  const list: FoundQuantity[] = [];
  let from = 0;
  for (let at = nextNumeral(plain, 0); at >= 0; at = nextNumeral(plain, from)) {
    const { start, end, quantity }: Found = quantityAt(plain, at, from);
    from = Math.max(end, at + 1);
    if (
      quantity &&
      (bare || quantity.unit || quantity.power > 0 || quantity.fraction || quantity.bound !== "eq")
    )
      list.push({
        start,
        end,
        value: { ...withPer(plain, start, quantity, list.at(-1)), raw: text.slice(start, end) },
      });
  }
  return list;
}
