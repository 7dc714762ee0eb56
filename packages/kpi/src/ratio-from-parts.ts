import { sumOf, unitOfFigure } from "./cell-amounts.ts";
import { coverageOf } from "./coverage.ts";
import { type Fraction, ratioOf, roundFraction } from "./fraction.ts";
import { liesIn } from "./grouping.ts";
import { tolerance } from "./parent.ts";
import type { Quotient } from "./quotient.ts";
import type { Reading } from "./reading.ts";
import type { Key } from "./roll-up-cell.ts";
import { less, plus, type Scaled, scaled, signOf } from "./scaled.ts";
import type { Series } from "./series.ts";
import { totalUnit } from "./total-unit.ts";
import { usedFacts } from "./used-facts.ts";

/**
 * Σ numerator / Σ denominator, in % or ‰ or as a plain ratio, over the orgs of a cell that have rows of both parts,
 * whether or not they have one of the rate. None where one of these, or an org with a rate, has not reported both.
 */
export function ratioFromParts(
  parts: readonly [Series, Series],
  readings: (series: Series) => readonly Reading[],
  { key, rates, unit }: { readonly key: Key; readonly rates: readonly Reading[]; readonly unit: string },
): Quotient | undefined {
  const factor = { "%": 100n, "‰": 1000n, "": 1n }[unit];
  if (factor === undefined) return undefined;
  const rows = parts.map((series) => byOrg(readings(series), key));
  const [above, beneath] = rows as [RowsOfOrg, RowsOfOrg];
  const both = [...above].flatMap(([org, { inCell }]) =>
    inCell.length > 0 && (beneath.get(org)?.inCell.length ?? 0) > 0 ? [org] : [],
  );
  const refused = new Set(
    rates.flatMap(({ status, line }) => (status === "notApplicable" ? [line.org] : [])),
  );
  const orgs = new Set([...rates.map(({ line }) => line.org), ...both].filter((org) => !refused.has(org)));
  const own = rows.map((of) =>
    [...orgs].flatMap((org) => {
      const { inCell, elsewhere } = of.get(org) ?? { inCell: [], elsewhere: [] };
      return inCell.length > 0 ? inCell : elsewhere;
    }),
  );
  if (orgs.size === 0 || own.some((some) => coverageOf(some).reported.size < orgs.size)) return undefined;
  const used = own.map((some, index) =>
    usedFacts(some).map((fact) => unitOfFigure(fact, parts[index] as Series)),
  );
  const common = totalUnit(used.flat());
  if ("differ" in common) return undefined;
  const amounts = own.map((some) => some.flatMap(({ parts: reported }) => reported));
  const [top, bottom] = amounts.map((some, index) => sumOf(some, common, parts[index] as Series));
  if (top === undefined || bottom === undefined) return undefined;
  const times = (ratio: Fraction | undefined) => ratio && { top: ratio.top * factor, bottom: ratio.bottom };
  const exact = times(ratioOf(top, bottom));
  if (!exact) return undefined;
  const [ofTop, ofBottom] = amounts.map((some, index) => tolerance(some, common, parts[index] as Series)) as [
    Scaled,
    Scaled,
  ];
  // Rounded parts leave a range; one that may reach a denominator of 0, or changes its sign, says nothing.
  const sure = signOf(less(bottom, ofBottom)) > 0 && signOf(less(top, ofTop)) >= 0;
  const least = sure ? times(ratioOf(less(top, ofTop), plus(bottom, ofBottom))) : undefined;
  const most = sure ? times(ratioOf(plus(top, ofTop), less(bottom, ofBottom))) : undefined;
  return {
    exact,
    amount: scaled(roundFraction(exact)),
    orgs,
    facts: own.flatMap((some) => usedFacts(some)),
    ...(least && most ? { within: { least, most } } : {}),
  };
}

type RowsOfOrg = Map<string, { readonly inCell: Reading[]; readonly elsewhere: Reading[] }>;

/** A part may be listed under other programs than the rate: an org without rows of it in the cell brings its others. */
function byOrg(readings: readonly Reading[], key: Key): RowsOfOrg {
  const rows: RowsOfOrg = new Map();
  for (const reading of readings) {
    const { org, dims } = reading.line;
    const known = rows.get(org) ?? { inCell: [], elsewhere: [] };
    (liesIn(dims, key) ? known.inCell : known.elsewhere).push(reading);
    rows.set(org, known);
  }
  return rows;
}
