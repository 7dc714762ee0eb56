import type { Period } from "@taizhang/model";
import type { Figures } from "./facts.ts";
import { grouping, orderedKey } from "./grouping.ts";
import { latestPeriod, periodsOf } from "./reported-periods.ts";
import type { RollUp, RollUpCell, RollUpOptions } from "./roll-up-cell.ts";
import { judgeTasks, roundOf } from "./round.ts";
import { seriesOf } from "./series.ts";
import { taskCounts } from "./task-counts.ts";

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
      : taskCounts(figures.tasks, {
          by,
          rounds,
          main,
          ...(options.today ? { today: options.today } : {}),
          judge: judgeTasks(allSeries, main, options),
        });
  return { cells: cells.map(({ cell }) => cell), counts };
}
