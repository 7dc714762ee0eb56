import type { FigureOf, Figures, ObservationFact, TargetFact } from "@taizhang/kpi";
import { isIn, type Key } from "./group.ts";
import { type Decided, open } from "./oracle-cell.ts";
import { isFor } from "./org-target.ts";
import { type Rational, rational, times } from "./rational.ts";
import { scaleOf } from "./unit-scale.ts";

/**
 * Whether a parent's own figure is the total of a group, of whose indicator `below` are all the facts. It must be of
 * the group's members; and where it names a member that the group does not (one county, one office), every fact of
 * the group must be of that member too.
 */
function isTotalOf(figure: FigureOf, key: Key, below: readonly FigureOf[]): Decided<boolean> {
  const group = below.filter((fact) => isIn(fact.dims, key));
  const named = Object.entries(figure.dims).filter(([, members]) => members && members.length > 0);
  for (const [dimension, members] of named) {
    const names = (members ?? []).map((member) => member.name);
    const asked = key[dimension];
    if (asked !== undefined && !names.includes(asked)) return false;
    const anywhere = below.some((fact) => (fact.dims[dimension] ?? []).some((m) => names.includes(m.name)));
    if (!anywhere) return open; // disputed: the total of a part that has no row of its own
    if (asked !== undefined) continue;
    const inside = group.filter((fact) => (fact.dims[dimension] ?? []).some((m) => names.includes(m.name)));
    if (inside.length === group.length && dimension !== "division") continue;
    return inside.length === group.length ? open : false;
  }
  const unnamed = Object.keys(key).filter((dimension) => !named.some(([name]) => name === dimension));
  if (unnamed.length === 0) return true;
  // The figure says nothing of a dimension that the group is a part of: no total of it, unless the part is the whole.
  return group.length === below.length ? open : false;
}

function valueFor<T extends FigureOf>(
  figures: readonly T[],
  key: Key,
  below: readonly FigureOf[],
  read: (figure: T) => string | undefined,
): Decided<Rational | null> {
  const values: Rational[] = [];
  for (const figure of figures) {
    const is = isTotalOf(figure, key, below);
    const text = read(figure);
    if (is === open && text !== undefined) return open;
    if (is === true && text !== undefined)
      values.push(times(rational(text), scaleOf(figure.unit, figure.power)));
  }
  return values.length > 1 ? open : (values[0] ?? null);
}

/** The parent's own number for a group (上报数), for the period asked. */
export const parentReportedOf = (
  figures: Figures,
  indicator: string,
  key: Key,
  below: readonly FigureOf[],
  period: string,
): Decided<Rational | null> =>
  valueFor(
    figures.observations.filter(
      (fact: ObservationFact) =>
        fact.standing === "total" &&
        fact.indicator.key === indicator &&
        fact.measure === "cumulative" &&
        (fact.period ?? period) === period,
    ),
    key,
    below,
    ({ value }) => (value.status === "reported" ? value.amount : undefined),
  );

/** The parent's own target for a group. */
export const parentTargetOf = (
  figures: Figures,
  indicator: string,
  key: Key,
  below: readonly FigureOf[],
  period: string,
): Decided<Rational | null> =>
  valueFor(
    figures.targets.filter(
      (fact: TargetFact) =>
        fact.standing === "total" && fact.indicator.key === indicator && isFor(fact, period),
    ),
    key,
    below,
    ({ value, status }) => (status === "set" ? value : undefined),
  );
