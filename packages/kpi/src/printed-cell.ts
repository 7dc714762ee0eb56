import type { Period } from "@taizhang/model";
import type { CellFigures } from "./cell-figures.ts";
import { isJudgement, notesOf } from "./cell-notes.ts";
import { lateOrgs } from "./coverage.ts";
import type { CellPlace } from "./facts.ts";
import { type Fraction, roundFraction } from "./fraction.ts";
import { comparePlaces } from "./order.ts";
import type { Key, RollUpCell, Source } from "./roll-up-cell.ts";
import { decimalOf, less, type Scaled } from "./scaled.ts";
import { usedFacts } from "./used-facts.ts";

const amount = (value: Scaled | undefined) => (value === undefined ? null : decimalOf(value));
const rate = (value: Fraction | undefined) => (value ? roundFraction(value) : null);

/** A cell as the contract prints it: decimals as texts, rates with 6 places, null where there is no value. */
export function printedCell(
  figures: CellFigures,
  key: Key,
  codes: Key,
  period: Period | undefined,
  due?: string,
): RollUpCell {
  const { series, readings, coverage, parent, below, adds, quotient } = figures;
  return {
    key,
    codes,
    indicator: series.indicator.name,
    indicatorKey: series.key,
    direction: series.direction,
    unit: figures.differ ? "" : figures.unit.text,
    period: period ?? null,
    target: amount(figures.target),
    targetMax: amount(figures.max),
    stretch: amount(figures.stretch),
    actual: amount(figures.actual),
    completion: rate(figures.completion),
    completionReporting: rate(figures.completionReporting),
    atLeast: figures.atLeast,
    pace: rate(figures.pace),
    lag: figures.lag ?? null,
    light: period === undefined && isJudgement(figures.light) ? null : (figures.light ?? null),
    preset: figures.preset,
    ...(figures.paceOf ? { paceOf: figures.paceOf } : {}),
    ...(figures.progress && figures.baseline !== undefined
      ? { progress: { baseline: decimalOf(figures.baseline), rate: roundFraction(figures.progress) } }
      : {}),
    reported: coverage.reported.size,
    expected: coverage.expected,
    missing: coverage.missing,
    notApplicable: coverage.notApplicable,
    ...(due === undefined ? {} : { late: lateOrgs(readings, due) }),
    parentReported: amount(parent?.amount),
    ...(parent ? { parentSources: placesOnce(parent.parts.map(({ fact }) => fact.at)) } : {}),
    difference:
      parent && below !== undefined && (adds || quotient) ? decimalOf(less(parent.amount, below)) : null,
    sources: sourcesOf(figures),
    notes: notesOf(figures),
  };
}

/** The cells that a cell's figures come from, in order, each once (来源). */
function sourcesOf(cell: CellFigures): Source[] {
  const { lines, readings, quotient, from, parent, targetFromParent, parentTarget } = cell;
  return placesOnce([
    ...(quotient?.facts ?? usedFacts(readings)).map(({ at }) => at),
    ...lines.map(({ chosen }) => (chosen?.value === undefined ? undefined : chosen.fact.at)),
    ...(from === "parent" ? (parent?.parts.map(({ fact }) => fact.at) ?? []) : []),
    ...(targetFromParent ? [parentTarget?.chosen.fact.at] : []),
  ]);
}

function placesOnce(places: readonly (CellPlace | undefined)[]): Source[] {
  const seen = new Map<string, Source>();
  for (const place of places.filter((at) => at !== undefined).sort(comparePlaces)) {
    const { file, sheet, ref } = place;
    seen.set(`${file}\u0000${sheet}\u0000${ref}`, { file, sheet, ref });
  }
  return [...seen.values()];
}
