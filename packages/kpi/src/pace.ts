import {
  firstMonth,
  isPeriod,
  lastDay,
  lastMonth,
  monthOfDay,
  monthOfNumber,
  type Node,
  type Period,
  yearOf,
} from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import { checkWindow } from "./checked-dates.ts";
import { type Fraction, fraction, ratioOf, roundFraction } from "./fraction.ts";
import { scaled } from "./scaled.ts";

/** How a pace is counted: by report months, by days, or by the months in which work is possible. */
export type PaceBy = "month" | "day" | "workingMonth";

/** The window of a target and its nodes. Without start or deadline the window is the year of the period. */
export interface PaceInput {
  readonly period: Period;
  readonly start?: string;
  readonly deadline?: string;
  readonly nodes?: readonly Node[];
  /** Needed for nodes: the share is the node's value over it. */
  readonly target?: Decimal;
  /** By report months (default), by days, or by working months. */
  readonly by?: PaceBy;
  /** With working months, the months of a year that do not count, 1 to 12: where it freezes, `[12, 1, 2]`. */
  readonly idleMonths?: readonly number[];
  /** The day to count to, by day; default the last day of the period. */
  readonly today?: string;
}

/**
 * The share of a target's own window that has passed, by report month (序时进度), 0 to 1 with 6 places: a task due at
 * the end of June is at 4/6 in April. "Stated cumulative nodes win: the last node due applies"; before the first node
 * nothing is due, and at the end of the window the target itself is due. 全年 alone, at that end, is the target once more
 * and no node on the way: the share of time stays. Undefined where nodes stand on a target of 0. A
 * day or period that is written as none ("2016-6-30") throws a RangeError.
 * The domain page §3.
 * @example pace({ period: "2016-04", deadline: "2016-06-30" }) // "0.666667"
 */
export function pace(input: PaceInput): Decimal | undefined {
  checkWindow(input);
  const share = paceFraction(input);
  return share && roundFraction(share);
}

/** The exact share of `pace`. */
export function paceFraction({ nodes, target, ...window }: PaceInput): Fraction | undefined {
  const stages = stagesOf(nodes, window);
  if (stages.length === 0 || target === undefined) return elapsed(window);
  const now = lastMonth(window.period);
  if (isWindowOver(window)) return ratioOf(scaled(target), scaled(target));
  let due: Node | undefined;
  for (const node of stages)
    if (lastMonth(node.through) <= now && (!due || lastMonth(due.through) < lastMonth(node.through)))
      due = node;
  return due ? ratioOf(scaled(due.value), scaled(target)) : fraction(0n, 1n);
}

/** The nodes on the way to the end of a window; one without a month that can be read bounds nothing. */
export function stagesOf(nodes: readonly Node[] = [], window: PaceInput): readonly Node[] {
  if (nodes.length === 0) return nodes;
  const { last } = months(window);
  return nodes.filter(({ through }) => isPeriod(through) && lastMonth(through) < last);
}

/** True at and after the last month of the window. */
export const isWindowOver = (window: PaceInput): boolean => lastMonth(window.period) >= months(window).last;

/** The month of a day as a period, or undefined where the text is no day: it then bounds nothing. */
const monthOf = (day: string | undefined): Period | undefined => {
  const month = day === undefined ? "" : monthOfDay(day);
  const isNoDay = /^\d{4}-\d{2}-\d{2}$/.test(day ?? "") && fullDay(day) === undefined;
  return isPeriod(month) && month.length === 7 && !isNoDay ? month : undefined;
};

/** The first and last month of a window, counted from year 0. */
function months({ period, start, deadline }: PaceInput): { first: number; last: number } {
  const year = yearOf(period);
  const [from, to] = [monthOf(start), monthOf(deadline)];
  const first = from === undefined ? undefined : firstMonth(from);
  const last = to === undefined ? undefined : lastMonth(to);
  return {
    first: first ?? Math.min(year * 12, last === undefined ? year * 12 : Math.floor(last / 12) * 12),
    last: last ?? Math.max(year * 12 + 11, first === undefined ? 0 : Math.floor(first / 12) * 12 + 11),
  };
}

function elapsed(input: PaceInput): Fraction {
  const window = endsBeforeStart(input) ? without(input) : input;
  const { first, last } = months(window);
  if (window.by === "day") {
    const from = dayNumber(fullDay(window.start) ?? `${monthOfNumber(first)}-01`);
    const to = dayNumber(fullDay(window.deadline) ?? lastDay(monthOfNumber(last)));
    return share(dayNumber(fullDay(window.today) ?? lastDay(window.period)) - from + 1, to - from + 1);
  }
  const now = lastMonth(window.period);
  const idle = window.by === "workingMonth" ? new Set(window.idleMonths) : new Set<number>();
  const working = count(first, last, idle);
  // A window of idle months alone has no working month to count: it passes by the calendar.
  return working === 0
    ? share(now - first + 1, last - first + 1)
    : share(count(first, Math.min(now, last), idle), working);
}

/** A start after the deadline is a slip in one of the two; the deadline is what is held against anyone, so it stands. */
function endsBeforeStart({ start, deadline }: PaceInput): boolean {
  const [from, to] = [fullDay(start), fullDay(deadline)];
  if (from !== undefined && to !== undefined) return to < from;
  const [first, last] = [monthOf(start), monthOf(deadline)];
  return first !== undefined && last !== undefined && last < first;
}

const without = ({ start: _, ...rest }: PaceInput): PaceInput => rest;

/** The months from one to another, both included, that are not idle. */
function count(first: number, last: number, idle: ReadonlySet<number>): number {
  let months = 0;
  for (let month = first; month <= last; month++) if (!idle.has((month % 12) + 1)) months++;
  return months;
}

/** So many of so many, as they stand: an explanation shows both. */
const share = (passed: number, whole: number): Fraction =>
  fraction(BigInt(Math.min(Math.max(passed, 0), whole)), BigInt(whole));

/** The text if it is a day of the calendar; 31 February is none. */
const fullDay = (day = ""): string | undefined => {
  const isDay = /^\d{4}-\d{2}-(?!00)\d{2}$/.test(day) && isPeriod(monthOfDay(day));
  return isDay && day <= lastDay(monthOfDay(day)) ? day : undefined;
};

/** Days since 1970. */
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
