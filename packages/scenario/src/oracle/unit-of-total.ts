import type { FigureOf, ObservationFact, TargetFact } from "@taizhang/kpi";
import { type Decided, open } from "./oracle-cell.ts";
import { order } from "./rational.ts";
import { dimensionOf, scaleOf } from "./unit-scale.ts";

const textOf = ({ unit, power }: FigureOf): string =>
  `${power === 4 ? "万" : power === 8 ? "亿" : ""}${unit}`;

/** The most frequent unit, ties the smaller (law 5). */
function mostFrequent(facts: readonly FigureOf[]): string | undefined {
  const counts = new Map<string, { fact: FigureOf; count: number }>();
  for (const fact of facts) {
    const text = textOf(fact);
    counts.set(text, { fact, count: (counts.get(text)?.count ?? 0) + 1 });
  }
  const [best] = [...counts.values()].sort(
    (a, b) =>
      b.count - a.count || order(scaleOf(a.fact.unit, a.fact.power), scaleOf(b.fact.unit, b.fact.power)),
  );
  return best && textOf(best.fact);
}

/** True where one name has units of different dimensions: there is no total. */
export const unitsDiffer = (facts: readonly FigureOf[]): boolean =>
  new Set(facts.map((fact) => dimensionOf(fact.unit))).size > 1;

/**
 * The unit of a total. The domain page does not say which inputs are counted (targets, figures, blanks, those of
 * other months), so the unit is decided only where every way of counting gives the same.
 */
export function unitOfTotal(
  targets: readonly TargetFact[],
  observations: readonly ObservationFact[],
  period: string,
): Decided<string> {
  const now = observations.filter((fact) => (fact.period ?? period) === period);
  const numbers = now.filter((fact) => fact.value.status === "reported");
  const set = targets.filter((fact) => fact.value !== undefined);
  const ways = [
    [...targets, ...observations],
    [...set, ...numbers],
    [...set, ...now],
    set,
    now,
    numbers,
    onePerOrg([...targets, ...now]),
  ].map(mostFrequent);
  const found = new Set(ways.filter((unit) => unit !== undefined));
  const [unit] = found;
  return found.size === 1 && unit !== undefined ? unit : open;
}

const onePerOrg = (facts: readonly FigureOf[]): FigureOf[] => [
  ...new Map(facts.map((fact) => [fact.org, fact])).values(),
];
