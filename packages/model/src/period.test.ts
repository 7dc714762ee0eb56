/// <reference types="node" />
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  comparePeriods,
  contains,
  firstMonth,
  isPeriod,
  lastDay,
  lastMonth,
  monthOfNumber,
  monthsOf,
  yearOf,
} from "./period.ts";

/** As often as TAIZHANG_RUNS says, else a thousand times. */
const runs = Number(process.env.TAIZHANG_RUNS ?? 1_000);

const month = fc.integer({ min: 1949 * 12, max: 2100 * 12 - 1 }).map(monthOfNumber);
const period = fc.oneof(
  month,
  fc.integer({ min: 1949, max: 2099 }).map(String),
  fc.tuple(fc.integer({ min: 1949, max: 2099 }), fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}Q${q}`),
);

describe("报告期", () => {
  test.each([
    ["2016Q3", ["2016-07", "2016-08", "2016-09"], 2016, "2016-09-30"],
    ["2016-02", ["2016-02"], 2016, "2016-02-29"],
    ["2100-02", ["2100-02"], 2100, "2100-02-28"],
  ] as const)("%s", (text, months, year, last) => {
    expect(monthsOf(text)).toEqual(months);
    expect(yearOf(text)).toBe(year);
    expect(lastDay(text)).toBe(last);
  });

  test.each(["2016Q5", "2016-13", "2016-1", "16-01", "2016Q", "", "２０１６"])("%s is none", (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(() => monthsOf(text)).toThrow(RangeError);
  });

  test("later ends come later; of one end the longer period comes after", () => {
    const periods = ["2016", "2016Q3", "2016-12", "2016-09", "2015-12", "2016Q4"];
    expect([...periods].sort(comparePeriods).reverse()).toEqual([
      "2016",
      "2016Q4",
      "2016-12",
      "2016Q3",
      "2016-09",
      "2015-12",
    ]);
  });

  test("a period is its months, and holds what lies within them", () => {
    fc.assert(
      fc.property(period, month, (outer, inner) => {
        const months = monthsOf(outer);
        expect(months[0]).toBe(monthOfNumber(firstMonth(outer)));
        expect(months.at(-1)).toBe(monthOfNumber(lastMonth(outer)));
        expect(contains(outer, inner)).toBe(months.includes(inner));
        expect(lastDay(outer).startsWith(months.at(-1) as string)).toBe(true);
      }),
      { numRuns: runs },
    );
  });
});
