import type { Field } from "../field.ts";
import { onlyOf } from "../only-of.ts";
import { become, type Draft, numeric, share, wordy } from "./column-meaning.ts";
import { saysTargets } from "./plain-header.ts";
import { settleAims } from "./settle-aims.ts";
import { settleDates } from "./settle-dates.ts";
import { settleFigures } from "./settle-figures.ts";
import { settleAimedGrowth, settleDifferences, settleOtherRates, settleYears } from "./settle-rates.ts";
import {
  settleBudget,
  settleMoney,
  settleMonthRun,
  settleNamesakes,
  settleNouns,
  settlePayments,
  settleRest,
  settleSources,
  settleSpending,
  settleStock,
  settleVocabulary,
  settleYearPlan,
} from "./settle-rest.ts";
import {
  settleAbsolutes,
  settleDated,
  settleOffices,
  settleOwners,
  settleProgress,
  settleSituations,
} from "./settle-siblings.ts";
import {
  settleDefinition,
  settleNames,
  settleProblems,
  settleSubject,
  settleTasks,
} from "./settle-subject.ts";
import {
  settleBareSpan,
  settleEstimates,
  settleFirstSums,
  settleMonitored,
  settleNextMonths,
  settlePlanBase,
  settleSpans,
  settleSteps,
  settleWholeYears,
} from "./settle-times.ts";

const leadRank = [
  "总牵头",
  "牵头",
  "主责",
  "责任",
  "主办",
  "承办",
  "负责",
  "主管",
  "落实",
  "实施",
  "执行",
  "整改",
];

/** Settles columns against each other: one lead, 目标任务 as text beside a target, progress beside actuals. */
export function settleTogether(drafts: readonly Draft[], title: string, hasBlocks = false): void {
  settleFigures(drafts, title);
  settleDates(drafts);
  settleOwners(drafts);
  settleAbsolutes(drafts);
  settleProgress(drafts);
  settleDated(drafts);
  settleSituations(drafts);
  const leads = drafts.filter((draft) => draft.field === "lead");
  if (leads.length > 1) {
    const rank = (draft: Draft): number => {
      const text = draft.path.map((heading) => heading.name).join("");
      const found = leadRank.findIndex((word) => text.includes(word));
      return found < 0 ? leadRank.length : found;
    };
    const best = Math.min(...leads.map(rank));
    let taken: string | undefined;
    const hasOffice = leads.some((draft) => !/[科处股]室/.test(draft.path.at(-1)?.name ?? ""));
    for (const draft of leads) {
      if (hasOffice && /[科处股]室/.test(draft.path.at(-1)?.name ?? "")) {
        become(draft, "other", 0.8, "besideLead");
        continue;
      }
      const name = draft.path.map((heading) => heading.name).join("");
      if (rank(draft) === best && (taken === undefined || taken === name)) taken = name;
      else become(draft, "support", 0.85, "besideLead");
    }
  }
  settleIds(drafts);
  settleIndicators(drafts);
  settleTasks(drafts);
  settleNames(drafts);
  settleProblems(drafts);
  settleDefinition(drafts);
  settleSubject(drafts, hasBlocks);
  settleOffices(drafts);
  settleNouns(drafts);
  settleNamesakes(drafts);
  settleMonthRun(drafts);
  settleBareSpan(drafts, title);
  settleSpans(drafts);
  settleFirstSums(drafts);
  settleWholeYears(drafts);
  settleEstimates(drafts);
  settlePlanBase(drafts);
  settleMonitored(drafts, title);
  settleSteps(drafts);
  settleNextMonths(drafts);
  settleMonths(drafts, title);
  settleWordyNodes(drafts);
  settleLastNode(drafts);
  settleRates(drafts);
  settleBudget(drafts);
  settleActual(drafts);
  settleVocabulary(drafts);
  settleMoney(drafts);
  settleYearPlan(drafts);
  settleSources(drafts);
  settleSpending(drafts);
  settlePayments(drafts);
  settleYears(drafts, saysTargets(title));
  settleAims(drafts, title);
  settleStock(drafts);
  settleRest(drafts);
  settleOtherRates(drafts);
  settleDifferences(drafts);
  if (!hasBlocks) settleAimedGrowth(drafts);
  const has = (field: Field): boolean => drafts.some((draft) => draft.field === field);
  const nodes = drafts.filter((draft) => draft.field === "node");
  const year = nodes.find((draft) => draft.path.at(-1)?.name === "全年");
  if (year && !has("target")) become(year, "target", 0.75, "onlyWholeYear");
  const targets = drafts.filter((draft) => draft.field === "target");
  const textTargets = targets.filter((draft) => wordy(draft.data));
  // 重点目标 without a figure beside 目标要求值 with figures names what is aimed at.
  const nameless = onlyOf(textTargets.filter(({ data }) => data.samples.every((text) => !/\d/.test(text))));
  const wordyTarget = targets.find((draft) => share(draft.data.longTexts, draft.data) >= 0.5);
  if (textTargets.length < targets.length && (has("task") || has("indicator")))
    for (const draft of textTargets) become(draft, "definition", 0.85, "besideTarget");
  else if (!has("task") && !has("indicator") && !has("division") && nameless && targets.length > 1)
    become(nameless, "indicator", 0.75, "dataTexts");
  else if (!has("task") && !has("indicator") && wordyTarget && !has("division"))
    become(wordyTarget, "task", 0.8, "dataTexts");
  const tasks = drafts.filter((draft) => draft.field === "task");
  if (tasks.length === 0 && has("program") && !has("indicator") && !has("division")) {
    const last = drafts.findLast((draft) => draft.field === "program");
    if (last && drafts.filter((draft) => draft.field === "program").length > 1)
      become(last, "task", 0.7, "lastOfGroups");
  }
}

