import { monthOfNumber, type Value } from "@taizhang/model";
import { add, type Decimal, decimal, shift, sum } from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../testing/runs.ts";
import { cumulativeOf, inPeriodOf, type PeriodValue } from "./period-series.ts";

const value = (text: string | null): Value =>
  text === null
    ? { status: "missing" }
    : text === "—"
      ? { status: "notApplicable" }
      : { status: "reported", amount: decimal(text) };
const series = (...texts: readonly (string | null)[]): PeriodValue[] =>
  texts.map((text, at) => ({ period: monthOfNumber(2016 * 12 + at), value: value(text) }));
const shown = (values: readonly (PeriodValue & { together?: object; known?: string })[]) =>
  values.map(({ value: one, together, known }) => [
    one.status === "reported" ? one.amount : one.status,
    ...(together ? [together] : []),
    ...(known === undefined ? [] : [known]),
  ]);

describe("monthly cumulative figures into those of the month", () => {
  const cases: readonly [string, readonly (string | null)[], unknown][] = [
    ["逐月齐全", ["10", "30", "30.5"], [["10"], ["20"], ["0.5"]]],
    [
      "一月未报：二月不猜，两月合并",
      [null, "30", "50"],
      [["missing"], ["missing", { from: "2016-01", amount: "30" }], ["20"]],
    ],
    [
      "中间缺两月",
      ["10", null, null, "40", "41"],
      [["10"], ["missing"], ["missing"], ["missing", { from: "2016-02", amount: "30" }], ["1"]],
    ],
    ["累计下降为负数，照出", ["10", "8"], [["10"], ["-2"]]],
    ["不涉及不是零", ["—", "—"], [["notApplicable"], ["notApplicable"]]],
  ];
  test.each(cases)("%s", (_, given, expected) =>
    expect(shown(inPeriodOf(series(...given)))).toEqual(expected),
  );

  test("表中没有一月这一行，与一月未报相同", () => {
    expect(shown(inPeriodOf(series(null, "30").slice(1)))).toEqual([
      ["missing", { from: "2016-01", amount: "30" }],
    ]);
  });

  test("each year begins again", () => {
    const twoYears: PeriodValue[] = [
      { period: "2016-12", value: value("100") },
      { period: "2017-01", value: value("7") },
    ];
    expect(shown(inPeriodOf(twoYears))).toEqual([["missing", { from: "2016-01", amount: "100" }], ["7"]]);
  });
});

describe("figures of the month into cumulative ones", () => {
  const cases: readonly [string, readonly (string | null)[], unknown][] = [
    ["逐月齐全", ["10", "20", "0.5"], [["10"], ["30"], ["30.5"]]],
    ["缺一月：以后都不知，已知的另列", ["10", null, "5"], [["10"], ["missing", "10"], ["missing", "15"]]],
    ["不涉及不加也不断", ["—", "5", "—"], [["notApplicable"], ["5"], ["5"]]],
    ["零是数", ["0", "0"], [["0"], ["0"]]],
  ];
  test.each(cases)("%s", (_, given, expected) =>
    expect(shown(cumulativeOf(series(...given)))).toEqual(expected),
  );
});

const cents = fc.integer({ min: -99_999, max: 99_999 }).map((number) => shift(decimal(String(number)), -3));
const months = fc.array(fc.option(cents, { freq: 5 }), { minLength: 1, maxLength: 12 });

test("law: what is known of a month is the same both ways, and no month is made up", () => {
  fc.assert(
    fc.property(months, (given) => {
      const back = inPeriodOf(cumulativeOf(series(...given)));
      const gap = given.indexOf(null);
      for (const [at, one] of back.entries())
        expect(one.value).toEqual(gap >= 0 && at >= gap ? { status: "missing" } : value(given[at] ?? null));
    }),
    { numRuns: runs },
  );
});

test("law: all in-period figures and the merged months come to the last cumulative", () => {
  fc.assert(
    fc.property(months, (given) => {
      const parts = inPeriodOf(series(...given)).flatMap(({ value: one, together }): Decimal[] =>
        one.status === "reported" ? [one.amount] : together ? [together.amount] : [],
      );
      const last = given.findLast((one) => one !== null);
      expect(parts.reduce(add, decimal("0"))).toBe(last ?? "0");
      expect(sum(parts)).toBe(last ?? "0");
    }),
    { numRuns: runs },
  );
});

test("periods that overlap are a mistake of the program", () => {
  expect(() => inPeriodOf([...series("1"), { period: "2016", value: value("2") }])).toThrow(RangeError);
});
