import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { scaled } from "../scaled.ts";
import { count, sum } from "./cell-store.ts";
import { keptCells } from "./cells.ts";
import { bit } from "./fact-status.ts";
import { emptyLeaf, type Leaf } from "./leaf.ts";
import { differs, isSameSight, liveCells, look, replaceLeaf, sight } from "./live-cells.ts";

const { reported, missing, unusable, notApplicable, target, pending, negative, lights, severalActuals } = bit;
const leaf = (bits: number, more: Partial<Leaf> = {}): Leaf => ({ ...emptyLeaf(), bits, ...more });
const none = emptyLeaf();
const tiny = scaled(decimal("0.0000001"));

describe("two leaves are the same or not", () => {
  const one = leaf(reported | target, { target: 5, actual: tiny, carriedFrom: 1 });
  test.each<[string, Partial<Leaf>, boolean]>([
    ["the same", {}, false],
    ["an equal amount made anew", { actual: scaled(decimal("0.0000001")) }, false],
    ["other bits", { bits: reported }, true],
    ["another target", { target: 6 }, true],
    ["another actual", { actual: scaled(decimal("0.0000002")) }, true],
    ["the same digits at another place", { actual: scaled(decimal("0.00000001")) }, true],
    ["a plain amount for a long one", { actual: 1 }, true],
    ["carried from another period", { carriedFrom: 0 }, true],
  ])("%s", (_, more, is) => {
    expect(differs(one, { ...one, ...more })).toBe(is);
    expect(differs({ ...one, ...more }, one)).toBe(is);
  });
});

describe("a cell's bits come and go with its leaves", () => {
  test("the last of a kind takes its bit along, and no other", () => {
    const live = liveCells(2);
    const bits = () => keptCells(live.store).bits(1);
    const [red, green] = [leaf(reported | (lights << 6)), leaf(reported | (lights << 3) | negative)];
    replaceLeaf(live, 1, none, red);
    replaceLeaf(live, 1, none, green);
    replaceLeaf(live, 1, none, green);
    expect(bits()).toBe(red.bits | green.bits);
    replaceLeaf(live, 1, green, none);
    expect(bits()).toBe(red.bits | green.bits);
    replaceLeaf(live, 1, green, red);
    expect(bits()).toBe(red.bits);
    replaceLeaf(live, 1, red, leaf(notApplicable | (lights << 5)));
    expect(bits()).toBe(red.bits);
    replaceLeaf(live, 1, red, leaf(missing | severalActuals));
    expect(bits()).toBe(missing | severalActuals);
    replaceLeaf(live, 1, leaf(missing | severalActuals), leaf(unusable));
    expect(bits()).toBe(unusable);
    replaceLeaf(live, 1, leaf(unusable), none);
    expect(bits()).toBe(0);
    expect(keptCells(live.store).count(1, count.notApplicable)).toBe(1);
    expect([keptCells(live.store).bits(0), live.bitCounts.slice(0, 16).some((one) => one !== 0)]).toEqual([
      0,
      false,
    ]);
  });

  test("sums and counts follow", () => {
    const live = liveCells(1);
    const cells = keptCells(live.store);
    replaceLeaf(live, 0, none, leaf(reported | target, { target: 5, actual: 3 }));
    replaceLeaf(
      live,
      0,
      leaf(reported | target, { target: 5, actual: 3 }),
      leaf(missing | target, { target: 7 }),
    );
    expect([cells.sum(0, sum.target), cells.sum(0, sum.actual), cells.sum(0, sum.targetLacking)]).toEqual([
      7, 0, 7,
    ]);
    expect([
      cells.count(0, count.expected),
      cells.count(0, count.missing),
      cells.count(0, count.given),
    ]).toEqual([1, 1, 0]);
  });
});

