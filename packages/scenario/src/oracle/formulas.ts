import type { Indicator } from "@taizhang/model";
import { dividedBy, minus, one, order, type Rational, rational, rounded, whole, zero } from "./rational.ts";

/** 完成率 to 6 places: up A/T, for a negative target 2−A/T, none for a target of zero; none for down and within. */
export function completionOf(
  indicator: Indicator,
  actual: Rational | null,
  target: Rational | null,
): Rational | null {
  const exact = exactCompletion(indicator, actual, target);
  return exact && rounded(exact, 6);
}

/** The same, not rounded. */
export function exactCompletion(
  { direction }: Indicator,
  actual: Rational | null,
  target: Rational | null,
): Rational | null {
  if (direction !== "up" || !actual || !target || order(target, zero) === 0) return null;
  const quotient = dividedBy(actual, target);
  return order(target, zero) > 0 ? quotient : minus(whole(2), quotient);
}

/** 序时进度 of a target of the year, by report month. */
export const paceOf = (month: number): Rational => dividedBy(whole(month), whole(12));

/** The default preset: lag in 百分点 up to 10 green, up to 30 yellow, above red. */
export function lightOf(pace: Rational, rate: Rational): "green" | "yellow" | "red" {
  const lag = minus(pace, rate);
  if (order(lag, rational("0.1")) <= 0) return "green";
  return order(lag, rational("0.3")) <= 0 ? "yellow" : "red";
}

/** Whether a quantitative task is done: up, and the target reached. */
export const isReached = (rate: Rational): boolean => order(rate, one) >= 0;
