import { arabicDates, daysInMonth, dayText, isDay, monthEnd } from "./calendar.ts";
import { vagueWord } from "./vague.ts";
import { halfWidth } from "./width.ts";

/** How exactly a date is meant (精度). */
export type Precision = "day" | "month" | "quarter" | "half" | "year";

/** A deadline: the last day that keeps it (完成时限). */
export interface Deadline {
  /** "2016-06-30"; "--06-30" where no year is known; "---25" for each month's 25th, "---31" for each month's end. */
  readonly due: string;
  readonly precision: Precision;
  /** True where the text names a beginning: 10月份起. */
  readonly start?: true;
  /** The first day of a stretch: 3月 of 3月-12月, in the form of `due`. */
  readonly from?: string;
  /** 1 for 明年 while the plan's year is not known: the year of `due` is that much later. */
  readonly yearsLater?: number;
  readonly vague?: undefined;
}

/** A deadline without a date, by the word that says so (模糊时限). */
export interface VagueDeadline {
  readonly vague: string;
  readonly due?: undefined;
}

interface Options {
  /** The plan's year, where the text states none. */
  readonly year?: number | undefined;
}

/**
 * The deadline that a text states, or the word that leaves it open, or undefined where nothing can be read
 * (时限解析). 6月底 is the month's end, 7月前 the end of June, 年内 the year's last day; a year only if stated or given.
 * @example parseDeadline("10月底前", { year: 2016 }) // { due: "2016-10-31", precision: "month" }
 */
export function parseDeadline(text: string, { year }: Options = {}): Deadline | VagueDeadline | undefined {
  if (text.length > 300) return undefined;
  const plain = arabicDates(
    halfWidth(text)
      .replace(/\s+/g, "")
      .replace(/([\d年月日度底末初旬])[–—―─~至到]+(?=\d|年底|年末|[上下]半年|[明次今当]年)/g, "$1-"),
  );
  const found = stretch(plain, year) ?? single(plain, year);
  if (found) return found.deadline;
  const vague = vagueWord(halfWidth(text));
  return vague === undefined ? undefined : { vague };
}

/** The deadline as a day of the year given, where it states none (补上年份). @example dueInYear({ due: "--02-28", precision: "month" }, 2016) // "2016-02-29" */
export function dueInYear({ due, precision, yearsLater = 0 }: Deadline, year: number): string | undefined {
  if (/^\d/.test(due)) return due;
  if (due.startsWith("---")) return undefined;
  const [month = 0, day = 0] = due.slice(2).split("-").map(Number);
  const of = year + yearsLater;
  return month === 2 && precision !== "day"
    ? monthEnd(of, 2)
    : isDay(of, month, day)
      ? dayText(of, month, day)
      : undefined;
}

interface Match {
  readonly deadline: Deadline;
  /** What stands behind the date. */
  readonly rest: string;
}

