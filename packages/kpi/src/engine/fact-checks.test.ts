import { describe, expect, test } from "vitest";
import type { FactColumns } from "./fact-columns.ts";
import { factTable } from "./fact-table.ts";
import { indicators } from "./testing/random-facts.ts";

// Two rows of two orgs: the first in both trees, the second in none.
const columns: FactColumns = {
  orgs: { names: ["子县", "丑区"], in: { division: Int32Array.of(1, -1) } },
  indicators,
  dimensions: {
    division: { members: ["甲市", "子县"], parents: Int32Array.of(-1, 0) },
    program: { members: ["就业", "教育"] },
  },
  periods: ["2016-01", "2016-02"],
  measure: "cumulative",
  org: Uint8Array.of(0, 1),
  indicator: Uint8Array.of(0, indicators.length - 1),
  period: Uint8Array.of(0, 1),
  codes: { program: Uint8Array.of(1, 0) },
  target: new Float64Array([5, 0]),
  actual: new Float64Array([4, 0]),
  joint: new Map([[1, [0]]]),
};
const division = (members: readonly string[], ...parents: number[]): Partial<FactColumns> => ({
  dimensions: { ...columns.dimensions, division: { members, parents: Int32Array.from(parents) } },
});

test("as they are they are right", () => expect(factTable(columns).size).toBe(2));

test.each<[string, Partial<FactColumns>]>([
  ["one period needs no column", { periods: ["2016-01"], period: undefined } as never],
  ["a quarter after a month", { periods: ["2016-01", "2016Q2"] }],
  ["a year after a month of the year before", { periods: ["2015-12", "2016"] }],
  ["a chain as long as the members", division(["a", "b"], 1, -1)],
  ["a member that no one is in", division(["甲市", "子县", "丑县"], -1, 0, 0)],
])("%s", (_, more) => expect(factTable({ ...columns, ...more }).size).toBe(2));

