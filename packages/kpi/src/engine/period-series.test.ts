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
      : text === "?"
        ? { status: "unusable", why: "uncalculated" }
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
    ["开工前不涉及：首月就是全部", ["—", "—", "5"], [["notApplicable"], ["notApplicable"], ["5"]]],
    [
      "未报之后的不涉及并入未知的各月",
      [null, "—", "5"],
      [["missing"], ["notApplicable"], ["missing", { from: "2016-01", amount: "5" }]],
    ],
    [
      "有数以后的不涉及不是零",
      ["10", "—", "30"],
      [["10"], ["notApplicable"], ["missing", { from: "2016-02", amount: "20" }]],
    ],
    [
      "零也是有过数",
      ["0", "—", "30"],
      [["0"], ["notApplicable"], ["missing", { from: "2016-02", amount: "30" }]],
    ],
    [
      "没有算出的数不能用，也不猜",
      ["10", "?", "30"],
      [["10"], ["unusable"], ["missing", { from: "2016-02", amount: "20" }]],
    ],
  ];
  test.each(cases)("%s", (_, given, expected) =>
    expect(shown(inPeriodOf(series(...given)))).toEqual(expected),
  );

  test("表中没有一月这一行，与一月未报相同", () => {
    expect(shown(inPeriodOf(series(null, "30").slice(1)))).toEqual([
      ["missing", { from: "2016-01", amount: "30" }],
    ]);
  });

  test("表中没有一月这一行，二月不涉及：三月仍是三个月的数", () => {
    expect(shown(inPeriodOf(series(null, "—", "5").slice(1)))).toEqual([
      ["notApplicable"],
      ["missing", { from: "2016-01", amount: "5" }],
    ]);
  });

  test("季度与月份可以相接", () => {
    const quarters: PeriodValue[] = [
      { period: "2016-04", value: value("40") },
      { period: "2016Q1", value: value("30") },
      { period: "2016Q3", value: value("90") },
    ];
    expect(shown(inPeriodOf(quarters))).toEqual([
      ["30"],
      ["10"],
      ["missing", { from: "2016-05", amount: "50" }],
    ]);
  });

  test.each<[string, string | null, unknown[]]>([
    ["上年末未报", null, [["missing"], ["7"]]],
    ["上年末有数", "100", [["missing", { from: "2016-01", amount: "100" }], ["7"]]],
  ])("新的一年不受上年牵连：%s", (_, last, is) => {
    const twoYears: PeriodValue[] = [
      { period: "2016-12", value: value(last) },
      { period: "2017-01", value: value("7") },
    ];
    expect(shown(inPeriodOf(twoYears))).toEqual(is);
    const idle: PeriodValue[] = [twoYears[0] as PeriodValue, { period: "2017-01", value: value("—") }];
    expect(shown(inPeriodOf([...idle, { period: "2017-02", value: value("9") }])).slice(1)).toEqual([
      ["notApplicable"],
      ["9"],
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
    ["一月未报：没有已知的数", [null, "—", "5"], [["missing"], ["missing"], ["missing", "5"]]],
    ["没有算出的数仍是没有算出", ["10", "?", "5"], [["10"], ["unusable", "10"], ["missing", "15"]]],
    ["先没有算出", ["?", "5"], [["unusable"], ["missing", "5"]]],
  ];
  test.each(cases)("%s", (_, given, expected) =>
    expect(shown(cumulativeOf(series(...given)))).toEqual(expected),
  );
});

test("中间没有的月份不是零：以后各月都不知", () => {
  const [january, , march, april] = series("1", null, "3", "4");
  expect(shown(cumulativeOf([april, january, march] as PeriodValue[]))).toEqual([
    ["1"],
    ["missing", "4"],
    ["missing", "8"],
  ]);
  expect(shown(cumulativeOf(series(null, "2").slice(1)))).toEqual([["missing", "2"]]);
});

test("新的一年从零开始，上年缺月不相干", () => {
  const years: PeriodValue[] = [
    { period: "2016-01", value: value("1") },
    { period: "2016-03", value: value("3") },
    { period: "2017-01", value: value("—") },
    { period: "2017-02", value: value("5") },
  ];
  expect(shown(cumulativeOf(years))).toEqual([["1"], ["missing", "4"], ["notApplicable"], ["5"]]);
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

test.each([
  ["2016-01", "2016"],
  ["2016-01", "2016-01"],
  ["2016-03", "2016Q1"],
  ["2016", "2016-12"],
])("%s and %s overlap, which is a mistake of the program", (one, other) => {
  const both: PeriodValue[] = [one, other].map((period) => ({ period, value: value("1") }));
  for (const given of [both, [...both].reverse()]) {
    expect(() => inPeriodOf(given)).toThrow(/^Periods that overlap: /);
    expect(() => cumulativeOf(given)).toThrow(RangeError);
  }
});
