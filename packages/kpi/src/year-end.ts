import { comparePeriods, isPeriod, lastMonth, type Period, yearOf } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import { checkAsked } from "./checked-dates.ts";
import type { Figures } from "./facts.ts";
import { type CumulativeAt, type Forecast, forecast } from "./forecast.ts";
import { grouping } from "./grouping.ts";
import { latestPeriod, periodsOf } from "./reported-periods.ts";
import type { Key, RollUpCell, RollUpOptions } from "./roll-up-cell.ts";
import { roundOf } from "./round.ts";
import { seriesOf } from "./series.ts";
import { yearSoFar } from "./target-window.ts";

/** The year's end of one indicator as it may come out, with what it rests on (年底预测). */
export interface YearEnd extends Forecast {
  /** The group, `{}` for the grand total. */
  readonly key: Key;
  readonly indicator: string;
  readonly unit: string;
  readonly target: Decimal | null;
}

/**
 * The year's end of each indicator's grand total, and with `by` of each group, as a range (年底预测). Only flows have one, and only months count in
 * which every expected org has reported: a total that is 至少 foretells nothing. With last year's months among the
 * figures its shape stands beside the straight line. At the year's end nothing is left to foretell. The domain page §3.
 * @example yearEnds({ tasks, targets, observations }, { period: "2016-10" })[0]?.most
 */
export function yearEnds(figures: Figures, options: RollUpOptions = {}): YearEnd[] {
  checkAsked(options);
  const main = options.period ?? latestPeriod(figures);
  if (main === undefined || !isPeriod(main) || lastMonth(main) % 12 === 11) return [];
  const allSeries = seriesOf(figures);
  const flows = allSeries.filter(
    ({ indicator, direction }) =>
      indicator.accounting === "flow" &&
      indicator.acrossOrgs === "sum" &&
      indicator.acrossTime === "sum" &&
      !indicator.mayBeNegative &&
      direction !== "within",
  );
  if (flows.length === 0) return [];
  const months = periodsOf(figures, main).filter((period) => yearOf(period) >= yearOf(main) - 1);
  // The totals as `rollUp` has them; no tasks are judged.
  const by = (options.by ?? []).filter((dimension) => dimension !== "period");
  const totals = months.map((period) => {
    const round = roundOf(allSeries, period, true, options, yearSoFar);
    const cells = flows.flatMap((series) => {
      const readings = round.readings(series);
      const groups = by.length === 0 ? [] : grouping(readings, ({ line }) => line.dims, by);
      return [
        round.cell(series, {}, {}, readings),
        ...groups.map(({ key, codes, items }) => round.cell(series, key, codes, items)),
      ];
    });
    return { period, cells };
  });
  const last = totals.find(({ period }) => comparePeriods(period, main) === 0)?.cells ?? [];
  return last.flatMap((cell): YearEnd[] => {
    const at = totals.flatMap(({ period, cells }) => cumulativeOf(cells, cell, period));
    const isNow = ({ period }: CumulativeAt) => yearOf(period) === yearOf(main);
    const { direction, target } = cell;
    const found = forecast({
      actuals: at.filter(isNow),
      lastYear: at.filter((one) => !isNow(one)),
      direction: direction === "down" ? "down" : "up",
      ...(target === null ? {} : { target }),
    });
    return found ? [{ key: cell.key, indicator: cell.indicator, unit: cell.unit, target, ...found }] : [];
  });
}

/** The total of a month in the same unit, where it is whole. */
function cumulativeOf(cells: readonly RollUpCell[], of: RollUpCell, period: Period): CumulativeAt[] {
  const cell = cells.find(
    ({ indicatorKey, key }) =>
      indicatorKey === of.indicatorKey && JSON.stringify(key) === JSON.stringify(of.key),
  );
  const whole = cell && cell.expected > 0 && cell.reported === cell.expected && !cell.atLeast;
  return whole && cell.actual !== null && cell.unit === of.unit ? [{ period, amount: cell.actual }] : [];
}