/** One id: the 台账编号 before a 督办编号 or 项目编号. A hidden 行标识 stays one beside it. */
function settleIds(drafts: readonly Draft[]): void {
  const ids = drafts.filter(({ field, path }) => field === "id" && path.at(-1)?.name !== "行标识");
  const best = ids.find(({ path }) => path.at(-1)?.name.includes("台账")) ?? ids[0];
  for (const draft of ids) if (draft !== best) become(draft, "other", 0.7, "besideId");
}

const proven: ReadonlySet<string> = new Set(["measureAbove", "figures", "twinBlock"]);

/** 进度 in percent is the rate of a count, but the actual of an indicator that is itself a rate: 失业率, 目标 4.5%, 进度 3.9%. */
function settleRates(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.field !== "completion" || draft.heading.field === "completion") continue;
    if (draft.evidence.some(({ rule }) => proven.has(rule))) continue;
    const { group } = draft.heading;
    const block = drafts.filter((other) => other !== draft && other.heading.group === group);
    if (group !== undefined && block.some(({ field }) => field === "actualCumulative")) continue;
    const rates = block.some(({ field, data }) => field === "target" && share(data.percents, data) >= 0.5);
    const named =
      group !== undefined &&
      (/[率比重]$/.test(group) || draft.path.slice(0, -1).some(({ unit }) => unit === "%"));
    if (rates || named || block.some(({ field }) => field === "completion"))
      become(draft, "actualCumulative", 0.85, "rateIndicator");
  }
}

/** 1月, 2月, 3月 in a table of targets without 完成 are the nodes of the target, not what was done. */
function settleMonths(drafts: readonly Draft[], title: string): void {
  if (!/目标|计划|分解|任务书/.test(title) || /完成|进展|进度|通报/.test(title)) return;
  const bare = drafts.filter(
    ({ field, path }) => field === "actualPeriod" && /^X(?:月|季度)$/.test(path.at(-1)?.name ?? ""),
  );
  const done = drafts.some((draft) => draft.field.startsWith("actual") && !bare.includes(draft));
  if (bare.length < 2 || done) return;
  if (!/分解|下达|分月|月度|逐月|分季|季度/.test(title) && !reachesYearEnd(bare)) return;
  for (const draft of bare)
    if (!draft.path.some(({ name }) => /完成|实际/.test(name)))
      become(draft, "node", 0.8, "titleSaysTargets");
}

