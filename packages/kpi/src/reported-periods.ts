import { comparePeriods, isPeriod, lastMonth, type Period } from "@taizhang/model";
import { checkLists } from "./checked-shape.ts";
import type { Figures } from "./facts.ts";

/** The latest period of the figures (最新一期). */
export function latestPeriod(figures: Figures): Period | undefined {
  checkLists(figures);
  const all = periodsOf(figures, undefined);
  return all[all.length - 1];
}

/** All periods with figures of their own, in order, up to the one asked for. */
export function periodsOf({ observations, tasks }: Figures, last: Period | undefined): Period[] {
  const periods = new Set<Period>();
  for (const { period, measure } of observations) if (period && measure !== "lastYear") periods.add(period);
  if (periods.size === 0) for (const { period } of tasks) if (period) periods.add(period);
  return [...periods]
    .filter((period) => isPeriod(period) && (last === undefined || lastMonth(period) <= lastMonth(last)))
    .sort(comparePeriods);
}
