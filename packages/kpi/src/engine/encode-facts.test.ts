import { type Decimal, decimal, decimalOfNumber, round } from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalOf, scaled } from "../scaled.ts";
import { runs as runCount } from "../testing/runs.ts";
import { encodeFacts } from "./encode-facts.ts";
import { sumExactly } from "./exact-sums.ts";
import type { Fact } from "./fact.ts";
import { factCell } from "./fact-cell.ts";
import type { FactColumns } from "./fact-columns.ts";
import { actualOf, factTable } from "./fact-table.ts";
import { millionthsOf, roundedMillionths } from "./millionths.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import { indicators } from "./testing/random-facts.ts";

const frame = { indicators, orgs: [{ name: "子县" }, { name: "丑区" }], measure: "cumulative" as const };
const fact = (more: Partial<Fact> = {}): Fact => ({
  org: "子县",
  indicator: "城镇新增就业",
  target: 1,
  actual: 1,
  ...more,
});

describe("facts that cannot be taken as they are", () => {
  type Case = readonly [string, Fact, string | undefined, object | undefined];
  const cases: readonly Case[] = [
    ["单位名不认识", fact({ org: "寅县" }), "org", undefined],
    ["指标不认识", fact({ indicator: "就业" }), "indicator", undefined],
    ["期别写错", fact({ period: "六月" }), "period", undefined],
    ["共同单位不认识", fact({ jointOrgs: ["寅县"] }), "org", undefined],
    ["单位不能换算", fact({ unit: "万元" }), "unit", { unusable: 1, actual: null, target: null }],
    ["不是数", fact({ actual: Number.NaN }), "amount", { unusable: 1, actual: null }],
    ["空文本不是零", fact({ actual: "" as Decimal }), "amount", { unusable: 1, actual: null }],
    ["文字不是数", fact({ target: "百分之五" as Decimal }), "amount", { reported: 1, target: null }],
    ["称已报而无数", fact({ actual: null, status: "reported" }), "amount", { unusable: 1, actual: null }],
    ["空白是缺报", fact({ actual: null }), undefined, { missing: 1, actual: null }],
    ["零是数", fact({ actual: 0 }), undefined, { reported: 1, actual: "0" }],
    [
      "不涉及不在应报",
      fact({ actual: null, status: "notApplicable" }),
      undefined,
      { expected: 0, notApplicable: 1, actual: null },
    ],
    ...(["missing", "notApplicable", "unusable"] as const).map(
      (status): Case => [
        `称${status}而有数：两者都不可信`,
        fact({ actual: 0, status }),
        "status",
        { expected: 1, unusable: 1, reported: 0, actual: null, target: "1" },
      ],
    ),
    ["没有这种状态", fact({ status: "done" as "missing" }), "status", { unusable: 1, actual: null }],
    ["没有这种灯", fact({ light: "blue" as "red" }), "light", { reported: 1, actual: "1", worst: null }],
    ["待下达而有目标", fact({ pending: true }), "pending", { target: null, actual: "1" }],
    ["没有这个维度", fact({ in: { program: "就业" } }), "program", undefined],
    ["灯和数都不对", fact({ actual: Number.NaN, light: "blue" as "red" }), "amount", { unusable: 1 }],
    ["万人换算为人", fact({ unit: "万人", actual: decimal("1.5") }), undefined, { actual: "15000" }],
    ["待下达没有目标", fact({ pending: true, target: null }), undefined, { target: null, actual: "1" }],
  ];
  test.each(cases)("%s", (_, one, why, shows) => {
    const { table, refused } = encodeFacts(frame, [one]);
    expect(refused.map((refusal) => refusal.why)).toEqual(
      why === undefined ? [] : expect.arrayContaining([why]),
    );
    const cell = factCell(rollUpFacts(table, { sets: [{}] }), {}, "城镇新增就业");
    if (shows) expect(cell).toMatchObject(shows);
    else expect(cell).toBeUndefined();
  });
});

