import type { Accounting } from "@taizhang/model";
import { type Decimal, subtract } from "@taizhang/quantity";
import { ratioOf, roundFraction } from "./fraction.ts";
import { less, scaled, signOf } from "./scaled.ts";

/** A change against a base: a rate, percentage points between two rates, or 不可比. */
export type Change =
  | { readonly kind: "rate"; readonly rate: Decimal }
  | { readonly kind: "points"; readonly points: Decimal }
  | { readonly kind: "incomparable" };

/**
 * The change of a figure against its base (同比, 环比): (cur−base)/|base| with 6 places; 不可比 where the base is 0 or
 * negative; between two rates the difference in 百分点, in the unit of the rates. The domain page §3.
 * @example yearOnYear(decimal("112"), decimal("100")) // { kind: "rate", rate: "0.12" }
 */
export function yearOnYear(current: Decimal, base: Decimal, accounting: Accounting = "flow"): Change {
  if (accounting === "ratio") return { kind: "points", points: subtract(current, base) };
  const [a, b] = [scaled(current), scaled(base)];
  const rate = signOf(b) > 0 ? ratioOf(less(a, b), b) : undefined;
  return rate ? { kind: "rate", rate: roundFraction(rate) } : { kind: "incomparable" };
}
