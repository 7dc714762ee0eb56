import type { FigureOf, ObservationFact, TargetFact } from "@taizhang/kpi";
import { taskOf } from "./group.ts";
import { type Decided, open } from "./oracle-cell.ts";
import { dimensionOf } from "./unit-scale.ts";

const textOf = ({ unit, power }: FigureOf): string =>
  `${power === 4 ? "万" : power === 8 ? "亿" : ""}${unit}`;

/** True where one name has units of different dimensions: there is no total. */
export const unitsDiffer = (facts: readonly FigureOf[]): boolean =>
  new Set(facts.map((fact) => dimensionOf(fact.unit))).size > 1;

/**
 * The unit of a total: its inputs' most frequent one (law 5). The domain page does not say which inputs are counted:
 * targets or figures, those of other months, of other leads, of sources not assessed, blanks, the parent's. So a unit
 * is decided only where it wins however they are counted: more tasks speak of it alone, each with a target or a figure
 * of this period that certainly counts, than there are facts of any other unit. Ties are left to hand-computed cases.
 */
export function unitOfTotal(
  targets: readonly TargetFact[],
  observations: readonly ObservationFact[],
  source: string | undefined,
  period: string,
  parents: readonly FigureOf[],
): Decided<string> {
  const all: FigureOf[] = [...targets, ...observations, ...parents];
  const units = [...new Set(all.map(textOf))];
  const counts = (fact: TargetFact | ObservationFact): boolean =>
    "measure" in fact
      ? fact.standing === "own" &&
        fact.value.status === "reported" &&
        (fact.period ?? period) === period &&
        fact.measure === "cumulative"
      : fact.value !== undefined && fact.source === source;
  const facts = [...targets, ...observations];
  const certain = (unit: string): number =>
    [...new Set(facts.map(taskAndOrg))].filter((task) => {
      const mine = facts.filter((fact) => taskAndOrg(fact) === task);
      const refused = mine.some((fact) => "measure" in fact && fact.value.status === "notApplicable");
      return !refused && mine.some(counts) && mine.every((fact) => textOf(fact) === unit);
    }).length;
  const possible = (unit: string): number => all.filter((fact) => textOf(fact) === unit).length;
  return (
    units.find(
      (unit) =>
        units.every((other) => other === unit || certain(unit) > possible(other)) && certain(unit) > 0,
    ) ?? open
  );
}

/** A joint task is one task, whichever lead has the row. */
const taskAndOrg = (fact: FigureOf): string =>
  fact.jointOrgs ? taskOf(fact) : `${fact.org} ${taskOf(fact)}`;
