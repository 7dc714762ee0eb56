import { type Direction, type Indicator, isPeriod } from "@taizhang/model";
import { checkDates } from "./checked-dates.ts";
import { checkLists } from "./checked-shape.ts";
import type { Figures, ObservationFact, TargetFact } from "./facts.ts";
import { type Line, linesOf } from "./line.ts";
import { type Listing, listingOf } from "./listing.ts";
import { inOrder, inSheetOrder } from "./order.ts";

/** All figures of one indicator (同一指标的全部数据): its lines, and the parents' own figures for its totals. */
export interface Series {
  readonly key: string;
  readonly indicator: Indicator;
  /** What most targets' bounds say, else what the indicator says. */
  readonly direction: Direction;
  readonly lines: readonly Line[];
  readonly totalTargets: readonly TargetFact[];
  readonly totals: readonly ObservationFact[];
  readonly listing: Listing;
  /** The unit that a figure without one has: the only one that the others have, if there is only one. */
  readonly unit: Pick<TargetFact, "unit" | "power" | "per"> | undefined;
  /** False where a figure below zero is normal or stands there: a part of such figures bounds nothing. */
  readonly nonNegative: boolean;
}

type Figure = TargetFact | ObservationFact;

/** A target is what stands in the list of targets, whatever properties of its own it carries beside (以所在清单为准). */
const asTarget = (fact: TargetFact): TargetFact => {
  if (!("measure" in fact)) return fact;
  const { measure: _, ...rest } = fact;
  return rest;
};

/** A period that is none says nothing: the figure then belongs to the period that is rolled up. */
const dated = <Fact extends Figure>(fact: Fact): Fact => {
  if (fact.period === undefined || isPeriod(fact.period)) return fact;
  const { period: _, ...rest } = fact;
  return rest as Fact;
};

/**
 * The series of all figures, in the order of the sheets. Figures belong together by the indicator's key; one that
 * states no 口径 belongs to the only 口径 stated for its name.
 */
export function seriesOf(figures: Figures): Series[] {
  checkLists(figures);
  checkDates(figures);
  const { targets, observations } = figures;
  const allTargets = inOrder(targets.map((fact) => dated(asTarget(fact))));
  const allObservations = inOrder(observations.map(dated));
  const scoped = new Map<string, Set<string>>();
  for (const { indicator } of [...allTargets, ...allObservations])
    if (indicator.definition)
      scoped.set(indicator.name, (scoped.get(indicator.name) ?? new Set()).add(indicator.key));
  const keyOf = ({ indicator }: Figure): string => {
    const keys = indicator.definition ? undefined : scoped.get(indicator.name);
    return keys?.size === 1 ? ([...keys][0] as string) : indicator.key;
  };
  const groups = new Map<string, { targets: TargetFact[]; observations: ObservationFact[] }>();
  const groupOf = (key: string) => {
    const group = groups.get(key) ?? { targets: [], observations: [] };
    groups.set(key, group);
    return group;
  };
  for (const fact of allTargets) groupOf(keyOf(fact)).targets.push(fact);
  for (const fact of allObservations) groupOf(keyOf(fact)).observations.push(fact);
  return inSheetOrder(
    [...groups],
    ([, { targets: some, observations: more }]) => [...some, ...more],
    ([key]) => key,
  ).map(([key, group]) => oneSeries(key, group));
}

function oneSeries(
  key: string,
  group: { readonly targets: readonly TargetFact[]; readonly observations: readonly ObservationFact[] },
): Series {
  const figures: readonly Figure[] = [...group.targets, ...group.observations];
  const indicator = (figures[0] as Figure).indicator;
  const units = new Map(
    figures
      .filter(({ unit }) => unit !== "")
      .map(({ unit, power, per }) => [
        `${power} ${unit} ${per ?? ""}`,
        { unit, power, ...(per ? { per } : {}) },
      ]),
  );
  const isTotal = ({ standing }: Figure) => standing === "total";
  return {
    key,
    indicator,
    direction: directionOf(indicator, group.targets),
    lines: linesOf(
      group.targets.filter((fact) => !isTotal(fact)),
      group.observations.filter((fact) => !isTotal(fact)),
    ),
    totalTargets: group.targets.filter(isTotal),
    totals: group.observations.filter(isTotal),
    listing: listingOf(figures),
    unit: units.size === 1 ? [...units.values()][0] : undefined,
    nonNegative: !indicator.mayBeNegative && !group.observations.some(isBelowZero),
  };
}

/** True for a figure below zero (负数). */
export const isBelowZero = ({ value }: ObservationFact): boolean =>
  value.status === "reported" && value.amount.startsWith("-");

/** ≤ makes a ceiling and ≥ a floor, whatever the name; a band stays one. */
function directionOf({ direction }: Indicator, targets: readonly TargetFact[]): Direction {
  if (direction === "within" || targets.some(({ indicator }) => indicator.direction === "within"))
    return "within";
  let lean = 0;
  for (const { bound } of targets)
    lean += bound === "ge" || bound === "gt" ? 1 : bound === "le" || bound === "lt" ? -1 : 0;
  return lean === 0 ? direction : lean > 0 ? "up" : "down";
}
