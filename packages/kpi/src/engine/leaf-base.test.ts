import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { decimalOf, type Scaled, scaled } from "../scaled.ts";
import { sumAt } from "./exact-sums.ts";
import type { FactColumns } from "./fact-columns.ts";
import { factTable } from "./fact-table.ts";
import { type LeafBase, leafBase } from "./leaf-base.ts";
import { most } from "./millionths.ts";
import { type RollUpPlan, windowOf } from "./roll-up-plan.ts";
import { indicators } from "./testing/random-facts.ts";

const [first, second] = indicators;
const columnsOf = (rows: number, more: Partial<FactColumns>): FactColumns => ({
  orgs: { names: ["子县", "丑区", "寅县"], in: {} },
  indicators: [first, second] as never,
  dimensions: {},
  measure: "inPeriod",
  org: new Uint8Array(rows),
  indicator: new Uint8Array(rows),
  target: new Float64Array(rows),
  actual: new Float64Array(rows),
  ...more,
});
const dated = (rows: number): Partial<FactColumns> => ({
  periods: ["2016-01", "2016-02"],
  period: new Uint8Array(rows),
});
const baseOf = (
  columns: FactColumns,
  plan: Omit<RollUpPlan, "sets"> = {},
  axes: LeafBase["axes"] = [],
  dense?: number,
) => {
  const table = factTable(columns);
  return leafBase(table, axes, windowOf(table, { sets: [{}], ...plan }), dense);
};
const sumsOf = (base: LeafBase, leaf: number) => [
  decimalOf(sumAt(base.sums, 2 * leaf)),
  decimalOf(sumAt(base.sums, 2 * leaf + 1)),
];

describe.each([
  ["without periods", (_rows: number): Partial<FactColumns> => ({})],
  ["with periods", dated],
])("exact sums of rows of one org, %s", (_name, more) => {
  const tiny = scaled(decimal("0.0000001"));
  const huge = scaled(decimal("9007199255"));
  test.each<[string, readonly Scaled[], string, boolean]>([
    ["up to the greatest safe integer", [most - 1, 1], "9007199254.740991", false],
    ["one beyond it", [most, 1], "9007199254.740992", true],
    ["down to the least", [1 - most, -1], "-9007199254.740991", false],
    ["one below it", [-most, -1], "-9007199254.740992", true],
    ["there and back", [most, 1, -1, -most, 5], "0.000005", true],
    ["more than six places", [1, tiny, 1], "0.0000021", true],
    ["greater than a column holds", [huge, 1, huge], "18014398510.000001", true],
  ])("%s", (_, amounts, exact, spills) => {
    const column = Float64Array.from(amounts, (one) => (typeof one === "number" ? one : Number.NaN));
    const spilled = new Map(
      amounts.flatMap((one, row) => (typeof one === "number" ? [] : [[row, one] as const])),
    );
    const none = new Float64Array(amounts.length);
    const status = { status: new Uint8Array(amounts.length), targetStatus: new Uint8Array(amounts.length) };
    for (const which of ["target", "actual"] as const) {
      const base = baseOf(
        columnsOf(amounts.length, {
          ...more(amounts.length),
          ...status,
          target: none,
          actual: none,
          [which]: column,
          spills: { [which]: spilled },
        }),
        more(1).periods ? { period: "2016-01" } : {},
      );
      const sums = which === "target" ? [exact, "0"] : ["0", exact];
      expect(sumsOf(base, 0)).toEqual(sums);
      expect(base.sums.big.size).toBe(spills ? 1 : 0);
      expect([...base.sums.small].every((one) => Number.isSafeInteger(one))).toBe(true);
    }
  });

  test("a row of 不涉及 leaves its target out, however great", () => {
    const base = baseOf(
      columnsOf(3, {
        ...more(3),
        status: Uint8Array.of(2, 2, 0),
        target: Float64Array.of(7, Number.NaN, 5),
        spills: { target: new Map([[1, huge]]) },
      }),
      more(1).periods ? { period: "2016-01" } : {},
    );
    expect(sumsOf(base, 0)).toEqual(["0.000005", "0"]);
    expect(base.sums.big.size).toBe(0);
  });
});

test("rows of other years are left out, each period of the year has its place", () => {
  const table = columnsOf(4, {
    periods: ["2015-12", "2016-01", "2016-02", "2017-01"],
    period: Uint8Array.of(0, 1, 2, 3),
    actual: Float64Array.of(1, 10, 100, 1000),
  });
  const base = baseOf(table, { period: "2016-02" });
  expect([base.slots, base.firstSlot, base.bits.length]).toEqual([2, 1, 3 * 2 * 2]);
  const places = Array.from({ length: 12 }, (_, leaf) => sumsOf(base, leaf)[1]);
  expect(places.filter((one) => one !== "0")).toEqual(["0.00001", "0.0001"]);
  expect([places[0], places[2]]).toEqual(["0.00001", "0.0001"]);
  expect(baseOf(table, { period: "2015-12" }).slots).toBe(1);
  expect(sumsOf(baseOf(table, { period: "2017-01" }), 0)).toEqual(["0", "0.001"]);
});

