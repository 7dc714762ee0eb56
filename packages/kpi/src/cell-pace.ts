import { lastDay, lastMonth, monthOfDay, monthOfNumber, type Period, yearOf } from "@taizhang/model";
import type { LineAmounts } from "./cell-amounts.ts";
import { defined } from "./defined.ts";
import { addFractions, compareFractions, type Fraction, multiplyFractions, ratioOf } from "./fraction.ts";
import { type PaceBy, type PaceInput, paceFraction, stagesOf } from "./pace.ts";
import { fractionOf, less, nothing, plus, type Scaled } from "./scaled.ts";

/** How the pace is counted. */
export interface PaceOptions {
  readonly period: Period | undefined;
  readonly paceBy: PaceBy;
  readonly idleMonths?: readonly number[];
  readonly today?: string;
}

/** What one line's pace rests on; undefined for stocks and ratios without nodes or a baseline: they have no linear pace. */
function inputOf(
  { chosen, shared, baseline }: LineAmounts,
  flow: boolean,
  { period, paceBy, idleMonths, today }: PaceOptions,
): PaceInput | undefined {
  const fact = chosen?.fact ?? shared;
  if (period === undefined || !fact) return undefined;
  const value = chosen?.value ?? shared?.shared.value;
  const window = chosen?.window;
  const bounds = {
    period,
    ...(window
      ? { start: `${monthOfNumber(window.first)}-01`, deadline: lastDay(monthOfNumber(window.last)) }
      : defined({ start: fact.start || undefined, deadline: fact.deadline || undefined })),
  };
  const nodes = stagesOf(chosen ? chosen.nodes : fact.nodes, bounds);
  if (!flow && baseline === undefined && nodes.length === 0) return undefined;
  return {
    ...bounds,
    by: paceBy,
    ...(nodes.length > 0 ? { nodes } : {}),
    ...(idleMonths ? { idleMonths } : {}),
    ...(value === undefined ? {} : { target: value }),
    ...(today ? { today } : {}),
  };
}

/** What the pace of a total rests on, where that is one and the same for all lines, whatever their targets are (时间窗口). */
export function paceInput(
  lines: readonly LineAmounts[],
  flow: boolean,
  options: PaceOptions,
): PaceInput | undefined {
  const [first, ...others] = lines.map((line) => inputOf(line, flow, options));
  if (!first || !others.every((other) => other && isAlike(first, other))) return undefined;
  const { target: _, ...byTime } = first;
  return first.nodes ? first : byTime;
}

/** The same window, or the same nodes of the same target; all else is one for all lines. Without nodes the target plays no part. */
const isAlike = (one: PaceInput, other: PaceInput): boolean =>
  one.start === other.start &&
  one.deadline === other.deadline &&
  (one.nodes || other.nodes
    ? one.target === other.target && JSON.stringify(one.nodes) === JSON.stringify(other.nodes)
    : true);

/**
 * The pace of a total: Σ planned / Σ target, which is the share itself where all windows are alike. Where a progress from
 * baselines is held against it, each window weighs by the way from its baseline to its target.
 */
export function totalPace(
  lines: readonly LineAmounts[],
  flow: boolean,
  options: PaceOptions,
  from: "zero" | "baseline" = "zero",
): Fraction | undefined {
  const shares = lines.map((line) => {
    const input = inputOf(line, flow, options);
    return input && paceFraction(input);
  });
  const [first] = shares;
  if (!first || shares.includes(undefined)) return undefined;
  if (shares.every((share) => share && compareFractions(share, first) === 0)) return first;
  let planned: Fraction = { top: 0n, bottom: 1n };
  let target: Scaled = nothing;
  for (const [index, line] of lines.entries()) {
    if (line.target === undefined) return undefined;
    const way = from === "zero" ? line.target : less(line.target, line.baseline ?? nothing);
    planned = addFractions(planned, multiplyFractions(fractionOf(way), shares[index] as Fraction));
    target = plus(target, way);
  }
  const whole = ratioOf(target, 1_000_000);
  return whole && whole.top !== 0n
    ? multiplyFractions(
        planned,
        whole.top < 0n
          ? { top: -whole.bottom, bottom: -whole.top }
          : { top: whole.bottom, bottom: whole.top },
      )
    : undefined;
}

/**
 * How many of the lines go by nodes on the way (有累计节点的条数): what does not add over time is held against these as it
 * stands, and only without any of them by its progress from a baseline.
 */
export const nodesAmong = (lines: readonly LineAmounts[], options: PaceOptions): "all" | "some" | "none" => {
  const having = lines.filter((line) => inputOf(line, false, options)?.nodes);
  return having.length === 0 ? "none" : having.length === lines.length ? "all" : "some";
};

/** True at and after the last month of all windows; without deadlines at the year's end. */
export function windowEnded(lines: readonly LineAmounts[], period: Period | undefined): boolean {
  if (period === undefined) return false;
  const year = yearOf(period) * 12 + 11;
  const ends = lines.map(({ chosen, shared }) => {
    if (chosen?.window) return chosen.window.last;
    const { deadline } = chosen?.fact ?? shared ?? {};
    const month = deadline ? monthOfDay(deadline) : "";
    return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? lastMonth(month) : year;
  });
  return lastMonth(period) >= (ends.length > 0 ? Math.max(...ends) : year);
}
