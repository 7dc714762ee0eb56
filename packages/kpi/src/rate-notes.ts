import { type LineAmounts, sumOf } from "./cell-amounts.ts";
import type { CellFigures } from "./cell-figures.ts";
import { compareFractions } from "./fraction.ts";
import { groupBy } from "./group-by.ts";
import type { Note } from "./note.ts";
import { tolerance } from "./parent.ts";
import type { Quotient, RateCheck } from "./quotient.ts";
import type { Reading } from "./reading.ts";
import { decimalOf, fractionOf, less, plus } from "./scaled.ts";

/**
 * The rates that orgs have printed in a cell, beside those of their own parts (各家所填的率与分子、分母). Of an org with several
 * rows of the rate in the cell none is the org's.
 */
export function rateChecks(
  lines: readonly LineAmounts[],
  quotientOf: (org: string, rates: readonly Reading[]) => Quotient | undefined,
): RateCheck[] {
  return [...groupBy(lines, ({ reading }) => reading.line.org)].flatMap(([org, [only, ...more]]) => {
    if (!only || only.actual === undefined || more.length > 0) return [];
    const quotient = quotientOf(org, [only.reading]);
    return quotient ? [{ org, parts: only.reading.parts, quotient }] : [];
  });
}

/**
 * The rates as printed, by an org itself or by its superior, that the org's parts cannot give, whatever was rounded
 * (所填的率与分子、分母不符): an org's in every cell that it is in, a superior's in the cell of that org alone. Rates are never
 * added or averaged, so nothing else above shows that one of them is wrong. The domain page §4, law 1.
 */
export function rateNotes({ rates, quotient, lines, parent, unit, series }: CellFigures): Note[] {
  const [org, ...others] = quotient?.orgs ?? [];
  const ofParent =
    parent && quotient && org !== undefined && lines.length > 0 && others.length === 0
      ? [{ org, by: parent.by, parts: parent.parts, quotient }]
      : [];
  return [...rates.map((check) => ({ ...check, by: check.org })), ...ofParent].flatMap(
    ({ org, by, parts, quotient: { within, amount: computed } }): Note[] => {
      const printed = sumOf(parts, unit, series);
      if (!within || printed === undefined) return [];
      const half = tolerance(parts, unit, series);
      const [low, high] = [fractionOf(less(printed, half)), fractionOf(plus(printed, half))];
      if (compareFractions(high, within.least) >= 0 && compareFractions(low, within.most) <= 0) return [];
      const args = { org, by, printed: decimalOf(printed), computed: decimalOf(computed) };
      return [{ code: "rateDiffers", args }];
    },
  );
}
