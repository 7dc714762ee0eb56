import type { Period } from "@taizhang/model";
import { checkAsked } from "./checked-dates.ts";
import type { Figures, TaskFact } from "./facts.ts";
import { grouping, orderedKey } from "./grouping.ts";
import { blankAfter, latestPeriod, periodsOf } from "./reported-periods.ts";
import type { RollUp, RollUpCell, RollUpOptions } from "./roll-up-cell.ts";
import { judgeTasks, roundOf } from "./round.ts";
import { type Series, seriesOf } from "./series.ts";
import { taskCounts } from "./task-counts.ts";

/**
 * The roll-up of figures: for each indicator its grand total and one cell for each group, and the counts of task
 * states (汇总). The order of the figures changes nothing, and no clock is read. Grand totals come from the lines and
 * never from the groups, so that joint tasks count once. The domain page §4. An unknown preset throws, a dimension
 * of the caller's own in `by` that no fact has, and a period or day that is written as none ("2016-9").
 * @example rollUp({ tasks, targets, observations }, { by: ["division"], period: "2016-10" }).cells
 */
export function rollUp(figures: Figures, options: RollUpOptions = {}): RollUp {
  return rollUpSeries(seriesOf(figures), figures, options);
}

/** The roll-up of figures whose series are known already. */
export function rollUpSeries(
  allSeries: readonly Series[],
  figures: Figures,
  options: RollUpOptions = {},
): RollUp {
  checkAsked(options);
  const main = options.period ?? latestPeriod(figures);
  const blank = options.period === undefined && main !== undefined ? blankAfter(figures, main) : [];
  const by = options.by ?? [];
  const dimensions = by.filter((dimension) => dimension !== "period");
  for (const dimension of dimensions) if (!known.has(dimension)) checkDimension(figures, dimension);
  const rounds = by.includes("period") ? periodsOf(figures, main) : [main];
  const cells: { readonly order: number; readonly cell: RollUpCell }[] = [];
  const mainRound = roundOf(allSeries, main, true, options);
  const roll = (period: Period | undefined, grouped: boolean, total: boolean) => {
    const round = period === main ? mainRound : roundOf(allSeries, period, false, options);
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
      : taskCounts(figures.tasks, {
          by,
          rounds,
          main,
          ...(options.today ? { today: options.today } : {}),
          ...(options.returns ? { returns: options.returns } : {}),
          judge: judgeTasks(allSeries, main, options),
        });
  const said = (cell: RollUpCell): RollUpCell =>
    blank.length === 0 || cell.period !== main
      ? cell
      : { ...cell, notes: [...cell.notes, { code: "emptyLater", args: { periods: blank } }] };
  return { cells: cells.map(({ cell }) => said(cell)), counts };
}

/** What a sheet may or may not state; what is not stated is a group of its own. */
const known: ReadonlySet<string> = new Set(["division", "department", "program"]);

/** The dimensions that facts have, for who misspelt one. */
const dimensionsOf = (facts: readonly Pick<TaskFact, "dims">[]): string =>
  [...new Set(facts.flatMap(({ dims }) => Object.keys(dims)))].sort().join(", ") || "none";

/** A dimension of the caller's own that no fact has is a slip of the pen: each total would come twice, under "". */
function checkDimension({ tasks, targets, observations }: Figures, dimension: string): void {
  const facts = [...tasks, ...targets, ...observations];
  if (facts.length > 0 && !facts.some(({ dims }) => dims[dimension] !== undefined))
    throw new RangeError(
      `No fact has the dimension ${dimension}; the facts have ${dimensionsOf(facts)}, and "period" is always one`,
    );
}
