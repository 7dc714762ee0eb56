import { add, type Decimal, decimal, negate, shift, subtract } from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decimalOf,
  fractionOf,
  less,
  minus,
  nothing,
  plus,
  type Scaled,
  scaled,
  scaledOfWhole,
  signOf,
  timesWhole,
} from "./scaled.ts";
import { runs as runCount } from "./testing/runs.ts";

const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 14 }))
  .map(([digits, places]) => shift(decimal(String(digits)), -places));
const small = fc
  .integer({ min: -1_000_000, max: 1_000_000 })
  .map((cents) => shift(decimal(String(cents)), -2));
const any = fc.oneof(amounts, small);
const runs = { numRuns: 2 * runCount };

describe("exact amounts", () => {
  test("a decimal comes back as it went in, whatever its power", () => {
    fc.assert(
      fc.property(any, fc.integer({ min: -8, max: 12 }), (amount, power) => {
        expect(decimalOf(scaled(amount, power))).toBe(shift(amount, power));
      }),
      runs,
    );
  });

  test("sums, differences and signs are those of exact decimals", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(decimalOf(plus(scaled(a), scaled(b)))).toBe(add(a, b));
        expect(decimalOf(less(scaled(a), scaled(b)))).toBe(subtract(a, b));
        expect(decimalOf(minus(scaled(a)))).toBe(negate(a));
        expect(signOf(less(scaled(a), scaled(b)))).toBe(Math.sign(Number(subtract(a, b))) + 0);
      }),
      runs,
    );
  });

  test("one amount has one form: what spilled comes back to a number", () => {
    const huge = scaled("9007199255" as Decimal);
    expect(typeof huge).toBe("object");
    expect(less(huge, scaled("9007199254" as Decimal))).toBe(1_000_000);
    expect(plus(scaled("0.0000004" as Decimal), scaled("0.0000006" as Decimal))).toBe(1);
    expect(fractionOf(scaled("0.5" as Decimal))).toEqual({ top: 500_000n, bottom: 1_000_000n });
    expect(Object.is(minus(0), 0)).toBe(true);
    expect(Object.is(scaled("0" as Decimal), 0)).toBe(true);
  });

  test.each<[string, number, Scaled]>([
    ["0", 3, 0],
    ["-0.5", 0, -500_000],
    ["1.5", 4, 15_000_000_000],
    ["15", -4, 1500],
    ["5", -6, 5],
    ["5", -7, { value: 5n, places: 7 }],
    ["50", -7, 5],
    ["123456789", 0, 123_456_789_000_000],
    ["1234567890", 0, 1_234_567_890_000_000],
    ["9007199254.740991", 0, 9_007_199_254_740_991],
    ["-9007199254.740991", 0, -9_007_199_254_740_991],
    ["9007199254.740992", 0, { value: 9_007_199_254_740_992n, places: 6 }],
    ["9007199255", 2, { value: 900_719_925_500_000_000n, places: 6 }],
    ["0.12345678", 1, { value: 12_345_678n, places: 7 }],
    ["0.1234567", 1, 1_234_567],
    ["0.0000001", 12, 100_000_000_000],
  ])("%s × 10^%i has this form", (text, power, is) => expect(scaled(decimal(text), power)).toEqual(is));

  test("integers, products with integers, signs and fractions of what has spilled", () => {
    const tiny = scaled(decimal("-0.0000001"));
    expect(scaledOfWhole(5n)).toBe(5_000_000);
    expect(scaledOfWhole(10n ** 10n)).toEqual({ value: 10n ** 16n, places: 6 });
    expect(timesWhole(tiny, 10n)).toBe(-1);
    expect(timesWhole(3, -4n)).toBe(-12);
    expect(timesWhole(scaled(decimal("9007199254")), 2n)).toEqual({
      value: 18_014_398_508_000_000n,
      places: 6,
    });
    expect([signOf(tiny), signOf(minus(tiny)), signOf(3), signOf(-3), signOf(nothing)]).toEqual([
      -1, 1, 1, -1, 0,
    ]);
    expect(fractionOf(tiny)).toEqual({ top: -1n, bottom: 10_000_000n });
    expect(plus(tiny, 1)).toEqual({ value: 9n, places: 7 });
    expect(plus(1, tiny)).toEqual({ value: 9n, places: 7 });
    expect(minus(tiny)).toEqual({ value: 1n, places: 7 });
    expect([decimalOf(tiny), decimalOf(-1), decimalOf(5_000_000)]).toEqual(["-0.0000001", "-0.000001", "5"]);
  });
});
