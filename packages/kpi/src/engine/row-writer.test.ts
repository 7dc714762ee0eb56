import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { decimalOf } from "../scaled.ts";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact, FactFrame } from "./fact.ts";
import { bit, type FactStatus, factLights } from "./fact-status.ts";
import { actualOf, bitsAt, targetOf } from "./fact-table.ts";
import { indicators } from "./testing/random-facts.ts";

const frame: FactFrame = { indicators, orgs: [{ name: "子县" }, { name: "丑区" }], measure: "inPeriod" };
const fact = (more: Partial<Fact> = {}): Fact => ({ org: "子县", indicator: "城镇新增就业", ...more });
const one = (more: Partial<Fact>, of: Partial<FactFrame> = {}) => {
  const { table, refused } = encodeFacts({ ...frame, ...of }, [fact(more)]);
  const shown = [targetOf(table, 0), actualOf(table, 0)].map((amount) =>
    amount === undefined ? null : decimalOf(amount),
  );
  return { target: shown[0], actual: shown[1], bits: bitsAt(table, 0), why: refused[0]?.why };
};

describe("what a fact says, in a row", () => {
  const { reported, missing, notApplicable, unusable, target, pending, negative } = bit;
  test.each<[string, Partial<Fact>, object]>([
    [
      "both figures",
      { target: 5, actual: 4 },
      { target: "5", actual: "4", bits: reported | target, why: undefined },
    ],
    [
      "texts",
      { target: decimal("5.5"), actual: decimal("-4") },
      { target: "5.5", actual: "-4", bits: reported | target | negative },
    ],
    ["a number beyond 15 digits", { actual: 1234567890.123456 }, { actual: "1234567890.12346" }],
    [
      "the greatest short number",
      { actual: 1e9, target: -1e9 },
      { actual: "1000000000", target: "-1000000000" },
    ],
    ["a negative one beyond 15 digits", { actual: -1234567890.123456 }, { actual: "-1234567890.12346" }],
    ["negative zero is zero", { actual: -0 }, { actual: "0", bits: reported }],
    ["seven places", { actual: 1e-7 }, { actual: "0.0000001" }],
    ["nothing", {}, { target: null, actual: null, bits: missing, why: undefined }],
    ["null is nothing", { target: null, actual: null }, { target: null, actual: null, bits: missing }],
    [
      "待下达 has no target, and one that stands there is named",
      { target: 5, pending: true, actual: 4 },
      { target: null, bits: reported | pending, why: "pending" },
    ],
    ["not 待下达", { target: 5, pending: false }, { target: "5", bits: missing | target }],
    ["不涉及", { target: 5, status: "notApplicable" }, { target: null, bits: notApplicable }],
    ["unusable", { target: 5, status: "unusable" }, { target: "5", bits: unusable | target }],
    ["missing", { status: "missing" }, { bits: missing }],
    ["reported as it says", { actual: 4, status: "reported" }, { actual: "4", bits: reported }],
    ["in another unit", { target: 1, actual: 0.5, unit: "万人" }, { target: "10000", actual: "5000" }],
    ["in its own unit", { target: 1, unit: "人" }, { target: "1" }],
    [
      "a target in a unit of something else",
      { target: 1, unit: "万元", status: "notApplicable" },
      { target: null, why: "unit" },
    ],
    [
      "a target that is no number",
      { target: Number.NaN, actual: 4 },
      { target: null, actual: "4", bits: reported, why: "amount" },
    ],
    [
      "an actual in a unit of something else",
      { actual: 1, unit: "万元" },
      { actual: null, bits: unusable, why: "unit" },
    ],
    [
      "an actual that is no number",
      { actual: Number.POSITIVE_INFINITY },
      { actual: null, bits: unusable, why: "amount" },
    ],
    [
      "reported without one",
      { status: "reported", target: 3 },
      { target: "3", actual: null, bits: unusable | target, why: "amount" },
    ],
  ])("%s", (_, more, is) => expect(one(more)).toMatchObject(is));

  test.each(["reported", "missing", "notApplicable", "unusable"] satisfies FactStatus[])(
    "%s has its bit",
    (status) =>
      expect(one({ status, ...(status === "reported" ? { actual: 1 } : {}) }).bits).toBe(bit[status]),
  );
  test.each(factLights.slice(1).map((light, at) => [light, at] as const))(
    "the light %s has its bit",
    (light, at) => expect(one({ light: light as never }).bits).toBe(missing | (bit.lights << at)),
  );

  test("with six places what has more is rounded half away from zero", () => {
    const six = { places: "six" as const };
    expect(one({ actual: decimal("0.0000005"), target: 1.2345675 }, six)).toMatchObject({
      actual: "0.000001",
      target: "1.234568",
    });
    expect(one({ actual: decimal("-0.0000005") }, { places: "exact" })).toMatchObject({
      actual: "-0.0000005",
    });
  });
});

test("the columns of codes are as narrow as the names allow", () => {
  const orgsOf = (size: number) => Array.from({ length: size }, (_, at) => ({ name: `o${at}` }));
  const width = (size: number) => {
    const { table } = encodeFacts({ ...frame, orgs: orgsOf(size) }, [fact({ org: `o${size - 1}` })]);
    expect(table.org[0]).toBe(size - 1);
    return table.org.BYTES_PER_ELEMENT;
  };
  expect([256, 257, 65_536, 65_537].map(width)).toEqual([1, 2, 2, 4]);
});

test("a table without refusals uses its columns as they are, and one with them cuts them", () => {
  const { table } = encodeFacts(frame, [fact({ actual: 1 }), fact({ org: "丑区", actual: 2 })]);
  expect([table.size, table.org.length, table.marks.length, table.period]).toEqual([2, 2, 2, undefined]);
  const cut = encodeFacts(frame, [fact({ org: "?" }), fact({ actual: 1 }), fact({ indicator: "?" })]);
  expect(cut.refused).toEqual([
    { at: 0, why: "org" },
    { at: 2, why: "indicator" },
  ]);
  expect([cut.table.size, cut.table.org.length, cut.table.actual.length]).toEqual([1, 1, 1]);
});

test("dated facts", () => {
  const { table, refused } = encodeFacts({ ...frame, targetsOf: "period" }, [
    fact({ period: "2016-02" }),
    fact({ period: "2016-13" }),
    fact({ period: "2016-01" }),
    fact({ period: "2016-02" }),
    fact(),
  ]);
  expect(refused).toEqual([
    { at: 1, why: "period" },
    { at: 4, why: "period" },
  ]);
  expect(table).toMatchObject({ periods: ["2016-01", "2016-02"], targetsOf: "period", measure: "inPeriod" });
  expect([...(table.period ?? [])]).toEqual([1, 0, 1]);
});

test("joint facts keep the other leads in their order, beside the row", () => {
  const { table, refused } = encodeFacts(frame, [
    fact({ jointOrgs: ["寅县"] }),
    fact({ jointOrgs: ["丑区", "子县"] }),
    fact({ jointOrgs: ["丑区", "寅县"] }),
    fact({}),
  ]);
  expect(refused.map(({ at, why }) => [at, why])).toEqual([
    [0, "org"],
    [2, "org"],
  ]);
  expect([...table.joint]).toEqual([[0, [1, 0]]]);
});
