import type { Decimal } from "@taizhang/quantity";
import { isMet, upRate } from "../completion.ts";
import { defined } from "../defined.ts";
import { type Fraction, fraction, ratioOf, roundFraction, subtractFractions } from "../fraction.ts";
import { less, scaled, signOf } from "../scaled.ts";
import type { AssessedItem } from "./assessment.ts";
import type { ScoreLine } from "./score-line.ts";
import type { AssessmentRule } from "./score-preset.ts";

/** How far an item is met, for its score: with the line that says how it was found (计分完成率). */
export interface ScoringRate {
  readonly rate: Fraction;
  readonly line: ScoreLine;
  /** Set where the bound does not include the number and the actual just equals it: not met, at a rate of 1. */
  readonly strict?: "gt" | "lt";
}

const one = fraction(1n, 1n);
const none = fraction(0n, 1n);

/**
 * The rate that a score is made from. Up: A/T, below zero 2−A/T. A ceiling that is kept counts 1, one that is passed
 * 2−A/T or T/A as the rule says; a band and a target of 0 are met or not. The domain page §3: a ceiling has a rate only
 * when asked for, and an assessment asks.
 */
export function scoringRate(
  { direction, bound, targetMax }: Pick<AssessedItem, "direction" | "bound" | "targetMax">,
  target: Decimal,
  actual: Decimal,
  { ceilingRate }: Pick<AssessmentRule, "ceilingRate">,
): ScoringRate {
  const [t, a] = [scaled(target), scaled(actual)];
  const args = { actual, target, targetMax: targetMax ?? target };
  const max = targetMax === undefined ? undefined : scaled(targetMax);
  const met = isMet({ direction, target: t, actual: a, ...defined({ max, bound }) });
  const strict =
    !met && (bound === "gt" || bound === "lt") && signOf(less(a, t)) === 0 ? { strict: bound } : {};
  const said = (rate: Fraction, code: "rate" | "mirrored" | "inverse"): ScoringRate => ({
    rate,
    line: { code, args: { actual, target, rate: roundFraction(rate) } },
    ...strict,
  });
  if (direction === "up" && signOf(t) !== 0)
    return said(upRate(t, a) as Fraction, signOf(t) < 0 ? "mirrored" : "rate");
  if (direction !== "down" || met || signOf(t) === 0)
    return { rate: met ? one : none, line: { code: met ? "met" : "notMet", args } };
  const ratio = ratioOf(a, t) as Fraction;
  // A ceiling below zero (降5%以上): what is reached of it.
  if (signOf(t) < 0) return said(ratio, "rate");
  return ceilingRate === "inverse"
    ? said(ratioOf(t, a) as Fraction, "inverse")
    : said(subtractFractions(fraction(2n, 1n), ratio), "mirrored");
}
