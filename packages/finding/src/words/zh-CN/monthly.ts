import type { MonthlyFacts } from "../../facts/monthly.ts";
import type { WordsOf } from "../../say.ts";

export const monthlyZhCN: WordsOf<MonthlyFacts> = {
  M01: (facts, ref) => {
    if (facts.kind === "sum")
      return `${ref}的累计是${facts.found}，上月累计${facts.last}加本月${facts.period}应为${facts.expected}；请核对这三个数，确有核减的请说明。`;
    if (facts.kind === "falls")
      return `${ref}的累计是${facts.found}，比上月累计${facts.last}还少，累计数不应下降；请核对，确有核减的请说明。`;
    return `${ref}的上月累计写的是${facts.found}，上月报表报的是${facts.last}，两处应一致；请核对，确有更正的请说明。`;
  },
  M02: ({ value, expected, target, actual }, ref) =>
    `${ref}的完成率是${value}，按目标${target}、完成${actual}复算应为${expected}；请核对，数字无误则改为${expected}。`,
  M03: ({ status, rate, done }, ref) =>
    done
      ? `${ref}的状态是“${status}”，完成率却只有${rate}%；请核对状态和完成数。`
      : `${ref}的状态是“${status}”，完成率却已到${rate}%；请核对状态和完成数。`,
  M04: (facts, ref) =>
    facts.kind === "figure"
      ? `“${facts.indicator}”有目标${facts.target}${facts.unit ?? ""}，${ref}却没有填完成数；请填报，没有进展的填0，不涉及的填“—”。`
      : `${facts.org}在台账里有${facts.tasks}项任务，${facts.period ? `${facts.period}的` : ""}报表却没有收到；请催报，或说明不用报的原因。`,
  M05: (facts, ref) =>
    facts.kind === "text"
      ? `${ref}的进展“${facts.text}”与上月一字不差；请确认本月是否有新进展，有则更新。`
      : `${ref}的累计${facts.value}与上月相同，而任务尚未完成；请确认本月确实没有进展。`,
  M06: ({ status }, ref) =>
    `这项任务的状态是“${status}”，${ref}却没有写原因和措施；请补写滞后原因、下步措施和预计完成时间。`,
};
