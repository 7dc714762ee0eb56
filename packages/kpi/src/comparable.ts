import type { CellFigures } from "./cell-figures.ts";
import { type Scaled, scaledOfWhole, timesWhole } from "./scaled.ts";

/**
 * A target and an actual to be compared (比较用数). A quotient is no finite decimal: it and its target are then both
 * multiplied by its denominator, which changes neither their order nor their ratio, so nothing is judged by a rounding.
 */
export function comparable<Actual extends Scaled | undefined>(
  { exact, max }: Pick<CellFigures, "exact" | "max">,
  target: Scaled,
  actual: Actual,
): { readonly target: Scaled; readonly max?: Scaled; readonly actual: Actual | Scaled } {
  const by = (amount: Scaled) => (exact ? timesWhole(amount, exact.bottom) : amount);
  return {
    target: by(target),
    ...(max === undefined ? {} : { max: by(max) }),
    actual: exact ? scaledOfWhole(exact.top) : actual,
  };
}
