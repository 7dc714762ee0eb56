import { comparePeriods, isPeriod, lastDay, lastMonth, type Period, yearOf } from "@taizhang/model";
import { type Around, type CellOptions, cellFigures } from "./cell.ts";
import type { Figures } from "./facts.ts";
import { grouping, orderedKey } from "./grouping.ts";
import { type LightRule, lightRule } from "./light.ts";
import type { Line } from "./line.ts";
import { printedCell } from "./printed-cell.ts";
import { ratioFromParts } from "./ratio-from-parts.ts";
import { type Reading, read } from "./reading.ts";
import type { Key, RollUp, RollUpCell, RollUpOptions, TaskLights } from "./roll-up-cell.ts";
import { type Series, seriesOf } from "./series.ts";
import { type CountOptions, taskCounts, taskLightsOf } from "./task-counts.ts";

/**
 * The roll-up of figures: for each indicator its grand total and one cell for each group, and the counts of task
 * states (汇总). The order of the figures changes nothing, and no clock is read. Grand totals come from the lines and
 * never from the groups, so that joint tasks count once. The domain page §4. An unknown preset throws.
 * @example rollUp({ tasks, targets, observations }, { by: ["division"], period: "2016-10" }).cells
 */
export function rollUp(figures: Figures, options: RollUpOptions = {}): RollUp {
  const allSeries = seriesOf(figures);
  const main = options.period ?? latestPeriod(figures);
  const by = options.by ?? [];
  const dimensions = by.filter((dimension) => dimension !== "period");
  const rounds = by.includes("period") ? periodsOf(figures, main) : [main];
  const cells: { readonly order: number; readonly cell: RollUpCell }[] = [];
  const roll = (period: Period | undefined, grouped: boolean, total: boolean) => {
    const round = roundOf(allSeries, period, period === main, options);
    for (const [order, series] of allSeries.entries()) {
      const readings = round.readings(series);
      if (total) cells.push({ order, cell: round.cell(series, {}, {}, readings) });
      if (!grouped) continue;
      for (const { key, codes, items } of grouping(readings, ({ line }) => line.dims, dimensions)) {
        const ordered = orderedKey(key, by, period);
        cells.push({ order, cell: round.cell(series, ordered, codes, items) });
      }
    }
  };
  roll(main, false, true);
  if (by.length > 0) for (const period of rounds) roll(period, true, false);
  cells.sort((a, b) => a.order - b.order);
  const counts =
    figures.tasks.length === 0
      ? []
      : taskCounts(figures.tasks, { by, rounds, ...countingOf(allSeries, main, options) });
  return { cells: cells.map(({ cell }) => cell), counts };
}

/**
 * How many tasks show which light, each task once with the worst of its targets: they add up to the total of the
 * counts (任务亮灯统计). The domain page §3. An unknown preset throws.
 * @example taskLights(figures, { period: "2016-10" }).lights.green // 50
 */
export function taskLights(figures: Figures, options: Omit<RollUpOptions, "by"> = {}): TaskLights {
  const main = options.period ?? latestPeriod(figures);
  return taskLightsOf(figures.tasks, countingOf(seriesOf(figures), main, options));
}

/** What the states of tasks are found with: the lines of the tasks, each judged alone. */
const countingOf = (
  allSeries: readonly Series[],
  main: Period | undefined,
  options: RollUpOptions,
): Omit<CountOptions, "by" | "rounds"> => ({
  main,
  ...(options.today ? { today: options.today } : {}),
  judge: (period, tasks) => {
    const round = roundOf(allSeries, period, period === main, options);
    return allSeries.flatMap((series) =>
      round
        .readings(series)
        .filter(({ line }) => tasks.has(line.task))
        .map((reading) => ({ line: reading.line, figures: round.alone(series, reading) })),
    );
  },
});

/** The cells of one period. */
function roundOf(
  allSeries: readonly Series[],
  period: Period | undefined,
  main: boolean,
  options: RollUpOptions,
) {
  const settings: CellOptions = {
    period,
    main,
    returns: options.returns ?? "latest",
    rule: ruleOf(options.preset, period),
    paceBy: options.paceBy ?? "month",
    ...(options.idleMonths ? { idleMonths: options.idleMonths } : {}),
    ...(options.today ? { today: options.today } : {}),
  };
  const due = main ? options.due : undefined;
  const byKey = new Map(allSeries.map((series) => [series.key, series]));
  const known = new Map<Series, Reading[]>();
  const readings = (series: Series): Reading[] => {
    const found =
      known.get(series) ??
      series.lines.filter((line) => isExpected(line, settings)).map((line) => read(line, series, settings));
    known.set(series, found);
    return found;
  };
  const quotient: Around["quotient"] = ({ indicator }, of) => {
    const top = byKey.get(indicator.numerator ?? "");
    const bottom = byKey.get(indicator.denominator ?? "");
    return top && bottom && ratioFromParts([top, bottom], readings, of);
  };
  return {
    readings,
    /** One line without regard to any total: a task is its org's and not the city's. */
    alone: (series: Series, reading: Reading) => cellFigures(series, {}, [reading], settings),
    cell: (series: Series, key: Key, codes: Key, some: readonly Reading[]) => {
      const around = { everywhere: readings(series), quotient };
      return printedCell(cellFigures(series, key, some, settings, around), key, codes, period, due);
    },
  };
}

function ruleOf(preset: string | undefined, period: Period | undefined): LightRule {
  const rule = lightRule(preset, period === undefined ? undefined : lastDay(period));
  if (!rule) throw new RangeError(`No such preset of lights: ${preset}`);
  return rule.value;
}

/** The latest period of the figures (最新一期). */
function latestPeriod(figures: Figures): Period | undefined {
  const all = periodsOf(figures, undefined);
  return all[all.length - 1];
}

/** All periods with figures of their own, in order, up to the one asked for. */
function periodsOf({ observations, tasks }: Figures, last: Period | undefined): Period[] {
  const periods = new Set<Period>();
  for (const { period, measure } of observations) if (period && measure !== "lastYear") periods.add(period);
  if (periods.size === 0) for (const { period } of tasks) if (period) periods.add(period);
  return [...periods]
    .filter((period) => isPeriod(period) && (last === undefined || lastMonth(period) <= lastMonth(last)))
    .sort(comparePeriods);
}

/** An org is expected where a target of the period or a row of its year stands in some file (应报). */
function isExpected(line: Line, { period, main }: CellOptions): boolean {
  if (period === undefined) return true;
  const year = yearOf(period);
  const near = (of: Period | undefined) => (of === undefined ? main : yearOf(of) === year);
  return (
    line.targets.some((target) => target.period === undefined || yearOf(target.period) === year) ||
    [...line.own, ...line.superior, ...line.others].some(
      (fact) => fact.measure !== "lastYear" && near(fact.period),
    )
  );
}
