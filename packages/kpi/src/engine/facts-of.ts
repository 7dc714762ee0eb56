import { lastDay, type Period } from "@taizhang/model";
import { amountsOf, type LineAmounts, sourceOf, unitOfCell } from "../cell-amounts.ts";
import { checkAsked } from "../checked-dates.ts";
import type { Figures } from "../facts.ts";
import type { Line } from "../line.ts";
import type { Reading } from "../reading.ts";
import { latestPeriod } from "../reported-periods.ts";
import { roundOf } from "../round.ts";
import { decimalOf } from "../scaled.ts";
import { isBelowZero, type Series, seriesOf } from "../series.ts";
import { sharedActualOf } from "../shared-actual.ts";
import type { TotalUnit } from "../total-unit.ts";
import type { ReturnedFact } from "./compare-returns.ts";
import type { Fact, FactFrame } from "./fact.ts";
import { placesOf } from "./places-of.ts";

/** Something of the figures that a table of facts cannot carry, and why. */
export interface NotCarried {
  readonly org: string;
  readonly indicator: string;
  /**
   * `unit`: the indicator's units do not go together, and no fact of it is made. `shared`: orgs have one figure or target
   * together; it counts as unusable, or as none. `members`: several members of a dimension, of which the first is taken.
   */
  readonly why: "unit" | "shared" | "members";
  /** Of `members`: the dimension. */
  readonly dimension?: string;
}

/** Facts made from figures, ready for `encodeFacts(frame, facts)`, and what they could not carry. */
export interface FactsOfFigures {
  readonly frame: FactFrame;
  /** Each with the task that it is of, for `compareReturns`. */
  readonly facts: readonly ReturnedFact[];
  readonly period?: Period;
  readonly notCarried: readonly NotCarried[];
}

/**
 * The facts of figures (由填报数得出事实): of each org, task and indicator the one figure that counts in a period, decided as
 * `rollUp` decides it (whose word counts, duplicates, 退回, joint tasks, sources of targets) and in the unit of the indicator's
 * total, with what it is at least where it is missing or becomes so (沿用). What a parent says of a total is not among them.
 * @example const { frame, facts } = factsOf(figuresOf(readings)); rollUpFacts(encodeFacts(frame, facts).table, { sets: [{}] })
 */
export function factsOf(
  figures: Figures,
  options: {
    readonly period?: string;
    readonly returns?: "latest" | "reviewed";
    /** False leaves out what stands in for missing figures, so that only what was reported is there. */
    readonly carried?: boolean;
  } = {},
): FactsOfFigures {
  checkAsked(options);
  const period = options.period ?? latestPeriod(figures);
  const stated = seriesOf({ ...figures, tasks: [] });
  const round = roundOf(stated, period, true, options);
  const allSeries = stated.map((series) => withoutOwnSigns(series, round.readings(series)));
  const lines = allSeries.flatMap((series) => series.lines);
  const places = placesOf(lines);
  const notCarried: NotCarried[] = [];
  const facts: ReturnedFact[] = [];
  const indicators: FactFrame["indicators"][number][] = [];
  for (const series of allSeries) {
    const main = readIn(series, allSeries, options, [period, true]);
    if ("differ" in main.unit) {
      for (const { org } of series.lines) notCarried.push({ org, indicator: series.key, why: "unit" });
      continue;
    }
    const { unit } = main;
    const now = main.lines(unit);
    indicators.push({
      ...series.indicator,
      key: series.key,
      direction: series.direction,
      unit: unit.text,
      mayBeNegative: !series.nonNegative,
    });
    const standInOf = main.standIns(unit);
    for (const { line, said } of now) {
      const fact = {
        org: line.org,
        indicator: series.key,
        ...(line.task === "" ? {} : { task: line.task }),
        ...(period === undefined ? {} : { period }),
        ...places.of(line),
      };
      // The org still lacks its figure, and has at least this as long as it does
      const standIn = options.carried === false ? undefined : standInOf(line, said);
      facts.push({
        ...fact,
        ...targetIn(said),
        ...actualIn(said),
        ...(standIn === undefined ? {} : { standIn: decimalOf(standIn) }),
      });
    }
    for (const { line, said } of now) {
      const { org } = line;
      if (sharedActualOf(said.reading) || line.targets.some(({ shared }) => shared))
        notCarried.push({ org, indicator: series.key, why: "shared" });
      for (const dimension of places.cutOf(line))
        notCarried.push({ org, indicator: series.key, why: "members", dimension });
    }
  }
  return {
    frame: { indicators, ...places.frame, measure: "cumulative" },
    facts,
    ...(period === undefined ? {} : { period }),
    notCarried,
  };
}

/**
 * A series as it is without the figures of its rows: whether these are below zero is said by the facts themselves, and an
 * edit may change it. What else stands below zero (another month, a superior's figure) does not change with them.
 */
function withoutOwnSigns(series: Series, readings: readonly Reading[]): Series {
  if (series.nonNegative || series.indicator.mayBeNegative) return series;
  const own = new Set(
    readings.flatMap(({ status, parts: [part, ...more] }) =>
      status === "reported" && part && more.length === 0 ? [part.fact] : [],
    ),
  );
  const others = [
    ...series.totals,
    ...series.lines.flatMap((line) => [...line.own, ...line.superior, ...line.whole, ...line.others]),
  ].filter((fact) => !own.has(fact));
  return { ...series, nonNegative: !others.some(isBelowZero) };
}

interface Read {
  readonly line: Line;
  readonly said: LineAmounts;
}

/** Reads a series in a period, with the source of targets that the total assesses. */
function readIn(
  series: Series,
  allSeries: readonly Series[],
  options: { readonly returns?: "latest" | "reviewed" },
  [period, main]: readonly [period: Period | undefined, main: boolean],
) {
  const round = roundOf(allSeries, period, main, options);
  const readings = round.readings(series);
  const active = readings.filter(({ status }) => status !== "notApplicable");
  const source = sourceOf(active, period === undefined ? undefined : lastDay(period));
  return {
    unit: unitOfCell(active, source, () => (series.unit ? [series.unit] : []), series),
    lines: (unit: TotalUnit): Read[] =>
      readings.map((reading) => ({
        line: reading.line,
        said: amountsOf(reading, source, unit, series),
      })),
    /** What each line has at least as long as it lacks its figure: as it does now, or would if the rows went blank. */
    standIns: (unit: TotalUnit) => {
      const known = new Map(
        round
          .blanked(series)
          .map(([line, reading]) => [line, amountsOf(reading, source, unit, series).standIn]),
      );
      return (line: Line, { reading: { status }, standIn }: LineAmounts) =>
        status === "missing" || status === "unusable" ? standIn : known.get(line);
    },
  };
}

const targetIn = (said: LineAmounts | undefined): Pick<Fact, "target" | "pending"> =>
  said?.target !== undefined
    ? { target: decimalOf(said.target) }
    : said?.chosen && said.chosen.value === undefined
      ? { pending: true }
      : {};

const actualIn = ({ reading: { status }, actual }: LineAmounts): Pick<Fact, "actual" | "status"> =>
  status === "reported" && actual !== undefined
    ? { actual: decimalOf(actual) }
    : status === "missing"
      ? {}
      : { status: status === "notApplicable" ? status : "unusable" };
