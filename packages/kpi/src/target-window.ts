import { contains, firstMonth, isPeriod, lastMonth, monthOfNumber, type Period } from "@taizhang/model";
import { add, type Decimal, decimal, shift } from "@taizhang/quantity";
import type { TargetWindow } from "./chosen-target.ts";
import { applies, type ChosenTarget, targetsIn } from "./chosen-target.ts";
import { defined } from "./defined.ts";
import type { TargetFact } from "./facts.ts";
import type { Series } from "./series.ts";

/** For what time the targets of a series are held against its figures. */
export interface TargetTime {
  /** Set where they are of quarters or months: in-period figures of that time count, and nothing before it. */
  readonly window?: TargetWindow;
  /** True where some target is of a year or says no period: those of quarters and months are then other targets. */
  readonly yearly: boolean;
}

/** Cumulative figures and targets of the year, whatever else there is (本年累计). */
export const yearSoFar: TargetTime = { yearly: true };

/** Less than a year: "2016Q3", "2016-10". */
const isShort = ({ period }: TargetFact): boolean => period !== undefined && /^\d{4}[Q-]/.test(period);

const isTarget = ({ value, status, shared }: TargetFact): boolean =>
  value !== undefined || status === "pending" || shared !== undefined;

/**
 * For what time the targets of a series are in a period (目标的期). "Target: indicator × org × period" and "cumulative and
 * in-period columns never mix": a target of a quarter or a month is held against the figure of that very time, and one of
 * the year against the year so far. Where the series has a target of the year, that one is meant. The domain page §2, §4.
 */
export function targetTime(series: Series, period: Period | undefined): TargetTime {
  if (period === undefined || !isPeriod(period)) return yearSoFar;
  const facts = [...series.lines.flatMap(({ targets }) => targets), ...series.totalTargets];
  const here = facts.filter((fact) => isTarget(fact) && applies(fact, period));
  if (here.some((fact) => !isShort(fact))) return yearSoFar;
  const [first] = here;
  if (!first || series.indicator.acrossTime !== "sum") return { yearly: false };
  const inside = here.some((fact) => contains(period, fact.period as Period));
  const of = inside ? period : (first.period as Period);
  return { yearly: false, window: { period: of, first: firstMonth(of), last: lastMonth(of) } };
}

/** The targets of a line in a period, one a source, and the months whose target is lacking for a whole (一条的目标). */
export function targetsFor(
  facts: readonly TargetFact[],
  period: Period | undefined,
  { window, yearly }: TargetTime,
): { readonly targets: readonly ChosenTarget[]; readonly lacking: readonly Period[] } {
  const here = facts.filter((fact) => applies(fact, period));
  const short = here.filter(isShort);
  if (short.length === 0 || period === undefined) return { targets: targetsIn(here, period), lacking: [] };
  if (window) return inWindow(short, window);
  const long = here.filter((fact) => !isShort(fact));
  if (yearly) return { targets: targetsIn(long, period), lacking: [] };
  // What does not add over time has the last of them
  const end = Math.max(...short.map((fact) => lastMonth(fact.period as Period)));
  return {
    targets: targetsIn(
      short.filter((fact) => lastMonth(fact.period as Period) === end),
      period,
    ),
    lacking: [],
  };
}

function inWindow(short: readonly TargetFact[], window: TargetWindow) {
  const { first, last } = window;
  const spans = (fact: TargetFact) => [firstMonth(fact.period as Period), lastMonth(fact.period as Period)];
  const exact = short.filter((fact) => spans(fact)[0] === first && spans(fact)[1] === last);
  if (exact.length > 0)
    return { targets: targetsIn(exact, window.period).map((one) => ({ ...one, window })), lacking: [] };
  const parts = short.filter((fact) => contains(window.period, fact.period as Period));
  const byPeriod = new Map<Period, ChosenTarget[]>();
  for (const { period } of parts)
    if (period !== undefined && !byPeriod.has(period))
      byPeriod.set(
        period,
        targetsIn(
          parts.filter((fact) => fact.period === period),
          period,
        ),
      );
  const sources = new Set([...byPeriod.values()].flat().map(({ source }) => source));
  const targets: ChosenTarget[] = [];
  const lacking: Period[] = [];
  for (const source of sources) {
    const laid = endToEnd(byPeriod, source, window);
    const whole = laid.lacking.length === 0 ? summed(laid.parts) : undefined;
    if (whole) targets.push({ ...whole, window });
    else lacking.push(...laid.lacking);
  }
  return { targets, lacking: targets.length > 0 ? [] : [...new Set(lacking)].sort() };
}

/** The targets of one source laid end to end over the window, the longest first, and the months without one. */
function endToEnd(
  byPeriod: ReadonlyMap<Period, readonly ChosenTarget[]>,
  source: string,
  window: TargetWindow,
) {
  const parts: ChosenTarget[] = [];
  const lacking: Period[] = [];
  for (let month = window.first; month <= window.last; ) {
    const starting = [...byPeriod]
      .filter(([period]) => firstMonth(period) === month)
      .sort(([a], [b]) => lastMonth(b) - lastMonth(a))
      .flatMap(([period, some]) => {
        const found = some.find((one) => one.source === source && one.value !== undefined);
        return found ? [{ found, end: lastMonth(period) }] : [];
      });
    const [next] = starting;
    if (next) parts.push(next.found);
    else lacking.push(monthOfNumber(month));
    month = next ? next.end + 1 : month + 1;
  }
  return { parts, lacking };
}

/** One target of them all; undefined where their units are not the same word. */
function summed(parts: readonly ChosenTarget[]): ChosenTarget | undefined {
  const [first] = parts;
  if (!first || parts.some(({ fact }) => fact.unit !== first.fact.unit || fact.per !== first.fact.per))
    return undefined;
  const sum = (of: "value" | "max" | "stretch"): Decimal | undefined => {
    let total = decimal("0");
    for (const part of parts) {
      const amount = part[of];
      if (amount === undefined) return undefined;
      total = add(total, shift(amount, part.fact.power - first.fact.power));
    }
    return total;
  };
  const value = sum("value");
  if (value === undefined) return undefined;
  return {
    fact: { ...first.fact, value },
    source: first.source,
    ...defined({ value, max: sum("max"), stretch: sum("stretch") }),
    nodesLapsed: false,
    others: parts.flatMap(({ others }) => others),
    summedFrom: parts.length,
  };
}
