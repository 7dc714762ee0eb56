import { firstMonth, isPeriod, lastMonth, type Period, yearOf } from "@taizhang/model";
import type { FactDimension, FactTable } from "./fact-table.ts";

/**
 * One way to group: dimensions with their level, 1 at the top of a tree, or `period: 1`; `{}` is the grand total
 * (分组). A member above the level, a 本级 for example, is in the totals above and in no group of the level.
 */
export type GroupSet = Readonly<Record<string, number>>;

/** What is rolled up: the same plan for the engine here and for a database (汇总方案). */
export interface RollUpPlan {
  readonly sets: readonly GroupSet[];
  /** The period that the figures are of; default the latest of the table. */
  readonly period?: Period;
  /** Several periods of one year together: flows add, stocks take the last, rates have no figure. */
  readonly window?: { readonly from: Period; readonly to: Period };
}

/** Which periods of a table a plan asks of, by their codes; all of one year. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** The first and last code of the year: a row in it makes an org expected. */
  readonly first: number;
  readonly last: number;
  readonly several: boolean;
}

/** The levels of a dimension: 1 for a flat one (层级数). */
export function levelsOf(dimension: FactDimension): number {
  return depths(dimension).reduce((most, depth) => Math.max(most, depth), 0);
}

/**
 * The grand total and every level of a dimension (全部层级).
 * @example everyLevel(table, "division") // [{}, { division: 1 }, { division: 2 }]
 */
export function everyLevel({ dimensions }: Pick<FactTable, "dimensions">, dimension: string): GroupSet[] {
  const own = dimensions[dimension];
  if (!own) throw new RangeError(`No such dimension: ${dimension}`);
  return Array.from(
    { length: levelsOf(own) + 1 },
    (_, level): GroupSet => (level === 0 ? {} : { [dimension]: level }),
  );
}

/** The depth of each member, 1 at the top. */
export function depths({ members, parents }: FactDimension): Int32Array {
  const known = new Int32Array(members.length);
  const depthOf = (member: number): number => {
    const path: number[] = [];
    let at = member;
    for (; at !== -1 && known[at] === 0; at = parents?.[at] ?? -1) path.push(at);
    let depth = at === -1 ? 0 : (known[at] as number);
    for (const one of path.reverse()) known[one] = ++depth;
    return depth;
  };
  for (const member of members.keys()) depthOf(member);
  return known;
}

/** Each member's ancestor at a level, or the member itself where it stands above. */
export function ancestorsAt(dimension: FactDimension, level: number): Int32Array {
  const deep = depths(dimension);
  return Int32Array.from(deep, (_, member) => {
    let at = member;
    while ((deep[at] as number) > level) at = dimension.parents?.[at] as number;
    return at;
  });
}

/** The window of a plan over a table's periods, or an error where it is none. */
export function windowOf({ periods }: FactTable, plan: RollUpPlan): Window {
  const byPeriod = plan.sets.some((set) => "period" in set);
  if (periods.length === 0) {
    if (plan.period !== undefined || plan.window || byPeriod)
      throw new RangeError("The table has no periods");
    return { from: 0, to: 0, first: 0, last: 0, several: false };
  }
  const latest = periods[periods.length - 1] as Period;
  const { from, to } = plan.window ?? { from: plan.period ?? latest, to: plan.period ?? latest };
  if (!isPeriod(from) || !isPeriod(to)) throw new RangeError(`Not a period: ${from}, ${to}`);
  const year = yearOf(to);
  if (yearOf(from) !== year) throw new RangeError(`A window lies in one year: ${from} to ${to}`);
  const within = (period: Period) =>
    firstMonth(period) >= firstMonth(from) && lastMonth(period) <= lastMonth(to);
  const asked = [...periods.keys()].filter((at) => within(periods[at] as Period));
  const ofYear = [...periods.keys()].filter((at) => yearOf(periods[at] as Period) === year);
  if (asked.length === 0) throw new RangeError(`The table has no figures of ${from} to ${to}`);
  return {
    from: asked[0] as number,
    to: asked[asked.length - 1] as number,
    first: ofYear[0] as number,
    last: ofYear[ofYear.length - 1] as number,
    several: asked.length > 1,
  };
}