test.each(["__proto__", "constructor", "toString", "0", ""])(
  "a name like %j is a name like any other",
  (name) => {
    const named = encodeFacts({ ...frame, orgs: [...frame.orgs, { name }] }, [
      fact({ org: name, actual: 7 }),
    ]);
    expect(named.table.org[0]).toBe(2);
    expect(encodeFacts(frame, [fact({ org: name })]).refused).toEqual([{ at: 0, why: "org" }]);
    expect(encodeFacts(frame, [fact({ indicator: name })]).refused).toEqual([{ at: 0, why: "indicator" }]);
  },
);

describe("orgs and indicators by their positions in the frame", () => {
  test("count as those by name", () => {
    const facts = ["子县", "丑区", "子县"].map((org, at) =>
      fact({ org, actual: at, ...(at === 2 ? { jointOrgs: ["丑区"] } : {}) }),
    );
    const orgs = [0, 1, 0];
    const numbered = orgs.map((org, at) => ({
      org,
      indicator: 0,
      target: 1,
      actual: at,
      ...(at === 2 ? { jointOrgs: [1] } : {}),
    }));
    expect(encodeFacts(frame, numbered)).toEqual(encodeFacts(frame, facts));
  });
  test.each([-1, 2, 0.5, Number.NaN])("%d is none", (org) => {
    const own = { org: 0, indicator: 0, actual: 1 };
    expect(encodeFacts(frame, [{ ...own, org }, own, { ...own, jointOrgs: [org] }]).refused).toEqual([
      { at: 0, why: "org" },
      { at: 2, why: "org" },
    ]);
    expect(encodeFacts(frame, [{ ...own, indicator: org * 100 }]).refused).toEqual([
      { at: 0, why: "indicator" },
    ]);
  });
  test("a number is no name, and a name no number", () => {
    const named = { ...frame, orgs: [{ name: "1" }, { name: "0" }] };
    expect([...encodeFacts(named, [fact({ org: "1" }), { org: 1, indicator: 0 }]).table.org]).toEqual([0, 1]);
  });
});

test("facts that need care, between those that do not, leave each fact in its own row", () => {
  const amounts = [1, decimal("1234567890123.5"), 3, decimal("0.00000001"), 5, 6];
  const facts = amounts.map((actual, at) =>
    fact({ actual, org: at % 2 ? "丑区" : "子县", ...(at === 4 ? { unit: "万人" } : {}) }),
  );
  const { table, refused } = encodeFacts(frame, [...facts, fact({ org: "寅县" }), fact({ actual: 7 })]);
  expect(refused).toEqual([{ at: 6, why: "org" }]);
  expect([...table.org]).toEqual([0, 1, 0, 1, 0, 1, 0]);
  expect(Array.from({ length: table.size }, (_, row) => decimalOf(actualOf(table, row) ?? 0))).toEqual([
    "1",
    "1234567890123.5",
    "3",
    "0.00000001",
    "50000",
    "6",
    "7",
  ]);
});

test("facts with a period after facts without: these have none, and are named", () => {
  const { table, refused } = encodeFacts(frame, [
    fact(),
    fact({ period: "2016-06" }),
    fact({ period: "2016-05" }),
  ]);
  expect(refused).toEqual([{ at: 0, why: "period" }]);
  expect(table.periods).toEqual(["2016-05", "2016-06"]);
  expect([...(table.period ?? [])]).toEqual([1, 0]);
});

