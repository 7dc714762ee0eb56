import { type Deadline, parseDeadline } from "./deadline.ts";
import { halfWidth } from "./width.ts";

/** A date in a running text (文中时限). */
export interface FoundDeadline {
  readonly start: number;
  readonly end: number;
  readonly value: Deadline;
  /** The year that the words state, or the later year of 明年; none where they leave it to the plan. */
  readonly year?: number;
  /** True where only a year is named: 2016年, 今年, 全年. */
  readonly wholeYear?: true;
  /** True for 每年2月底前, whose `due` has no year. */
  readonly yearly?: true;
  /** "after" for 2010年4月以后, "start" for 10月份起, "since" for 自2014年. */
  readonly sense?: "after" | "start" | "since";
}

const gap = "[ \\u3000]{0,2}";
const year = `(?:(?:19|20)\\d\\d${gap}年度?|[二][〇零○０O0][〇零○一二三四五六七八九]{2}年|今年|本年度?|当年|明年|次年|下一?年)`;
const month = "(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])";
const monthPart = `(?:份?(?:[上中下]旬|月?[底末低]|初)|份?${gap}(?:[0-3]?\\d|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|份)?`;
const months = `${month}${gap}月(?!票|薪|租|均|度|报|饼|嫂|子|龄|供|供应|调度)${monthPart}`;
const quarter = "第?[一二三四1-4]个?季度[末底]?|前[二两三23]个?季度|[上下]半年[末底]?";
const to = "[-–—―~至到]{1,2}";

/** What may stand for a date, the longer forms first. */
const candidate = new RegExp(
  [
    `每个?月(?:的|${gap})?(?:[0-3]?\\d[日号]|月?[底末])`,
    `每年${gap}(?:${months})`,
    `(?:19|20)\\d\\d[-./](?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\\d|0?[1-9])(?!\\d)`,
    `${year}${gap}${month}${to}${months}`,
    `(?:${year}${gap})?${months}${to}(?:${year}${gap})?${months}`,
    `${month}${to}${months}`,
    `(?:${year}${gap}的?|年)?${months}`,
    `(?:${year})?(?:${quarter})`,
    `(?:19|20)\\d\\d年[春秋]季(?:学期|开学)?`,
    `(?:${year}年?|年年?)[底末终中初](?!级|层)`,
    `(?:19|20)\\d\\d[-./](?:1[0-2]|0?[1-9])(?![-./\\d]|[^\\S\\n]*[个万亿%])`,
    `(?:19|20)\\d\\d年?${to}(?:19|20)\\d\\d年`,
    `(?:十一|十二|十三|十四|十五)五["”]?(?:规划)?(?:时?期)?[末内]`,
    `[一两二三四五][年](?:之|以)?内`,
    `(?:${year}|年)(?:之|以)?内|${year}|全年|[秋春]季学?期?(?:开学)?(?=前|初)|[1-3]年内`,
  ].join("|"),
  "g",
);
const behind =
  /^(?:(?:之|以)?前|底前)?(?:(?<after>(?:之|以)后|后(?![续期备勤面补])|以来|来(?=[,，]))|(?<start>起|开始))?/;
const wholeYears = new RegExp(`^(?:${year}|全年)$`);
const since = /(?:自|从|自从)$/;

/**
 * The dates of a running text in order, each with its place, in time linear in the text (查找时限). Words such as 汛期前
 * are none, and neither are the years of document numbers.
 * @example findDeadlines("6月开工,年底前建成").map(({ value }) => value.due) // ["--06-30", "--12-31"]
 */
export function findDeadlines(
  text: string,
  { year: plan }: { year?: number | undefined } = {},
): FoundDeadline[] {
  const plain = halfWidth(text);
  const found: FoundDeadline[] = [];
  for (const match of plain.matchAll(candidate)) {
    const start = match.index;
    const before = plain.charAt(start - 1);
    if (/[\d.[〔【-]/.test(before) && !/^[今明全每年]/.test(match[0])) continue;
    if (/^[一二三四五六七八九十]/.test(match[0]) && /[一二三四五六七八九十第百千零]/.test(before)) continue;
    if (
      match[0].startsWith("年") &&
      /[\d每多半整学两历近]/.test(before) &&
      !/^年(?:年?[底末初中终]|\d)/.test(match[0])
    )
      continue;
    const yearly = match[0].startsWith("每年");
    const tail = behind.exec(plain.slice(start + match[0].length, start + match[0].length + 6));
    const end = start + match[0].length + (tail?.[0].length ?? 0);
    const value = parseDeadline(
      plain
        .slice(start, end)
        .replace(/^年(?=年)/, "")
        .replace(/^每年/, "")
        .replace("月低", "月底"),
      { year: yearly ? undefined : plan },
    );
    if (value?.due === undefined) continue;
    const stated = /(?:19|20)\d\d/.exec(match[0])?.[0];
    const wholeYear = wholeYears.test(match[0]) && !tail?.[0].includes("前");
    const from = since.test(plain.slice(Math.max(0, start - 2), start));
    const sense = tail?.groups?.after ? "after" : tail?.groups?.start ? "start" : from ? "since" : undefined;
    found.push({
      start,
      end,
      value,
      ...(stated || (/^(?:明|次|下)/.test(match[0]) && plan !== undefined)
        ? { year: Number(value.due.slice(0, 4)) }
        : {}),
      ...(wholeYear ? { wholeYear: true as const } : {}),
      ...(yearly ? { yearly: true as const } : {}),
      ...(sense ? { sense } : {}),
    });
  }
  return found;
}
