import type { MonthlyFacts } from "../../facts/monthly.ts";
import type { WordsOf } from "../../say.ts";

export const monthlyEn: WordsOf<MonthlyFacts> = {
  M01: (facts, ref) => {
    if (facts.kind === "sum")
      return `${ref} is ${facts.found} in all, but ${facts.last} up to last month and ${facts.period} this month make ${facts.expected}; please check the three, or explain the correction.`;
    if (facts.kind === "falls")
      return `${ref} is ${facts.found} in all, less than the ${facts.last} of last month, where a cumulative figure does not fall; please check, or explain the correction.`;
    return `${ref} gives ${facts.found} up to last month, but last month's return said ${facts.last}; please check, or explain the correction.`;
  },
  M02: ({ value, expected, target, actual }, ref) =>
    `${ref} gives a completion rate of ${value}, but target ${target} and actual ${actual} make ${expected}; please check, and use ${expected} if both are right.`,
  M03: ({ status, rate, done }, ref) =>
    done
      ? `${ref} says “${status}”, but only ${rate}% is complete; please check the status and the actual.`
      : `${ref} says “${status}”, but ${rate}% is complete already; please check the status and the actual.`,
  M04: (facts, ref) =>
    facts.kind === "figure"
      ? `“${facts.indicator}” has a target of ${facts.target}${facts.unit ? ` ${facts.unit}` : ""}, but ${ref} holds no actual; please report it: 0 where nothing was done, “—” where it does not apply.`
      : `${facts.org} has ${facts.tasks} task${facts.tasks === 1 ? "" : "s"} in the ledger, but no return${facts.period ? ` for ${facts.period}` : ""} came from it; please ask for it, or say why none is due.`,
  M05: (facts, ref) =>
    facts.kind === "text"
      ? `${ref} “${facts.text}” is word for word what last month said; please confirm, or bring it up to date.`
      : `${ref} is ${facts.value} in all as last month, and the task is unfinished; please confirm that nothing was done this month.`,
  M06: ({ status }, ref) =>
    `The status is “${status}”, but ${ref} gives no reason and no measures; please add the reason, the next steps and the expected date.`,
};
