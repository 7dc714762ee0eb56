import type { TargetFacts } from "../../facts/target.ts";
import type { WordsOf } from "../../sentences.ts";
import { withMinus } from "../minus.ts";

const fieldOf = {
  task: "task name",
  target: "target",
  unit: "unit",
  deadline: "deadline",
  lead: "lead department",
} as const;
const after = (unit: string | undefined): string => (unit ? ` ${unit}` : "");

export const targetEn: WordsOf<TargetFacts> = {
  T01: ({ indicator, unit }, ref) =>
    `“${indicator}” is a quantitative task${unit ? ` (counted in ${unit})` : ""}, but its target in ${ref} is blank; please fill it in, or write 待下达 if it has not been assigned yet.`,
  T02: ({ indicator, says, other }, ref) =>
    other === undefined
      ? `${ref} gives the direction of “${indicator}” as “${says}”, which does not say whether more or less is better, so its name decides for now; please write ≥, ≤, =, 区间 (a range) or 定性 (no number).`
      : `${ref} gives the target of “${indicator}” as “${says}” in one place and “${other}” in another, so it is unclear whether more or less is better; please check and use one.`,
  T03: ({ text, from, to }, ref) =>
    `${ref} “${text}” runs from ${from} to ${to}, where the smaller end was expected first; please check whether the two ends were swapped.`,
  T04: ({ stretch, target, direction, unit }, ref) =>
    `${ref} has a stretch target of ${stretch}${after(unit)}, ${direction === "up" ? "below" : "above"} the target of ${target}${after(unit)}, where a stretch target should be better; please check both numbers.`,
  T05: ({ kind, value, base, rate, expected }, ref) =>
    kind === "target"
      ? `The target in ${ref} is ${withMinus(value)}, but a baseline of ${withMinus(base)} and a growth of ${withMinus(rate)}% make about ${withMinus(expected)}; please check the three, or confirm that the growth is at comparable prices.`
      : `The cumulative figure in ${ref} is ${withMinus(value)}, but ${withMinus(base)} last year and a change of ${withMinus(rate)}% make about ${withMinus(expected)}; please check the three, or confirm that the change is at comparable prices or on a revised base.`,
  T06: ({ sum, expected, parts }, ref) =>
    `The ${parts} weights in ${ref} add up to ${sum}, where ${expected} was expected; please check them.`,
  T07: ({ count, total }) =>
    `Of ${total} qualitative task${total === 1 ? "" : "s"} on this sheet, ${count} ${count === 1 ? "has" : "have"} no acceptance criteria, so completion will be hard to decide at the end of the year; please add criteria that can be checked.`,
  T08: ({ field, found, expected, id, since }, ref) =>
    since === "last"
      ? `The ${fieldOf[field]} in ${ref} is now “${found}”, but last month's return says “${expected}”; please check, and give the approval number in the notes if the change was approved.`
      : `The ${fieldOf[field]} in ${ref} is now “${found}”, but the assigned ledger${id ? ` (id ${id})` : ""} ${expected === "" ? "has none" : `says “${expected}”`}; please restore it, or give the approval number in the notes if the change was approved.`,
  T09: ({ text }, ref) =>
    `${ref} “${text}” does not say whether a matter of 一票否决 (a veto) happened, so for now the assessment takes it that none did; please write 是 (yes) or 否 (no), and the matter if there was one.`,
};
