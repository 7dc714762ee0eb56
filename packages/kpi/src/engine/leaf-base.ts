import { type ExactSums, exactSums, spillAt } from "./exact-sums.ts";
import { bitsOf, targetCounts, together } from "./fact-status.ts";
import type { Codes, FactDimension, FactTable } from "./fact-table.ts";
import { most } from "./millionths.ts";
import { ancestorsAt, type Window } from "./roll-up-plan.ts";

/**
 * The facts put together by org, by the dimensions that hang on the fact, by period and by indicator: the only thing
 * that is made from the rows themselves (底层汇总). Coverage counts orgs and not rows, so levels are made from these.
 */
export interface LeafBase {
  /** Dimensions that hang on the fact and are grouped by, each at one level: an org in two programs counts once above. */
  readonly axes: readonly Axis[];
  readonly groups: number;
  /** The org of each group, and its member of each axis. */
  readonly orgOf: Int32Array;
  readonly memberOf: readonly Int32Array[];
  /** How many periods each group has side by side, and the code of the first. */
  readonly slots: number;
  readonly firstSlot: number;
  readonly indicators: number;
  /** Target and actual of each leaf in turn. */
  readonly sums: ExactSums;
  readonly bits: Uint16Array;
  /** The group of a row; −1 where it is new. */
  readonly groupOf: (row: number) => number;
}

/** A dimension that hangs on the fact, at a level. */
export interface Axis {
  readonly name: string;
  readonly level: number;
}

/** The base of a table over some axes; rows outside of the window's year are left out. */
export function leafBase(table: FactTable, axes: readonly Axis[], window: Window, dense?: number): LeafBase {
  const base = emptyBase(table, axes, window, dense);
  if (axes.length === 0 && base.slots === 1 && table.periods.length <= 1) addRows(table, base);
  else addSlots(table, base, window);
  return base;
}

/** A base without rows: dense where all combinations of org and axes are few, else those that are there. */
function emptyBase(
  table: FactTable,
  axes: readonly Axis[],
  window: Window,
  dense = Math.max(1 << 22, 2 * table.size),
): LeafBase {
  const orgs = table.orgs.names.length;
  const trees = axes.map(({ name }) => table.dimensions[name] as FactDimension);
  const above = trees.map((tree, axis) => ancestorsAt(tree, (axes[axis] as Axis).level));
  const sizes = trees.map(({ members }) => members.length);
  const indicators = table.indicators.length;
  const slots = window.last - window.first + 1;
  const all = sizes.reduce((product, size) => product * size, orgs);
  const memberAt = (axis: number, row: number) =>
    (above[axis] as Int32Array)[(table.codes[(axes[axis] as Axis).name] as Codes)[row] as number] as number;
  const numberOf = (row: number): number => {
    let number = 0;
    for (let axis = axes.length - 1; axis >= 0; axis--)
      number = (number + memberAt(axis, row)) * (sizes[axis - 1] ?? orgs);
    return number + (table.org[row] as number);
  };
  const isDense = all * slots * indicators <= dense || axes.length === 0;
  const known = isDense ? undefined : combinations(table, numberOf, orgs);
  const groups = known ? known.size : all;
  const orgOf = new Int32Array(groups);
  const memberOf = axes.map(() => new Int32Array(groups));
  const decode = (number: number, group: number) => {
    orgOf[group] = number % orgs;
    let rest = Math.floor(number / orgs);
    for (const [axis, size] of sizes.entries()) {
      (memberOf[axis] as Int32Array)[group] = rest % size;
      rest = Math.floor(rest / size);
    }
  };
  if (known) for (const [number, group] of known) decode(number, group);
  else for (let group = 0; group < groups; group++) decode(group, group);
  const leaves = groups * slots * indicators;
  return {
    axes,
    groups,
    orgOf,
    memberOf,
    slots,
    firstSlot: window.first,
    indicators,
    sums: exactSums(2 * leaves),
    bits: new Uint16Array(leaves),
    groupOf: known
      ? (row) => known.get(numberOf(row)) ?? -1
      : axes.length === 0
        ? (row) => table.org[row] as number
        : numberOf,
  };
}

/** The combinations that are there, those of the other leads of joint rows included: they are listed there too. */
function combinations(
  { size, joint }: FactTable,
  numberOf: (row: number) => number,
  orgs: number,
): Map<number, number> {
  const known = new Map<number, number>();
  for (let row = 0; row < size; row++) {
    const number = numberOf(row);
    if (!known.has(number)) known.set(number, known.size);
    for (const org of joint.get(row) ?? []) {
      const other = number - (number % orgs) + org;
      if (!known.has(other)) known.set(other, known.size);
    }
  }
  return known;
}

/** Every row into the leaf of its org and indicator: three additions and a look at the byte. */
function addRows({ size, org, indicator, target, actual, marks, spills }: FactTable, base: LeafBase): void {
  const { bits, indicators, sums } = base;
  const { small } = sums;
  for (let row = 0; row < size; row++) {
    const leaf = (org[row] as number) * indicators + (indicator[row] as number);
    const mark = marks[row] as number;
    bits[leaf] = together(bits[leaf] as number, bitsOf[mark] as number);
    const at = 2 * leaf;
    const t = (small[at] as number) + (target[row] as number) * (targetCounts[mark] as number);
    if (t <= most && t >= -most) small[at] = t;
    else if (targetCounts[mark]) spillAt(sums, at, spills.target.get(row) ?? (target[row] as number));
    const a = (small[at + 1] as number) + (actual[row] as number);
    if (a <= most && a >= -most) small[at + 1] = a;
    else spillAt(sums, at + 1, spills.actual.get(row) ?? (actual[row] as number));
  }
}

/** The same with periods side by side, or with axes. */
function addSlots(table: FactTable, base: LeafBase, window: Window): void {
  const { size, indicator, period, target, actual, marks, spills } = table;
  const { bits, indicators, slots, sums, groupOf } = base;
  const { small } = sums;
  for (let row = 0; row < size; row++) {
    const slot = period === undefined ? 0 : (period[row] as number) - window.first;
    if (slot < 0 || slot >= slots) continue;
    const leaf = (groupOf(row) * slots + slot) * indicators + (indicator[row] as number);
    const mark = marks[row] as number;
    bits[leaf] = together(bits[leaf] as number, bitsOf[mark] as number);
    const at = 2 * leaf;
    const t = (small[at] as number) + (target[row] as number) * (targetCounts[mark] as number);
    if (t <= most && t >= -most) small[at] = t;
    else if (targetCounts[mark]) spillAt(sums, at, spills.target.get(row) ?? (target[row] as number));
    const a = (small[at + 1] as number) + (actual[row] as number);
    if (a <= most && a >= -most) small[at + 1] = a;
    else spillAt(sums, at + 1, spills.actual.get(row) ?? (actual[row] as number));
  }
}
