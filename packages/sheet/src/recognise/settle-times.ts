import type { Field } from "../field.ts";
import { become, type Draft, leafOf, numeric, wordy } from "./column-meaning.ts";

const nodeOf = (draft: Draft): number => Number(/^M(\d+)$/.exec(leafOf(draft)?.node ?? "")?.[1] ?? 0);

/** 1—7月 | 8月 | 1—8月: beside the month and the sum up to it, the sum up to the month before is last month's (上月累计). */
export function settleSpans(drafts: readonly Draft[]): void {
  const sums = drafts.filter((draft) => draft.field === "actualCumulative" && nodeOf(draft) > 0);
  const months = drafts.filter((draft) => draft.field === "actualPeriod" && nodeOf(draft) > 0).map(nodeOf);
  const [first, second] = sums.sort((one, other) => nodeOf(one) - nodeOf(other));
  if (!first || !second || sums.length !== 2 || months.length !== 1) return;
  if (nodeOf(first) === nodeOf(second) - 1 && months[0] === nodeOf(second))
    become(first, "actualLastCumulative", 0.85, "sumBeforeMonth");
}

/**
 * 2026年前三季度 alone between target and rate, or in a table that tells how far one came: what was done in that time, and no
 * node, of which there would be several (唯一时段).
 */
export function settleBareSpan(drafts: readonly Draft[], title: string): void {
  const [node, another] = drafts.filter(({ field }) => field === "node");
  if (!node || another || !bareSpan.test(leafOf(node)?.name ?? "") || !numeric(node.data)) return;
  const newest = Math.max(...drafts.flatMap(yearsOf));
  const isNow = (draft: Draft) =>
    /^actual(?!LastYear)/.test(draft.field) && !yearsOf(draft).some((year) => year < newest);
  if (drafts.some(isNow)) return;
  const before = drafts.some(({ field, index }) => field === "target" && index < node.index);
  const isRated = drafts[drafts.indexOf(node) + 1]?.field === "completion";
  // Where the rows tell of their progress in words, the figure may be what was due.
  const told =
    /(?:完成|进展|执行)情况|进度|通报/.test(title) && !drafts.some(({ field }) => field === "progress");
  if (before && node.path.length === 1 && (isRated || told))
    become(node, "actualCumulative", 0.75, "onlySpan");
}

/**
 * 2025年目标 | 2020年 | 2024年: of a plan over years, the one year that lies further back than the year before the figures is
 * where it began (规划基年).
 */
export function settlePlanBase(drafts: readonly Draft[]): void {
  if (drafts.some(({ field }) => field === "baseline")) return;
  const figures = drafts.filter((draft) => numeric(draft.data) && isYear(draft));
  const [first, second] = figures.map((draft) => yearsOf(draft)[0] ?? 0).sort((one, other) => one - other);
  const target = Math.max(...drafts.filter(({ field }) => field === "target").flatMap(yearsOf));
  if (!first || !second || figures.length !== 2 || first >= second - 1 || target <= second) return;
  const base = figures.find((draft) => yearsOf(draft).includes(first));
  if (base) become(base, "baseline", 0.7, "planBase");
}

/**
 * 2030年目标 | 2020年基数 | 2024年 | 2025年 under a title that tells what was reached: bare years between base and aim are what
 * was reached in them, the last of them for now (监测年份).
 */
export function settleMonitored(drafts: readonly Draft[], title: string): void {
  if (
    !/监测|评估|达标|执行|完成|进展|实现/.test(title) ||
    drafts.some(({ field }) => field.startsWith("actual"))
  )
    return;
  const targets = drafts.filter(({ field }) => field === "target");
  const aim = Math.max(...targets.flatMap(yearsOf));
  const base = drafts.find(({ field }) => field === "baseline");
  const since = base && yearsOf(base)[0];
  const years = drafts.filter(
    (draft) => draft.field === "other" && /^X年$/.test(leafOf(draft)?.name ?? "") && numeric(draft.data),
  );
  const yearOf = (draft: Draft): number => yearsOf(draft).at(-1) ?? 0;
  if (
    since === undefined ||
    years.length === 0 ||
    !years.every((one) => yearOf(one) > since && yearOf(one) < aim)
  )
    return;
  const last = Math.max(...years.map(yearOf));
  for (const draft of years)
    if (yearOf(draft) === last) become(draft, "actualCumulative", 0.6, "yearReached");
    else if (yearOf(draft) === last - 1) become(draft, "actualLastYear", 0.6, "yearReached");
}

const isYear = (draft: Draft): boolean =>
  draft.field !== "target" && /^X年(?:实际|实绩|完成|实际值|完成值|值|数)?$/.test(leafOf(draft)?.name ?? "");

const bareSpan = /^(?:上半年|前三季度)$/;
const estimated = /预计|预估|预测/;
const notAmount = /[率比%]$|增|排|位次|时间|日期|目标|计划/;

/**
 * 2025年 over 预计完成 beside 2026年计划: before the year is over, what it will have reached by estimate is what the plan of the
 * next starts from (上年预计数作基数).
 */
export function settleEstimates(drafts: readonly Draft[]): void {
  const targets = drafts.filter(({ field }) => field === "target");
  if (targets.length === 0 || drafts.some(({ field }) => field === "baseline")) return;
  const newest = Math.max(...targets.flatMap(yearsOf));
  const found = drafts.filter(
    (draft) =>
      estimated.test(leafOf(draft)?.name ?? "") &&
      !notAmount.test(leafOf(draft)?.name ?? "") &&
      (yearsOf(draft).includes(newest - 1) ||
        /上年|去年/.test(draft.path.map(({ name }) => name).join("/"))) &&
      !draft.evidence.some(({ rule }) => rule === "corrected") &&
      numeric(draft.data),
  );
  const [estimate] = found;
  if (estimate && found.length === 1) become(estimate, "baseline", 0.75, "estimateOfLastYear");
}

