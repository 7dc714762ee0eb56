import { type FoundDeadline, findDeadlines } from "@taizhang/quantity";
import type { TextMilestone } from "./plan.ts";

/**
 * The dates by which something of an item is due (时限识别). A past year, the date of a document and the beginning of an
 * eligibility (2010年4月以后) are none; 2016年 before a month of the same clause belongs to that month.
 */
export function milestonesIn(text: string, year: number | undefined): TextMilestone[] {
  const dates = findDeadlines(text, { year });
  const found: TextMilestone[] = [];
  let carried: { year: number; end: number } | undefined;
  let yearlyEnd: number | undefined;
  dates.forEach((date, index) => {
    if (carried && /[。\n]/.test(text.slice(carried.end, date.start))) carried = undefined;
    if (date.year !== undefined && (year === undefined || date.year >= year))
      carried = { year: date.year, end: date.end };
    const next = dates[index + 1];
    if (date.wholeYear && next && !next.wholeYear && leadsTo(text.slice(date.end, next.start))) return;
    if (date.wholeYear && next?.wholeYear && next.start === date.end) return; // 2024年全年
    if (!isDue(text, date, year)) return;
    // 每年2月底前报送，3月底前审核: the second one is each year's as well
    if (yearlyEnd !== undefined && /[。;\n]/.test(text.slice(yearlyEnd, date.start))) yearlyEnd = undefined;
    const isYearly =
      date.yearly ||
      (yearlyEnd !== undefined && date.year === undefined && /^\d{4}|^--\d/.test(date.value.due));
    if (date.yearly) yearlyEnd = date.end;
    const due = isYearly
      ? date.value.due.replace(/^\d{4}/, "-")
      : date.year === undefined &&
          carried &&
          date.value.due.startsWith("--") &&
          !date.value.due.startsWith("---")
        ? date.value.due.replace("-", String(carried.year))
        : carried &&
            date.year === undefined &&
            carried.year !== year &&
            !/[今明次本]/.test(text.slice(date.start, date.start + 1)) &&
            /^\d/.test(date.value.due)
          ? date.value.due.replace(/^\d{4}/, String(carried.year))
          : date.value.due;
    found.push({
      what: whatIsDue(text, date, next, dates[index - 1]),
      due,
      precision: date.value.precision,
      ...(date.sense === "start" ? { begins: true as const } : {}),
      raw: text.slice(date.start, date.end),
      start: date.start,
      end: date.end,
    });
  });
  return withoutRepeats(text, found);
}

/** Only words of intention stand between a year and its month: 2016年，力争在10月底前. */
const leadsTo = (between: string): boolean =>
  between.length <= 12 &&
  !/[。;\n\d]/.test(between) &&
  !/(?:完成|实现|建成|新增|开工|启动|达到)/.test(between);

function isDue(text: string, date: FoundDeadline, plan: number | undefined): boolean {
  if (date.sense === "after" || date.sense === "since") return false;
  const before = text.slice(Math.max(0, date.start - 40), date.start);
  const behind = text.slice(date.end, date.end + 24);
  if (/《[^》]*$/.test(before) && /^[^《]*》/.test(text.slice(date.end, date.end + 60))) return false;
  if (/^一[\u3400-\u9fff]{2}/.test(behind) && /[一终]月?$/.test(text.slice(date.start, date.end)))
    return false; // 一月一调度
  if (date.year !== undefined && plan !== undefined && date.year < plan) return false;
  if (date.year !== undefined && /前$/.test(text.slice(date.start, date.end)) && relative.test(behind))
    return false;
  if (/年终$/.test(text.slice(date.start, date.end)) && /^(?:目标)?(?:奖|考核|考评|绩效|评比)/.test(behind))
    return false; // 扣年终目标奖
  if (/有效期(?:限)?[至到为]?$/.test(before)) return false;
  if (/(?:比|较|同比|与|相比|截至|截止到?|基于|参照)$/.test(before)) return false;
  if (/^(?:的基础|以来|考入|入学新生|级|版|期间(?:统计|已)|的?(?:统计|普查|基数)|\d+号|〕|])/.test(behind))
    return false;
  if (date.value.from !== undefined && date.value.precision === "year" && spanName.test(behind)) return false;
  if (!date.wholeYear) return !/^[^,。;]{0,4}已/.test(behind);
  const words = text.slice(date.start, date.end);
  if (/^当年/.test(words)) return /^(?:底|内|完成|建成|开工|竣工|实现|启动)/.test(behind);
  if (/(?:作为|列入|纳入|是)$/.test(before) && !/^[,完建]/.test(behind)) return false;
  return !/^(?:是|的|按|要办|打算|我们|以来|重[要点大]|工作|我|政府|无休|性|龄|候|时|度?(?:考核|计划|目标(?!任务:)|总结|绩效|工作))/.test(
    behind,
  );
}

