import type { Field } from "../field.ts";
import { become, type Draft, leafName, leafOf, numeric, parentOf, wordy } from "./column-meaning.ts";
import { fieldOfParts, fieldOfWord } from "./header-words.ts";
import type { Heading } from "./heading.ts";
import { measures } from "./measure-words.ts";

/** 建设单位 is who builds; where nobody else is named, it is also who answers for the row (建设单位作牵头). */
export function settleOwners(drafts: readonly Draft[]): void {
  if (drafts.some(({ field }) => field === "lead" || field === "reporter" || field === "division")) return;
  const builder = drafts.find(
    (draft) => draft.field === "support" && /^(?:建设|项目|业主)单位$|^项目业主$/.test(leafName(draft)),
  );
  if (builder && drafts.filter(({ field }) => field === "support").length === 1)
    become(builder, "lead", 0.7, "onlyOrg");
}

/** 科室 at the left of a table in which nobody else answers for the rows (科室作牵头). */
export function settleOffices(drafts: readonly Draft[]): void {
  if (drafts.some(({ field }) => field === "lead" || field === "division" || field === "support")) return;
  const offices = drafts.filter(
    (draft) =>
      draft.field === "other" &&
      /^(?:各|具体)?[科处股]室(?:名称)?$/.test(leafName(draft)) &&
      wordy(draft.data),
  );
  const [office] = offices;
  if (office && offices.length === 1) become(office, "lead", 0.7, "onlyOrg");
}

const absolute = /^(?:绝对值|绝对数|绝对额|绝对量|总量|数值|数量|数额|额度|总额|金额|数|值)$/;
const growth = /^(?:同比)?(?:增长|增速|增幅|增减)(?:率|幅度|速度)?$/;

/** 绝对值 and 增长（%） under one 预期目标 or 完成情况: the amount is the target or the actual, the other its growth (总量与增速). */
export function settleAbsolutes(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const parent = parentOf(draft);
    if (!parent || !absolute.test(leafName(draft)) || !numeric(draft.data)) continue;
    const beside = drafts.find(
      (other) => parentOf(other)?.shown === parent.shown && growth.test(leafName(other)),
    );
    const field = measureOf(parent);
    if (!beside || !field) continue;
    become(draft, field, 0.85, "measureAbove");
    become(beside, "yearOnYear", 0.85, "besideAmount");
  }
}

/** The measure that the heading above two columns names; what was done may be called 完成情况. */
const measureOf = ({ name, full }: Heading): Field | undefined => {
  const field = fieldOfWord(name) ?? fieldOfParts(full);
  if (field === "progress") return "actualCumulative";
  return field && measures.has(field) ? field : undefined;
};

const works =
  /^(?:开工|竣工|完工|施工|招标|招投标|签约|落地|投产|验收|征地|拆迁|征拆|交付|用地|土地|手续|审批|要素保障|建设进展)(?:建设|办理|进展|落实)?情况$/;

/** 开工情况, 征地情况 over texts in a list of projects tell how far it came (情况文字). */
export function settleSituations(drafts: readonly Draft[]): void {
  if (!drafts.some(({ field }) => field === "task" || field === "indicator")) return;
  for (const draft of drafts)
    if (draft.field === "other" && works.test(leafName(draft)) && wordy(draft.data))
      become(draft, "progress", 0.65, "situation");
}

/** 8个已投用 under 工作进展情况 beside a column of counts is a text that begins with a number (进展文字). */
export function settleProgress(drafts: readonly Draft[]): void {
  const counted = drafts.some(({ field, data }) => field === "actualCumulative" && data.numbers > 0);
  if (!counted) return;
  for (const draft of drafts)
    if (
      draft.field === "actualCumulative" &&
      draft.heading.field === "progress" &&
      draft.data.numbers === 0 &&
      draft.data.percents === 0 &&
      // 22,921 typed as text is a figure all the same.
      (draft.data.told > 0 || !draft.data.samples.every((one) => /^[\d０-９.,，\s]+$/u.test(one)))
    )
      become(draft, "progress", 0.85, "besideActual");
}

