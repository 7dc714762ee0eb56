import { become, type Draft, leafName, numeric, parentOf } from "./column-meaning.ts";
import { isDeed } from "./settle-rest.ts";

const isSaid = ({ evidence }: Draft): boolean => evidence.some(({ rule }) => rule === "corrected");

/** 已开工, 已筹集（套）, 已完工数: the deed without the words around it. */
const deedOf = (draft: Draft): string | undefined =>
  draft.field === "actualCumulative" && numeric(draft.data) && !isSaid(draft)
    ? /^(?:累计)?已(.{2,4}?)(?:数|量|数量)?$/.exec(leafName(draft))?.[1]
    : undefined;

/**
 * 已开工 | 已完工 | 完工率 of one group: the rate says which of them the target counts; the other is a step on the way and
 * may not be added to it (过程数).
 */
export function settleStages(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const deed = deedOf(draft);
    const rate = drafts[drafts.indexOf(draft) + 1];
    if (!deed || rate?.field !== "completion" || !leafName(rate).startsWith(deed)) continue;
    if (rate.heading.group !== draft.heading.group) continue;
    for (const other of drafts) {
      const after = drafts[drafts.indexOf(other) + 1];
      if (other === draft || other.heading.group !== draft.heading.group || !deedOf(other)) continue;
      if (after?.field !== "completion") become(other, "other", 0.7, "stepOnTheWay");
    }
  }
}

/** 筹集计划 beside 已筹集 in a group without any other target: the plan of the same deed (同一事的计划). */
export function settlePlans(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const planned = /^(.{2,4})(?:计划|任务|目标)(?:数|量)?$/.exec(leafName(draft))?.[1];
    if (!planned || draft.field !== "other" || draft.heading.field || !numeric(draft.data)) continue;
    const group = drafts.filter((other) => other.heading.group === draft.heading.group);
    if (group.some(({ field }) => field === "target")) continue;
    const deeds = group.map((other) => deedOf(other)).filter((deed) => deed !== undefined);
    if (deeds.length === 1 && deeds[0] === planned) become(draft, "target", 0.8, "planOfDeed");
  }
}

/**
 * 计划 | 开工 under 保障性租赁住房, 计划 | 完成 under 城中村改造: the one deed beside the plan of a group that has nothing else done
 * is what the plan counts, as 完成 is in the other groups (计划旁的事).
 */
export function settleLoneDeeds(drafts: readonly Draft[]): void {
  for (const plan of drafts) {
    const above = parentOf(plan)?.shown;
    if (plan.field !== "target" || above === undefined) continue;
    const group = drafts.filter((other) => other !== plan && parentOf(other)?.shown === above);
    if (group.some(({ field }) => ["target", "actualCumulative", "actualPeriod"].includes(field))) continue;
    const [deed, another] = group.filter(
      (other) => other.field === "other" && numeric(other.data) && isDeed(other) && !isSaid(other),
    );
    if (deed && !another) become(deed, "actualCumulative", 0.65, "deedBesideTarget");
  }
}
