import { comparePeriods, isPeriod, lastMonth, type Period } from "@taizhang/model";
import { checkLists } from "./checked-shape.ts";
import type { Figures } from "./facts.ts";

/**
 * The latest period of which anything is reported (最新一期): an empty form is no report, so that of a workbook with a sheet a
 * month, filled in up to May, it is May. Of the periods named where nothing is reported at all.
 */
export function latestPeriod(figures: Figures): Period | undefined {
  checkLists(figures);
  const all = periodsOf(figures, undefined);
  const filled = new Set<Period | undefined>();
  for (const { period, measure, value, repeated } of figures.observations)
    if (measure !== "lastYear" && !repeated && value.status !== "missing") filled.add(period);
  for (const { period, reported } of figures.tasks) if (reported) filled.add(period);
  return all.findLast((period) => filled.has(period)) ?? all[all.length - 1];
}

/** The periods after the one taken of which there are but empty forms (空表各期). */
export const blankAfter = (figures: Figures, taken: Period | undefined): Period[] => {
  const all = periodsOf(figures, undefined);
  return taken === undefined ? all : all.slice(all.indexOf(taken) + 1);
};

/** All periods with figures of their own, in order, up to the one asked for. */
export function periodsOf({ observations, tasks }: Figures, last: Period | undefined): Period[] {
  const periods = new Set<Period>();
  for (const { period, measure, repeated } of observations)
    if (period && measure !== "lastYear" && !repeated) periods.add(period);
  if (periods.size === 0) for (const { period } of tasks) if (period) periods.add(period);
  return [...periods]
    .filter((period) => isPeriod(period) && (last === undefined || lastMonth(period) <= lastMonth(last)))
    .sort(comparePeriods);
}