const none: readonly number[] = [];
const yearsOf = ({ path }: Draft): readonly number[] =>
  path.some(({ year }) => year !== undefined) ? path.flatMap(({ year }) => year ?? []) : none;

const wholeYear = /^(?:上年|去年)度?(?:全年)?(?:实际|实绩|完成)?(?:完成)?(?:数|值|额|实绩|情况)?$/;
const namedYear = /^X年(?:实际|实绩|完成)(?:完成)?(?:数|值|额|情况)?$/;
const partOfYear = /^(?:M(?:[1-9]|1[01])|Q[13]|H1)$/;

/**
 * 上年实绩 beside 1—9月: a whole year against nine months is no 同期 but what the year started from (上年基数). Beside figures of
 * a whole year it stays last year's.
 */
export function settleWholeYears(drafts: readonly Draft[]): void {
  const groups = new Set(drafts.map(({ heading }) => heading.group));
  if (groups.size === 1) settleWholeYear(drafts);
  // Each block of a cross-tab has its own last year.
  else for (const group of groups) settleWholeYear(drafts.filter(({ heading }) => heading.group === group));
}

function settleWholeYear(drafts: readonly Draft[]): void {
  const hasLast = drafts.some(({ field }) => field === "actualLastYear");
  let newest: number | undefined;
  const isNamed = (draft: Draft): boolean => {
    if (!namedYear.test(nameInYear(draft))) return false;
    // The newest year is asked for only where a column may be last year's.
    newest ??= Math.max(...drafts.flatMap(yearsOf));
    return yearsOf(draft).at(-1) === newest - 1;
  };
  const last = drafts.filter((draft) => {
    if (draft.field === "actualLastYear") return wholeYear.test(leafOf(draft)?.name ?? "") || isNamed(draft);
    return (!hasLast || draft.field === "actualCumulative") && isNamed(draft);
  });
  if (last.length !== 1 || drafts.some(({ field }) => field === "baseline")) return;
  const actuals = drafts.filter((draft) => draft.field === "actualCumulative" && !last.includes(draft));
  const partial = actuals.length > 0 && actuals.every(({ path }) => partOfYear.test(lastNode(path) ?? ""));
  for (const draft of last) if (partial) become(draft, "baseline", 0.8, "wholeYearBesidePart");
}

/** 完成 below 2025年 says as much as 2025年完成 in one cell. */
const nameInYear = ({ path }: Draft): string => `${path.at(-2)?.name ?? ""}${path.at(-1)?.name ?? ""}`;

const lastNode = (path: Draft["path"]): string | undefined =>
  path.findLast(({ node }) => node !== undefined)?.node;

/**
 * 一季度 | 上半年 | 前三季度, each over 目标 and 完成: the first of running sums is one as well, though a quarter alone would be a
 * time by itself (一季度作累计).
 */
export function settleFirstSums(drafts: readonly Draft[]): void {
  const first = drafts.filter((draft) => draft.field === "actualPeriod" && quarterOf(draft) === "Q1");
  const [only] = first;
  if (!only || first.length > 1) return;
  const sums = new Set(drafts.filter(({ field }) => field === "actualCumulative").map(quarterOf));
  const aims = new Set(drafts.filter(({ field }) => field === "node").map(quarterOf));
  const isRunning = [...sums].some((one) => one === "H1" || one === "Q3");
  if (isRunning && aims.has("Q1")) become(only, "actualCumulative", 0.85, "firstOfSums");
}

/** The quarter up to which a column runs: H1, Q3, where 二季度 and 三季度 alone stand for themselves. */
function quarterOf({ path }: Draft): string | undefined {
  const at = path.findLast(({ node }) => node !== undefined);
  return at && /^(?:X年)?(?:X季度|一季度|上半年|前.季度|前X季度)/.test(at.name) ? at.node : undefined;
}

/** 5月计划 | 5月完成情况 | 6月计划 in words: what comes after what was done (次月计划). */
export function settleNextMonths(drafts: readonly Draft[]): void {
  if (drafts.some(({ field }) => field === "nextStep")) return;
  const told = drafts.filter(({ field, data }) => field === "progress" && wordy(data)).map(nodeOf);
  const month = Math.max(0, ...told);
  if (month === 0) return;
  const next = drafts.filter(
    (draft) => draft.field === "node" && wordy(draft.data) && nodeOf(draft) === (month % 12) + 1,
  );
  const [only] = next;
  if (only && next.length === 1 && /计划|安排|打算/.test(leafOf(only)?.name ?? ""))
    become(only, "nextStep", 0.75, "monthAfter");
}

const plan = /^(?:本|当)(?:日|周|旬|月|期|季度?)(?:工作)?(?:计划|安排|打算|计划安排|重点)$/;

/** 上周进展 | 本周计划 in words: what comes next, and no target of the week (下步安排). */
export function settleSteps(drafts: readonly Draft[]): void {
  const has = (field: Field): boolean => drafts.some((draft) => draft.field === field);
  if (!has("progress") || has("nextStep")) return;
  for (const draft of drafts)
    if (["other", "node"].includes(draft.field) && plan.test(leafOf(draft)?.name ?? "") && wordy(draft.data))
      become(draft, "nextStep", 0.75, "besideProgress");
}
