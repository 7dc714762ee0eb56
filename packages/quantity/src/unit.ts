import { big, unscale } from "./arithmetic.ts";
import { type Decimal, placesOf, shift } from "./decimal.ts";
import { divide } from "./rounding.ts";
import { powerWord, powerWordAt, type UnitEntry, unitWordAt } from "./unit-table.ts";
import { halfWidth } from "./width.ts";

/** A unit of measure as read: base word, power of ten, and what it is counted per (计量单位). */
export interface Unit {
  /** The base word in the table's spelling: 元, 平方米, %; "" where only a power stands (万). */
  readonly unit: string;
  /** 4 for 万元. */
  readonly power: number;
  /** What it measures; units of one dimension convert. A counted thing is a dimension of its own. */
  readonly dimension: string;
  /** 人·月 for 元/人·月 (每人每月). */
  readonly per?: string;
}

/** A unit found in a text, and where it ends. */
export interface UnitPhrase extends Unit {
  readonly end: number;
}

/**
 * The unit that a text names as a whole, or undefined (计量单位). Brackets around it and 单位： before it may stand.
 * @example unitOf("万元") // { unit: "元", power: 4, dimension: "money" }
 */
export function unitOf(text: string): Unit | undefined {
  if (text.length > 40) return undefined;
  const bare = halfWidth(text)
    .replace(/\s+/g, "")
    .replace(/^\((.*)\)$/, "$1")
    .replace(/^(?:计量)?单位:?/, "");
  const found = unitAt(bare, 0);
  if (!found || found.end !== bare.length) return undefined;
  const { end: _, ...unit } = found;
  return unit;
}

/** The unit as one text, in the table's spelling (单位文本). @example unitText({ unit: "元", power: 4 }) // "万元" */
export const unitText = ({ unit, power, per }: { unit: string; power: number; per?: string }): string =>
  `${powerWord(power) ?? ""}${unit}${per ? `/${per}` : ""}`;

/** True where two unit texts measure the same thing and may be converted (同量纲). @example sameDimension("万人", "人") // true */
export function sameDimension(a: string, b: string): boolean {
  const [x, y] = [unitOf(a), unitOf(b)];
  return x !== undefined && y !== undefined && x.dimension === y.dimension && x.per === y.per;
}

/**
 * The amount in another unit, exactly; undefined where the units differ in dimension or the result is no finite
 * decimal (换算). 亩 to 公顷 is 1/15: for display use `convertRounded`. The domain page §2.
 * @example convert(decimal("2"), "万元", "元") // "20000"
 */
export function convert(value: Decimal, from: string, to: string): Decimal | undefined {
  const factor = factorOf(from, to);
  if (!factor) return undefined;
  const places = placesOf(value);
  const top = big(value, places) * factor.top;
  const common = gcd(top < 0n ? -top : top, factor.bottom) || 1n;
  let rest = factor.bottom / common;
  let more = 0;
  while (rest % 10n === 0n) {
    rest /= 10n;
    more++;
  }
  for (const prime of [2n, 5n])
    while (rest % prime === 0n) {
      rest /= prime;
      more++;
    }
  if (rest !== 1n) return undefined;
  return shift(unscale((top * 10n ** BigInt(more)) / factor.bottom, places + more), factor.power);
}

/**
 * The amount in another unit, rounded half away from zero: for display only, never for sums (换算显示).
 * @example convertRounded(decimal("100"), "亩", "公顷", 2) // "6.67"
 */
export function convertRounded(
  value: Decimal,
  from: string,
  to: string,
  places: number,
): Decimal | undefined {
  const factor = factorOf(from, to);
  if (!factor) return undefined;
  const own = placesOf(value);
  const top = shift(unscale(big(value, own) * factor.top, own), factor.power);
  return divide(top, unscale(factor.bottom, 0), places);
}

/**
 * True for a unit of whole things (计数单位): half a person is a mistake, though 1.5万人 is none and an average may be.
 * @example isCountUnit("人") // true
 */
export function isCountUnit(unit: string): boolean {
  const found = unitWordAt(unit, 0);
  return found !== undefined && found.end === unit.length && found.entry.counts;
}

/** The unit that starts here: power word, unit word, and what it is per. */
export function unitAt(text: string, at: number): UnitPhrase | undefined {
  const power = powerWordAt(text, at);
  const word = unitWordAt(text, power?.end ?? at);
  if (!word) return power && { unit: "", power: power.power, dimension: "", end: power.end };
  const { unit, dimension } = word.entry;
  const per = perAt(text, word.end);
  const found = { unit, power: power?.power ?? 0, dimension, end: per?.end ?? word.end };
  return per ? { ...found, per: per.per } : found;
}

/** What a unit is counted per, where "/" or 每 begins it: /人·月, /人/年, 每人每年. */
function perAt(text: string, at: number): { per: string; end: number } | undefined {
  const parts: string[] = [];
  let end = at;
  while (parts.length < 3) {
    const mark = text.charAt(end);
    if (mark !== "/" && mark !== "每" && !(mark === "·" && parts.length > 0)) break;
    const next = perWordEnd(text, end + 1);
    if (next === undefined) break;
    parts.push(text.slice(end + 1, next));
    end = next;
  }
  return parts.length > 0 ? { per: perText(parts), end } : undefined;
}

/** The words of a per in one order, the time last: 每年每户 and 每户每年 are both 户·年. */
export function perText(parts: readonly string[]): string {
  const isTime = (part: string) => /^(?:学?年|学期|季度?|月|日|天|周|小时|次)$/.test(part);
  return [...parts.filter((part) => !isTime(part)), ...parts.filter(isTime)].join("·");
}

/** Words that stand after 每 or "/" and are no units themselves, longest first. */
const perWords =
  "家庭 学年 学期 学生 社区 床位 托位 乡镇 街道 学校 季度 月 日 季 生 村 校 车 孩 站 餐 县 乡 镇 店 企 人口".split(
    " ",
  );

/** Where the word after 每 or "/" ends: 人, 年, 千人, 生, 学年. */
export function perWordEnd(text: string, at: number): number | undefined {
  const other = perWords.find((word) => text.startsWith(word, at));
  if (other) return at + other.length;
  const start = powerWordAt(text, at)?.end ?? at;
  const end = unitWordAt(text, start)?.end;
  return end !== undefined && text.startsWith("人口", end - 1) ? end + 1 : end;
}

/** The exact factor between two unit texts: top/bottom × 10^power. */
function factorOf(from: string, to: string): { top: bigint; bottom: bigint; power: number } | undefined {
  const [x, y] = [unitOf(from), unitOf(to)];
  if (!x || !y || x.dimension !== y.dimension || x.per !== y.per) return undefined;
  const one: Pick<UnitEntry, "top" | "bottom"> = { top: 1n, bottom: 1n };
  const a = unitWordAt(x.unit, 0)?.entry ?? one;
  const b = unitWordAt(y.unit, 0)?.entry ?? one;
  return { top: a.top * b.bottom, bottom: a.bottom * b.top, power: x.power - y.power };
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
