import { lastMonth, type Period } from "@taizhang/model";
import { checkPeriods } from "./checked-dates.ts";
import { groupBy } from "./group-by.ts";
import type { Light } from "./light.ts";

/** The light of one month's report. */
export interface MonthLight {
  readonly period: Period;
  readonly light: Light | undefined;
}

/** Whether a task is to be followed up, and why (督办). */
export interface Escalation {
  readonly escalate: boolean;
  /** The first rule that holds; absent where none does. */
  readonly reason?: "twoMonths" | "thirdQuarter";
  /** The periods that it rests on. */
  readonly periods: readonly Period[];
}

const isBehind = (light: Light | undefined): boolean => light === "yellow" || light === "red";

/**
 * Whether a task is to be followed up: behind in the period and in the month before it, or behind at the third
 * quarter (督办). Behind is yellow or red. A month without a report is neither behind nor on time: it breaks the row and
 * is a matter of 催报. The period is the latest given. One that is written as none ("2016-9") throws a RangeError. The domain
 * page §3.
 * @example escalation([{ period: "2016-07", light: "yellow" }, { period: "2016-08", light: "red" }]).reason // "twoMonths"
 */
export function escalation(months: readonly MonthLight[]): Escalation {
  checkPeriods("months", months);
  const ends = groupBy(months, ({ period }) => lastMonth(period));
  // Of several reports of one month the worst counts.
  const known = [...ends.values()]
    .map((same): MonthLight => same.find(({ light }) => isBehind(light)) ?? (same[0] as MonthLight))
    .sort((a, b) => lastMonth(a.period) - lastMonth(b.period));
  const now = known.at(-1);
  if (!now || !isBehind(now.light)) return { escalate: false, periods: [] };
  const end = lastMonth(now.period);
  const before = known.findLast(({ period }) => lastMonth(period) === end - 1);
  if (before && isBehind(before.light))
    return { escalate: true, reason: "twoMonths", periods: [before.period, now.period] };
  if (end % 12 === 8) return { escalate: true, reason: "thirdQuarter", periods: [now.period] };
  return { escalate: false, periods: [] };
}
