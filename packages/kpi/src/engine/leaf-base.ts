import type { Scaled } from "../scaled.ts";
import { addAt, type ExactSums, exactSums } from "./exact-sums.ts";
import type { Codes, FactDimension, FactTable } from "./fact-columns.ts";
import { bitsOf, targetCounts, together } from "./fact-status.ts";
import { memberForLead } from "./lead-members.ts";
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
  /** The group of a row, or of the row if it were of another org; −1 where it is new. */
  readonly groupOf: (row: number, org?: number) => number;
}

/** A dimension that hangs on the fact, at a level. */
export interface Axis {
  readonly name: string;
  readonly level: number;
}

/** The base of a table over some axes; rows outside of the window's year are left out. */
export function leafBase(table: FactTable, axes: readonly Axis[], window: Window, dense?: number): LeafBase {
  const base = emptyBase(table, axes, window, dense);
  addRows(table, base);
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
  const memberAt = (axis: number, row: number, org: number) => {
    const { name } = axes[axis] as Axis;
    const member = table.joint.has(row)
      ? memberForLead(table, name, row, org)
      : ((table.codes[name] as Codes)[row] as number);
    return (above[axis] as Int32Array)[member] as number;
  };
  const numberOf = (row: number, org = table.org[row] as number): number => {
    let number = 0;
    for (let axis = axes.length - 1; axis >= 0; axis--)
      number = (number + memberAt(axis, row, org)) * (sizes[axis - 1] ?? orgs);
    return number + org;
  };
  const isDense = all * slots * indicators <= dense || axes.length === 0;
  const known = isDense ? undefined : combinations(table, numberOf);
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
      ? (row, org) => known.get(numberOf(row, org)) ?? -1
      : axes.length === 0
        ? (row, org = table.org[row] as number) => org
        : numberOf,
  };
}

/** The combinations that are there, those of the other leads of joint rows included: they are listed there too. */
function combinations(
  { size, joint }: FactTable,
  numberOf: (row: number, org?: number) => number,
): Map<number, number> {
  const known = new Map<number, number>();
  const add = (number: number) => {
    if (!known.has(number)) known.set(number, known.size);
  };
  for (let row = 0; row < size; row++) {
    add(numberOf(row));
    for (const org of joint.get(row) ?? []) add(numberOf(row, org));
  }
  return known;
}

/** Every row of the window's year into its leaf. */
function addRows(table: FactTable, base: LeafBase): void {
  for (let row = 0; row < table.size; row++) {
    if (base.axes.length === 0) row = addPlainRows(table, base, row);
    const leaf = row < table.size ? leafOf(table, base, row) : -1;
    if (leaf >= 0) addRow(table, base, row, leaf);
  }
}

/** Adds rows from one on; gives the first that is left for `addRow`, or their number. */
function addPlainRows(table: FactTable, base: LeafBase, from: number): number {
  const { size, org, period, indicator, target, actual, marks } = table;
  const { bits, indicators, slots, firstSlot, sums } = base;
  const of = [size, org, indicator, target, actual, marks, bits, sums.small, indicators] as const;
  return period ? addDated(from, period, slots, firstSlot, ...of) : addUndated(from, ...of);
}

/** The leaf of a row; −1 where it has none: outside of the year, or of a combination that is new. */
export function leafOf({ period, indicator }: FactTable, base: LeafBase, row: number): number {
  const slot = period === undefined ? 0 : (period[row] as number) - base.firstSlot;
  if (slot < 0 || slot >= base.slots) return -1;
  const group = base.groupOf(row);
  return group < 0 ? -1 : (group * base.slots + slot) * base.indicators + (indicator[row] as number);
}

/**
 * Adds rows without periods: three additions and a look at the byte. Stops before the first whose sums might leave the
 * safe integers and gives it. It calls nothing and is given columns and not the table: of a table that is gone the
 * compiled loop would be thrown away. What a bundle keeps beside it is looked up before the first row.
 */
function addUndated(
  from: number,
  size: number,
  org: Codes,
  indicator: Codes,
  target: Float64Array,
  actual: Float64Array,
  marks: Uint8Array,
  bits: Uint16Array,
  small: Float64Array,
  indicators: number,
): number {
  const counts = targetCounts;
  const bitsIn = bitsOf;
  const limit = most;
  for (let row = from; row < size; row++) {
    const leaf = (org[row] as number) * indicators + (indicator[row] as number);
    const mark = marks[row] as number;
    const at = 2 * leaf;
    const t = (small[at] as number) + (target[row] as number) * (counts[mark] as number);
    const a = (small[at + 1] as number) + (actual[row] as number);
    // One comparison, false for NaN too, which stands where the amount is beside the column
    if (!(Math.abs(t) + Math.abs(a) <= limit)) return row;
    bits[leaf] = together(bits[leaf] as number, bitsIn[mark] as number);
    small[at] = t;
    small[at + 1] = a;
  }
  return size;
}

/** The same for rows with periods; a question more in the loop above would cost it a tenth. */
function addDated(
  from: number,
  period: Codes,
  slots: number,
  firstSlot: number,
  size: number,
  org: Codes,
  indicator: Codes,
  target: Float64Array,
  actual: Float64Array,
  marks: Uint8Array,
  bits: Uint16Array,
  small: Float64Array,
  indicators: number,
): number {
  const counts = targetCounts;
  const bitsIn = bitsOf;
  const limit = most;
  for (let row = from; row < size; row++) {
    const slot = (period[row] as number) - firstSlot;
    if (slot < 0 || slot >= slots) continue;
    const leaf = ((org[row] as number) * slots + slot) * indicators + (indicator[row] as number);
    const mark = marks[row] as number;
    const at = 2 * leaf;
    const t = (small[at] as number) + (target[row] as number) * (counts[mark] as number);
    const a = (small[at + 1] as number) + (actual[row] as number);
    if (!(Math.abs(t) + Math.abs(a) <= limit)) return row;
    bits[leaf] = together(bits[leaf] as number, bitsIn[mark] as number);
    small[at] = t;
    small[at + 1] = a;
  }
  return size;
}

/** Adds a row whatever its amounts are. */
function addRow(
  { target, actual, marks, spills }: FactTable,
  { bits, sums }: LeafBase,
  row: number,
  leaf: number,
): void {
  const mark = marks[row] as number;
  bits[leaf] = together(bits[leaf] as number, bitsOf[mark] as number);
  const t = target[row] as number;
  const a = actual[row] as number;
  if (targetCounts[mark]) addAt(sums, 2 * leaf, Number.isNaN(t) ? (spills.target.get(row) as Scaled) : t);
  addAt(sums, 2 * leaf + 1, Number.isNaN(a) ? (spills.actual.get(row) as Scaled) : a);
}
