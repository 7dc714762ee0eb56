import type { ObservationFact } from "@taizhang/kpi";
import { inOrderOfPlace } from "./first.ts";
import { taskOf } from "./group.ts";
import { earlierMonths, monthsTo } from "./months.ts";
import { open } from "./oracle-cell.ts";
import { plus, type Rational, rational, times, zero } from "./rational.ts";
import { scaleOf } from "./unit-scale.ts";

/** What one org says of one indicator, in one period or for one row of it. */
export type Report =
  | { readonly state: "reported"; readonly amount: Rational }
  | { readonly state: "missing" | "notApplicable" | "unusable" }
  | typeof open;

const reportOf = ({ value, unit, power }: ObservationFact): Exclude<Report, typeof open> =>
  value.status === "reported"
    ? { state: "reported", amount: times(rational(value.amount), scaleOf(unit, power)) }
    : { state: value.status };

const isReported = (report: Report): boolean => report !== open && report.state === "reported";

/** Rows of one task and period: the first counts. Which is first in several sheets is undecided. */
function firstOf(rows: readonly ObservationFact[]): Report {
  const [first, ...others] = inOrderOfPlace(rows);
  if (!first) return { state: "missing" };
  const unlike = others.filter(
    (row) => JSON.stringify(reportText(row)) !== JSON.stringify(reportText(first)),
  );
  if (unlike.length === 0) return reportOf(first);
  const oneSheet = unlike.every(
    (row) => row.at?.file === first.at?.file && row.at?.sheet === first.at?.sheet,
  );
  return oneSheet && first.value.status === "reported" ? reportOf(first) : open;
}

const reportText = (row: ObservationFact) => [row.value, row.unit, row.power];

/** The latest return of the period, or all rows where no versions are given. */
function latest(rows: readonly ObservationFact[]): ObservationFact[] {
  const version = Math.max(1, ...rows.map((row) => row.version ?? 1));
  return rows.filter((row) => (row.version ?? 1) === version);
}

/** The rows of an org together, task by task; a task without a row is missing. */
function together(rows: readonly ObservationFact[], tasks: readonly string[]): Report {
  const reports = tasks.map((task) => firstOf(rows.filter((row) => taskOf(row) === task)));
  if (reports.some((report) => report === open)) return open;
  const known = reports.filter((report) => report !== open);
  const concerned = known.filter(({ state }) => state !== "notApplicable");
  if (known.length > 0 && concerned.length === 0) return { state: "notApplicable" };
  const states = new Set(concerned.map(({ state }) => state));
  if (states.size > 1) return open; // only part of the rows has a figure: whether the org has reported is undecided
  if (states.has("unusable")) return { state: "unusable" };
  if (!states.has("reported")) return { state: "missing" };
  return {
    state: "reported",
    amount: concerned.reduce((sum, r) => (r.state === "reported" ? plus(sum, r.amount) : sum), zero),
  };
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/**
 * What one org says for one period: its own return, though its cell be blank (§4 law 2: the own return counts), or
 * where it has no row for the period, the superior's table.
 */
export function reportAt(
  facts: readonly ObservationFact[],
  tasks: readonly string[],
  period: string,
  asked: string,
  measure: "cumulative" | "inPeriod",
): Report {
  const rows = facts.filter((fact) => fact.measure === measure && (fact.period ?? asked) === period);
  const ownRows = latest(rows.filter((fact) => fact.standing === "own"));
  const theirs = rows.filter((fact) => fact.standing === "superior");
  const own = together(ownRows, distinct([...tasks, ...ownRows.map(taskOf)]));
  return ownRows.length > 0 || theirs.length === 0 ? own : together(theirs, distinct(theirs.map(taskOf)));
}

/** What one org says for the period that is rolled up: its cumulative, or its months from January together. */
export function cumulativeAt(
  facts: readonly ObservationFact[],
  tasks: readonly string[],
  period: string,
): Report {
  const cumulative = reportAt(facts, tasks, period, period, "cumulative");
  const monthly = facts.filter((fact) => fact.measure === "inPeriod");
  if (monthly.length > 0 && facts.some((fact) => fact.standing === "superior")) return open;
  if (monthly.length === 0 || isReported(cumulative)) return cumulative;
  const onlyMonthly = monthly.length === facts.length;
  if (!monthly.some((fact) => fact.value.status === "reported")) {
    // “—” in one month and a blank in another: which of them the org is in this period is undecided.
    const states = new Set(monthly.map((fact) => fact.value.status));
    if (onlyMonthly) return states.size > 1 ? open : reportAt(facts, tasks, period, period, "inPeriod");
    return cumulative;
  }
  if (!onlyMonthly || facts[0]?.indicator.accounting !== "flow") return open;
  const months = monthsTo(period).map((month) => reportAt(facts, tasks, month, period, "inPeriod"));
  let sum = zero;
  for (const month of months) {
    if (month === open || month.state !== "reported") return open; // a month is missing: not the cumulative
    sum = plus(sum, month.amount);
  }
  return { state: "reported", amount: sum };
}

/** 沿用: the last reported cumulative of an earlier month of the year, for an org that has not reported. */
export function carriedFrom(
  facts: readonly ObservationFact[],
  tasks: readonly string[],
  period: string,
): Rational | null | typeof open {
  for (const month of earlierMonths(period)) {
    const report = reportAt(facts, tasks, month, period, "cumulative");
    if (report === open) return open;
    if (report.state === "reported") return report.amount;
    if (report.state !== "missing") return open;
  }
  return null;
}
