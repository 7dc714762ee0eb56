import { lastDay } from "@taizhang/model";
import { amountsOf, sourceOf, sumOf, unitOfCell, unitOfFigure } from "./cell-amounts.ts";
import type { CellFigures, CellOptions } from "./cell-figures.ts";
import { judged } from "./cell-judgement.ts";
import { ownFigures, sumFigures } from "./cell-sums.ts";
import { coverageOf } from "./coverage.ts";
import type { FigureOf } from "./facts.ts";
import { superiorChecks, superiorFigures, takenFrom } from "./parent.ts";
import type { Quotient } from "./quotient.ts";
import { rateChecks } from "./rate-notes.ts";
import { type Reading, sayOf } from "./reading.ts";
import type { Key } from "./roll-up-cell.ts";
import type { Part } from "./said.ts";
import type { Series } from "./series.ts";
import { withSharedActuals } from "./shared-actual.ts";
import { withSharedTargets } from "./shared-target.ts";
import { targetsFor, yearSoFar } from "./target-window.ts";
import { type TotalUnit, totalUnit } from "./total-unit.ts";
import { totalOf } from "./whose-total.ts";

/** What a cell looks up beyond its own lines; a line that is judged alone asks nothing of it. */
export interface Around {
  /** The readings of all lines of the series. */
  readonly everywhere: readonly Reading[];
  /** A rate from its parts, where they are known: of all orgs of a cell, or of one. */
  readonly quotient: (
    series: Series,
    of: { readonly key: Key; readonly rates: readonly Reading[]; readonly unit: string },
    org?: string,
  ) => Quotient | undefined;
}

/** The figures of one series in one group (一格的数). */
export function cellFigures(
  series: Series,
  key: Key,
  each: readonly Reading[],
  options: CellOptions,
  around?: Around,
): CellFigures {
  const readings = withSharedActuals(each);
  const { period } = options;
  const day = period === undefined ? undefined : lastDay(period);
  const flow = series.indicator.acrossTime === "sum";
  const said = readings.filter(({ status }) => status !== "notApplicable");
  const source = sourceOf(said, day);
  const isTotal = around
    ? totalOf(
        key,
        readings.map(({ line }) => line),
        series,
      )
    : () => false;
  const totals = series.totals.filter(isTotal);
  const saidByParent = sayOf(totals, flow, options);
  const ofTotals = series.totalTargets.filter(isTotal);
  const { targets: parentTargets } = targetsFor(ofTotals, period, options.time ?? yearSoFar);
  const parentChosen =
    parentTargets.find((one) => one.source === source || one.source === "") ??
    (source === undefined ? parentTargets[0] : undefined);
  const figures = [...totals, ...(parentChosen ? [parentChosen.fact] : [])];
  const unitOf = (some: readonly Reading[]) =>
    unitOfCell(
      some,
      source,
      () => (figures.length > 0 ? figures : firstFact(some.length > 0 ? some : readings)),
      series,
    );
  const whole = unitOf(said);
  const { active, found } =
    "differ" in whole ? withoutTargets(said, whole, unitOf) : { active: said, found: whole };
  const differ = "differ" in found ? found.differ : undefined;
  const unit = "differ" in found ? bareUnit(totals, series) : found;
  const lines = differ
    ? []
    : withSharedTargets(
        active.map((reading) => amountsOf(reading, source, unit, series)),
        period,
        unit,
        series,
      );
  const coverage = coverageOf(readings);
  const parent = parentFigure(series, key, active, around?.everywhere ?? [], saidByParent.parts, unit);
  const quotient =
    differ || series.indicator.acrossOrgs === "sum"
      ? undefined
      : around?.quotient(series, { key, rates: readings, unit: unit.text });
  const adds =
    !differ &&
    (series.indicator.acrossOrgs === "sum" ||
      (active.length === 1 &&
        quotient === undefined &&
        standsForAll(active, key, totals.length > 0 && parent !== undefined)));
  const parentTargetAmount =
    parentChosen?.value === undefined
      ? undefined
      : unit.into(parentChosen.value, unitOfFigure(parentChosen.fact, series));
  const parentTarget =
    parentChosen && parentTargetAmount !== undefined
      ? { amount: parentTargetAmount, by: parentChosen.fact.org, chosen: parentChosen }
      : undefined;
  const base = {
    series,
    readings,
    coverage,
    source,
    unit,
    ...(differ ? { differ } : {}),
    ...("differ" in whole && !differ ? { targetsDiffer: whole.differ } : {}),
    adds: adds && active.length > 0,
    lines,
    ...(period === undefined ? {} : { period }),
    preset: options.preset,
    returns: options.returns,
    rates: rateChecks(lines, (org, rates) =>
      series.indicator.acrossOrgs === "sum"
        ? undefined
        : around?.quotient(series, { key, rates, unit: unit.text }, org),
    ),
    taken: around ? takenFrom(active, around.everywhere) : [],
    checks: around ? superiorChecks(active, around.everywhere, series.indicator.acrossOrgs === "sum") : [],
    ...(parent ? { parent } : {}),
    ...(parentTarget ? { parentTarget } : {}),
  };
  const sums = base.adds ? sumFigures(base, parentTarget?.amount) : ownFigures(base, quotient);
  return { ...base, ...sums, ...judged({ ...base, ...sums }, options, flow) };
}

