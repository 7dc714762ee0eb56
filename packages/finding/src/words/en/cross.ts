import type { CrossFacts } from "../../facts/cross.ts";
import type { WordsOf } from "../../sentences.ts";
import { withMinus, withoutSign } from "../minus.ts";

/** What the first of two figures is beside the second, from their difference. */
const beside = (difference: string): string =>
  difference.startsWith("-") ? `${withoutSign(difference)} less` : `${difference} more`;

export const crossEn: WordsOf<CrossFacts> = {
  X01: ({ label, header, total, sum, difference, parts, missing }, ref) =>
    `${ref} gives ${withMinus(total)} as “${label}” of ${header}, but the ${parts} details add up to ${withMinus(sum)}: the total is ${beside(difference)}; please check the total and the details${missing > 0 ? ` (${missing} more are blank)` : ""}.`,
  X02: ({ total, sum, difference, parts }, ref) =>
    `${ref === "" ? "Total funding is" : `${ref} gives total funding of`} ${total}, but the ${parts} sources add up to ${sum}: the total is ${beside(difference)}; please check the total and each source.`,
  X03: ({ label, part, whole, of }, ref) =>
    `${ref} gives “${label}” as ${withMinus(part)}, more than the ${withMinus(whole)} of “${of}” that it is part of; please check both numbers.`,
  X04: ({ kind, name, indicator, above, below, difference, own }, ref) =>
    kind === "target"
      ? `${ref} gives ${withMinus(above)} as the target of “${indicator}” for “${name}”, but ${own ? "its own sheet has" : "the units below have"} ${withMinus(below)}: the superior has ${beside(difference)}; please check ${own ? "which is right" : "that all of it was assigned"}.`
      : `${ref} gives ${withMinus(above)} for “${indicator}” of “${name}”, but its own return says ${withMinus(below)}: the superior has ${beside(difference)}; please check together and use the verified figure.`,
  X05: (facts, ref) => {
    const [done, result] = facts.how === "sum" ? ["adds", "sum"] : ["averages", "average"];
    const wanted = facts.expected
      ? `the sum of actuals over the sum of targets gives ${facts.expected}`
      : "the sum of actuals over the sum of targets was expected";
    return facts.kind === "formula"
      ? `${ref} ${done} the rows' rates by “=${facts.formula}”, which gives no rate of the whole: ${wanted}; please change the formula.`
      : `${ref} is ${facts.value}, exactly the ${result} of the rows' rates, which is no rate of the whole: ${wanted}; please check where the number comes from.`;
  },
  X06: ({ value, units }, ref) =>
    `The total ${value} in ${ref} adds figures in different units (${units.join(", ")}) and says nothing, so no roll-up uses it; please give a total for each indicator, or none.`,
};
