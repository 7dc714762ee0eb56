import type { Bound, Direction } from "@taizhang/model";
import { isMet, upRate } from "./completion.ts";
import type { Fraction } from "./fraction.ts";
import { type Light, type LightRule, lightOfLag } from "./light.ts";
import { type Scaled, signOf } from "./scaled.ts";

/** What the light of one figure against its target is decided from. */
export interface LightFacts {
  readonly direction: Direction;
  /** True for what adds over time: a ceiling or a band of it is decided by the end of its window alone. */
  readonly flow: boolean;
  readonly target: Scaled;
  readonly max?: Scaled;
  readonly bound?: Bound;
  readonly actual: Scaled | undefined;
  /** `all` reports are there; with `lowerBound` the actual is at least so much; with `some` nothing can be said. */
  readonly reports: "all" | "lowerBound" | "some" | "none";
  readonly nonNegative: boolean;
  readonly pace: Fraction | undefined;
  /** True before the window or its first node: nothing is due yet. */
  readonly notBegun: boolean;
  /** The progress of a stock or ratio from its baseline, which is then measured instead of the rate. */
  readonly progress?: Fraction;
  /** True at and after the last month of the window. */
  readonly ended: boolean;
  readonly rule: LightRule;
}

/**
 * The light of a figure (亮灯). Upward targets by their lag, ceilings and bands by being met. "Missing is not zero": of a total
 * that is 至少 only green is certain for an upward target, and only red for a ceiling. The domain page §3, §4 law 2.
 */
export function lightOf(of: LightFacts): Light {
  const { actual, reports, notBegun: notYet } = of;
  if (reports === "none" || actual === undefined) return notYet ? "notDue" : "unreported";
  return of.direction === "up" ? upLight(of, actual, notYet) : limitLight(of, actual);
}

function upLight(of: LightFacts, actual: Scaled, notYet: boolean): Light {
  if (of.reports === "some") return notYet ? "notDue" : "unreported";
  const rate = of.progress ?? upRate(of.target, actual);
  if (isMet({ ...of, actual })) return "green";
  if (notYet) return "notDue";
  const light = rate && of.pace ? lightOfLag(of.pace, rate, of.rule) : of.ended ? "red" : "notDue";
  // What is missing may still bring it to green
  return of.reports === "lowerBound" && light !== "green" ? "unreported" : light;
}

function limitLight(of: LightFacts, actual: Scaled): Light {
  const over = !isMet({ ...of, actual });
  const complete = of.reports === "all";
  // What is used up of a ceiling does not come back, and missing reports only add to it.
  const certain = of.nonNegative && signOf(actual) >= 0 && of.direction === "down";
  if (over && (certain || (complete && (!of.flow || of.ended)))) return "red";
  if (of.flow && !of.ended) return "notDue";
  return complete ? "green" : "unreported";
}
