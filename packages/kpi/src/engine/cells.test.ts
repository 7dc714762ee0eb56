import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { decimalOf, type Scaled, scaled } from "../scaled.ts";
import {
  bitsAbove,
  type CellStore,
  cellStore,
  count,
  countLeaf,
  countPlainLeaf,
  mergeInto,
  sum,
} from "./cell-store.ts";
import { type Cells, keptCells, leafCells } from "./cells.ts";
import { exactSums } from "./exact-sums.ts";
import { bit } from "./fact-status.ts";
import type { Leaf } from "./leaf.ts";
import { most } from "./millionths.ts";
import { countPlain } from "./plain-leaves.ts";

/** Every way in which an org's rows can stand together: sixteen of statuses, with and without each thing beside them. */
const allBits = Array.from({ length: 256 }, (_, at) => {
  const beside = [bit.target, bit.pending, bit.negative, bit.lights << 6];
  return beside.reduce((bits, one, place) => (at & (16 << place) ? bits | one : bits), at & 15);
});
const leafOf = (bits: number, target: Scaled = 7, actual: Scaled = 5, carriedFrom = -1): Leaf => ({
  bits,
  target,
  actual,
  carriedFrom,
});
const said = (cells: Cells, cell: number) => ({
  ...Object.fromEntries(Object.entries(count).map(([name, which]) => [name, cells.count(cell, which)])),
  sums: Object.entries(sum).map(([name, which]) => [name, decimalOf(cells.sum(cell, which))]),
  bits: cells.bits(cell),
});
const storeOf = (leaf: Leaf): CellStore => {
  const store = cellStore(1);
  countLeaf(store, 0, leaf, 1);
  store.bits[0] = bitsAbove(leaf);
  return store;
};

describe("what one org says, counted", () => {
  const none = { expected: 0, reported: 0, missing: 0, unusable: 0, notApplicable: 0 };
  const plain = { targets: 0, targetsLacking: 0, given: 0, givenApart: 0 };
  test.each<[string, Leaf, object, Partial<Record<keyof typeof sum, number>>]>([
    ["没有一行", leafOf(0), { ...none, ...plain }, {}],
    ["不涉及", leafOf(bit.notApplicable | bit.target), { ...none, ...plain, notApplicable: 1 }, {}],
    [
      "已报，无目标",
      leafOf(bit.reported),
      { expected: 1, reported: 1, givenApart: 1, targets: 0 },
      { apart: 5 },
    ],
    [
      "已报，有目标",
      leafOf(bit.reported | bit.target),
      { expected: 1, reported: 1, targets: 1, given: 1, targetsLacking: 0, givenApart: 0 },
      { target: 7, actual: 5 },
    ],
    [
      "缺报，有目标",
      leafOf(bit.missing | bit.target, 7, 0),
      { expected: 1, reported: 0, missing: 1, unusable: 0, targets: 1, targetsLacking: 1, given: 0 },
      { target: 7, targetLacking: 7 },
    ],
    [
      "缺报而沿用",
      leafOf(bit.missing | bit.target, 7, 3, 0),
      { expected: 1, missing: 1, targetsLacking: 1, given: 1 },
      { target: 7, actual: 3, targetLacking: 7, actualLacking: 3 },
    ],
    [
      "无目标而沿用",
      leafOf(bit.missing, 0, 3, 2),
      { expected: 1, missing: 1, givenApart: 1, given: 0 },
      { apart: 3 },
    ],
    [
      "有一行不能用",
      leafOf(bit.reported | bit.unusable | bit.target),
      { expected: 1, reported: 0, missing: 0, unusable: 1, targetsLacking: 1, given: 1 },
      { target: 7, actual: 5, targetLacking: 7, actualLacking: 5 },
    ],
    [
      "一行缺，一行不能用：是缺报",
      leafOf(bit.missing | bit.unusable, 0, 0),
      { expected: 1, missing: 1, unusable: 0, reported: 0, givenApart: 0 },
      {},
    ],
    [
      "一行不涉及，一行已报：是已报",
      leafOf(bit.notApplicable | bit.reported),
      { expected: 1, reported: 1, notApplicable: 0 },
      { apart: 5 },
    ],
  ])("%s", (_, leaf, counts, sums) => {
    const cells = keptCells(storeOf(leaf));
    expect(said(cells, 0)).toMatchObject(counts);
    for (const [name, which] of Object.entries(sum))
      expect([name, cells.sum(0, which)]).toEqual([name, sums[name as keyof typeof sum] ?? 0]);
  });

  test("of 不涉及 nothing goes up, of all else every bit", () => {
    expect(bitsAbove(leafOf(bit.notApplicable | bit.target))).toBe(0);
    for (const state of [bit.reported, bit.missing, bit.unusable])
      expect(bitsAbove(leafOf(state | bit.target | bit.notApplicable))).toBe(
        state | bit.target | bit.notApplicable,
      );
  });
});

