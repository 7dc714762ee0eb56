import { firstMonth, isPeriod, lastMonth, type Period, yearOf } from "@taizhang/model";
import type { FactDimension, FactTable } from "./fact-columns.ts";

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
  /** Months are asked of which no row of the table is: flows of single months then lack a part. */
  readonly hasGap: boolean;
  /** The last of the months asked is one of them: what is not added up is then missing. */
  readonly isOpen: boolean;
}

/** The levels of a dimension: 1 for a flat one (层级数). */
function levelsOf(dimension: FactDimension): number {
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

/** Throws a RangeError, with its place in the plan, for a dimension or a level that the table has not. */
export function checkSets({ dimensions }: Pick<FactTable, "dimensions">, { sets }: RollUpPlan): void {
  for (const [at, set] of sets.entries())
    for (const [name, level] of Object.entries(set)) {
      const own = dimensions[name];
      if (name !== "period" && !own)
        throw new RangeError(
          `sets[${at}].${name}: no dimension of the table, which has ${listOf(dimensions)}`,
        );
      const deepest = own && name !== "period" ? Math.max(levelsOf(own), 1) : 1;
      if (!Number.isInteger(level) || level < 1 || level > deepest)
        throw new RangeError(`sets[${at}].${name}: levels are 1 to ${deepest}, and not ${level}`);
    }
}

const listOf = (dimensions: FactTable["dimensions"]): string => Object.keys(dimensions).join(", ") || "none";

/** The depth of each member, 1 at the top. */
export function depths({ members, parents }: FactDimension): Int32Array {
  const known = new Int32Array(members.length);
  if (!parents) return known.fill(1);
  const path: number[] = [];
  for (let member = 0; member < known.length; member++) {
    let at = member;
    for (; at !== -1 && known[at] === 0; at = parents[at] as number) path.push(at);
    let depth = at === -1 ? 0 : (known[at] as number);
    for (let one = path.pop(); one !== undefined; one = path.pop()) known[one] = ++depth;
  }
  return known;
}

/** Each member's ancestor at a level, or the member itself where it stands above. */
export function ancestorsAt(dimension: FactDimension, level: number, deep = depths(dimension)): Int32Array {
  const ancestors = new Int32Array(deep.length);
  for (let member = 0; member < deep.length; member++) {
    let at = member;
    while ((deep[at] as number) > level) at = dimension.parents?.[at] as number;
    ancestors[member] = at;
  }
  return ancestors;
}

/**
 * The window of a plan over a table's periods, for another engine that runs the plan (取数区间); a RangeError where it
 * is none. @example windowOf({ periods: ["2016-01", "2016-02"] }, { sets: [{}] }) // from 1 to 1, of the year 0 to 1
 */
export function windowOf({ periods }: Pick<FactTable, "periods">, plan: RollUpPlan): Window {
  const byPeriod = plan.sets.some((set) => "period" in set);
  if (periods.length === 0) {
    if (plan.period !== undefined || plan.window || byPeriod)
      throw new RangeError("The table has no periods");
    return { from: 0, to: 0, first: 0, last: 0, several: false, hasGap: false, isOpen: false };
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
  const months = (of: readonly number[]) =>
    of.reduce((sum, at) => sum + monthsIn(periods[at] as Period, periods[at] as Period), 0);
  const hasGap = months(asked) < monthsIn(from, to);
  return {
    from: asked[0] as number,
    to: asked[asked.length - 1] as number,
    first: ofYear[0] as number,
    last: ofYear[ofYear.length - 1] as number,
    several: asked.length > 1 || hasGap,
    hasGap,
    isOpen: lastMonth(periods[asked[asked.length - 1] as number] as Period) < lastMonth(to),
  };
}

const monthsIn = (from: Period, to: Period): number => lastMonth(to) - firstMonth(from) + 1;
