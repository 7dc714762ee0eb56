import type { Bound, Direction } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import { type Fraction, ratioOf, roundFraction, subtractFractions } from "./fraction.ts";
import { decimalOf, less, nothing, type Scaled, scaled, signOf } from "./scaled.ts";

/** What a completion is computed from. A band has `target` to `targetMax`. */
export interface CompletionInput {
  readonly direction: Direction;
  readonly target: Decimal;
  readonly targetMax?: Decimal;
  readonly actual: Decimal;
  /** gt and lt do not include the number; default ge for up, le for down. */
  readonly bound?: Bound;
  /** A rate for a ceiling, only when asked for: T/A or 2−A/T, and A/T below zero. */
  readonly ceilingRate?: "inverse" | "mirror";
}

/** How far a target is met. */
export interface Completion {
  /** Ratio with 6 places, half away from zero; absent where the formulas give no rate. Never capped. */
  readonly rate?: Decimal;
  readonly met: boolean;
  /** Actual − target; for a band outside of it, actual − the violated end; inside it 0. */
  readonly gap: Decimal;
}

/**
 * How far a target is met (指标完成率). Up: A/T for T>0, 2−A/T for T<0, no rate for T=0. Down: met or not and the gap,
 * "a rate only when asked for, T/A or 2−A/T": it is at least 1 where the ceiling is kept and below 1 where it is passed, so
 * T/A stands only for two amounts above zero, a ceiling below zero (降5%以上) has A/T, and one of 0 has none. Within: met
 * inside the band, else the gap to the violated end. The domain page §3.
 * @example completion({ direction: "up", target: decimal("27800"), actual: decimal("52242") }).rate // "1.879209"
 */
export function completion({
  direction,
  target,
  targetMax,
  actual,
  bound,
  ceilingRate,
}: CompletionInput): Completion {
  const [t, a] = [scaled(target), scaled(actual)];
  const max = targetMax === undefined ? undefined : scaled(targetMax);
  const rate =
    direction === "up" ? upRate(t, a) : direction === "down" ? downRate(t, a, ceilingRate) : undefined;
  return {
    ...(rate ? { rate: roundFraction(rate) } : {}),
    met: isMet({
      direction,
      target: t,
      ...(max === undefined ? {} : { max }),
      actual: a,
      ...(bound ? { bound } : {}),
    }),
    gap: decimalOf(direction === "within" ? bandGap(t, max ?? t, a, bound) : less(a, t)),
  };
}

/** The exact rate of an upward target, or undefined where T=0. */
export function upRate(target: Scaled, actual: Scaled | Fraction): Fraction | undefined {
  const ratio = ratioOf(actual, target);
  return ratio && signOf(target) < 0 ? subtractFractions({ top: 2n, bottom: 1n }, ratio) : ratio;
}

function downRate(
  target: Scaled,
  actual: Scaled,
  how: "inverse" | "mirror" | undefined,
): Fraction | undefined {
  if (how === undefined || signOf(target) === 0) return undefined;
  if (signOf(target) < 0) return ratioOf(actual, target);
  if (how === "inverse") return signOf(actual) > 0 ? ratioOf(target, actual) : undefined;
  return subtractFractions({ top: 2n, bottom: 1n }, ratioOf(actual, target) as Fraction);
}

/** How far outside of a band: negative below it, positive above it, 0 inside. */
export function bandGap(low: Scaled, high: Scaled, actual: Scaled, bound?: Bound): Scaled {
  const below = less(actual, low);
  if (bound !== "le" && bound !== "lt" && signOf(below) < 0) return below;
  const above = less(actual, high);
  return bound !== "ge" && bound !== "gt" && signOf(above) > 0 ? above : nothing;
}

/** Whether the actual meets the target (达标). */
export function isMet(of: {
  readonly direction: Direction;
  readonly target: Scaled;
  readonly max?: Scaled;
  readonly actual: Scaled;
  readonly bound?: Bound;
}): boolean {
  const gap = signOf(less(of.actual, of.target));
  if (of.direction === "up") return of.bound === "gt" ? gap > 0 : gap >= 0;
  if (of.direction === "down") return of.bound === "lt" ? gap < 0 : gap <= 0;
  return signOf(bandGap(of.target, of.max ?? of.target, of.actual, of.bound)) === 0;
}

/** The rate to the 力争 target beside the firm one; it never lowers a light (力争完成率). @example stretch(decimal("120"), decimal("90")) // "0.75" */
export function stretch(stretchTarget: Decimal, actual: Decimal): Decimal | undefined {
  const rate = upRate(scaled(stretchTarget), scaled(actual));
  return rate && roundFraction(rate);
}

/** The progress of a stock, ratio or rank from its baseline: (A−B)/(T−B); undefined where T=B (较基期进展). @example progress({ baseline, target, actual }) */
export function progress(of: {
  readonly baseline: Decimal;
  readonly target: Decimal;
  readonly actual: Decimal;
}): Decimal | undefined {
  const base = scaled(of.baseline);
  const rate = ratioOf(less(scaled(of.actual), base), less(scaled(of.target), base));
  return rate && roundFraction(rate);
}
