import { type Decimal, decimal, isCountUnit, placesOf, shift } from "@taizhang/quantity";
import { unitOfFigure } from "./cell-amounts.ts";
import type { ObservationFact } from "./facts.ts";
import { groupBy } from "./group-by.ts";
import type { Reading } from "./reading.ts";
import { nothing, plus, type Scaled } from "./scaled.ts";
import type { Series } from "./series.ts";
import type { TotalUnit } from "./total-unit.ts";

/**
 * The superior's figures that check one org's own, where a cell is of one org alone; undefined where they do not. One
 * of all its tasks together is held only against all of them: `everywhere` has the readings outside the cell too.
 */
export function superiorFigures(
  active: readonly Reading[],
  everywhere: readonly Reading[],
  adds: boolean,
): Reading["parts"] | undefined {
  const orgs = new Set(active.map(({ line }) => line.org));
  if (orgs.size !== 1) return undefined;
  const checks = active.flatMap(({ check }) => (check?.status === "reported" ? [check] : []));
  if (checks.length === active.length && (adds || checks.length === 1))
    return checks.flatMap(({ parts }) => parts);
  const together = active[0]?.wholeCheck;
  if (together?.status !== "reported") return undefined;
  const all = everywhere.filter(({ line }) => orgs.has(line.org));
  return all.length === active.length ? together.parts : undefined;
}

/**
 * What superiors' tables say of each org of a cell that they say anything of, to hold against its own return (上级核对数).
 */
export function superiorChecks(
  active: readonly Reading[],
  everywhere: readonly Reading[],
  adds: boolean,
): { readonly org: string; readonly parts: Reading["parts"] }[] {
  const checked = active.filter(({ check, wholeCheck }) => check !== undefined || wholeCheck !== undefined);
  if (checked.length === 0) return [];
  const orgs = new Set(checked.map(({ line }) => line.org));
  const ofOrg = groupBy(active, ({ line }) => line.org);
  const all = groupBy(everywhere, ({ line }) => line.org);
  return [...orgs].flatMap((org) => {
    const parts = superiorFigures(ofOrg.get(org) ?? [], all.get(org) ?? [], adds);
    return parts ? [{ org, parts }] : [];
  });
}

/**
 * The orgs whose figure was taken from a superior's table, where other orgs' own returns are in as well (取自上级表). Where
 * a summary stands alone all its figures are the superior's, which nobody needs to be told.
 */
export function takenFrom(active: readonly Reading[], everywhere: readonly Reading[]): string[] {
  // A reading is the org's own or its superior's, never of both
  const standingOf = ({ parts: [first] }: Reading) => first?.fact.standing;
  if (!everywhere.some((reading) => standingOf(reading) === "own")) return [];
  const taken = active.filter((reading) => standingOf(reading) === "superior");
  return [...new Set(taken.map(({ line }) => line.org))];
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
