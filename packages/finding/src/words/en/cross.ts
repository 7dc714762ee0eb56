import type { CrossFacts } from "../../facts/cross.ts";
import type { WordsOf } from "../../say.ts";

export const crossEn: WordsOf<CrossFacts> = {
  X01: ({ label, header, total, sum, difference, parts, missing }, ref) =>
    `${ref} gives “${label}” of ${header} as ${total}, but the ${parts} details add up to ${sum}, a difference of ${difference}; please check the total and the details${missing > 0 ? ` (${missing} more are blank)` : ""}.`,
  X02: ({ total, sum, difference, parts }, ref) =>
    `${ref} gives ${total} of money in all, but the ${parts} sources add up to ${sum}, a difference of ${difference}; please check both.`,
  X03: ({ label, part, whole, of }, ref) =>
    `${ref} gives “${label}” as ${part}, more than the ${whole} of “${of}” that it is part of; please check both numbers.`,
  X04: ({ kind, name, indicator, above, below, difference, own }, ref) =>
    kind === "target"
      ? `${ref} gives ${above} as the target of “${indicator}” for “${name}”, but ${own ? "its own sheet has" : "the units below have"} ${below}, a difference of ${difference}; please check ${own ? "which is right" : "that all of it was assigned"}.`
      : `${ref} gives ${above} for “${indicator}” of “${name}”, but its own return says ${below}, a difference of ${difference}; please agree on the right figure.`,
  X05: (facts, ref) => {
    const done = facts.how === "sum" ? "adds" : "averages";
    const wanted = facts.expected
      ? `all actuals over all targets give ${facts.expected}`
      : "all actuals over all targets were expected";
    return facts.kind === "formula"
      ? `${ref} ${done} rates by “=${facts.formula}”, which gives no rate; ${wanted}: please change the formula.`
      : `${ref} is ${facts.value}, which is what one gets if one ${done} the rows' rates; ${wanted}: please check where the number comes from.`;
  },
};
