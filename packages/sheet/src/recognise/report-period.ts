import { remembered } from "../remembered.ts";
import type { Evidence } from "../table.ts";
import { fold } from "./heading.ts";

export interface Period {
  readonly value: string;
  readonly evidence: readonly Evidence[];
}

const chineseDigits = "〇一二三四五六七八九";
const months: Readonly<Record<string, string>> = {
  一: "1",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
  十: "10",
  十一: "11",
  十二: "12",
};

/** 2075.8万元, 2026亩, 2,019.50: amounts, of which no part is a year or a month. */
const amount =
  /(?<![\d.])[\d,]*\d(?:\.\d+)?(?:[%‰]|[万亿千百]*(?:元|亩|吨|公里|平方|公顷|立方|千瓦)|[万亿])|(?<![\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?/g;

/** The year that a text names, in digits or as 二〇二四年 (年份). */
export const yearOf = remembered((text: string): string | undefined => {
  const plain = fold(text).replace(amount, "");
  const printed = /(20\d\d)(?:年|[-./_]|$|\D)/.exec(plain)?.[1];
  if (printed) return printed;
  const written = /二[〇○零O0]([〇○零一二三四五六七八九O0]{2})年/.exec(plain)?.[1];
  return written
    ? `20${[...written].map((digit) => (/[○零O0]/.test(digit) ? 0 : chineseDigits.indexOf(digit))).join("")}`
    : undefined;
});

/** Words beside which a date is the day of printing or issue, not the period of the figures. */
const issued =
  /印发|发布|制表|填报日期|填表日期|填报时间|填表时间|报出|报送时间|报送日期|打印|编制|发文|批准|签发|日期:|联系/;
const untilDay = /截[至止]|为止|累计|更新[至到于]|统计[至到]|日止|月止|底止/;

/** 截至9月底, 更新至9月30日, 8月31日止: up to when the figures run (截止字样). */
export const saysUntil = (text: string): boolean => untilDay.test(fold(text)) && !/累计/.test(text);

/**
 * The period that a text names; a month without its year takes `year`. Up to a month (1—9月, 前三季度, 截至9月底) is that month.
 * @example periodIn("截至2016年10月25日") // "2016-10"
 */
export function periodIn(text: string, year?: string): string | undefined {
  // 2025—2027年 is a plan's term and no period of figures.
  const plain = fold(text)
    .replace(/20\d\d年?[-~至到]20\d\d年?/g, "")
    .replace(amount, "");
  const named = yearOf(plain);
  const own = named ?? year;
  if (!own) return undefined;
  const month = monthOf(plain);
  if (month) return `${own}-${month.padStart(2, "0")}`;
  if (/前三季度|1-3季度|前3季度/.test(plain)) return `${own}-09`;
  if (/上半年/.test(plain)) return `${own}-06`;
  const quarter = /第?([一二三四1-4])季度/.exec(plain)?.[1];
  if (quarter) return `${own}Q${months[quarter] ?? quarter}`;
  return named;
}

function monthOf(plain: string): string | undefined {
  const found =
    /\d{1,2}月?(?:份)?[-~至到](?:20\d\d年)?(1[0-2]|0?[1-9])月/.exec(plain)?.[1] ??
    /(?:^|\D)(1[0-2]|0?[1-9])月/.exec(plain)?.[1] ??
    /20\d\d[-./](1[0-2]|0?[1-9])(?!\d)/.exec(plain)?.[1] ??
    /(?:^|\D)20\d\d(0[1-9]|1[0-2])(?:\d\d)?(?!\d)/.exec(plain)?.[1] ??
    months[/(?:^|[^十])(十[一二]?|[一二三四五六七八九])月/.exec(plain)?.[1] ?? ""];
  return found ? `${Number(found)}` : undefined;
}

/** A whole day without 截至 is a day of issue: its year still counts. */
export const periodOfLine = (text: string, year: string | undefined): string | undefined =>
  periodOfYearAndLine(`${year ?? "    "}${text}`);

const periodOfYearAndLine = remembered((key): string | undefined => {
  const year = key.slice(0, 4).trim() || undefined;
  const plain = fold(key.slice(4));
  if (untilDay.test(plain)) return periodIn(plain, year);
  if (issued.test(plain)) return undefined;
  if (/\d{1,2}月\d{1,2}日?[-~至到](?:\d{1,2}月)?\d{1,2}日/.test(plain)) return periodIn(plain, year);
  if (/\d{1,2}月\d{1,2}日|20\d\d[-./]\d{1,2}[-./]\d{1,2}/.test(plain)) return yearOf(plain);
  return periodIn(plain, year);
});

/** The finest period that one of the texts names: a month before a bare year. */
export function finestPeriod(
  texts: readonly string[],
  year: string | undefined,
  rule: string,
): Period | undefined {
  let found: Period | undefined;
  for (const text of texts) {
    const value = periodOfLine(text, year);
    if (value && (!found || value.length > found.value.length))
      found = { value, evidence: [{ rule, saw: text.slice(0, 60) }] };
  }
  return found;
}
