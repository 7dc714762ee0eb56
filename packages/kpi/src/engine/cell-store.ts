import { addAt, type ExactSums, exactSums, signed, spillAt } from "./exact-sums.ts";
import { bit, lackingBits } from "./fact-status.ts";
import type { Leaf } from "./leaf.ts";
import { most } from "./millionths.ts";

/** The sums of a cell, in this order. */
export const sum = {
  /** Of orgs that have a target: the targets, and the actuals. */
  target: 0,
  actual: 1,
  /** 无目标单位完成数. */
  apart: 2,
  /** Of orgs with a target that have not reported all of their rows. */
  targetLacking: 3,
  actualLacking: 4,
} as const;
export const sumCount = 5;

/** The counts of a cell, of orgs and never of rows, in this order. */
export const count = {
  expected: 0,
  reported: 1,
  missing: 2,
  unusable: 3,
  notApplicable: 4,
  /** Orgs with a target, those of them that lack a figure, and those that have given one. */
  targets: 5,
  targetsLacking: 6,
  given: 7,
  /** Orgs without a target that have given a figure. */
  givenApart: 8,
} as const;
export const countCount = 9;

/** The cells of one way to group: group by group, and in it indicator by indicator (单元格). */
export interface CellStore {
  readonly size: number;
  readonly sums: ExactSums;
  readonly counts: Int32Array;
  readonly bits: Uint16Array;
}

export const cellStore = (size: number): CellStore => ({
  size,
  sums: exactSums(sumCount * size),
  counts: new Int32Array(countCount * size),
  bits: new Uint16Array(size),
});

/** Counts a leaf into a cell, or takes it away again. Bits are only added: who takes away keeps them itself. */
export function countLeaf(store: CellStore, cell: number, leaf: Leaf, sign: 1 | -1): void {
  const { bits, carriedFrom } = leaf;
  const given = (bits & bit.reported) !== 0 || carriedFrom >= 0;
  if (!countBits(store.counts, countCount * cell, bits, given, sign)) return;
  const to = sumCount * cell;
  const actual = signed(leaf.actual, sign);
  if (!(bits & bit.target)) {
    addAt(store.sums, to + sum.apart, actual);
    return;
  }
  const target = signed(leaf.target, sign);
  addAt(store.sums, to + sum.target, target);
  addAt(store.sums, to + sum.actual, actual);
  if (!(bits & lackingBits)) return;
  addAt(store.sums, to + sum.targetLacking, target);
  addAt(store.sums, to + sum.actualLacking, actual);
}

/** The same for a leaf whose sums are plain doubles, its bits added too: the way of a full roll-up. */
export function countPlainLeaf(
  store: CellStore,
  cell: number,
  bits: number,
  target: number,
  actual: number,
): void {
  const { sums, counts } = store;
  if (!countBits(counts, countCount * cell, bits, (bits & bit.reported) !== 0, 1)) return;
  store.bits[cell] = (store.bits[cell] as number) | bits;
  const to = sumCount * cell;
  if (!(bits & bit.target)) {
    addPlain(sums, to + sum.apart, actual);
    return;
  }
  addPlain(sums, to + sum.target, target);
  addPlain(sums, to + sum.actual, actual);
  if (!(bits & lackingBits)) return;
  addPlain(sums, to + sum.targetLacking, target);
  addPlain(sums, to + sum.actualLacking, actual);
}

function addPlain(sums: ExactSums, at: number, amount: number): void {
  const { small } = sums;
  const total = (small[at] as number) + amount;
  if (total <= most && total >= -most) small[at] = total;
  else spillAt(sums, at, amount);
}

/** Counts an org by its bits; false where it is 不涉及 and has no sums, or there is no row. */
function countBits(counts: Int32Array, at: number, bits: number, given: boolean, sign: 1 | -1): boolean {
  if (!(bits & (bit.reported | lackingBits))) {
    if (bits !== 0) counts[at + count.notApplicable] = (counts[at + count.notApplicable] as number) + sign;
    return false;
  }
  const lacks = (bits & lackingBits) !== 0;
  const state = bits & bit.missing ? count.missing : lacks ? count.unusable : count.reported;
  counts[at + count.expected] = (counts[at + count.expected] as number) + sign;
  counts[at + state] = (counts[at + state] as number) + sign;
  if (bits & bit.target) {
    counts[at + count.targets] = (counts[at + count.targets] as number) + sign;
    if (lacks) counts[at + count.targetsLacking] = (counts[at + count.targetsLacking] as number) + sign;
    if (given) counts[at + count.given] = (counts[at + count.given] as number) + sign;
  } else if (given) counts[at + count.givenApart] = (counts[at + count.givenApart] as number) + sign;
  return true;
}

/** Adds the cells of finer groups to those of the groups that they lie in: column upon column. */
export function mergeInto(coarse: CellStore, fine: CellStore, into: Int32Array, indicators: number): void {
  const wide = { counts: countCount * indicators, sums: sumCount * indicators };
  for (let group = 0; group < into.length; group++) {
    const to = into[group] as number;
    addCounts(coarse.counts, fine.counts, to * wide.counts, group * wide.counts, wide.counts);
    addBits(coarse.bits, fine.bits, to * indicators, group * indicators, indicators);
    addSums(coarse.sums, fine.sums, to * wide.sums, group * wide.sums, wide.sums);
  }
  for (const [at, amount] of fine.sums.big) {
    const group = Math.floor(at / wide.sums);
    addAt(coarse.sums, (into[group] as number) * wide.sums + (at % wide.sums), amount);
  }
}

function addCounts(coarse: Int32Array, fine: Int32Array, to: number, from: number, length: number): void {
  for (let at = 0; at < length; at++)
    coarse[to + at] = (coarse[to + at] as number) + (fine[from + at] as number);
}

function addBits(coarse: Uint16Array, fine: Uint16Array, to: number, from: number, length: number): void {
  for (let at = 0; at < length; at++)
    coarse[to + at] = (coarse[to + at] as number) | (fine[from + at] as number);
}

function addSums(coarse: ExactSums, fine: ExactSums, to: number, from: number, length: number): void {
  const { small } = coarse;
  const more = fine.small;
  for (let at = 0; at < length; at++) {
    const sum = (small[to + at] as number) + (more[from + at] as number);
    if (sum <= most && sum >= -most) small[to + at] = sum;
    else spillAt(coarse, to + at, more[from + at] as number);
  }
}

/** The bits that a leaf leaves in the cells above it: none where it is 不涉及. */
export const bitsAbove = ({ bits }: Leaf): number => (bits & (bit.reported | lackingBits) ? bits : 0);
