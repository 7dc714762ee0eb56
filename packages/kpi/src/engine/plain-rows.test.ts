import { type Decimal, decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import type { Fact } from "./fact.ts";
import { factLights, packed } from "./fact-status.ts";
import { codesOf } from "./name-codes.ts";
import { otherDimension, type RowColumns, type RowNames, writePlain } from "./plain-rows.ts";

const rows = 4;
const names = (more: Partial<RowNames> = {}): RowNames => ({
  orgs: codesOf(["子县", "丑区"]),
  orgCount: 2,
  indicators: codesOf(["城镇新增就业", "净增企业"]),
  indicatorCount: 2,
  periods: codesOf(["2016-01", "2016-02"]),
  onFacts: ["program"],
  members: [codesOf(["就业", "教育"])],
  ...more,
});
const columns = (of: RowNames, dated = true): RowColumns => ({
  org: new Uint8Array(rows).fill(9),
  indicator: new Uint8Array(rows).fill(9),
  ...(dated ? { period: new Uint8Array(rows).fill(9) } : {}),
  codes: of.onFacts.map(() => new Uint8Array(rows).fill(9)),
  target: new Float64Array(rows),
  actual: new Float64Array(rows),
  marks: new Uint8Array(rows).fill(99),
  negatives: new Uint32Array(2),
});
const fact = (more: object = {}): Fact => ({
  org: "丑区",
  indicator: "净增企业",
  period: "2016-02",
  in: { program: "教育" },
  target: 10,
  actual: 4,
  ...more,
});
/** What stands in a row. */
const rowOf = ({ org, indicator, period, codes, target, actual, marks }: RowColumns, row: number) => ({
  codes: [org[row], indicator[row], period?.[row], ...codes.map((column) => column[row])],
  amounts: [target[row], actual[row]],
  mark: marks[row],
});
const plain = {
  codes: [1, 1, 1, 1],
  amounts: [10_000_000, 4_000_000],
  mark: packed(0, 0, 0, false),
};

describe("written in one go, as it stands", () => {
  const none = Number.NaN;
  test.each<[string, object, Partial<typeof plain>, number]>([
    ["numbers", {}, {}, 0],
    ["texts", { target: decimal("10"), actual: decimal("4") }, {}, 0],
    ["six places", { target: 0.000001, actual: decimal("0.1") }, { amounts: [1, 100_000] }, 0],
    ["zeros", { target: 0, actual: 0 }, { amounts: [0, 0] }, 0],
    ["a zero that is written −0", { target: -0, actual: -0 }, { amounts: [0, 0] }, 0],
    [
      "below zero",
      { target: -1, actual: -0.5 },
      { amounts: [-1_000_000, -500_000], mark: packed(0, 0, 0, true) },
      1,
    ],
    [
      "a text below zero",
      { actual: decimal("-2") },
      { amounts: [10_000_000, -2_000_000], mark: packed(0, 0, 0, true) },
      1,
    ],
    ["no target", { target: undefined }, { amounts: [none, 4_000_000], mark: packed(0, 1, 0, false) }, 0],
    ["a blank target", { target: null }, { amounts: [none, 4_000_000], mark: packed(0, 1, 0, false) }, 0],
    ["no actual", { actual: undefined }, { amounts: [10_000_000, none], mark: packed(1, 0, 0, false) }, 0],
    [
      "不涉及",
      { actual: null, status: "notApplicable" },
      { amounts: [10_000_000, none], mark: packed(2, 0, 0, false) },
      0,
    ],
    ["reported, as it says", { status: "reported" }, {}, 0],
    ["a light", { light: "red" }, { mark: packed(0, 0, factLights.indexOf("red"), false) }, 0],
    [
      "a light of no colour",
      { light: "notDue" },
      { mark: packed(0, 0, factLights.indexOf("notDue"), false) },
      0,
    ],
    ["not 待下达", { pending: false }, {}, 0],
    ["positions", { org: 1, indicator: 1 }, {}, 0],
    ["the first positions", { org: 0, indicator: 0 }, { codes: [0, 0, 1, 1] }, 0],
  ])("%s", (_, more, is, below) => {
    const of = columns(names());
    of.target.fill(none);
    of.actual.fill(none);
    expect(writePlain(of, names(), [fact(), fact(more), fact()], 0, 0)).toBe(3);
    expect(rowOf(of, 1)).toEqual({ ...plain, ...is });
    expect([rowOf(of, 0), rowOf(of, 2)]).toEqual([plain, plain]);
    expect([...of.negatives]).toEqual([0, below]);
  });

  test("where facts have no periods, and no dimensions", () => {
    const bare = names({ periods: codesOf([]), onFacts: [], members: [] });
    const of = columns(bare, false);
    const { period: _, in: __, ...rest } = fact();
    expect(writePlain(of, bare, [rest, { ...rest, in: {} }], 0, 0)).toBe(2);
    expect(rowOf(of, 1).codes).toEqual([1, 1, undefined]);
  });

  test("a fact that names no member lies under the one without a name, where there is one", () => {
    const unnamed = names({ members: [codesOf(["就业", ""])] });
    const of = columns(unnamed);
    expect(writePlain(of, unnamed, [fact({ in: undefined }), fact({ in: {} })], 0, 0)).toBe(2);
    expect([...(of.codes[0] ?? [])].slice(0, 2)).toEqual([1, 1]);
  });

  test("from a fact on, into a row that is another number", () => {
    const of = columns(names());
    const facts = [fact({ actual: 1 }), fact({ actual: 2 }), fact({ actual: 3 })];
    expect(writePlain(of, names(), facts, 1, 0)).toBe(3);
    expect([...of.actual]).toEqual([2_000_000, 3_000_000, 0, 0]);
  });
});

describe("left to the way that takes care", () => {
  test.each<[string, object]>([
    ["a unit of its own", { unit: "家" }],
    ["several orgs", { jointOrgs: ["子县"] }],
    ["待下达", { pending: true }],
    ["what stands in for it", { actual: null, standIn: 0 }],
    ["an org that is not there", { org: "寅县" }],
    ["a position beyond the orgs", { org: 2 }],
    ["an indicator that is not there", { indicator: "就业" }],
    ["a position before the indicators", { indicator: -1 }],
    ["a period that is not there", { period: "2016-03" }],
    ["no period", { period: undefined }],
    ["a member that is not there", { in: { program: "住房" } }],
    ["no member", { in: {} }],
    ["a dimension that is not there", { in: { program: "教育", park: "东" } }],
    ["a target of seven places", { target: 1e-7 }],
    ["a target of many digits", { target: "1234567890123456" as Decimal }],
    ["an actual of seven places", { actual: 1e-7 }],
    ["an actual that is no text of a number", { actual: "" as Decimal }],
    ["no number", { actual: Number.NaN }],
    ["a number that is missing", { status: "missing" }],
    ["reported without a number", { actual: null, status: "reported" }],
    ["no such status", { actual: null, status: "done" }],
    ["no such light", { light: "blue" }],
  ])("%s", (_, more) => {
    const of = columns(names());
    expect(writePlain(of, names(), [fact(), fact(more), fact()], 0, 0)).toBe(1);
    expect([of.marks[0], of.marks[1]]).toEqual([plain.mark, 99]);
    expect([...of.negatives]).toEqual([0, 0]);
  });

  test("a period where facts have none", () => {
    const bare = names({ periods: codesOf([]) });
    expect(writePlain(columns(bare, false), bare, [fact()], 0, 0)).toBe(0);
  });
});

test("the first dimension that hangs on no fact of the frame", () => {
  expect(otherDimension({}, [])).toBeUndefined();
  expect(otherDimension({ program: "教育" }, ["program"])).toBeUndefined();
  expect(otherDimension({ program: "教育", park: "东" }, ["program"])).toBe("park");
});
