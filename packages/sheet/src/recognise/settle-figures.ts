import type { Field } from "../field.ts";
import { become, type Draft, isLoose, isOpen, numeric } from "./column-meaning.ts";
import { isGrowthOf, isRateOf, isSumOf } from "./figure-relations.ts";
import { callsForDeeds } from "./plain-header.ts";

const aims: ReadonlySet<Field> = new Set<Field>(["target", "investmentPlan", "node"]);
const deeds: ReadonlySet<Field> = new Set<Field>(["actualCumulative", "investmentActual", "actualPeriod"]);
/** Accounts have rates as well, of what may be spent. */
const account = /预算|决算|概算|指标文|科目|余额|可用|收支|核拨|库存/;
/** Columns that are looked at to the left of a rate. */
const reach = 8;

const aimWord = /目标|任务|计划|完成|达成|实现程度|指标|下达|考核|责任|序时|要点|实事/;
const isAimed = (title: string, drafts: readonly Draft[]): boolean =>
  callsForDeeds(title) || aimWord.test(title + drafts.map(allOf).join(""));
const allOf = ({ path }: Draft): string => path.map(({ full }) => full).join("");
const nameOf = ({ path }: Draft): string => path.at(-1)?.full ?? "";
const looksLikeRate = (draft: Draft): boolean =>
  /率|进度|占|比$|比例|比重|程度|%|完成/.test(nameOf(draft)) || draft.path.at(-1)?.unit === "%";

/**
 * Names columns whose words say nothing by what their figures have to do with those of their neighbours: what is 完成
 * divided by 目标 is the rate; where the rate is known, the two that give it are target and actual (以数定列).
 */
export function settleFigures(drafts: readonly Draft[], title = ""): void {
  const numbers = drafts.filter(({ data }) => numeric(data));
  if (!numbers.some(isLoose)) return;
  settleGroup(numbers, title);
}

/** As `settleFigures`, within each heading alone: blocks of an indicator are told before the table as a whole is (块内). */
export function settleBlocks(drafts: readonly Draft[], title = ""): void {
  const numbers = drafts.filter(({ data }) => numeric(data));
  if (!numbers.some(isLoose)) return;
  const groups = new Map<string, Draft[]>();
  for (const draft of numbers) {
    const key = draft.path
      .slice(0, -1)
      .map(({ shown }) => shown)
      .join("/");
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  for (const [above, group] of groups) {
    if (!group.some(isLoose)) continue;
    settleGroup(group, title);
    if (above !== "" && callsForDeeds(title) && /目标|任务|计划|责任|考核/.test(title)) settleFirst(group);
  }
}

/** What stands first in a block before 1—9月 and 同比, under a title of targets. */
function settleFirst(group: readonly Draft[]): void {
  if (group.some(({ field }) => aims.has(field))) return;
  const [first, second] = group;
  if (first && second && isOpen(first) && deeds.has(second.field))
    become(first, "target", 0.6, "firstOfBlock");
}

function settleGroup(group: readonly Draft[], title: string): void {
  for (const [at, last] of group.entries()) settleRate(last, group.slice(Math.max(0, at - reach), at), title);
  settleSums(group);
  settleGrowths(group);
}

/** What is budgeted to come in is aimed at; what is budgeted to be spent is not. */
const isIncome = (title: string): boolean => /收入.*(?:完成|进度|任务|目标|征收)/.test(title);

const may = (draft: Draft, fields: ReadonlySet<Field>, title: string): boolean =>
  fields.has(draft.field) || (isLoose(draft) && (isIncome(title) || !account.test(nameOf(draft))));

/** Target and actual of a rate, the nearest pair that gives it; the rate itself where these are known. */
function settleRate(rate: Draft, before: readonly Draft[], title: string): void {
  const isKnown = rate.field === "completion";
  if (!isKnown && !isLoose(rate)) return;
  for (let end = before.length - 1; end >= 0; end--)
    for (let start = before.length - 1; start >= 0; start--) {
      const [whole, part] = [before[start] as Draft, before[end] as Draft];
      if (start === end || !may(whole, aims, title) || !may(part, deeds, title)) continue;
      const open = [whole, part, rate].filter(isLoose).length;
      if (open === 0 || (open === 3 && (start > end || !looksLikeRate(rate)))) continue;
      if (!isKnown && open === 2 && !looksLikeRate(rate)) continue;
      // Beds and those who sleep in them have a rate too: that one of the two is aimed at must be said.
      if (isLoose(whole) && !isAimed(title, [whole, part, rate])) continue;
      if (!isRateOf(rate.data, whole.data, part.data)) continue;
      const money = whole.field === "investmentPlan" || part.field === "investmentActual";
      take(whole, money ? "investmentPlan" : "target");
      take(part, money ? "investmentActual" : "actualCumulative");
      take(rate, "completion");
      return;
    }
}

/** 上月累计 | 本月 | 累计: any of the three that the other two give. */
function settleSums(group: readonly Draft[]): void {
  const wanted = ["actualLastCumulative", "actualPeriod", "actualCumulative"] as const;
  for (const [index, field] of wanted.entries()) {
    if (group.some((draft) => draft.field === field)) continue;
    const known = wanted.map((one) => group.filter((draft) => draft.field === one));
    if (known.some((list, at) => at !== index && list.length !== 1)) continue;
    const found = group.filter((draft) => {
      const row = known.map((list, at) => (at === index ? draft : (list[0] as Draft)).data);
      return (
        isLoose(draft) && isSumOf(row[2] as Draft["data"], row[0] as Draft["data"], row[1] as Draft["data"])
      );
    });
    if (found.length === 1) take(found[0] as Draft, field);
  }
}

/** 上年同期 | 累计 | 增幅: last year's figure where the growth is known, and the growth where last year's is. */
function settleGrowths(group: readonly Draft[]): void {
  const nows = group.filter(({ field }) => field === "actualCumulative" || field === "actualPeriod");
  for (const growth of group.filter((draft) => draft.field === "yearOnYear" || isLoose(draft)))
    for (const past of group.filter((draft) => draft.field === "actualLastYear" || isLoose(draft))) {
      if (growth === past || (isLoose(growth) && isLoose(past)) || !(isLoose(growth) || isLoose(past)))
        continue;
      if (!nows.some((now) => isGrowthOf(growth.data, past.data, now.data))) continue;
      take(past, "actualLastYear");
      take(growth, "yearOnYear");
    }
}

const take = (draft: Draft, field: Field): void => {
  if (isLoose(draft)) become(draft, field, 0.7, "figures");
};
