import type { ObservationFact } from "./facts.ts";
import type { Fraction } from "./fraction.ts";
import type { Part } from "./said.ts";
import type { Scaled } from "./scaled.ts";

/** A rate computed from the totals of its parts (由分子、分母得出的率). */
export interface Quotient {
  /** What its completion and light are judged by; rounding is for print. */
  readonly exact: Fraction;
  readonly amount: Scaled;
  readonly orgs: ReadonlySet<string>;
  /** The figures that it is made from. */
  readonly facts: readonly ObservationFact[];
  /** What it may be, the parts being printed with so many digits; absent where that says nothing. */
  readonly within?: { readonly least: Fraction; readonly most: Fraction };
}

/** What one org prints of a rate, beside the rate that its own parts give. */
export interface RateCheck {
  readonly org: string;
  readonly parts: readonly Part[];
  readonly quotient: Quotient;
}
