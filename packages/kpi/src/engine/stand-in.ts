import { type Scaled, signOf } from "../scaled.ts";
import { putAmount } from "./amount-column.ts";
import type { Fact, NumberedFact } from "./fact.ts";
import type { FactIndicator, FactTable } from "./fact-columns.ts";
import { factStatuses, withStandIn } from "./fact-status.ts";
import { inUnit, type millionthsOf } from "./millionths.ts";

/** True for the code of a status that lacks a figure, so that another may stand in for it. */
export const isLacking = (status: number): boolean =>
  factStatuses[status] === "missing" || factStatuses[status] === "unusable";

/**
 * What stands in for the figure of a fact (沿用数), in the indicator's unit: undefined where there is none, "refused" where
 * it bounds nothing: no amount of 0 and more, or of what does not add over time, or may be negative. "With cumulative
 * reports missing, a non-negative flow's total is a lower bound": the domain page §4, law 2.
 */
export function standInOf(
  { standIn, unit }: Pick<Fact | NumberedFact, "standIn" | "unit">,
  indicator: FactIndicator,
  exact: typeof millionthsOf,
): Scaled | "refused" | undefined {
  if (standIn === undefined) return undefined;
  const converted = inUnit(standIn, unit, indicator.unit);
  if (converted === undefined || indicator.acrossTime !== "sum" || indicator.mayBeNegative) return "refused";
  const amount = exact(converted);
  return signOf(amount) < 0 ? "refused" : amount;
}

/**
 * Writes for every lacking figure what stands in for it, or takes it out again where the indicator may be negative by
 * now: a part of such figures bounds nothing.
 */
export function placeStandIns(
  { indicators, indicator, actual, marks }: Pick<FactTable, "indicators" | "indicator" | "actual" | "marks">,
  spills: Map<number, Scaled>,
  standIns: ReadonlyMap<number, Scaled>,
): void {
  for (const [row, amount] of standIns) {
    const mark = marks[row] as number;
    if (!isLacking(mark & 3)) continue;
    const stands = !indicators[indicator[row] as number]?.mayBeNegative;
    putAmount(actual, spills, row, stands ? amount : 0);
    marks[row] = withStandIn(mark, stands);
  }
}
