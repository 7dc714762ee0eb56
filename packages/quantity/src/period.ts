import { arabicDates, isDay } from "./calendar.ts";
import { halfWidth } from "./width.ts";

const year = "(?:(?<year>(?:19|20)\\d\\d)年?度?|(?<this>今年|本年度?|当年)|)";
const quarters: Readonly<Record<string, string>> = { 一: "1", 二: "2", 三: "3", 四: "4" };

/** The forms of a period, the most telling first; all without spaces. */
const forms = [
  `${year}(?<from>1[0-2]|0?[1-9])月?[-–—~至到](?<month>1[0-2]|0?[1-9])月份?`, // 1-10月
  `${year}(?<month>1[0-2]|0?[1-9])月份?(?:(?<day>[0-3]?\\d)日)?`,
  "(?<year>(?:19|20)\\d\\d)[-/.](?<month>1[0-2]|0?[1-9])(?:[-/.](?<day>[0-3]?\\d))?(?![\\d])",
  "(?<year>(?:19|20)\\d\\d)(?<month>1[0-2]|0[1-9])(?![\\d])",
  `${year}(?:第?(?<quarter>[一二三四1-4])季度|Q(?<quarterDigit>[1-4])|前(?<first>[二两三23])(?:个)?季度)`,
  `${year}(?<half>上半年|下半年|全年)`,
  "(?<year>(?:19|20)\\d\\d)(?:年度?|全年)?(?![\\d])",
].map((source) => new RegExp(source));

/**
 * The report period that a text names as a whole: a month, a quarter or a year (报告期). A cumulative 1-10月 is
 * October, 上半年 the second quarter. Without a year, stated or given, there is none.
 * @example parsePeriod("截至2016年10月25日") // "2016-10"
 */
export function parsePeriod(
  text: string,
  { year: given }: { year?: number | undefined } = {},
): string | undefined {
  if (text.length > 60) return undefined;
  const plain = compact(text).replace(
    /^(?:报告期|统计期|期别|时间|填报时间|填报日期|日期)?:?(?:截至|截止到?|至)?/,
    "",
  );
  for (const form of forms) {
    const match = form.exec(plain);
    if (match?.index === 0 && /^(?:\)|底|末|止|累计|完成情况|,)?$/.test(plain.slice(match[0].length)))
      return periodOf(match.groups ?? {}, given);
  }
  return undefined;
}

/**
 * The first report period that a title or a file name mentions, with a stated year before one without (报告期).
 * @example findPeriod("南关区2016年10月民生计划进展情况表") // "2016-10"
 */
export function findPeriod(
  text: string,
  { year: given }: { year?: number | undefined } = {},
): string | undefined {
  const plain = compact(text.slice(0, 300));
  const search = (list: readonly RegExp[], base: number | undefined) => {
    for (const form of list) {
      const period = periodOf(form.exec(plain)?.groups ?? {}, base);
      if (period !== undefined) return period;
    }
    return undefined;
  };
  const stated = search(forms, undefined);
  if (stated !== undefined && stated.length > 4) return stated;
  // A year alone says less than a month beside it: 2016年民生计划（10月）
  return search(forms.slice(0, -1), stated === undefined ? given : Number(stated)) ?? stated;
}

const compact = (text: string): string => arabicDates(halfWidth(text).replace(/\s+/g, ""));

function periodOf(
  parts: Readonly<Record<string, string | undefined>>,
  given: number | undefined,
): string | undefined {
  const of = parts.year ?? given;
  if (of === undefined) return undefined;
  if (parts.month) {
    if (parts.day && !isDay(Number(of), Number(parts.month), Number(parts.day))) return undefined;
    return `${of}-${parts.month.padStart(2, "0")}`;
  }
  const quarter = parts.quarter ?? parts.quarterDigit ?? parts.first;
  if (quarter) return `${of}Q${quarter === "两" ? "2" : (quarters[quarter] ?? quarter)}`;
  if (parts.half === "上半年") return `${of}Q2`;
  if (parts.half === "下半年") return `${of}Q4`;
  return parts.half || parts.year ? `${of}` : undefined;
}
