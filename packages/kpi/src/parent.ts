import { type Decimal, decimal, isCountUnit, placesOf, shift } from "@taizhang/quantity";
import { unitOfFigure } from "./cell-amounts.ts";
import type { FigureOf, ObservationFact } from "./facts.ts";
import type { Line } from "./line.ts";
import type { Reading } from "./reading.ts";
import type { Key } from "./roll-up-cell.ts";
import { nothing, plus, type Scaled } from "./scaled.ts";
import type { Series } from "./series.ts";
import type { TotalUnit } from "./total-unit.ts";

/**
 * True where a parent's figure is the total of exactly this cell (上级数对应的汇总). It must name each member of the
 * cell's key, and what it names beyond the key must part nothing below. A division that no line has is the parent's own.
 */
export function isTotalOf(figure: FigureOf, key: Key, lines: readonly Line[], series: Series): boolean {
  for (const [dimension, name] of Object.entries(key))
    if (dimension !== "period" && !figure.dims[dimension]?.some((member) => member.name === name))
      return false;
  for (const [dimension, members = []] of Object.entries(figure.dims)) {
    if (dimension in key || members.length === 0) continue;
    const names = new Set(members.map(({ name }) => name));
    const lies = (line: Line) => line.dims[dimension]?.some(({ name }) => names.has(name)) ?? true;
    const known = (line: Line) => line.dims[dimension]?.some(({ name }) => names.has(name)) ?? false;
    if (dimension === "division" && !series.lines.some(known)) continue;
    if (!lines.every(lies)) return false;
  }
  return true;
}

/** The superior's figures that check one org's own, where a cell is of one org alone; undefined where they do not. */
export function superiorFigures(
  active: readonly Reading[],
  whole: readonly Reading[],
): Reading["parts"] | undefined {
  const orgs = new Set(active.map(({ line }) => line.org));
  if (orgs.size !== 1) return undefined;
  const checks = active.map(({ check }) => check);
  if (checks.every((check) => check?.status === "reported"))
    return checks.flatMap((check) => check?.parts ?? []);
  const all = whole.filter(({ line }) => orgs.has(line.org));
  const together = active[0]?.wholeCheck;
  return together?.status === "reported" && all.length === active.length ? together.parts : undefined;
}

/** Half the last printed digit of a figure; nothing for a whole count, which is exact (the domain page §4, law 6). */
function halfDigit(amount: Decimal, fact: ObservationFact, unit: TotalUnit, series: Series): Scaled {
  const places = Math.max(fact.places ?? 0, placesOf(amount));
  const of = unitOfFigure(fact, series);
  if (places === 0 && of.power === 0 && (of.unit === "" || isCountUnit(of.unit))) return nothing;
  return unit.into(shift(decimal("5"), -(places + 1)), of) ?? nothing;
}

/** The tolerance of a comparison: half the last printed digit of each part and of the parent's figure together. */
export const tolerance = (parts: Reading["parts"], unit: TotalUnit, series: Series): Scaled =>
  parts.reduce<Scaled>((sum, { amount, fact }) => plus(sum, halfDigit(amount, fact, unit, series)), nothing);