describe("columns that contradict themselves are a mistake of the program, and it is said which", () => {
  test.each<[string, Partial<FactColumns>, RegExp]>([
    ["a period that is none", { periods: ["六月", "2016-02"] }, /^Not a period: 六月$/],
    [
      "periods out of order",
      { periods: ["2016-02", "2016-01"] },
      /^Periods in order and apart: 2016-02, 2016-01$/,
    ],
    ["one period twice", { periods: ["2016-02", "2016-02"] }, /^Periods in order and apart/],
    ["a month within its quarter", { periods: ["2016-03", "2016Q1"] }, /^Periods in order and apart/],
    ["a year that holds its month", { periods: ["2016-01", "2016"] }, /^Periods in order and apart/],
    [
      "targets of a period beside cumulative flows",
      { targetsOf: "period" },
      /^城镇新增就业: a cumulative figure is of the year/,
    ],
    ["periods without a column", { period: undefined } as never, /^Several periods need a period column$/],
    ["a dimension of nobody", { codes: {} }, /^program: hangs either on the org or on the fact$/],
    [
      "a dimension of both",
      { codes: { ...columns.codes, division: new Uint8Array(2) } },
      /^division: hangs either on the org or on the fact$/,
    ],
    [
      "an org without its place",
      { orgs: { ...columns.orgs, in: { division: Int32Array.of(0) } } },
      /^division: one code an org$/,
    ],
    [
      "an org in a member that is not there",
      { orgs: { ...columns.orgs, in: { division: Int32Array.of(0, 2) } } },
      /^division: code 2$/,
    ],
    [
      "a code below none",
      { orgs: { ...columns.orgs, in: { division: Int32Array.of(0, -2) } } },
      /^division: code -2$/,
    ],
    [
      "orgs in a dimension that is not there",
      { orgs: { ...columns.orgs, in: { ...columns.orgs.in, park: Int32Array.of(-1, 0) } } },
      /^park: code 0$/,
    ],
    [
      "two orgs of one name",
      { orgs: { ...columns.orgs, names: ["子县", "子县"] } },
      /^org: two members named 子县; name them by their codes$/,
    ],
    [
      "two indicators of one key",
      { indicators: [...indicators.slice(0, -1), indicators[0] as never] },
      /^indicator: two members named 城镇新增就业/,
    ],
    [
      "two members of one name",
      division(["甲市", "甲市"], -1, 0),
      /^division: two members named 甲市; name them by their codes$/,
    ],
    ["a parent too few", division(["甲市", "子县"], -1), /^division: one parent a member$/],
    ["a circle", division(["甲市", "子县"], 1, 0), /^division: no tree at 甲市$/],
    ["its own parent", division(["甲市", "子县"], -1, 1), /^division: no tree at 子县$/],
    ["a parent that is not there", division(["甲市", "子县"], -1, 2), /^division: no tree at 子县$/],
    ["a parent below none", division(["甲市", "子县"], -1, -2), /^division: no tree at 子县$/],
    ["an org that is not there", { org: Uint8Array.of(0, 2) }, /^org: code 2 of 2 members$/],
    [
      "an indicator that is not there",
      { indicator: Uint8Array.of(indicators.length, 0) },
      /^indicator: code 7 of 7 members$/,
    ],
    ["a period that is not there", { period: Uint8Array.of(0, 2) }, /^period: code 2 of 2 members$/],
    [
      "a program that is not there",
      { codes: { program: Uint8Array.of(2, 0) } },
      /^program: code 2 of 2 members$/,
    ],
    [
      "codes of something that is no dimension",
      { codes: { ...columns.codes, park: new Uint8Array(2) } },
      /^park: code 0 of 0 members$/,
    ],
    ["a row too few", { indicator: new Uint8Array(1) }, /^indicator: 1 codes for 2 rows$/],
    ["a row too many", { period: new Uint8Array(3) }, /^period: 3 codes for 2 rows$/],
    ["a joint row that is not there", { joint: new Map([[2, [0]]]) }, /^joint: row 2$/],
    ["a joint org that is not there", { joint: new Map([[1, [0, 2]]]) }, /^joint: row 1$/],
    ["a column too short", { target: new Float64Array(1) }, /^A column of 1 for 2 rows$/],
    ["a status too many", { status: new Uint8Array(3) }, /^A column of 3 for 2 rows$/],
    ["a target's status too few", { targetStatus: new Uint8Array(1) }, /^A column of 1 for 2 rows$/],
    ["lights too few", { light: new Uint8Array(1) }, /^A column of 1 for 2 rows$/],
    ["a status that is none", { status: Uint8Array.of(0, 4) }, /^Row 1: target 0 \(0\), actual 0 \(4\)$/],
    ["a target's status that is none", { targetStatus: Uint8Array.of(0, 3) }, /^Row 1: /],
    ["a light that is none", { light: Uint8Array.of(8, 0) }, /^Row 0: /],
    ["missing with an amount", { status: Uint8Array.of(1, 0) }, /^Row 0: target 5 \(0\), actual 4 \(1\)$/],
    ["no target with one", { targetStatus: Uint8Array.of(1, 0) }, /^Row 0: target 5 \(1\), actual 4 \(0\)$/],
    ["half a millionth", { actual: new Float64Array([0, -0.5]) }, /^Row 1: /],
    ["half a millionth of a target", { target: new Float64Array([0, 1.5]) }, /^Row 1: /],
    ["beyond the safe integers", { actual: new Float64Array([2 ** 53, 0]) }, /^Row 0: /],
    ["below them", { target: new Float64Array([-(2 ** 53), 0]) }, /^Row 0: /],
    ["NaN without its amount", { target: new Float64Array([0, Number.NaN]) }, /^Row 1: /],
    [
      "NaN with the amount of another row",
      { actual: new Float64Array([Number.NaN, 0]), spills: { actual: new Map([[1, 5]]) } },
      /^Row 0: /,
    ],
    [
      "NaN with the amount of the other column",
      { actual: new Float64Array([Number.NaN, 0]), spills: { target: new Map([[0, 5]]) } },
      /^Row 0: /,
    ],
  ])("%s", (_, more, says) => {
    expect(() => factTable({ ...columns, ...more })).toThrow(RangeError);
    expect(() => factTable({ ...columns, ...more })).toThrow(says);
  });
});
