import { type Scaled, signOf } from "../scaled.ts";
import { type CellStore, cellStore, count, countCount, countLeaf, sum, sumCount } from "./cell-store.ts";
import { sumAt } from "./exact-sums.ts";
import type { FactIndicator } from "./fact-columns.ts";
import { bit, bitCount, lackingBits, lightBits } from "./fact-status.ts";
import type { Leaf } from "./leaf.ts";

/** Cells that leaves come to and go from: bits are counted, so that the last of a kind takes its bit along. */
export interface LiveCells {
  readonly store: CellStore;
  readonly bitCounts: Int32Array;
}

export const liveCells = (size: number): LiveCells => ({
  store: cellStore(size),
  bitCounts: new Int32Array(bitCount * size),
});

const counted = (bits: number): boolean => (bits & (bit.reported | lackingBits)) !== 0;

/** Puts a leaf in the place of another one. */
export function replaceLeaf({ store, bitCounts }: LiveCells, cell: number, before: Leaf, after: Leaf): void {
  const old = counted(before.bits) ? before.bits : 0;
  const now = counted(after.bits) ? after.bits : 0;
  for (let changed = old ^ now; changed !== 0; changed &= changed - 1) {
    const which = 31 - Math.clz32(changed & -changed);
    const at = bitCount * cell + which;
    const left = (bitCounts[at] as number) + ((now >> which) & 1 ? 1 : -1);
    bitCounts[at] = left;
    const had = store.bits[cell] as number;
    store.bits[cell] = left === 0 ? had & ~(1 << which) : had | (1 << which);
  }
  countLeaf(store, cell, before, -1);
  countLeaf(store, cell, after, 1);
}

/** True where two leaves are not the same. */
export const differs = (a: Leaf, b: Leaf): boolean =>
  a.bits !== b.bits ||
  a.carriedFrom !== b.carriedFrom ||
  !isSame(a.target, b.target) ||
  !isSame(a.actual, b.actual);

const isSame = (a: Scaled, b: Scaled): boolean =>
  a === b || (typeof a === "object" && typeof b === "object" && a.value === b.value && a.places === b.places);

/** What of an indicator says what its cells show. */
type Shown = Pick<FactIndicator, "direction" | "accounting" | "mayBeNegative">;

/** What a reader sees of a cell that adds, without the divisions and the texts. */
export interface Sight {
  readonly sums: Scaled[];
  readonly counts: number[];
}

export const sight = (): Sight => ({ sums: [0, 0, 0, 0, 0], counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] });

/** Looks at a cell of an indicator. */
export function look(
  { store: { counts, sums, bits } }: LiveCells,
  cell: number,
  { direction, accounting, mayBeNegative }: Shown,
  seen: Sight,
): void {
  const countOf = (which: number) => counts[countCount * cell + which] as number;
  const sumOf = (which: number) => sumAt(sums, sumCount * cell + which);
  const has = bits[cell] as number;
  const lights = (has & lightBits) >> 4;
  const withTarget = countOf(count.targets) > 0;
  const lacking = withTarget
    ? countOf(count.targetsLacking)
    : countOf(count.missing) + countOf(count.unusable);
  const isGiven = countOf(withTarget ? count.given : count.givenApart) > 0;
  const bounded = accounting === "flow" && !mayBeNegative && !(has & bit.negative);
  const hasRate = direction === "up" && withTarget && isGiven && signOf(sumOf(sum.target)) !== 0;
  for (let which = 0; which <= count.notApplicable; which++) seen.counts[which] = countOf(which);
  seen.counts[5] = withTarget ? 1 : 0;
  seen.counts[6] = countOf(count.given) > 0 ? 1 : 0;
  seen.counts[7] = countOf(count.givenApart) > 0 ? 1 : 0;
  // 至少, and whether there is a rate
  seen.counts[8] =
    (lacking > 0 && bounded && isGiven ? 1 : 0) + (hasRate && (lacking === 0 || bounded) ? 2 : 0);
  seen.counts[9] = 32 - Math.clz32(lights);
  for (let which = 0; which < sumCount; which++) seen.sums[which] = sumOf(which);
}

/** True where a reader would see the same. */
export const isSameSight = (a: Sight, b: Sight): boolean =>
  a.counts.every((seen, at) => seen === b.counts[at]) &&
  a.sums.every((seen, at) => isSame(seen, b.sums[at] as Scaled));
