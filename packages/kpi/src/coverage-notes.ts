import { lastMonth, type Period, type ReturnState, yearOf } from "@taizhang/model";
import { sumOf } from "./cell-amounts.ts";
import type { CellFigures } from "./cell-figures.ts";
import type { CellPlace, ObservationFact } from "./facts.ts";
import type { Note } from "./note.ts";
import { comparePlaces } from "./order.ts";
import type { Reading } from "./reading.ts";
import { decimalOf } from "./scaled.ts";

/** Who has not reported, and what stands in. */
export function coverageNotes({
  readings,
  lines,
  counted,
  coverage,
  unit,
  series,
  adds,
  actual,
  atLeast,
  apart,
  apartAtLeast,
  taken,
  source,
  period,
  returns,
}: CellFigures): Note[] {
  const notes: Note[] = [];
  const missing = [...coverage.missing, ...coverage.unusable];
  const some = new Set(coverage.partly.map(({ org }) => org));
  const partly = missing.filter((org) => some.has(org));
  const withMonth = missing.filter((org) => !some.has(org) && hasThisMonth(readings, org, period));
  const inPeriodOnly = withMonth.filter((org) => hasEarlierCumulative(readings, org, period));
  const byMonth = withMonth.filter((org) => !inPeriodOnly.includes(org));
  const who = {
    missing,
    partly,
    ...(byMonth.length > 0 ? { byMonth } : {}),
    ...(inPeriodOnly.length > 0 ? { inPeriodOnly } : {}),
  };
  if (atLeast) notes.push({ code: "lowerBound", args: { indicator: series.indicator.name, ...who } });
  else if (adds && actual !== undefined && missing.length > 0) {
    // Who has no target is not in the total, which lacks nothing where all the others are there
    const isWhole = counted.every((line) => line.actual !== undefined);
    notes.push({
      code: "reportedOnly",
      args: { reported: coverage.reported.size, ...who, ...(isWhole ? { isWhole } : {}) },
    });
  }
  if (taken.length > 0)
    notes.push({ code: "fromSuperior", args: { orgs: taken, by: writerOf(readings, taken) } });
  const undated = undatedIn(readings);
  if (period !== undefined && undated.length > 0)
    notes.push({
      code: "undated",
      args: {
        orgs: [...new Set(undated.map(({ org }) => org))],
        period,
        at: placesOf(undated.map(({ fact }) => fact)),
      },
    });
  for (const { reading } of lines) {
    const { standIn, line } = reading;
    const amount = standIn && sumOf(standIn.parts, unit, series);
    if (!standIn || amount === undefined) continue;
    if (standIn.period)
      notes.push({
        code: "carriedForward",
        args: { org: line.org, period: standIn.period, amount: decimalOf(amount) },
      });
    if (standIn.months)
      notes.push({ code: "monthsMissing", args: { org: line.org, months: [...standIn.months] } });
  }
  notes.push(...superiorNotes(lines, unit, series));
  for (const args of coverage.partly) notes.push({ code: "partlyReported", args });
  if (apart !== undefined) {
    const without = lines.filter(
      (line) => !counted.includes(line) && (line.actual ?? line.standIn) !== undefined,
    );
    const orgs = [...new Set(without.map(({ reading }) => reading.line.org))];
    const elsewhere = without.flatMap(({ reading: { targets, line } }) =>
      targets.some(({ source: of }) => of !== "" && of !== source) ? [line.org] : [],
    );
    const otherSource = elsewhere.length > 0 ? { otherSource: [...new Set(elsewhere)] } : {};
    notes.push({
      code: "noTarget",
      args: { amount: decimalOf(apart), orgs, ...otherSource, ...(apartAtLeast ? { atLeast: true } : {}) },
    });
  }
  for (const { status, targets, line } of readings)
    if (status === "notApplicable" && targets.length > 0)
      notes.push({
        code: "notApplicable",
        args: { org: line.org, ...(coverage.notApplicable.includes(line.org) ? {} : { partly: true }) },
      });
  const stated = statesOf(readings);
  if (stated.length > 0) notes.push({ code: "returnStates", args: { counts: stated, returns } });
  const back = [...new Set(readings.flatMap(({ sentBack, line }) => (sentBack ? [line.org] : [])))];
  if (back.length > 0) notes.push({ code: "sentBack", args: { orgs: back } });
  const leftOut = [...new Set(readings.flatMap(({ leftOut: out, line }) => (out ? [line.org] : [])))];
  if (leftOut.length > 0) notes.push({ code: "notReviewed", args: { orgs: leftOut } });
  return [...notes, ...correctionNotes(readings, unit, series)];
}

/** True for an org that gives its figures by month, has the one of this period, and lacks an earlier one. */
const hasThisMonth = (readings: readonly Reading[], org: string, period: Period | undefined): boolean =>
  lackingOf(readings, org).every(({ partial }) => partial?.parts.some(({ fact }) => endsWith(fact, period)));