describe("three ways to the same cell", () => {
  const twice = (store: CellStore) => ({ small: store.sums.small, counts: store.counts, bits: store.bits });

  test("a leaf of plain doubles is counted as any leaf is", () => {
    for (const bits of allBits) {
      const plain = cellStore(1);
      countPlainLeaf(plain, 0, bits, 7, 5);
      expect(twice(plain)).toEqual(twice(storeOf(leafOf(bits))));
    }
  });

  test("all plain leaves of a base go each into its own cell, those that almost all are as the others", () => {
    // Two indicators a group; the groups lie in turn in the second and the first of two coarser ones
    const sums = exactSums(2 * allBits.length);
    const base = { bits: Uint16Array.from(allBits), sums, indicators: 2 };
    for (const at of sums.small.keys()) sums.small[at] = at % 7 === 0 ? most - at : at - 9;
    const into = Int32Array.from({ length: allBits.length / 2 }, (_, group) => (group + 1) % 2);
    const [all, each] = [cellStore(4), cellStore(4)];
    countPlain(all, base, into);
    for (const [leaf, bits] of allBits.entries()) {
      const cell = 2 * (into[leaf >> 1] as number) + (leaf & 1);
      const one = leafOf(bits, sums.small[2 * leaf] as number, sums.small[2 * leaf + 1] as number);
      countLeaf(each, cell, one, 1);
      each.bits[cell] = (each.bits[cell] as number) | bitsAbove(one);
    }
    for (const cell of [0, 1, 2, 3]) expect(said(keptCells(all), cell)).toEqual(said(keptCells(each), cell));
    expect(all.sums.big.size).toBeGreaterThan(0);
    expect([...all.sums.small].every((one) => Number.isSafeInteger(one))).toBe(true);
  });

  test("a cell of one org is read from the base as it would be kept", () => {
    const sums = exactSums(2 * allBits.length);
    const base = { bits: Uint16Array.from(allBits), sums, indicators: 2 };
    for (const at of allBits.keys()) [sums.small[2 * at], sums.small[2 * at + 1]] = [7, 5];
    // Two indicators a group, and the groups turned round
    const turned = Int32Array.from({ length: allBits.length / 2 }, (_, at) => allBits.length / 2 - 1 - at);
    const cells = leafCells(base as never, turned);
    for (let cell = 0; cell < allBits.length; cell++) {
      const leaf = (turned[cell >> 1] as number) * 2 + (cell & 1);
      expect(said(cells, cell)).toEqual(said(keptCells(storeOf(leafOf(allBits[leaf] as number))), 0));
    }
  });

  test("what is taken away again leaves nothing", () => {
    const store = cellStore(2);
    const leaves = allBits.flatMap((bits) => [leafOf(bits), leafOf(bits, most, -most, 1)]);
    for (const leaf of leaves) countLeaf(store, 1, leaf, 1);
    expect(store.counts.some((one) => one !== 0)).toBe(true);
    for (const leaf of leaves) countLeaf(store, 1, leaf, -1);
    expect(said(keptCells(store), 1)).toEqual(said(keptCells(cellStore(2)), 1));
  });
});

describe("sums of a cell that leave the safe integers stay exact", () => {
  const exact = (amounts: readonly number[]) =>
    decimalOf(scaled(decimal(String(amounts.reduce((sum, one) => sum + BigInt(one), 0n))), -6));
  const own = bit.reported | bit.target;

  test.each<[string, readonly number[], number]>([
    ["up to the greatest", [most - 1, 1], 0],
    ["one beyond", [most, 1], 3],
    ["down to the least", [1 - most, -1], 0],
    ["one below", [-most, -1], 3],
    ["far beyond, and back", [most, most, most, -most], 3],
  ])("%s", (_, amounts, spilled) => {
    const store = cellStore(2);
    for (const amount of amounts) {
      countPlainLeaf(store, 0, own, amount, amount);
      countPlainLeaf(store, 0, bit.reported, 0, amount);
    }
    const cells = keptCells(store);
    for (const which of [sum.target, sum.actual, sum.apart])
      expect(decimalOf(cells.sum(0, which))).toBe(exact(amounts));
    expect(store.sums.big.size).toBe(spilled);

    // The same amounts, one a finer group, all in the second coarser one
    const fine = cellStore(2 * amounts.length);
    for (const [at, amount] of amounts.entries()) countPlainLeaf(fine, 2 * at + 1, own, amount, amount);
    const coarse = cellStore(4);
    mergeInto(coarse, fine, new Int32Array(amounts.length).fill(1), 2);
    expect(decimalOf(keptCells(coarse).sum(3, sum.target))).toBe(exact(amounts));
    expect(keptCells(coarse).count(3, count.targets)).toBe(amounts.length);
    expect(keptCells(coarse).bits(3)).toBe(own);
    for (const other of [0, 1, 2])
      expect(said(keptCells(coarse), other)).toEqual(said(keptCells(cellStore(4)), 0));
    expect(coarse.sums.big.size).toBe(spilled === 0 ? 0 : 2);
  });

  test("what has spilled in the finer groups goes into the right coarser one", () => {
    const fine = cellStore(6);
    const amounts: readonly Scaled[] = [scaled(decimal("0.0000001")), scaled(decimal("9007199255"))];
    for (const cell of [1, 3, 5])
      for (const amount of amounts) countLeaf(fine, cell, leafOf(own, amount, 5), 1);
    const coarse = cellStore(4);
    mergeInto(coarse, fine, Int32Array.of(1, 0, 1), 2);
    const shown = (cell: number) =>
      [sum.target, sum.actual].map((which) => decimalOf(keptCells(coarse).sum(cell, which)));
    expect(shown(3)).toEqual(["18014398510.0000002", "0.00002"]);
    expect(shown(1)).toEqual(["9007199255.0000001", "0.00001"]);
    expect([shown(0), shown(2)]).toEqual([
      ["0", "0"],
      ["0", "0"],
    ]);
  });
});
