import { add, type Decimal, decimal, negate, shift, subtract } from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalOf, fractionOf, less, minus, plus, scaled, signOf } from "./scaled.ts";
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
});
