import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import {
  addFractions,
  compareFractions,
  fraction,
  fractionOfDecimal,
  multiplyFractions,
  ratioOf,
  roundFraction,
  subtractFractions,
} from "./fraction.ts";
import { scaled } from "./scaled.ts";

const of = (top: bigint, bottom: bigint) => ({ top, bottom });

describe("exact fractions", () => {
  test("the sign stands above the line", () => {
    expect(fraction(1n, -2n)).toEqual(of(-1n, 2n));
    expect(fraction(-1n, -2n)).toEqual(of(1n, 2n));
    expect(fraction(-1n, 2n)).toEqual(of(-1n, 2n));
    expect(fraction(0n, 1n)).toEqual(of(0n, 1n));
  });
  test("sums, differences and products are in lowest terms", () => {
    expect(addFractions(of(1n, 6n), of(1n, 3n))).toEqual(of(1n, 2n));
    expect(subtractFractions(of(1n, 6n), of(1n, 3n))).toEqual(of(-1n, 6n));
    expect(subtractFractions(of(1n, 3n), of(1n, 3n))).toEqual(of(0n, 1n));
    expect(multiplyFractions(of(2n, 3n), of(-3n, 4n))).toEqual(of(-1n, 2n));
    expect(addFractions(of(1n, 2n), of(1n, 3n))).toEqual(of(5n, 6n));
  });
  test("the ratio of two amounts, of any size; none to zero", () => {
    expect(ratioOf(scaled(decimal("1.5")), scaled(decimal("-2")))).toEqual(of(-3n, 4n));
    expect(ratioOf(of(1n, 3n), scaled(decimal("2")))).toEqual(of(1n, 6n));
    expect(ratioOf(scaled(decimal("0.0000001")), scaled(decimal("0.0000003")))).toEqual(of(1n, 3n));
    expect(ratioOf(scaled(decimal("1")), 0)).toBeUndefined();
    expect(ratioOf(0, scaled(decimal("3")))).toEqual(of(0n, 1n));
  });
  test.each([
    [of(1n, 3n), of(1n, 2n), -1],
    [of(1n, 2n), of(1n, 3n), 1],
    [of(2n, 4n), of(1n, 2n), 0],
    [of(-1n, 2n), of(-1n, 3n), -1],
  ])("%o and %o compare as %i", (a, b, is) => expect(compareFractions(a, b)).toBe(is));
  test.each([
    ["0", of(0n, 1n)],
    ["12", of(12n, 1n)],
    ["-0.25", of(-1n, 4n)],
    ["1.50", of(3n, 2n)],
  ])("%s as a fraction", (text, is) => expect(fractionOfDecimal(decimal(text))).toEqual(is));
  test.each([
    [of(1n, 3n), undefined, "0.333333"],
    [of(2n, 3n), undefined, "0.666667"],
    [of(-2n, 3n), undefined, "-0.666667"],
    [of(1n, 2n), 0, "1"],
    [of(-1n, 2n), 0, "-1"],
    [of(49n, 100n), 0, "0"],
    [of(-49n, 100n), 0, "0"],
    [of(5n, 1000n), 2, "0.01"],
    [of(4_999n, 1_000_000n), 2, "0"],
    [of(12_345n, 10n), 0, "1235"],
    [of(1_234n, 1n), 3, "1234"],
    [of(1n, 8n), 3, "0.125"],
  ])("%o to %s places: %s", (fractional, places, is) => expect(roundFraction(fractional, places)).toBe(is));
});
