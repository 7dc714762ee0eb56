import type { Decimal } from "@taizhang/quantity";
import { isMet } from "./completion.ts";
import { ratioOf, roundFraction } from "./fraction.ts";
import { decimalOf, less, scaled, signOf } from "./scaled.ts";

/** A ceiling over a year and what has been used of it. */
export interface QuotaInput {
  readonly ceiling: Decimal;
  /** The cumulative figure. */
  readonly used: Decimal;
  /** 不满 and 低于 do not include the ceiling itself; default le. */
  readonly bound?: "le" | "lt";
  /** True at and after the last month of the window. */
  readonly ended: boolean;
  /** False while reports are missing: what is used is then at least so much. */
  readonly complete: boolean;
}

/** How a ceiling over a year stands. */
export interface Quota {
  /** A/T with 6 places; absent for a ceiling of 0 or below. */
  readonly use?: Decimal;
  /** What is left, negative once the ceiling is passed. */
  readonly left: Decimal;
  /** `passed` is for good; `kept` only at the end with every report in; before that it is `open`. */
  readonly state: "passed" | "kept" | "open";
}

/**
 * How much of a yearly ceiling is used up, and whether it is passed (额度使用率). Only the year's end decides that it is
 * kept, and never while reports are missing; once it is passed no later month mends it. The domain page §3.
 * @example quotaUse({ ceiling: decimal("12"), used: decimal("7"), ended: false, complete: true }).use // "0.583333"
 */
export function quotaUse({ ceiling, used, bound = "le", ended, complete }: QuotaInput): Quota {
  const [t, a] = [scaled(ceiling), scaled(used)];
  const share = signOf(t) > 0 ? ratioOf(a, t) : undefined;
  const kept = isMet({ direction: "down", target: t, actual: a, bound });
  // A count that may yet fall is no quota: what is below zero decides nothing before the end.
  const passed = !kept && (signOf(a) >= 0 || (ended && complete));
  return {
    ...(share ? { use: roundFraction(share) } : {}),
    left: decimalOf(less(t, a)),
    state: passed ? "passed" : ended && complete && kept ? "kept" : "open",
  };
}
