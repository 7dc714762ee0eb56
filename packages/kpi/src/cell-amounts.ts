import type { Bound } from "@taizhang/model";
import { type ChosenTarget, chooseSource } from "./chosen-target.ts";
import type { SharedFigure, TargetFact } from "./facts.ts";
import type { Reading } from "./reading.ts";
import type { Part } from "./said.ts";
import { nothing, plus, type Scaled } from "./scaled.ts";
import type { Series } from "./series.ts";
import { type FigureUnit, type TotalUnit, totalUnit } from "./total-unit.ts";

/** One line of a cell in the cell's unit. */
export interface LineAmounts {
  readonly reading: Reading;
  readonly chosen: ChosenTarget | undefined;
  readonly target?: Scaled;
  readonly max?: Scaled;
  readonly stretch?: Scaled;
  readonly baseline?: Scaled;
  /** The reported figure. */
  readonly actual?: Scaled;
  /** What stands in for a missing one. */
  readonly standIn?: Scaled;
  /** The target that orgs have together, all of them in the cell; the first of their lines carries its value. */
  readonly shared?: SharedTarget;
}

/** A target with what several orgs have together. */
export type SharedTarget = TargetFact & { readonly shared: SharedFigure };

/** The unit of a figure: its own, or, where it has none, the only one that the series has. */
export function unitOfFigure(figure: FigureUnit, series: Series): FigureUnit {
  if (figure.unit !== "" || !series.unit) return figure;
  return figure.power === 0 ? series.unit : { ...series.unit, power: figure.power };
}

/**
 * The target of a line from the source that the cell assesses; a target without a source goes with any. A line whose
 * target from elsewhere is still pending (待下达) says so.
 */
const targetFrom = ({ targets }: Reading, source: string | undefined): ChosenTarget | undefined =>
  targets.find((target) => target.source === source || target.source === "") ??
  targets.find(({ value }) => value === undefined);

/** The source that a cell assesses: of all that its lines have a target from, the highest (目标来源). */
export function sourceOf(readings: readonly Reading[], on?: string): string | undefined {
  const named = readings.flatMap(({ targets }) => targets.filter(({ source }) => source !== ""));
  const given = named.filter(({ value }) => value !== undefined);
  return chooseSource(
    (given.length > 0 ? given : named).map(({ source }) => source),
    on,
  );
}

/** The cell's unit, or the names of units that do not go together. `more` decides where no amount is in it. */
export function unitOfCell(
  readings: readonly Reading[],
  source: string | undefined,
  more: () => readonly FigureUnit[],
  series: Series,
): TotalUnit | { readonly differ: readonly string[] } {
  const inputs = readings.flatMap((reading) => {
    const target = targetFrom(reading, source);
    const parts = [...reading.parts, ...(reading.standIn?.parts ?? [])].map(({ fact }) => fact);
    return [...(target?.value === undefined ? [] : [target.fact]), ...parts];
  });
  return totalUnit((inputs.length > 0 ? inputs : more()).map((figure) => unitOfFigure(figure, series)));
}

/** The sum of parts in the cell's unit; undefined where one does not convert. */
export function sumOf(parts: readonly Part[], unit: TotalUnit, series: Series): Scaled | undefined {
  let sum: Scaled = nothing;
  for (const { amount, fact } of parts) {
    const converted = unit.into(amount, unitOfFigure(fact, series));
    if (converted === undefined) return undefined;
    sum = plus(sum, converted);
  }
  return sum;
}

/** A line's amounts in the cell's unit. */
export function amountsOf(
  reading: Reading,
  source: string | undefined,
  unit: TotalUnit,
  series: Series,
): LineAmounts {
  const chosen = targetFrom(reading, source);
  const amounts: Record<string, Scaled> = {};
  const put = (name: keyof LineAmounts, amount: Scaled | undefined) => {
    if (amount !== undefined) amounts[name] = amount;
  };
  if (chosen?.value !== undefined) {
    const of = unitOfFigure(chosen.fact, series);
    put("target", unit.into(chosen.value, of));
    if (chosen.max !== undefined) put("max", unit.into(chosen.max, of));
    if (chosen.stretch !== undefined) put("stretch", unit.into(chosen.stretch, of));
    if (chosen.fact.baseline !== undefined) put("baseline", unit.into(chosen.fact.baseline, of));
  }
  if (reading.status === "reported") put("actual", sumOf(reading.parts, unit, series));
  if (reading.standIn) put("standIn", sumOf(reading.standIn.parts, unit, series));
  return { reading, chosen, ...amounts };
}

/**
 * The bound of a total (合计目标的界限): that of all its lines, and of those that include the number beside those that do not
 * (以上、以下 include it, 超过、不满 do not: the domain page §2) the strict one, since one strict part makes the sum strict.
 */
export function boundOf(lines: readonly Pick<LineAmounts, "chosen" | "shared">[]): Bound | undefined {
  return commonBound(lines.map(({ chosen, shared }) => (chosen?.fact ?? shared)?.bound));
}

export function commonBound(bounds: readonly (Bound | undefined)[]): Bound | undefined {
  const [first, ...others] = new Set(bounds);
  if (others.length === 0) return first;
  const all = [first, ...others];
  for (const [strict, loose] of [
    ["gt", "ge"],
    ["lt", "le"],
  ] as const)
    if (all.includes(strict) && all.every((one) => one === strict || one === loose || one === "eq"))
      return strict;
  return undefined;
}

/** The sum of one amount over lines; undefined unless each of them has it. */
export function sumEach(
  lines: readonly LineAmounts[],
  of: "target" | "max" | "stretch" | "baseline",
): Scaled | undefined {
  if (lines.length === 0) return undefined;
  let sum: Scaled = nothing;
  for (const line of lines) {
    const amount = line[of];
    if (amount === undefined) return undefined;
    sum = plus(sum, amount);
  }
  return sum;
}
