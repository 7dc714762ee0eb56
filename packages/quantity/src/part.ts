import { compare } from "./arithmetic.ts";
import { boundBefore } from "./bound.ts";
import { isChineseNumeral, readChinese } from "./chinese-numeral.ts";
import { type Decimal, decimal, shift } from "./decimal.ts";
import { isDigit, isIndefinite, numeralAt } from "./numeral.ts";
import type { Numeral } from "./printed-numeral.ts";
import { type UnitPhrase, unitAt } from "./unit.ts";
import type { NoQuantity } from "./why-no-quantity.ts";
import { skipSpaces } from "./width.ts";

/** A numeral and the unit behind it. */
export interface Part {
  readonly number: Extract<Numeral, { value: Decimal }>;
  readonly unit: UnitPhrase | undefined;
  readonly power: number;
  readonly end: number;
  /** The unit as a text prints it, where half of the number stands behind it: 年 of 两年半. */
  readonly unitText?: string;
}

/** The numeral that starts here and its unit; or why it cannot be read. */
export function partAt(text: string, at: number): Part | { unreadable: NoQuantity; end: number } {
  const number = numeralAt(text, at);
  if (number?.value === undefined) {
    const end = number?.end ?? at + 1;
    return {
      unreadable: !isDigit(text, at)
        ? isIndefinite(text, at)
          ? "indefinite"
          : "text"
        : text.slice(at, at + 200).includes(".")
          ? "numbering"
          : "tooLong",
      end,
    };
  }
  const found = number.unit || number.fraction ? undefined : unitAt(text, skipSpaces(text, number.end));
  const unit = found && !(number.power > 0 && found.power > 0) ? found : undefined; // 5 万元: the power may stand there
  const part = { number, unit, power: number.power + (unit?.power ?? 0), end: unit?.end ?? number.end };
  return pointsOf(text, at, part) ?? withHalf(text, part) ?? spokenPower(text, part) ?? part;
}

/** 3个亿 and 一个多亿 are 3亿 and about 1亿, as people say it. */
function spokenPower(text: string, { number, unit, power }: Part): Part | undefined {
  if (unit?.unit !== "个" || power > 0) return undefined;
  const word = /^(多)?亿(元)?/.exec(text.slice(unit.end, unit.end + 3));
  if (!word) return undefined;
  const end = unit.end + word[0].length;
  const money = word[2] ? unitAt("元", 0) : undefined;
  return {
    number: word[1] ? { ...number, approx: true } : number,
    unit: money && { ...money, end },
    power: 8,
    end,
    unitText: `亿${word[2] ?? ""}`,
  };
}

const levelChange = /(?:提高|提升|上升|回升|上调|下降|降低|回落|下调|扩大|收窄|缩小)[了约近]?$/;

/** 5个点 behind 提高 or 下降 are points of a rate; elsewhere they may be percent as well. */
function pointsOf(text: string, at: number, { number, unit, power }: Part): Part | undefined {
  if (unit?.unit !== "个" || power > 0 || !/^点(?![位上多])/.test(text.slice(unit.end, unit.end + 2)))
    return undefined;
  if (!levelChange.test(text.slice(Math.max(0, at - 4), at))) return undefined;
  const end = unit.end + 1;
  return {
    number,
    unit: { unit: "个百分点", power: 0, dimension: "points", end },
    power: 0,
    end,
    unitText: "个百分点",
  };
}

const halvedUnit = /^(?:年|小时|个小时|天|亩|公里|倍|个百分点)$/;
const month = /^半(?:月|小时|百分点)/;
const monthUnits: Readonly<Record<string, string>> = { 月: "个月", 小时: "小时", 百分点: "个百分点" };

/** The half or the tenths that stand behind a unit: 一年半, 两个半月, 八成五. */
function withHalf(text: string, part: Part): Part | undefined {
  const { number, unit } = part;
  if (!unit || unit.per || part.power > 0 || number.approx || number.max || number.value.includes("."))
    return undefined;
  const letter = text.charAt(unit.end);
  if (
    unit.unit === "成" &&
    /[一二三四五六七八九]/.test(letter) &&
    isChineseNumeral(text.charAt(unit.end - 2))
  ) {
    const tenths = readChinese(letter)?.value;
    if (tenths === undefined || isChineseNumeral(text.charAt(unit.end + 1))) return undefined;
    const end = unit.end + 1;
    return {
      ...part,
      number: { ...number, value: decimal(`${number.value}.${tenths}`) },
      end,
      unitText: "成",
    };
  }
  if (letter !== "半") return undefined;
  const half = { ...number, value: decimal(`${number.value}.5`) };
  if (halvedUnit.test(unit.unit) && !/^半[数山价径导年月载]/.test(text.slice(unit.end, unit.end + 2)))
    return { ...part, number: half, end: unit.end + 1, unitText: unit.unit };
  const word = unit.unit === "个" ? month.exec(text.slice(unit.end, unit.end + 4))?.[0] : undefined;
  const other = word === undefined ? undefined : unitAt(monthUnits[word.slice(1)] ?? "", 0);
  if (!word || !other) return undefined;
  const end = unit.end + word.length;
  return { number: half, unit: { ...other, end }, power: 0, end, unitText: other.unit };
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