/** Words that may stand before a date; anything else, as the 月 of "月6月竣工", makes the date unsafe. */
const leading =
  /^(?:[★◆*([（]|[于在至到]|截止?至?|截止到|力争|争取|确保|计划|预计|拟|原则上|最迟|须|应|完成时限|时限|完成时间|时间|[:,;])*(?:年(?=\d{1,2}月))?/;

function single(text: string, year: number | undefined): Match | undefined {
  const start = leading.exec(text)?.[0].length ?? 0;
  return dateAt(text.slice(start), year);
}

/** 3月-12月, 2016年3月-2017年6月, 11-12月. */
function stretch(text: string, year: number | undefined): Match | undefined {
  const plain = text
    .slice(leading.exec(text)?.[0].length ?? 0)
    .replace(/^((?:\d{4}年)?\d{1,2})-(?=\d{1,2}月)/, "$1月-");
  const first = dateAt(plain, year);
  if (!first?.rest.startsWith("-")) return undefined;
  const stated = /^\d{4}/.exec(first.deadline.due)?.[0];
  const last = dateAt(first.rest.slice(1), stated ? Number(stated) : year);
  if (!last) return undefined;
  const from =
    first.deadline.precision === "day" ? first.deadline.due : first.deadline.due.replace(/\d\d$/, "01");
  return { deadline: { ...last.deadline, from }, rest: last.rest };
}

const stated = "(?:(?<year>(?:19|20)\\d\\d)年?度?|(?<this>今年|本年度?|当年)|(?<next>明年|次年|下一?年)|)";
/** Says that a form beginning with `stated` really names a year: 年中 and no 中央, 年初 and no 初步. */
const some = "(?=年|[今本当明次下]|(?:19|20)\\d\\d)";
const before = "(?<before>(?:之|以)?前)?";

/** Each form of a date and what it is due, the longest first. */
const forms: readonly (readonly [
  RegExp,
  (parts: Parts, year: number | undefined) => Deadline | undefined,
])[] = [
  [
    /^(?<first>(?:19|20)\d\d)年?[-~](?<year>(?:19|20)\d\d)年/,
    ({ first }, year) => ({ due: dayText(year, 12, 31), precision: "year", from: `${first}-01-01` }),
  ],
  [/^(?<year>(?:19|20)\d\d)([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d)/, dayOf],
  [/^(?<year>(?:19|20)\d\d)(?<month>[01]\d)(?<day>[0-3]\d)(?!\d)/, dayOf],
  [new RegExp(`^${stated}(?<month>\\d{1,2})月份?(?<day>\\d{1,2})[日号]`), dayOf],
  [/^(?<month>\d{1,2})[/.](?<day>\d{1,2})(?=$|[日号前之以完起止,;])/, dayOf],
  [
    /^每个?月的?(?<day>\d{1,2})[日号]/,
    ({ day = "" }) =>
      isDay(undefined, 1, Number(day)) ? { due: `---${day.padStart(2, "0")}`, precision: "day" } : undefined,
  ],
  [/^每个?月(?:月?底|月?末)/, () => ({ due: "---31", precision: "day" })],
  [new RegExp(`^${stated}(?<month>\\d{1,2})月份?(?<part>[上中下]旬|月?底|月?末|初)?${before}`), monthOf],
  [new RegExp(`^(?<year>(?:19|20)\\d\\d)[-/.](?<month>\\d{1,2})(?!\\d)${before}`), monthOf],
  [new RegExp(`^${stated}前(?<quarter>[二两三23])个?季度`), quarterOf],
  [
    new RegExp(`^${stated}(?:第?(?<quarter>[一二三四1-4])个?季度|Q(?<digit>[1-4]))(?:末|底|内)?${before}`),
    quarterOf,
  ],
  [
    new RegExp(`^${stated}(?<half>[上下])半年(?:末|底|内)?`),
    ({ half }, year) => ({ due: monthEnd(year, half === "上" ? 6 : 12), precision: "half" }),
  ],
  [new RegExp(`^${some}${stated}年?中(?!旬)`), (_, year) => ({ due: monthEnd(year, 6), precision: "half" })],
  [
    new RegExp(`^${stated}年?(?<season>[春秋])(?:季学期(?:开学)?|季开学|学期|季)${before}`),
    ({ season, before: earlier }, year) =>
      earlier
        ? { due: monthEnd(year, season === "春" ? 2 : 8), precision: "month" }
        : season === "春"
          ? { due: monthEnd(year, 6), precision: "half" }
          : { due: monthEnd(year, 9), precision: "quarter" },
  ],
  [new RegExp(`^${some}${stated}年?初`), (_, year) => ({ due: monthEnd(year, 3), precision: "quarter" })],
  [
    /^(?:到|至)?["“]?(?<plan>十一|十二|十三|十四|十五)五["”]?(?:规划)?(?:时?期)?[末内间]?/,
    ({ plan = "" }) => ({
      due: `${2005 + 5 * "一二三四五".indexOf(plan.charAt(1)) + 5}-12-31`,
      precision: "year",
    }),
  ],
  [
    /^(?<years>[一两二三四五\d])年(?:之|以)?内/,
    ({ years = "" }, year) =>
      year === undefined
        ? undefined
        : {
            due: dayText(
              year + ("一二三四五".indexOf(years.replace("两", "二")) + 1 || Number(years)) - 1,
              12,
              31,
            ),
            precision: "year",
          },
  ],
  [
    /^(?<year>(?:19|20)\d\d)年?(?:之|以)?前/,
    (_, year) => ({ due: dayText((year ?? 1) - 1, 12, 31), precision: "year" }),
  ],
  [
    new RegExp(
      `^(?:${some}${stated}年?(?:之?内|底|末|终|全年)|全年|(?<year2>(?:19|20)\\d\\d)(?:年度?|$)|今年|本年度?|当年|明年|次年)`,
    ),
    (_, year) => ({ due: dayText(year, 12, 31), precision: "year" }),
  ],
];

type Parts = Readonly<Record<string, string | undefined>>;

function dateAt(text: string, given: number | undefined): Match | undefined {
  for (const [form, due] of forms) {
    const match = form.exec(text);
    if (!match || match[0] === "") continue;
    const parts: Parts = match.groups ?? {};
    const later = parts.next !== undefined || /^[明次]年/.test(match[0]) ? 1 : 0;
    const own = parts.year ?? parts.year2;
    const year = own === undefined ? (given === undefined ? undefined : given + later) : Number(own);
    const found = due(parts, year);
    if (!found) return undefined;
    const rest = text.slice(match[0].length);
    const start = /^(?:起|开始|之?后)/.test(rest) ? { start: true as const } : {};
    const yearsLater = later > 0 && given === undefined && own === undefined ? { yearsLater: later } : {};
    return {
      deadline: { ...found, ...start, ...yearsLater },
      rest: rest.replace(/^(?:之?前|以前|底前)/, ""),
    };
  }
  return undefined;
}

function dayOf({ month, day }: Parts, year: number | undefined): Deadline | undefined {
  const [m, d] = [Number(month), Number(day)];
  return isDay(year, m, d) ? { due: dayText(year, m, d), precision: "day" } : undefined;
}

/** 6月底 and 6月 are the month's end, 7月前 the end of June, 6月中旬 the 20th. */
function monthOf(
  { month, part = "", before: earlier }: Parts,
  year: number | undefined,
): Deadline | undefined {
  const m = Number(month);
  if (m < 1 || m > 12) return undefined;
  const precision = "month";
  if (earlier && part === "")
    return m === 1
      ? {
          due: monthEnd(year === undefined ? undefined : year - 1, 12),
          precision,
          ...(year === undefined ? { yearsLater: -1 } : {}),
        }
      : { due: monthEnd(year, m - 1), precision };
  const day = part === "中旬" ? 20 : part === "上旬" || part === "初" ? 10 : daysInMonth(year ?? 1, m);
  return { due: dayText(year, m, day), precision };
}

function quarterOf({ quarter, digit, before: earlier }: Parts, year: number | undefined): Deadline {
  const named = digit ?? quarter?.replace("两", "二") ?? "";
  const number = ("一二三四".indexOf(named) + 1 || Number(named)) - (earlier ? 1 : 0);
  return number === 0
    ? { due: monthEnd(year === undefined ? undefined : year - 1, 12), precision: "quarter" }
    : { due: monthEnd(year, number * 3), precision: "quarter" };
}