describe("columns that contradict themselves are a mistake of the program", () => {
  const columns: FactColumns = {
    orgs: { names: ["子县"], in: {} },
    indicators,
    dimensions: {},
    measure: "inPeriod",
    org: new Uint8Array(1),
    indicator: new Uint8Array(1),
    target: new Float64Array([5]),
    actual: new Float64Array([4]),
  };
  const wrong: readonly [string, Partial<FactColumns>][] = [
    ["a code without a member", { org: new Uint8Array([1]) }],
    ["an indicator without one", { indicator: new Uint8Array([99]) }],
    ["half a millionth", { target: new Float64Array([0.5]) }],
    ["NaN without its amount", { actual: new Float64Array([Number.NaN]) }],
    ["beyond the safe integers", { actual: new Float64Array([2 ** 53]) }],
    ["missing with an amount", { status: new Uint8Array([1]) }],
    ["no target with an amount", { targetStatus: new Uint8Array([1]) }],
    ["no such status", { status: new Uint8Array([4]), actual: new Float64Array(1) }],
    ["a short column", { light: new Uint8Array(2) }],
    ["periods that overlap", { periods: ["2016-01", "2016"], period: new Uint8Array(1) }],
    ["several periods without a column", { periods: ["2016-01", "2016-02"] }],
    [
      "two members of one name",
      { dimensions: { program: { members: ["a", "a"] } }, codes: { program: new Uint8Array(1) } },
    ],
    [
      "a tree that bites its tail",
      {
        dimensions: { program: { members: ["a", "b"], parents: Int32Array.of(1, 0) } },
        codes: { program: new Uint8Array(1) },
      },
    ],
    ["a dimension of nobody", { dimensions: { program: { members: ["a"] } } }],
  ];
  test("as they are they are right", () => expect(factTable(columns).size).toBe(1));
  test.each(wrong)("%s", (_, more) => expect(() => factTable({ ...columns, ...more })).toThrow(RangeError));
});

const runs = { numRuns: 2 * runCount };
const amounts = fc.oneof(
  fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((number) => number / 1000),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }),
  fc.constantFrom(0, -0, 0.1 + 0.2, 1e-7, 9007199254.74099, 123456789012.3456),
);

describe("amounts in millionths", () => {
  test("a number is the decimal of its 15 digits, a text is itself, and neither is rounded", () => {
    fc.assert(
      fc.property(amounts, (number) => {
        const text = decimalOfNumber(number) as Decimal;
        expect(decimalOf(millionthsOf(number))).toBe(text);
        expect(decimalOf(millionthsOf(text))).toBe(text);
        expect(millionthsOf(text)).toEqual(scaled(text));
      }),
      runs,
    );
  });

  test("past six places they are rounded half away from zero where that is asked", () => {
    fc.assert(
      fc.property(amounts, (number) => {
        const text = decimalOfNumber(number) as Decimal;
        expect(decimalOf(roundedMillionths(text))).toBe(round(text, 6));
        expect(decimalOf(roundedMillionths(number))).toBe(round(text, 6));
      }),
      runs,
    );
    expect(roundedMillionths(decimal("-0.0000005"))).toBe(-1);
    expect(roundedMillionths(decimal("0.0000004999"))).toBe(0);
  });

  test("a long column's sum too, whether its blocks are small, large or both", () => {
    const column = Float64Array.from(
      { length: 10_000 },
      (_, row) => (row < 5_000 ? row : Number.MAX_SAFE_INTEGER - row) * (row % 3 ? 1 : -1),
    );
    const exact = [...column].reduce((sum, one) => sum + BigInt(one), 0n);
    expect(decimalOf(sumExactly(column))).toBe(decimalOf(scaled(decimal(String(exact)), -6)));
    expect(sumExactly(new Float64Array(0))).toBe(0);
  });

  test("a column's sum is exact where a sum of doubles is not", () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { maxLength: 20 }), (whole) => {
        const exact = whole.reduce((sum, one) => sum + BigInt(one), 0n);
        expect(decimalOf(sumExactly(Float64Array.from(whole)))).toBe(
          decimalOf(scaled(decimal(String(exact)), -6)),
        );
      }),
      runs,
    );
  });
});

test("zero is not negative, however it is written; what is below it is", () => {
  const amounts = [0, -0, "0", "-0", "0.0", -1, "-0.000001", "-0.0000001"] as const;
  const { table } = encodeFacts(
    frame,
    amounts.map((actual) => fact({ actual: actual as Decimal })),
  );
  expect([...table.marks].map((mark) => (mark & 0x80) !== 0)).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
});
