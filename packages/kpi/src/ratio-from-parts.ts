import { sumOf, unitOfFigure } from "./cell-amounts.ts";
import { usedFacts } from "./cell-notes.ts";
import { coverageOf } from "./coverage.ts";
import { ratioOf, roundFraction } from "./fraction.ts";
import type { Reading } from "./reading.ts";
import { type Scaled, scaled } from "./scaled.ts";
import type { Series } from "./series.ts";
import { totalUnit } from "./total-unit.ts";

/** Σ numerator / Σ denominator, where every org has reported both; in % or ‰ or as a plain ratio. */
export function ratioFromParts(
  parts: readonly [Series, Series],
  readings: (series: Series) => readonly Reading[],
  orgs: ReadonlySet<string>,
  unit: string,
): Scaled | undefined {
  const factor = { "%": 100n, "‰": 1000n, "": 1n }[unit];
  const own = parts.map((series) => readings(series).filter(({ line }) => orgs.has(line.org)));
  if (factor === undefined || own.some((some) => coverageOf(some).reported.size < orgs.size))
    return undefined;
  const used = own.map((some, index) =>
    usedFacts(some).map((fact) => unitOfFigure(fact, parts[index] as Series)),
  );
  const common = totalUnit(used.flat());
  if ("differ" in common) return undefined;
  const [top, bottom] = own.map((some, index) =>
    sumOf(
      some.flatMap(({ parts: amounts }) => amounts),
      common,
      parts[index] as Series,
    ),
  );
  const ratio = top === undefined || bottom === undefined ? undefined : ratioOf(top, bottom);
  return ratio && scaled(roundFraction({ top: ratio.top * factor, bottom: ratio.bottom }));
}
