import { minus, nothing, plus, type Scaled } from "../scaled.ts";
import { most } from "./millionths.ts";

/**
 * Many exact sums in one column: integers of millionths in doubles, and what leaves the safe integers in `big` beside
 * them (精确合计). The sum of two safe integers is exact, or it is seen to be unsafe: one comparison an addition is all
 * that exactness costs.
 */
export interface ExactSums {
  readonly small: Float64Array;
  readonly big: Map<number, Scaled>;
}

export const exactSums = (size: number): ExactSums => ({ small: new Float64Array(size), big: new Map() });

/** Adds an exact amount to the sum at an index. */
export function addAt(sums: ExactSums, at: number, amount: Scaled): void {
  if (typeof amount === "number") {
    const sum = (sums.small[at] as number) + amount;
    if (sum <= most && sum >= -most) {
      sums.small[at] = sum;
      return;
    }
  }
  spillAt(sums, at, amount);
}

/** The slow way: the sum moves to the big ones, and its double starts again from zero. */
export function spillAt({ small, big }: ExactSums, at: number, amount: Scaled): void {
  big.set(at, plus(plus(big.get(at) ?? nothing, small[at] as number), amount));
  small[at] = 0;
}

/** The exact sum at an index. */
export function sumAt({ small, big }: ExactSums, at: number): Scaled {
  const own = small[at] as number;
  if (big.size === 0) return own;
  const more = big.get(at);
  return more === undefined ? own : plus(more, own);
}

/** The exact sum of a column of whole millionths (精确求和): what a naive sum of doubles would get wrong. */
export function sumExactly(column: Float64Array): Scaled {
  let sum = 0;
  let big: Scaled = nothing;
  for (let row = 0; row < column.length; row++) {
    const amount = column[row] as number;
    const next = sum + amount;
    if (next <= most && next >= -most) sum = next;
    else {
      big = plus(plus(big, sum), amount);
      sum = 0;
    }
  }
  return plus(big, sum);
}

/** The amount with the sign turned where it is taken away. */
export const signed = (amount: Scaled, sign: 1 | -1): Scaled => (sign === 1 ? amount : minus(amount));