/**
 * Whether the one line of a cell is its figure, though nothing adds: which others have come in must not decide what a
 * city's rate is, so a total row goes first, unless the cell is of that very org. Known parts go before either.
 */
function standsForAll([only]: readonly Reading[], key: Key, hasTotal: boolean): boolean {
  const org = only?.line.org ?? "";
  const isOwn = Object.entries(key).some(([dimension, name]) => dimension !== "period" && name === org);
  return isOwn || !hasTotal;
}

/** 增长8% over 52亿元: what was done goes together, and is shown without the targets that measure something else. */
function withoutTargets<Unit extends object>(
  said: readonly Reading[],
  whole: Unit,
  unitOf: (some: readonly Reading[]) => Unit,
): { readonly active: readonly Reading[]; readonly found: Unit } {
  const active = said.map((reading): Reading => ({ ...reading, targets: [] }));
  const found = said.every(({ parts }) => parts.length > 0) ? unitOf(active) : whole;
  return "differ" in found ? { active: said, found } : { active, found };
}

/** The first row of a cell without any amount: it is in the unit of that row. */
function firstFact(readings: readonly Reading[]): FigureOf[] {
  for (const { line } of readings) {
    const [first] = [...line.targets, ...line.own, ...line.superior, ...line.others];
    if (first) return [first];
  }
  return [];
}

/** The unit of the parent's figures alone, where those below do not go together. */
function bareUnit(totals: readonly FigureOf[], series: Series): TotalUnit {
  const unit = unitOfCell([], undefined, () => totals, series);
  return "differ" in unit ? (totalUnit([]) as TotalUnit) : unit;
}

/** The parent's own figure for the cell: its total, or for a cell of one org the superior's figure that checks it. */
function parentFigure(
  series: Series,
  key: Key,
  active: readonly Reading[],
  everywhere: readonly Reading[],
  ofTotal: readonly Part[],
  unit: TotalUnit,
): CellFigures["parent"] {
  const parts =
    ofTotal.length > 0
      ? ofTotal
      : Object.keys(key).some((dimension) => dimension !== "period")
        ? superiorFigures(active, everywhere, series.indicator.acrossOrgs === "sum")
        : undefined;
  const [first] = parts ?? [];
  const amount = parts && first ? sumOf(parts, unit, series) : undefined;
  return parts && first && amount !== undefined
    ? { parts, amount, by: first.fact.reporter ?? first.fact.org }
    : undefined;
}
