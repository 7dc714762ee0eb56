import { compare, convert, convertRounded, type Decimal, decimal, unitText } from "@taizhang/quantity";
import type { FigureOf } from "./facts.ts";
import { type Scaled, scaled } from "./scaled.ts";

/** The unit of a figure: base word, power of ten, and what it is per. */
export type FigureUnit = Pick<FigureOf, "unit" | "power" | "per">;

/** The unit of a total, and how amounts come into it, exactly. */
export interface TotalUnit {
  readonly text: string;
  /** Undefined where the amount measures something else or has no finite decimal in this unit. */
  readonly into: (amount: Decimal, from: FigureUnit) => Scaled | undefined;
}

const one = decimal("1");
const textOf = (of: FigureUnit): string => unitText({ unit: of.unit, power: of.power, per: of.per ?? "" });

const same = (a: FigureUnit, b: FigureUnit): boolean => a.unit === b.unit && (a.per ?? "") === (b.per ?? "");

/** True where amounts of one unit come exactly into the other: 公顷 into 亩, but not 亩 into 公顷. */
const converts = (from: FigureUnit, to: FigureUnit): boolean =>
  same(from, to) || convert(one, textOf(from), textOf(to)) !== undefined;

/** <0 where the first unit is the smaller one. */
function compareSizes(a: FigureUnit, b: FigureUnit): number {
  if (same(a, b)) return a.power - b.power;
  const factor = convertRounded(one, textOf(a), textOf(b), 12);
  return (factor ? compare(factor, one) : 0) || (textOf(a) < textOf(b) ? -1 : 1);
}

/**
 * The unit that a total takes: its inputs' most frequent, of ties the smaller, and of these the first into which all
 * others convert exactly. The names of the units where they measure different things (the domain page §4, law 5).
 */
export function totalUnit(inputs: readonly FigureUnit[]): TotalUnit | { readonly differ: readonly string[] } {
  const counted = new Map<string, { readonly of: FigureUnit; count: number }>();
  for (const of of inputs) {
    const key = `${of.power} ${of.unit} ${of.per ?? ""}`;
    const known = counted.get(key);
    if (known) known.count++;
    else counted.set(key, { of, count: 1 });
  }
  const units = [...counted.values()];
  if (units.length === 0) return unitFor({ unit: "", power: 0 });
  units.sort((a, b) => b.count - a.count || compareSizes(a.of, b.of));
  const chosen = units.find((candidate) => units.every(({ of }) => converts(of, candidate.of)));
  return chosen ? unitFor(chosen.of) : { differ: units.map(({ of }) => textOf(of)).sort() };
}

const unitFor = (unit: FigureUnit): TotalUnit => ({
  text: textOf(unit),
  into: (amount, from) => {
    if (same(from, unit)) return scaled(amount, from.power - unit.power);
    const converted = convert(amount, textOf(from), textOf(unit));
    return converted === undefined ? undefined : scaled(converted);
  },
});
