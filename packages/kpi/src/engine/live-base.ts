import { addAt, signed } from "./exact-sums.ts";
import type { FactTable } from "./fact-columns.ts";
import { bit, bitCount } from "./fact-status.ts";
import { actualOf, bitsAt, targetOf } from "./fact-table.ts";
import { type Axis, type LeafBase, leafBase, leafOf } from "./leaf-base.ts";
import type { Window } from "./roll-up-plan.ts";

/** A base whose rows come and go: beside its bits it counts the rows that have each. */
export interface LiveBase extends LeafBase {
  readonly rows: Uint32Array;
}

const several = bit.severalActuals | bit.severalTargets;

/** The base of a table, ready for changes. */
export function liveBase(
  table: FactTable,
  axes: readonly Axis[],
  window: Window,
  isDead: (row: number) => boolean,
  dense?: number,
): LiveBase {
  const base = leafBase(table, axes, window, dense);
  const live = { ...base, rows: new Uint32Array(bitCount * base.bits.length) };
  const gone: number[] = [];
  for (let row = 0; row < table.size; row++) {
    const leaf = leafOf(table, live, row);
    if (leaf < 0) continue;
    countBits(live, leaf, bitsAt(table, row), 1);
    if (isDead(row)) gone.push(row);
  }
  // The base has read all rows; those that are gone go again, when all are counted
  for (const row of gone) countRow(table, live, leafOf(table, live, row), row, -1);
  return live;
}

/** Counts a row into its leaf, or takes it out. */
export function countRow(table: FactTable, base: LiveBase, leaf: number, row: number, sign: 1 | -1): void {
  countBits(base, leaf, bitsAt(table, row), sign);
  base.bits[leaf] = bitsOfRows(base, leaf);
  const target = targetOf(table, row);
  if (target !== undefined) addAt(base.sums, 2 * leaf, signed(target, sign));
  const actual = actualOf(table, row);
  if (actual !== undefined) addAt(base.sums, 2 * leaf + 1, signed(actual, sign));
}

function countBits({ rows }: LiveBase, leaf: number, bits: number, sign: 1 | -1): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const at = bitCount * leaf + 31 - Math.clz32(left & -left);
    rows[at] = (rows[at] as number) + sign;
  }
}

function bitsOfRows({ rows }: LiveBase, leaf: number): number {
  const at = bitCount * leaf;
  let bits = 0;
  for (let which = 0; which < bitCount; which++) if ((rows[at + which] as number) > 0) bits |= 1 << which;
  bits &= ~several;
  if ((rows[at] as number) > 1) bits |= bit.severalActuals;
  if ((rows[at + 12] as number) > 1) bits |= bit.severalTargets;
  return bits;
}