/** 3月底 | 6月底 | 9月底 | 12月底 over what is to be done by then, in words, beside a column of progress (文字节点). */
function settleWordyNodes(drafts: readonly Draft[]): void {
  const days = drafts.filter(
    ({ field, path, data, evidence }) =>
      field === "progress" &&
      evidence.at(-1)?.rule === "dataTexts" &&
      /^至?X月$/.test(path.at(-1)?.name ?? "") &&
      data.filled > 0,
  );
  if (
    days.length < 2 ||
    !reachesYearEnd(days) ||
    !drafts.some(({ field }) => field === "task" || field === "target")
  )
    return;
  if (days.some(({ path }) => path.some(({ name }) => /完成|进展|实际/.test(name)))) return;
  for (const draft of days) become(draft, "node", 0.75, "monthEnds");
}

/** 推进计划 over 一季度, 上半年, 三季度 and 全年, beside 工作目标: the last of the steps, and no second target (全年节点). */
function settleLastNode(drafts: readonly Draft[]): void {
  const [first, second, more] = drafts.filter(({ field }) => field === "target");
  if (!first || !second || more) return;
  const steps = drafts.filter(({ field, path }) => field === "node" && path.length > 1);
  const last = [first, second].find(
    (draft) =>
      /^(?:全年|年底|年末)$/.test(draft.path.at(-1)?.name ?? "") &&
      steps.filter(({ path }) => path.at(-2)?.shown === draft.path.at(-2)?.shown).length > 1,
  );
  if (last) become(last, "node", 0.8, "oneOfRun");
}

/**
 * A target is broken down to the year's end. Where the months stop before it, or the last ones are still blank, they
 * hold what was done.
 */
const reachesYearEnd = (months: readonly Draft[]): boolean => {
  const last = months.findLast(({ data }) => data.filled > 0);
  const node = last?.path.findLast((heading) => heading.node)?.node;
  return node === "M12" || node === "Q4";
};

const lastYears: ReadonlySet<Field> = new Set<Field>(["actualLastYear", "yearOnYear"]);
const doneNow: ReadonlySet<Field> = new Set<Field>(["actualCumulative", "actualPeriod", "investmentActual"]);

/** Between a target and its rate stands the actual, whatever it is called: 年计划, 出栏（万头）, 完成计划%. */
function settleActual(drafts: readonly Draft[]): void {
  if (drafts.some(({ field }) => doneNow.has(field))) return;
  const rate = drafts.findIndex(({ field }) => field === "completion");
  // 到位资金 | 上年同期 | 增减%, 到位资金 | 其中：外资: last year's figures and its parts may stand between it and the rate.
  const isPart = ({ path }: Draft) => path.some(({ name }) => name.startsWith("其中"));
  const draft = drafts
    .slice(0, Math.max(rate, 0))
    .findLast((one) => !lastYears.has(one.field) && !isPart(one));
  if (!draft || !numeric(draft.data)) return;
  // 到位资金 between 目标 and 完成率 is what came in, not a source of funds.
  const money = draft.field === "funding" && drafts.filter(({ field }) => field === "funding").length === 1;
  if (!money && (draft.heading.field !== undefined || draft.field !== "other")) return;
  if (!drafts.slice(0, rate).some(({ field }) => field === "target")) return;
  become(draft, "actualCumulative", 0.6, "betweenTargetAndRate");
  // The small figures of a part are no numbering.
  for (const part of drafts.slice(drafts.indexOf(draft), rate))
    if (isPart(part) && part.field === "seq") become(part, "other", 0.6, "betweenTargetAndRate");
}

/** One indicator column: of 一级, 二级, 三级指标 the last; a label merged beside all rows is none. */
function settleIndicators(drafts: readonly Draft[]): void {
  const levels = drafts.filter(
    (draft) => draft.field === "program" && /^[一二三]级[指目]标$/.test(draft.path.at(-1)?.name ?? ""),
  );
  const indicators = drafts.filter((draft) => draft.field === "indicator");
  const last = levels.at(-1);
  if (indicators.length === 0 && last && levels.length > 1) become(last, "indicator", 0.9, "lastLevel");
  const best = indicators.reduce<Draft | undefined>(
    (one, draft) => (one && one.data.distinct > draft.data.distinct ? one : draft),
    undefined,
  );
  for (const draft of indicators) {
    if (draft === best) continue;
    become(
      draft,
      draft.data.distinct > 1 &&
        (draft.index < (best?.index ?? 0) || draft.data.distinct <= (best?.data.distinct ?? 0) * 0.7)
        ? "program"
        : "other",
      0.6,
      "besideIndicator",
    );
  }
}
