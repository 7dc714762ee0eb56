import type { Figures, ObservationFact, TargetFact } from "@taizhang/kpi";
import { isIn, type Key, leadsOf } from "./group.ts";
import { type Decided, open } from "./oracle-cell.ts";
import { isFor } from "./org-target.ts";
import { type Rational, rational, times } from "./rational.ts";
import { scaleOf } from "./unit-scale.ts";

/** A parent's own figure, which has a place. */
type ParentFigure = TargetFact | ObservationFact;

/**
 * Whether a parent's own figure is the total of a group, of whose indicator `below` are all the facts. It must be of
 * the group's members; and where it names a member that the group does not (one county, one office), every fact of
 * the group must be of that member too. A 合计 row is over the orgs of its own table (§4 law 2): where the table
 * lists orgs and the group has another, it is not the group's total.
 */
function isTotalOf(figure: ParentFigure, key: Key, below: readonly ParentFigure[]): Decided<boolean> {
  const group = below.filter((fact) => isIn(fact.dims, key));
  const onlyOfDepartments = Object.keys(key).every((name) => name === "department" || name === "program");
  if (onlyOfDepartments && omitsSome(figure, group, below)) return false;
  const named = Object.entries(figure.dims).filter(([, members]) => members && members.length > 0);
  for (const [dimension, members] of named) {
    const names = (members ?? []).map((member) => member.name);
    const asked = key[dimension];
    if (asked !== undefined && !names.includes(asked)) return false;
    const anywhere = below.some((fact) => (fact.dims[dimension] ?? []).some((m) => names.includes(m.name)));
    // The total of a part that has no row of its own is no total of the others.
    if (!anywhere) return below.some((fact) => (fact.dims[dimension] ?? []).length > 0) ? false : open;
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

/** Whether the table of a 合计 row lists orgs, but not all of a group. */
function omitsSome(
  figure: ParentFigure,
  group: readonly ParentFigure[],
  below: readonly ParentFigure[],
): boolean {
  const listed = below
    .filter((fact) => fact.standing !== "own" && fact.at?.file === figure.at?.file)
    .filter((fact) => fact.at?.sheet === figure.at?.sheet)
    .map(({ org }) => org);
  return listed.length > 0 && group.some((fact) => !leadsOf(fact).some((org) => listed.includes(org)));
}

function valueFor<T extends ParentFigure>(
  figures: readonly T[],
  key: Key,
  below: readonly ParentFigure[],
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
  below: readonly ParentFigure[],
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
  below: readonly ParentFigure[],
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