/** True for one whose earlier months are covered by a cumulative figure: what it lacks is the cumulative one of this period. */
const hasEarlierCumulative = (
  readings: readonly Reading[],
  org: string,
  period: Period | undefined,
): boolean =>
  period !== undefined &&
  lackingOf(readings, org).every(({ line }) =>
    [...line.own, ...line.superior].some(
      ({ measure, value, period: of }) =>
        measure === "cumulative" &&
        value.status === "reported" &&
        of !== undefined &&
        yearOf(of) === yearOf(period) &&
        lastMonth(of) < lastMonth(period),
    ),
  );

const lackingOf = (readings: readonly Reading[], org: string): Reading[] =>
  readings.filter(({ line, status }) => line.org === org && (status === "missing" || status === "unusable"));

const endsWith = ({ period: own }: ObservationFact, period: Period | undefined): boolean =>
  own !== undefined && period !== undefined && lastMonth(own) === lastMonth(period);

/** What was corrected after it was locked, where that is another number. */
const correctionNotes = (
  readings: readonly Reading[],
  unit: CellFigures["unit"],
  series: CellFigures["series"],
): Note[] =>
  readings.flatMap(({ line, corrections }) =>
    corrections.flatMap(({ frozen, corrected, counted }): Note[] => {
      const [before, after] = [frozen && sumOf([frozen], unit, series), sumOf([corrected], unit, series)];
      const [was, is] = [
        before === undefined ? "" : decimalOf(before),
        after === undefined ? "" : decimalOf(after),
      ];
      const { org } = line;
      const { period = "" } = corrected.fact;
      return is === "" || is === was
        ? []
        : [
            {
              code: "correction",
              args: { org, period, frozen: was, corrected: is, counted, at: placesOf([corrected.fact]) },
            },
          ];
    }),
  );

/** The one who wrote all the figures that were taken from a superior; "" where there are several or nobody says. */
function writerOf(readings: readonly Reading[], taken: readonly string[]): string {
  const writers = new Set(
    readings.flatMap(({ line, parts }) =>
      taken.includes(line.org) ? parts.map(({ fact }) => fact.reporter ?? "") : [],
    ),
  );
  return writers.size === 1 ? ([...writers][0] ?? "") : "";
}

/** The figures used that say no period. */
const undatedIn = (readings: readonly Reading[]) =>
  readings.flatMap(({ line, parts }) =>
    parts.flatMap(({ fact }) => (fact.period === undefined ? [{ org: line.org, fact }] : [])),
  );

/** Where a superior has the figure that an org's own return lacks: it is named and not taken (law 2). */
function superiorNotes(
  lines: CellFigures["lines"],
  unit: CellFigures["unit"],
  series: CellFigures["series"],
): Note[] {
  const told = new Set<ObservationFact>();
  const reporting = new Set(
    lines.flatMap(({ reading }) => (reading.status === "reported" ? [reading.line.org] : [])),
  );
  return lines.flatMap(({ reading }): Note[] => {
    const { status, check, wholeCheck, leftOut, line } = reading;
    // A figure for all tasks of the org says nothing of one of them while another has been reported.
    const said = check?.status === "reported" || reporting.has(line.org) ? check : wholeCheck;
    const [first] = said?.parts ?? [];
    if (status === "reported" || leftOut || !said || !first || told.has(first.fact)) return [];
    told.add(first.fact);
    const amount = sumOf(said.parts, unit, series);
    const at = placesOf(said.parts.map(({ fact }) => fact));
    const by = first.fact.reporter ?? "";
    return amount === undefined
      ? []
      : [{ code: "superiorHasFigure", args: { org: line.org, by, amount: decimalOf(amount), at } }];
  });
}

const order: readonly ReturnState[] = ["submitted", "resubmitted", "reviewed", "locked"];

/** "A total says which state it uses" (the domain page §2): how many orgs of each, where some figure says its state. */
function statesOf(readings: readonly Reading[]): { readonly state: ReturnState; readonly orgs: number }[] {
  const used = readings.flatMap(({ line, parts }) => parts.map(({ fact }) => ({ org: line.org, fact })));
  if (!used.some(({ fact }) => fact.state !== undefined)) return [];
  return order.flatMap((state) => {
    const orgs = new Set(
      used.flatMap(({ org, fact }) => ((fact.state ?? "submitted") === state ? [org] : [])),
    );
    return orgs.size > 0 ? [{ state, orgs: orgs.size }] : [];
  });
}

/** Where figures stand, in the order of the sheets. */
export const placesOf = (facts: readonly ObservationFact[]): CellPlace[] =>
  facts.flatMap(({ at }) => (at ? [at] : [])).sort(comparePlaces);
