import type { MonthlyFacts } from "../../facts/monthly.ts";
import type { WordsOf } from "../../sentences.ts";
import { withMinus } from "../minus.ts";
import { periodText } from "./calendar.ts";

export const monthlyZhCN: WordsOf<MonthlyFacts> = {
  M01: (facts, ref) => {
    if (facts.kind === "sum")
      return `${ref}的累计是${withMinus(facts.found)}，上月累计${withMinus(facts.last)}加本月${withMinus(facts.period)}应为${withMinus(facts.expected)}；请核对这三个数，确有核减的请说明。`;
    if (facts.kind === "months")
      return `${ref}的累计是${withMinus(facts.found)}，1至${facts.months}月各月相加应为${withMinus(facts.expected)}；请核对累计和各月的数，确有更正的请说明。`;
    if (facts.kind === "falls")
      return `${ref}的累计是${withMinus(facts.found)}，小于上月累计${withMinus(facts.last)}，累计数一般不应下降；请核对，确有核减的请说明。`;
    return `${ref}的上月累计填的是${withMinus(facts.found)}，上月报表里是${withMinus(facts.last)}，两处应一致；请核对，确有更正的请说明。`;
  },
  M02: ({ value, expected, target, actual, kind }, ref) =>
    kind === "parts"
      ? `${ref}的率是${withMinus(value)}，旁边的分子${withMinus(actual)}除以分母${withMinus(target)}是${withMinus(expected)}；请核对这三个数。`
      : `${ref}的完成率是${withMinus(value)}，按目标${withMinus(target)}、完成${withMinus(actual)}复算应为${withMinus(expected)}；请核对，目标和完成数无误的改为${withMinus(expected)}。`,
  M03: ({ status, rate, done }, ref) =>
    done
      ? `${ref}的状态是“${status}”，完成率为${withMinus(rate)}%，尚未达到目标；请核对状态和完成数。`
      : `${ref}的状态是“${status}”，完成率已达${rate}%，二者应一致；请核对状态和完成数。`,
  M04: (facts, ref) =>
    facts.kind === "figure"
      ? `“${facts.indicator}”有目标${facts.target}${facts.unit ?? ""}，${ref}没有填完成数；请填报，没有进展的填0，不涉及的填“—”。`
      : facts.kind === "form"
        ? `${facts.org}${periodText(facts.period)}的报表有${facts.rows}项目标，完成数都没有填（从${ref}起）；请填报，没有进展的填0，不涉及的填“—”。`
        : `${facts.org}在台账里有${facts.tasks}项任务，没有收到该单位${facts.period ? `${periodText(facts.period)}的` : ""}报表；请催报，不需报送的请说明原因。`,
  M05: (facts, ref) =>
    facts.kind === "text"
      ? `${ref}的进展“${facts.text}”与上月完全相同；请确认本月是否有新进展，有则更新。`
      : `${ref}的累计${withMinus(facts.value)}与上月相同，任务尚未完成；请确认本月是否确无进展，有则更新。`,
  M06: ({ status }, ref) =>
    `${status ? `这项任务的状态是“${status}”` : "这项任务的完成数滞后于序时进度"}，${ref}没有写原因和措施；请补写滞后原因、下步措施和预计完成时间。`,
  M07: ({ status }, ref) =>
    `这项任务的办理状态是“${status}”，${ref}没有填写佐证材料，汇总时不计入已完成；已办结的请补填佐证材料，尚未办结的请改正办理状态。`,
};
