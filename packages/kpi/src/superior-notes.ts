import { sumOf } from "./cell-amounts.ts";
import type { CellFigures } from "./cell-figures.ts";
import { groupBy } from "./group-by.ts";
import type { Note } from "./note.ts";
import { tolerance } from "./parent.ts";
import { decimalOf, less, minus, nothing, plus, type Scaled, signOf } from "./scaled.ts";

/**
 * Where a superior's figure of an org is not what the org itself reports, a note an org, in every cell that the org is in:
 * "the own return counts and the superior's figure checks it" (上级数不符). A cell of that org alone shows the figure as
 * the parent's, and its difference. The domain page §4, laws 2 and 6.
 */
export function superiorNotes({ checks, parent, lines, unit, series }: CellFigures): Note[] {
  if (checks.length === 0) return [];
  const ofOrg = groupBy(lines, ({ reading }) => reading.line.org);
  return checks.flatMap(({ org, parts }): Note[] => {
    const [first] = parts;
    const reported = sumOf(parts, unit, series);
    const own = ofOrg.get(org) ?? [];
    const used = own.reduce<Scaled | undefined>(
      (sum, { actual }) => (sum === undefined || actual === undefined ? undefined : plus(sum, actual)),
      nothing,
    );
    const isShown = parent?.parts[0]?.fact === first?.fact;
    if (!first || reported === undefined || used === undefined || own.length === 0 || isShown) return [];
    const difference = less(reported, used);
    const allowed = tolerance([...parts, ...own.flatMap(({ reading }) => reading.parts)], unit, series);
    const size = signOf(difference) < 0 ? minus(difference) : difference;
    if (signOf(less(size, allowed)) <= 0) return [];
    const args = {
      org,
      by: first.fact.reporter ?? "",
      reported: decimalOf(reported),
      used: decimalOf(used),
      difference: decimalOf(difference),
    };
    return [{ code: "superiorDiffers", args }];
  });
}