/** 2000年以前投入使用的老旧电梯: the day tells which ones. */
const relative =
  /^(?:底)?(?:建成|投入使用|投用|开工|建造|竣工|出生|参加工作|入学|登记|注册|购买|取得|退休|办理|审批|批准)[\u3400-\u9fff]{0,6}的(?!目标|要求|时间)/;

/** 2012—2015年规划 is a name. */
const spanName = /^[\u3400-\u9fff]{0,10}(?:规划|计划|方案|纲要|行动|周期|学年)/;

const opening = /^(?:[\s:,、①-⑳]|力争|争取|确保|计划|预计|拟|至|到|在|于|务必|按规定时间|应|要|须|需)+/;

/** Words that only label the date behind them. */
const named =
  /(?:(?:时间|计划|工作|实施|建设)进度|时间安排|实施时间|时间节点|时间要求|完成时限|完成时间|时限|进度安排|形象进度)$/;

/** The words of the clause around a date, with the clause before where they are too few. */
function whatIsDue(
  text: string,
  { start, end }: FoundDeadline,
  next: FoundDeadline | undefined,
  last: FoundDeadline | undefined,
): string {
  const before = text.slice(Math.max(0, start - 80), start);
  const own = before.slice(before.search(/[^。;,:\n(]*$/));
  const subject = subjectOf(own, last, start)
    .replace(/(?:力争|争取|确保|计划|预计|拟|至|到|在|于|务必|将|应|要|须|自|从)+$/, "")
    .replace(/^[年月]$/, ""); // 月6月竣工: what is left of a deleted date
  const after = text.slice(end, Math.min(end + 100, next ? Math.max(end, next.start) : text.length));
  const rest = after.replace(opening, "");
  const predicate = rest.slice(0, Math.max(0, rest.search(/[。;\n)]|,(?!\d{3})|$/))).replace(/[、及和]$/, "");
  const what = `${subject.replace(named, "")}${predicate}`.replace(opening, "").trim();
  if (what.length >= 5) return what;
  if (/\d{1,2}月|年底|年内|季度|半年/.test(before.slice(-30))) return what || text.slice(start, end);
  const clause = earlierClause(before.slice(0, before.length - own.length)).replace(named, "");
  return `${clause}${what}`.trim() || what || text.slice(start, end);
}

/** The subject before the date before in the same clause: 文化中心6月封顶、12月底前交付 is about 文化中心 both times. */
function subjectOf(words: string, last: FoundDeadline | undefined, start: number): string {
  const from = start - words.length;
  if (!last || last.start < from) return words;
  return `${words.slice(0, last.start - from)}${words.slice(last.end - from).replace(/^.*、/, "")}`;
}

/** What only says how large or how dear: 占地15亩, 总投资380万元; the words before it are kept. */
const amounts =
  /(?:其中|[总年]?(?:计划)?投[资入]|资金|经费|预算|(?:总?建筑|占地|总)?面积|占地|规模|户数|[路桥面]?宽|全?长|涉及|每|补助|配套|自筹)[^,]{0,8}\d.*$|^\d.*$/;

/** The clause before, in the sentence, that says what is built; one of mere amounts does not. */
function earlierClause(words: string): string {
  const sentence = words.replace(/[,:]\s*$/, "");
  const label = /(?:^|[。;\n])\s*(?:\(\d{1,2}\)|[①-⑳]|\d{1,2}[.、])\s*([^:。;,\n]{4,26}):[^。;\n]*$/.exec(
    sentence,
  )?.[1];
  if (label) return label;
  const clauses = sentence.slice(sentence.search(/[^。;\n(]*$/)).split(/,(?!\d{3})|:/);
  const said = clauses.map((one) => one.trim().replace(amounts, ""));
  return said.findLast((one) => one.length >= 4) ?? "";
}

const label = /(?:时限|时间|期限|节点|日期)(?:要求|安排)?\s*:\s*(?:力争|确保)?$/;

/** A deadline that a label repeats (完成时限：10月底) is said once. */
function withoutRepeats(text: string, found: readonly TextMilestone[]): TextMilestone[] {
  return found.filter((one, index) => {
    const isLabelled = ({ start }: TextMilestone) => label.test(text.slice(Math.max(0, start - 14), start));
    return (
      !isLabelled(one) ||
      !found.some((other, at) => other.due === one.due && (at < index || !isLabelled(other)))
    );
  });
}