/** 阶段性目标 over 2025年6月底, 2025年12月底: nodes by their dates (节点列). */
export function settleDated(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const parent = parentOf(draft);
    if (!parent || draft.field !== "other" || draft.heading.field !== undefined) continue;
    if (!/^(?:X年)?(?:至?X月|X季度|上半年|年底|年末)前?$/.test(leafName(draft))) continue;
    if (
      fieldOfWord(parent.name) === "node" ||
      /^(?:阶段|分阶段|推进|进度)(?:性)?(?:安排|计划|目标)$/.test(parent.name)
    )
      become(draft, "node", 0.8, "measureAbove");
  }
}

const besides: ReadonlySet<Field | undefined> = new Set<Field>([
  "yearOnYear",
  "actualLastYear",
  "actualLastCumulative",
  "completion",
]);

/**
 * 入库数 | 上年同期 | 增减 under 累计: last year's figure and the growth stand beside the one amount that the group
 * measures, whatever it is called, so that it is no indicator (组内唯一数).
 */
export function fillGroups(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const parent = parentOf(draft);
    if (!parent || draft.field !== "other" || draft.heading.field !== undefined || !numeric(draft.data))
      continue;
    const field = measureOf(parent);
    const group = drafts.filter((other) => other !== draft && parentOf(other)?.shown === parent.shown);
    if (!field || group.some((other) => !other.heading.field)) continue;
    if (group.some(({ heading }) => besides.has(heading.field)))
      become(draft, field, 0.75, "onlyAmountOfGroup");
  }
}

/** 任务 | 发放 | 进度 under 小额信贷: between the target and the rate of a block stands what was done (块内实绩). */
export function fillBlocks(drafts: readonly Draft[]): void {
  for (const [at, draft] of drafts.entries()) {
    const { group, field } = draft.heading;
    const before = drafts[at - 1];
    const after = drafts[at + 1];
    if (!group || field !== undefined || draft.field !== "other" || !numeric(draft.data)) continue;
    // 改革后目标 over 环节, 材料: both are aimed at.
    if (/(?:目标|任务|计划)(?:数|量|值)?$/.test(parentOf(draft)?.name ?? "")) continue;
    if (thisMonth.test(leafName(draft)) && isBetween(drafts, draft)) {
      become(draft, "actualPeriod", 0.7, "todayBesideTarget");
      continue;
    }
    if (before?.heading.group !== group || before.field !== "target" || left.test(leafName(draft))) continue;
    if (after?.heading.group === group && after.field === "completion")
      become(draft, "actualCumulative", 0.7, "betweenTargetAndRate");
    else if (
      (after?.heading.group !== group || /^(?:实际|已|累计)/.test(leafName(draft))) &&
      drafts.some((other) => isTwin(draft, other))
    )
      become(draft, "actualCumulative", 0.65, "besideEachTarget");
  }
}

const thisMonth = /^(?:本月|当月|X月|本周|当周|本旬|今日|当日)(?!.*(?:目标|任务|计划|应))/;

/** 本月参保 beside 任务数 and 累计参保 of the same indicator. */
const isBetween = (drafts: readonly Draft[], { heading: { group } }: Draft): boolean =>
  (["target", "actualCumulative"] as const).every((field) =>
    drafts.some((other) => other.heading.group === group && other.field === field),
  );

const left = /^(?:未|尚|待|剩|欠|缺|差|超|预计)/;

/** 目标值 | 实有数 under one indicator and 目标值 | 实有数 under the next: the word is of no indicator. */
const isTwin = (draft: Draft, other: Draft): boolean =>
  other.heading.group !== undefined &&
  other.heading.group !== draft.heading.group &&
  leafName(other) === leafName(draft);

/**
 * 油菜播种任务 | 油菜播种完成: what stands before 任务 or 计划 is the indicator that the other column names by itself (同名词干).
 */
export function pairStems(drafts: readonly Draft[]): void {
  for (const [at, draft] of drafts.entries()) {
    const after = drafts[at + 1]?.heading;
    if (draft.heading.group !== undefined || !after?.field || !measures.has(after.field)) continue;
    const stem = /^(.{2,})(?:任务|计划|目标)(?:数|量|值)?$/.exec(leafName(draft))?.[1];
    if (stem === undefined || after.group !== stem || !after.groupHeading || !numeric(draft.data)) continue;
    become(draft, "target", 0.8, "sameNoun");
    draft.heading = { ...draft.heading, field: "target", group: stem, groupHeading: ownHeading(draft) };
  }
}

const ownHeading = (draft: Draft): Heading => leafOf(draft) as Heading;
