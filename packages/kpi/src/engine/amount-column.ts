import type { Scaled } from "../scaled.ts";

/** Writes an amount into a column, or beside it where it is no safe integer of millionths. */
export function putAmount(
  column: Float64Array,
  spills: Map<number, Scaled>,
  row: number,
  amount: Scaled,
): void {
  if (typeof amount === "number") {
    column[row] = amount;
    spills.delete(row);
  } else {
    column[row] = Number.NaN;
    spills.set(row, amount);
  }
}
