import type { FactIndicator, FactTable } from "./fact-columns.ts";
import { isBelowZero } from "./fact-status.ts";

/** How many rows of each indicator have reported a figure below zero (负数行数). */
export function negativesOf({ size, indicators, indicator, marks }: FactTable): Uint32Array {
  const rows = new Uint32Array(indicators.length);
  for (let row = 0; row < size; row++)
    if (isBelowZero(marks[row] as number)) {
      const code = indicator[row] as number;
      rows[code] = (rows[code] as number) + 1;
    }
  return rows;
}

/**
 * The indicators as they count in a table (有负数的指标): one of which a figure below zero stands anywhere is one that may be
 * negative, in every cell, as `rollUp` has it. A part of such figures bounds nothing, and nothing stands in for a missing one.
 */
export function countedIndicators(
  given: readonly FactIndicator[],
  negatives: ArrayLike<number>,
): Pick<FactTable, "indicators" | "givenIndicators"> {
  const counts = ({ mayBeNegative }: FactIndicator, code: number) =>
    !mayBeNegative && (negatives[code] as number) > 0;
  return given.some(counts)
    ? {
        indicators: given.map((one, code) => (counts(one, code) ? { ...one, mayBeNegative: true } : one)),
        givenIndicators: given,
      }
    : { indicators: given };
}