describe("what a reader sees of a cell", () => {
  const plain = leaf(reported, { actual: 3 });
  const own = leaf(reported | target, { target: 5, actual: 3 });
  const gap = leaf(missing | target, { target: 5 });
  test.each<[string, readonly Leaf[], readonly Leaf[], boolean]>([
    ["the same", [own], [own], true],
    ["another sum", [own], [leaf(own.bits, { target: 5, actual: 4 })], false],
    ["another target", [own], [leaf(own.bits, { target: 6, actual: 3 })], false],
    ["another light", [own], [leaf(own.bits | (lights << 3), { target: 5, actual: 3 })], false],
    [
      "a milder light beside the worst",
      [own, leaf(reported | (lights << 6))],
      [leaf(own.bits | (lights << 3), { target: 5, actual: 3 }), leaf(reported | (lights << 6))],
      true,
    ],
    ["one more org", [own], [own, leaf(reported | target)], false],
    ["one more that is 不涉及", [own], [own, leaf(notApplicable)], false],
    ["missing for unusable", [own, gap], [own, leaf(unusable | target, { target: 5 })], false],
    [
      "a figure below zero where someone lacks",
      [gap, plain, own],
      [gap, plain, leaf(own.bits | negative, { target: 5, actual: 3 })],
      false,
    ],
    [
      "a figure below zero where all have reported",
      [own, plain],
      [leaf(own.bits | negative, { target: 5, actual: 3 }), plain],
      true,
    ],
    [
      "待下达 beside a target is not shown",
      [own],
      [leaf(own.bits | pending, { target: 5, actual: 3 })],
      true,
    ],
    ["a first target of zero", [plain], [leaf(plain.bits | target, { actual: 3 })], false],
    [
      "a first figure of zero for a carried one",
      [gap],
      [leaf(gap.bits, { target: 5, carriedFrom: 0 })],
      false,
    ],
    ["the same without a target", [leaf(missing)], [leaf(missing, { carriedFrom: 0 })], false],
    [
      "a second carried one beside a figure",
      [plain, leaf(missing)],
      [plain, leaf(missing, { carriedFrom: 0 })],
      true,
    ],
    [
      "who lacks without a target, beside those that have one",
      [own, plain],
      [own, leaf(missing, { actual: 3, carriedFrom: 0 })],
      false,
    ],
  ])("%s", (_, before, after, same) => {
    const [a, b] = [before, after].map((leaves) => {
      const live = liveCells(2);
      for (const one of leaves) replaceLeaf(live, 1, none, one);
      const seen = sight();
      look(live, 1, { direction: "up", accounting: "flow" }, seen);
      return seen;
    });
    expect(isSameSight(a as never, b as never)).toBe(same);
    expect(isSameSight(b as never, a as never)).toBe(same);
  });

  test.each<[string, Parameters<typeof look>[2], readonly Leaf[], readonly Leaf[], boolean]>([
    [
      "a stock is no 至少, and without a rate nobody sees that the lacking one has a target of 0",
      { direction: "up", accounting: "stock" },
      [leaf(reported | target, { actual: 1 }), leaf(missing)],
      [leaf(reported | target, { actual: 1 }), leaf(missing | target)],
      true,
    ],
    [
      "of a flow the figure becomes an 至少",
      { direction: "up", accounting: "flow" },
      [leaf(reported | target, { actual: 1 }), leaf(missing)],
      [leaf(reported | target, { actual: 1 }), leaf(missing | target)],
      false,
    ],
    [
      "of a stock with a rate the rate goes",
      { direction: "up", accounting: "stock" },
      [leaf(reported | target, { target: 5, actual: 1 }), leaf(missing)],
      [leaf(reported | target, { target: 5, actual: 1 }), leaf(missing | target)],
      false,
    ],
    [
      "a ceiling has no rate that could go",
      { direction: "down", accounting: "stock" },
      [leaf(reported | target, { target: 5, actual: 1 }), leaf(missing)],
      [leaf(reported | target, { target: 5, actual: 1 }), leaf(missing | target)],
      true,
    ],
    [
      "a flow that may be below zero is no 至少",
      { direction: "down", accounting: "flow", mayBeNegative: true },
      [leaf(reported | target, { target: 5, actual: 1 }), leaf(missing)],
      [leaf(reported | target, { target: 5, actual: 1 }), leaf(missing | target)],
      true,
    ],
  ])("%s", (_, indicator, before, after, same) => {
    const [a, b] = [before, after].map((leaves) => {
      const live = liveCells(1);
      for (const one of leaves) replaceLeaf(live, 0, none, one);
      const seen = sight();
      look(live, 0, indicator, seen);
      return seen;
    });
    expect(isSameSight(a as never, b as never)).toBe(same);
  });
});
