import { lastDay, type Period, yearOf } from "@taizhang/model";
import { type Around, cellFigures } from "./cell.ts";
import type { CellFigures, CellOptions } from "./cell-figures.ts";
import { groupBy } from "./group-by.ts";
import { type LightRule, lightRule, noSuchPreset } from "./light.ts";
import type { Line } from "./line.ts";
import { printedCell } from "./printed-cell.ts";
import { ratioFromParts } from "./ratio-from-parts.ts";
import { type Reading, read, withoutFigure } from "./reading.ts";
import type { Key, RollUpOptions } from "./roll-up-cell.ts";
import type { Series } from "./series.ts";
import { type TargetTime, targetTime } from "./target-window.ts";

/** A line with the figures of its own single cell. */
export interface JudgedLine {
  readonly line: Line;
  readonly figures: CellFigures;
}

/** The lines of some tasks in a period, each judged alone, whatever the totals say. */
export const judgeTasks =
  (allSeries: readonly Series[], main: Period | undefined, options: RollUpOptions) =>
  (period: Period | undefined, tasks: ReadonlySet<string>): JudgedLine[] => {
    const round = roundOf(allSeries, period, period === main, options);
    return allSeries.flatMap((series) =>
      round
        .readings(series)
        .filter(({ line }) => tasks.has(line.task))
        .map((reading) => ({ line: reading.line, figures: round.alone(series, reading) })),
    );
  };

/** The cells of one period; `time` where the targets of all series are of one time, whatever they say. */
export function roundOf(
  allSeries: readonly Series[],
  period: Period | undefined,
  main: boolean,
  options: RollUpOptions,
  time?: TargetTime,
) {
  const settings: CellOptions = {
    period,
    main,
    returns: options.returns ?? "latest",
    preset: options.preset ?? "default",
    rule: ruleOf(options.preset, period),
    paceBy: options.paceBy ?? "month",
    ...(options.idleMonths ? { idleMonths: options.idleMonths } : {}),
    ...(options.today ? { today: options.today } : {}),
  };
  const due = main ? options.due : undefined;
  const byKey = new Map(allSeries.map((series) => [series.key, series]));
  const known = new Map<Series, Reading[]>();
  const times = new Map<Series, CellOptions>();
  /** The settings with the time that the targets of a series are for. */
  const settingsOf = (series: Series): CellOptions => {
    const found = times.get(series) ?? { ...settings, time: time ?? targetTime(series, period) };
    times.set(series, found);
    return found;
  };
  const readings = (series: Series): Reading[] => {
    const found =
      known.get(series) ??
      series.lines
        .filter((line) => isExpected(line, settings))
        .map((line) => read(line, series, settingsOf(series)));
    known.set(series, found);
    return found;
  };
  const byOrg = new Map<Series, ReadonlyMap<string, Reading[]>>();
  /** The readings of one org, so that asking for each org in turn reads each line once. */
  const readingsOf =
    (org: string) =>
    (series: Series): readonly Reading[] => {
      const found = byOrg.get(series) ?? groupBy(readings(series), ({ line }) => line.org);
      byOrg.set(series, found);
      return found.get(org) ?? [];
    };
  const quotient: Around["quotient"] = ({ indicator }, of, org) => {
    // An indicator without a name has the key "": that one without parts must not find it.
    const partOf = (key: string | undefined) => (key ? byKey.get(key) : undefined);
    const [top, bottom] = [partOf(indicator.numerator), partOf(indicator.denominator)];
    const some = org === undefined ? readings : readingsOf(org);
    return top && bottom && ratioFromParts([top, bottom], some, of);
  };
  return {
    readings,
    /** Each line as it would read without any figure of the period. */
    blanked: (series: Series): (readonly [Line, Reading])[] =>
      readings(series).map(({ line }) => [
        line,
        read(withoutFigure(line, settings), series, settingsOf(series)),
      ]),
    /** One line without regard to any total: a task is its org's and not the city's. */
    alone: (series: Series, reading: Reading) => cellFigures(series, {}, [reading], settingsOf(series)),
    cell: (series: Series, key: Key, codes: Key, some: readonly Reading[]) => {
      const around = { everywhere: readings(series), quotient };
      return printedCell(cellFigures(series, key, some, settingsOf(series), around), key, codes, period, due);
    },
  };
}

function ruleOf(preset: string | undefined, period: Period | undefined): LightRule {
  const rule = lightRule(preset, period === undefined ? undefined : lastDay(period));
  if (!rule) throw noSuchPreset(preset);
  return rule.value;
}

/** An org is expected where a target of the period or a row of its year stands in some file (应报). */
function isExpected(line: Line, { period, main }: CellOptions): boolean {
  if (period === undefined) return true;
  const year = yearOf(period);
  const near = (of: Period | undefined) => (of === undefined ? main : yearOf(of) === year);
  return (
    line.targets.some((target) => target.period === undefined || yearOf(target.period) === year) ||
    [line.own, line.superior, line.others].some((facts) =>
      facts.some((fact) => fact.measure !== "lastYear" && near(fact.period)),
    )
  );
}