test.each([
  ["one by one, for a dimension of the fact", [{ name: "program", level: 1 }], 1],
  ["one by one, for an amount beyond the columns", [], Number.NaN],
])("rows of other years are left out as well %s", (_, axes, outside) => {
  const huge = scaled(decimal("9007199255"));
  const isHuge = Number.isNaN(outside);
  const table = columnsOf(4, {
    periods: ["2015-12", "2016-01", "2016-02", "2017-01"],
    period: Uint8Array.of(0, 1, 2, 3),
    org: new Uint8Array(4).fill(1),
    actual: Float64Array.of(outside, 10, 100, outside),
    spills: {
      target: new Map(),
      actual: new Map(isHuge ? [0, 3].map((row): [number, Scaled] => [row, huge]) : []),
    },
    ...(isHuge
      ? {}
      : { dimensions: { program: { members: ["就业"] } }, codes: { program: new Uint8Array(4) } }),
  });
  const base = baseOf(table, { period: "2016-02" }, axes);
  const places = Array.from({ length: base.bits.length }, (_, leaf) => sumsOf(base, leaf)[1]);
  const none = Array.from({ length: 4 }, () => "0");
  expect(places).toEqual([...none, "0.00001", "0", "0.0001", "0", ...none]);
  expect([...base.bits].filter((bits) => bits !== 0)).toHaveLength(2);
});

describe("dimensions that hang on the fact", () => {
  // 3 orgs × 4 programs × 2 parks, of which three combinations are there and a joint one
  const columns = columnsOf(4, {
    dimensions: {
      program: { members: ["就业", "培训", "教育", "扶智"], parents: Int32Array.of(-1, 0, -1, 2) },
      park: { members: ["东", "西"] },
    },
    codes: { program: Uint8Array.of(1, 3, 1, 1), park: Uint8Array.of(0, 1, 0, 1) },
    org: Uint8Array.of(2, 0, 2, 1),
    indicator: Uint8Array.of(0, 1, 0, 1),
    actual: Float64Array.of(1, 10, 100, 1000),
    joint: new Map([[1, [1]]]),
  });
  const axes = [
    { name: "park", level: 1 },
    { name: "program", level: 2 },
  ];
  const all = 3 * 4 * 2;
  /** Org, members and the sums of the indicators of each group that has something in it. */
  const shown = (base: LeafBase) =>
    Array.from({ length: base.groups }, (_, group) => ({
      org: base.orgOf[group],
      members: base.memberOf.map((column) => column[group]),
      sums: [0, 1].map((indicator) => sumsOf(base, group * 2 + indicator)[1]),
    }))
      .filter(({ sums }) => sums.some((one) => one !== "0"))
      .sort((a, b) => (a.org as number) - (b.org as number));
  const groups = [
    { org: 0, members: [1, 3], sums: ["0", "0.00001"] },
    { org: 1, members: [1, 1], sums: ["0", "0.001"] },
    { org: 2, members: [0, 1], sums: ["0.000101", "0"] },
  ];

  test.each<[string, number | undefined, number]>([
    ["every combination where there is room", undefined, all],
    ["as long as there is just room", 2 * all, all],
    ["only those that are there where there is none", 2 * all - 1, 4],
    ["as little as there is", 0, 4],
  ])("%s", (_, dense, size) => {
    const base = baseOf(columns, {}, axes, dense);
    expect(base.groups).toBe(size);
    expect(shown(base)).toEqual(groups);
    // Row 0 is of 寅县 in the park 东 and the program 培训; row 1 is joint with 丑区
    expect(base.orgOf[base.groupOf(0)]).toBe(2);
    expect(base.orgOf[base.groupOf(1, 1)]).toBe(1);
    expect(base.groupOf(1, 1)).not.toBe(base.groupOf(1));
    expect(base.groupOf(2)).toBe(base.groupOf(0));
    expect(base.groupOf(0, 1) === -1).toBe(size === 4);
  });

  test("members are those of the level", () => {
    const base = baseOf(columns, {}, [{ name: "program", level: 1 }]);
    expect(shown(base).map(({ org, members }) => [org, ...members])).toEqual([
      [0, 2],
      [1, 0],
      [2, 0],
    ]);
  });

  test("without axes the group of a row is its org, or the org that is asked for", () => {
    const base = baseOf(columns);
    expect([base.groupOf(0), base.groupOf(0, 1), base.groups]).toEqual([2, 1, 3]);
    // However little room there is, the orgs have theirs
    expect(baseOf(columns, {}, [], 0).groups).toBe(3);
  });
});
