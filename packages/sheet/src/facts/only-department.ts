import type { Figures, ObservationFact, TargetFact } from "@taizhang/kpi";
import { type Lookup, placeOf } from "../orgs/above.ts";
import type { KnownOrg } from "../orgs/org-names.ts";

type Figure = TargetFact | ObservationFact;

/**
 * The figures, with a superior's row for 东坡区 taken as one for 东坡区人社局 where that is the only one of the place that
 * reports the indicator (只有一个部门填报): the two are one figure, of which the own return counts and the superior's row
 * checks it. Where several departments of the place report it, they share it out: the superior's row is the place's total
 * and is not added to them. Where the place itself reports, nothing is changed. The domain page §4, law 2.
 */
export function withOnlyDepartments<F extends Pick<Figures, "targets" | "observations">>(
  figures: F,
  orgs: ReadonlyMap<string, KnownOrg>,
  lookup: Lookup,
): F {
  const own = new Map<string, Set<string>>();
  for (const { standing, org, indicator } of [...figures.targets, ...figures.observations]) {
    if (standing !== "own") continue;
    const known = orgs.get(org);
    const place = known && placeOf(known, lookup);
    if (!place) continue;
    const key = keyOf(indicator.key, place.name);
    own.set(key, (own.get(key) ?? new Set()).add(org));
  }
  if (own.size === 0) return figures;
  const told = <T extends Figure>(figure: T): T => {
    const { standing, org, indicator } = figure;
    if (standing !== "superior" || orgs.get(org)?.kind !== "division") return figure;
    const [only, ...others] = own.get(keyOf(indicator.key, org)) ?? [];
    if (only === undefined || only === org || others.includes(org)) return figure;
    return others.length > 0 ? { ...figure, standing: "total" } : { ...figure, org: only };
  };
  return { ...figures, targets: figures.targets.map(told), observations: figures.observations.map(told) };
}

const keyOf = (indicator: string, place: string): string => JSON.stringify([indicator, place]);
