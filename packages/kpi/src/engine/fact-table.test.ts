import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { scaled } from "../scaled.ts";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact, FactFrame } from "./fact.ts";
import { factCell } from "./fact-cell.ts";
import type { FactColumns } from "./fact-columns.ts";
import { bit } from "./fact-status.ts";
import { actualOf, bitsAt, factTable, targetOf } from "./fact-table.ts";
import { most } from "./millionths.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import { indicators } from "./testing/random-facts.ts";

const key = "城镇新增就业";
const huge = scaled(decimal("9007199255"));
const below = scaled(decimal("-0.0000001"));
// Reported, missing, 不涉及 with a target, unusable, and two that the columns do not hold
const columns: FactColumns = {
  orgs: { names: ["子县", "丑区", "寅县", "卯区", "辰县", "巳县"], in: {} },
  indicators,
  dimensions: {},
  measure: "cumulative",
  org: Uint8Array.of(0, 1, 2, 3, 4, 5),
  indicator: new Uint8Array(6),
  target: Float64Array.of(10, 20, 30, 0, Number.NaN, 0),
  actual: Float64Array.of(-5, 0, 0, 0, 7, Number.NaN),
  status: Uint8Array.of(0, 1, 2, 3, 0, 0),
  targetStatus: Uint8Array.of(0, 0, 0, 1, 0, 2),
  light: Uint8Array.of(7, 5, 1, 0, 4, 2),
  spills: { target: new Map([[4, huge]]), actual: new Map([[5, below]]) },
};

describe("columns that are already coded", () => {
  const table = () => factTable(columns);
  test("what is reported is an amount, and nothing else is", () =>
    expect([...Array(6).keys()].map((row) => actualOf(table(), row))).toEqual([
      -5,
      undefined,
      undefined,
      undefined,
      7,
      below,
    ]));
  test("what is set and not 不涉及 is a target", () =>
    expect([...Array(6).keys()].map((row) => targetOf(table(), row))).toEqual([
      10,
      20,
      undefined,
      undefined,
      huge,
      undefined,
    ]));
  const light = (code: number) => bit.lights << (code - 1);
  test.each([
    [0, bit.reported | bit.negative | bit.target | light(7)],
    [1, bit.missing | bit.target | light(5)],
    [2, bit.notApplicable],
    [3, bit.unusable],
    [4, bit.reported | bit.target | light(4)],
    [5, bit.reported | bit.negative | bit.pending | light(2)],
  ])("the bits of row %i", (row, bits) => expect(bitsAt(table(), row)).toBe(bits));
  test("a year's targets are the default", () => {
    expect(table().targetsOf).toBe("year");
    expect(factTable({ ...columns, measure: "inPeriod", targetsOf: "period" }).targetsOf).toBe("period");
  });
  test("they are rolled up like facts", () =>
    expect(factCell(rollUpFacts(table(), { sets: [{}] }), {}, key)).toMatchObject({
      target: "9007199255.00003",
      actual: "0.000002",
      apart: "-0.0000001",
      atLeast: false,
      expected: 5,
      reported: 3,
      missing: 1,
      unusable: 1,
      notApplicable: 1,
      worst: "red",
    }));
  test("all columns that may be left out", () => {
    const { status: _, targetStatus: __, light: ___, spills: ____, ...bare } = columns;
    const row = {
      target: Float64Array.of(1, 2, 3, 4, 5, most),
      actual: Float64Array.of(0, 0, 0, 0, 1, -most),
    };
    const plain = factTable({ ...bare, ...row });
    expect(actualOf(plain, 5)).toBe(-most);
    expect(targetOf(plain, 5)).toBe(most);
    expect(bitsAt(plain, 0)).toBe(bit.reported | bit.target);
    expect(plain).toMatchObject({ periods: [], codes: {} });
    expect([plain.joint.size, plain.spills.target.size, plain.spills.actual.size]).toEqual([0, 0, 0]);
    expect(factCell(rollUpFacts(plain, { sets: [{}] }), {}, key)).toMatchObject({ worst: null, reported: 6 });
  });
});

