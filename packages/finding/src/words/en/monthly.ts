import type { MonthlyFacts } from "../../facts/monthly.ts";
import type { WordsOf } from "../../sentences.ts";
import { withMinus } from "../minus.ts";

export const monthlyEn: WordsOf<MonthlyFacts> = {
  M01: (facts, ref) => {
    if (facts.kind === "sum")
      return `The cumulative figure in ${ref} is ${withMinus(facts.found)}, but ${withMinus(facts.last)} up to last month and ${withMinus(facts.period)} this month make ${withMinus(facts.expected)}; please check the three, or explain the correction.`;
    if (facts.kind === "months")
      return `The cumulative figure in ${ref} is ${withMinus(facts.found)}, but the ${facts.months} months from January make ${withMinus(facts.expected)}; please check them, or explain the correction.`;
    if (facts.kind === "falls")
      return `The cumulative figure in ${ref} is ${withMinus(facts.found)}, less than the ${withMinus(facts.last)} of last month, where it does not usually fall; please check, or explain the correction.`;
    return `${ref} gives ${withMinus(facts.found)} up to last month, but last month's return said ${withMinus(facts.last)}; please check, or explain the correction.`;
  },
  M02: ({ value, expected, target, actual, kind }, ref) =>
    kind === "parts"
      ? `${ref} gives a rate of ${withMinus(value)}, but its numerator ${withMinus(actual)} over its denominator ${withMinus(target)} is ${withMinus(expected)}; please check the three numbers.`
      : `${ref} gives a completion rate of ${withMinus(value)}, but target ${withMinus(target)} and actual ${withMinus(actual)} give ${withMinus(expected)}; please check, and use ${withMinus(expected)} if both are right.`,
  M03: ({ status, rate, done }, ref) =>
    done
      ? `${ref} says “${status}”, but the completion rate is ${withMinus(rate)}%, short of the target; please check the status and the actual.`
      : `${ref} says “${status}”, but the completion rate is already ${rate}%; please check the status and the actual.`,
  M04: (facts, ref) =>
    facts.kind === "figure"
      ? `“${facts.indicator}” has a target of ${facts.target}${facts.unit ? ` ${facts.unit}` : ""}, but ${ref} holds no actual; please report it: 0 where nothing was done, “—” where it does not apply.`
      : facts.kind === "form"
        ? `The return of ${facts.org} for ${facts.period} has ${facts.rows} target${facts.rows === 1 ? "" : "s"} and no actual at all (from ${ref} on); please report them: 0 where nothing was done, “—” where it does not apply.`
        : `${facts.org} has ${facts.tasks} task${facts.tasks === 1 ? "" : "s"} in the ledger, but no return${facts.period ? ` for ${facts.period}` : ""} came from it; please ask for it, or say why none is due.`,
  M05: (facts, ref) =>
    facts.kind === "text"
      ? `${ref} “${facts.text}” is word for word what last month said; please confirm that nothing is new, or bring it up to date.`
      : `The cumulative figure in ${ref}, ${withMinus(facts.value)}, is that of last month, and the task is unfinished; please confirm that nothing was done this month, or bring it up to date.`,
  M06: ({ status }, ref) =>
    `${status ? `The status is “${status}”` : "The figures are behind the pace"}, but ${ref} gives no reason and no measures; please add the reason, the next steps and the expected date of completion.`,
  M07: ({ status }, ref) =>
    `The status is “${status}”, but ${ref} names no evidence, so the totals do not count it as done; please name the evidence, or correct the status.`,
};
