import type { Rational } from "./rational.ts";

/** What the domain page leaves undecided for this input: nothing is compared there. The README lists the causes. */
export const open = Symbol("open");

/** A value that the domain page decides, or `open`. */
export type Decided<T> = T | typeof open;

/** What the domain page says of one indicator in one group. Amounts are in the base of the unit's dimension. */
export interface OracleCell {
  readonly key: Readonly<Record<string, string>>;
  readonly indicator: string;
  /** The printed unit. */
  readonly unit: Decided<string>;
  readonly target: Decided<Rational | null>;
  readonly stretch: Decided<Rational | null>;
  readonly actual: Decided<Rational | null>;
  /** True where `actual` is a quotient, whose printed digits the domain page does not fix. */
  readonly actualIsQuotient: boolean;
  /** Already rounded to 6 places. */
  readonly completion: Decided<Rational | null>;
  readonly completionReporting: Decided<Rational | null>;
  readonly atLeast: Decided<boolean>;
  readonly reported: Decided<number>;
  readonly expected: Decided<number>;
  /** Sorted. */
  readonly missing: Decided<readonly string[]>;
  readonly parentReported: Decided<Rational | null>;
  readonly difference: Decided<Rational | null>;
  readonly pace: Decided<Rational | null>;
  readonly light: Decided<string | null>;
}

/** The least and the most tasks that the domain page allows in a state; the same where it is plain. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** The counts of task states. */
export interface OracleCounts {
  readonly key: Readonly<Record<string, string>>;
  readonly total: Range;
  readonly joint: Range;
  readonly done: Range;
  readonly onTrack: Range;
  readonly behind: Range;
  readonly overdue: Range;
  readonly notDue: Range;
  readonly unreported: Range;
}

export interface OracleRollUp {
  readonly cells: readonly OracleCell[];
  readonly counts: readonly OracleCounts[];
}

/** Applies a function where all inputs are decided. */
export function decide<A extends readonly unknown[], T>(
  inputs: { readonly [I in keyof A]: Decided<A[I]> },
  then: (...values: A) => Decided<T>,
): Decided<T> {
  return inputs.some((input) => input === open) ? open : then(...(inputs as unknown as A));
}
