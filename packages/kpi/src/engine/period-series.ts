import { firstMonth, lastMonth, monthOfNumber, type Period, type Value, yearOf } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import { decimalOf, less, nothing, plus, type Scaled, scaled } from "../scaled.ts";

/** The value of one period of a series (时间序列的一点). */
export interface PeriodValue {
  readonly period: Period;
  readonly value: Value;
}

/** An in-period value, and where the months before it are not known, the sum that is. */
export interface InPeriodValue extends PeriodValue {
  /** What the months from `from` to this one come to together, where the month alone is not known (合并期). */
  readonly together?: { readonly from: Period; readonly amount: Decimal };
}

/** A cumulative value, and where months before it are missing, what is known of it. */
export interface CumulativeValue extends PeriodValue {
  /** Σ of the months that are known: for a flow that cannot be negative the total is at least this (至少). */
  readonly known?: Decimal;
}

/**
 * The in-period values of a cumulative series (累计数转当期数), year by year. A month whose predecessor is missing is
 * itself missing, and `together` says what both come to: January and February may come as one. Nothing is guessed.
 * @example inPeriodOf([{ period: "2016-02", value: reported("30") }, { period: "2016-03", value: reported("50") }])
 * // February missing, together { from: "2016-01", amount: "30" }; March "20"
 */
export function inPeriodOf(cumulative: readonly PeriodValue[]): InPeriodValue[] {
  let year = Number.NaN;
  /** The last month that is known, and the sum up to it. */
  let known: { month: number; amount: Scaled } = { month: 0, amount: nothing };
  let gap: Period | undefined;
  let any = false;
  return inOrder(cumulative).map(({ period, value }): InPeriodValue => {
    if (yearOf(period) !== year) {
      year = yearOf(period);
      known = { month: year * 12 - 1, amount: nothing };
      gap = undefined;
      any = false;
    }
    if (value.status !== "reported") {
      // 不涉及 before the first figure: the work had not begun, and there is nothing to merge
      if (
        value.status === "notApplicable" &&
        gap === undefined &&
        !any &&
        known.month + 1 === firstMonth(period)
      )
        known = { month: lastMonth(period), amount: nothing };
      else gap ??= afterMonth(known.month);
      return { period, value };
    }
    any = true;
    const amount = scaled(value.amount);
    const own = decimalOf(less(amount, known.amount));
    const isWhole = gap === undefined && known.month + 1 === firstMonth(period);
    const from = gap ?? afterMonth(known.month);
    known = { month: lastMonth(period), amount };
    gap = undefined;
    return isWhole
      ? { period, value: { status: "reported", amount: own } }
      : { period, value: { status: "missing" }, together: { from, amount: own } };
  });
}

/**
 * The cumulative values of an in-period series (当期数转累计数), year by year. After a missing month the cumulative is
 * missing too, with the sum of what is known beside it. 不涉及 adds nothing and breaks nothing.
 */
export function cumulativeOf(inPeriod: readonly PeriodValue[]): CumulativeValue[] {
  let year = Number.NaN;
  let next = 0;
  let sum: Scaled = nothing;
  let isWhole = true;
  let any = false;
  return inOrder(inPeriod).map(({ period, value }): CumulativeValue => {
    if (yearOf(period) !== year) {
      year = yearOf(period);
      [next, sum, isWhole, any] = [year * 12, nothing, true, false];
    }
    if (firstMonth(period) !== next) isWhole = false;
    next = lastMonth(period) + 1;
    if (value.status === "reported") {
      sum = plus(sum, scaled(value.amount));
      any = true;
    } else if (value.status !== "notApplicable") isWhole = false;
    const amount = decimalOf(sum);
    if (isWhole) return { period, value: any ? { status: "reported", amount } : { status: "notApplicable" } };
    const own: Value = value.status === "unusable" ? value : { status: "missing" };
    return { period, value: own, ...(any ? { known: amount } : {}) };
  });
}

const inOrder = <Of extends PeriodValue>(values: readonly Of[]): Of[] => {
  const sorted = [...values].sort((a, b) => firstMonth(a.period) - firstMonth(b.period));
  for (const [at, { period }] of sorted.entries()) {
    const last = sorted[at - 1];
    if (last && firstMonth(period) <= lastMonth(last.period))
      throw new RangeError(`Periods that overlap: ${last.period}, ${period}`);
  }
  return sorted;
};

const afterMonth = (month: number): Period => monthOfNumber(month + 1);
