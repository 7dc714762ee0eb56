import { firstMonth, isPeriod, lastMonth, monthOfNumber, type Period } from "@taizhang/model";
import { type Decimal, subtract } from "@taizhang/quantity";
import { checkAsked } from "./checked-dates.ts";
import type { Figures, ObservationFact } from "./facts.ts";
import { latestPeriod } from "./reported-periods.ts";
import { rollUpSeries } from "./roll-up.ts";
import type { Key, RollUpCell, RollUpOptions } from "./roll-up-cell.ts";
import { seriesOf } from "./series.ts";
import { type Change, yearOnYear } from "./year-on-year.ts";

/** A figure beside its base, and the change between them. */
export interface ChangeFrom {
  readonly current: Decimal;
  readonly base: Decimal;
  readonly change: Change;
}

/** How one total has changed (增减). Null where one of the two is not whole: missing is not zero. */
export interface CellChange {
  readonly key: Key;
  readonly indicator: string;
  readonly indicatorKey: string;
  readonly unit: string;
  readonly period: string;
  /** 同比: the cumulative figure against that of last year. */
  readonly yearOnYear: ChangeFrom | null;
  /** 环比: the month alone against the month before, of what does not add over time the figures of the two. */
  readonly periodOnPeriod: ChangeFrom | null;
}

/**
 * 同比 and 环比 of every total, by the same groups as a roll-up (同比环比). The base of last year is what the returns state this
 * year (上年同期), else the figures of that month themselves. Only whole totals of the same orgs in one unit are compared.
 * @example changesOf(figures, { by: ["division"], period: "2016-10" })[0]?.yearOnYear?.change // { kind: "rate", rate: "0.12" }
 */
export function changesOf(figures: Figures, options: RollUpOptions = {}): CellChange[] {
  checkAsked(options);
  const period = options.period ?? latestPeriod(figures);
  if (period === undefined || !isPeriod(period)) return [];
  const by = (options.by ?? []).filter((dimension) => dimension !== "period");
  const all = { ...figures, tasks: [] };
  const indicators = new Map(seriesOf(all).map(({ key, indicator }) => [key, indicator]));
  const cellsAt = (of: Figures, at: Period): ReadonlyMap<string, RollUpCell> =>
    new Map(
      rollUpSeries(seriesOf(of), of, { ...options, by, period: at }).cells.map((cell) => [
        placeOf(cell),
        cell,
      ]),
    );
  const at = new Map<number, ReadonlyMap<string, RollUpCell>>();
  /** The cells of the period that ends with a month, and is one of the figures. */
  const ending = (month: number): ReadonlyMap<string, RollUpCell> => {
    const found = at.get(month) ?? cellsAt(all, month === lastMonth(period) ? period : monthOfNumber(month));
    at.set(month, found);
    return found;
  };
  const end = lastMonth(period);
  const stated = cellsAt({ tasks: [], targets: [], observations: lastYears(figures, period) }, period);
  const isMonth = firstMonth(period) === end;
  return [...ending(end)].map(([place, cell]): CellChange => {
    const { accounting = "flow", acrossTime } = indicators.get(cell.indicatorKey) ?? {};
    const whole = (of: RollUpCell | undefined): Decimal | undefined =>
      of && of.unit === cell.unit && of.expected === cell.expected && isWhole(of)
        ? (of.actual ?? undefined)
        : undefined;
    const amount = (month: number) => whole(ending(month).get(place));
    /** The month alone. */
    const alone = (month: number): Decimal | undefined => {
      const until = amount(month);
      if (until === undefined || acrossTime !== "sum" || month % 12 === 0) return until;
      const before = amount(month - 1);
      return before === undefined ? undefined : subtract(until, before);
    };
    const changed = (current: Decimal | undefined, base: () => Decimal | undefined): ChangeFrom | null => {
      const from = current === undefined ? undefined : base();
      return current === undefined || from === undefined
        ? null
        : { current, base: from, change: yearOnYear(current, from, accounting) };
    };
    return {
      key: cell.key,
      indicator: cell.indicator,
      indicatorKey: cell.indicatorKey,
      unit: cell.unit,
      period,
      yearOnYear: changed(amount(end), () => whole(stated.get(place)) ?? amount(end - 12)),
      periodOnPeriod: isMonth ? changed(alone(end), () => alone(end - 1)) : null,
    };
  });
}

/** What the returns of a period state of last year, as figures of the period. */
const lastYears = ({ observations }: Figures, period: Period): ObservationFact[] =>
  observations.flatMap((fact) =>
    fact.measure === "lastYear" && (fact.period === undefined || lastMonth(fact.period) === lastMonth(period))
      ? [{ ...fact, measure: "cumulative" as const, period }]
      : [],
  );

const isWhole = ({ expected, reported, atLeast }: RollUpCell): boolean =>
  expected > 0 && reported === expected && !atLeast;

const placeOf = ({ indicatorKey, key }: RollUpCell): string => JSON.stringify([indicatorKey, key]);
