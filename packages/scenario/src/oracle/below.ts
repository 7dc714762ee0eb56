import type { Figures, ObservationFact, RollUpOptions } from "@taizhang/kpi";
import { isFor } from "./org-target.ts";

/** The facts of an indicator that a parent's own figures are not among. */
export function belowOf(figures: Figures, indicator: string, options: RollUpOptions, period: string) {
  const reviewed = (fact: ObservationFact) =>
    options.returns !== "reviewed" || fact.state === "reviewed" || fact.state === "locked";
  const all = figures.observations.filter(
    (fact) => fact.indicator.key === indicator && fact.standing !== "total" && fact.measure !== "lastYear",
  );
  return {
    targets: figures.targets.filter(
      (fact) => fact.indicator.key === indicator && fact.standing !== "total" && isFor(fact, period),
    ),
    // A return that is not yet 已审 is as good as blank; the org stays expected.
    observations: all.map(
      (fact): ObservationFact =>
        reviewed(fact) ? fact : { ...fact, version: 0, value: { status: "missing" } },
    ),
  };
}