describe("a figure below zero bounds nothing from below, however it is written", () => {
  const frame: FactFrame = { indicators, orgs: [{ name: "子县" }, { name: "丑区" }], measure: "cumulative" };
  const missing: Fact = { org: "丑区", indicator: key, target: 5 };
  test.each<[string, Fact["actual"], boolean]>([
    ["a number", -1, false],
    ["a text", decimal("-1"), false],
    ["more than six places", decimal("-0.0000001"), false],
    ["a great one", decimal("-9007199255"), false],
    ["zero", 0, true],
    ["a small one above", decimal("0.0000001"), true],
    ["a great one above", decimal("9007199255"), true],
  ])("%s", (_, actual, atLeast) => {
    const { table } = encodeFacts(frame, [
      { org: "子县", indicator: key, target: 5, actual: actual ?? 0 },
      missing,
    ]);
    const cell = factCell(rollUpFacts(table, { sets: [{}] }), {}, key);
    expect([cell?.atLeast, cell?.completion === null]).toEqual([atLeast, !atLeast]);
  });
});

describe("names of a frame", () => {
  const frame: FactFrame = {
    indicators,
    orgs: [{ name: "子县", in: { division: "子县" } }, { name: "丑区" }],
    dimensions: {
      division: [{ name: "甲市" }, { name: "子县", parent: "甲市" }],
      program: [{ name: "就业" }, { name: "教育" }],
    },
    measure: "cumulative",
  };
  const fact: Fact = { org: "丑区", indicator: key, actual: 1, in: { program: "教育" } };

  test("a flat dimension has no parents, a tree has one each, and who is in none has −1", () => {
    const { table } = encodeFacts(frame, [fact]);
    expect(table.dimensions.program).toEqual({ members: ["就业", "教育"] });
    expect(table.dimensions.division).toEqual({ members: ["甲市", "子县"], parents: Int32Array.of(-1, 0) });
    expect(table.orgs.in).toEqual({ division: Int32Array.of(1, -1) });
    expect([...(table.codes.program ?? [])]).toEqual([1]);
    expect(Object.keys(table.codes)).toEqual(["program"]);
  });

  test("no facts are a table too", () => {
    const { table, refused } = encodeFacts(frame, []);
    expect([table.size, refused, table.periods]).toEqual([0, [], []]);
  });

  test.each<[string, Partial<FactFrame>, RegExp]>([
    [
      "a parent that is not there",
      { dimensions: { ...frame.dimensions, division: [{ name: "子县", parent: "甲市" }] } },
      /^division: no member 甲市$/,
    ],
    [
      "an org in a member that is not there",
      { orgs: [{ name: "子县", in: { division: "丑县" } }] },
      /^division: no member 丑县$/,
    ],
    [
      "an org in a dimension that is not there",
      { orgs: [{ name: "子县", in: { park: "东" } }] },
      /^park: no member 东$/,
    ],
  ])("%s is a mistake of the program", (_, more, says) => {
    expect(() => encodeFacts({ ...frame, ...more }, [])).toThrow(RangeError);
    expect(() => encodeFacts({ ...frame, ...more }, [])).toThrow(says);
  });

  test.each<[string, Fact, string]>([
    ["a program that is not there", { ...fact, in: { program: "住房" } }, "program"],
    ["no program at all", { org: "丑区", indicator: key, actual: 1 }, "program"],
  ])("%s: the fact is left out, and named", (_, one, why) => {
    const { table, refused } = encodeFacts(frame, [fact, one, fact]);
    expect(refused).toEqual([{ at: 1, why }]);
    expect(table.size).toBe(2);
    expect([table.org.length, table.target.length, table.codes.program?.length]).toEqual([2, 2, 2]);
  });
});
