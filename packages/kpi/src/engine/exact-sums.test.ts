import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { decimalOf, type Scaled, scaled } from "../scaled.ts";
import { addAt, exactSums, signed, sumAt, sumExactly } from "./exact-sums.ts";
import { most } from "./millionths.ts";

describe("a sum stays a double as long as it is a safe integer, and is exact beyond", () => {
  const tiny = scaled(decimal("0.0000001"));
  test.each<[string, readonly Scaled[], string, number]>([
    ["safe amounts", [1, 2, -5], "-0.000002", 0],
    ["up to the greatest safe integer", [most - 1, 1], "9007199254.740991", 0],
    ["down to the least", [1 - most, -1], "-9007199254.740991", 0],
    ["one millionth beyond it", [most, 1], "9007199254.740992", 1],
    ["one below", [-most, -1], "-9007199254.740992", 1],
    ["beyond, and on from there", [most, most, 5, -most], "9007199254.740996", 1],
    ["more than six places", [3, tiny, 4], "0.0000071", 1],
    ["there and back again", [most, 1, -1, -most], "0", 1],
  ])("%s", (_, amounts, exact, spilled) => {
    const sums = exactSums(3);
    for (const amount of amounts) addAt(sums, 1, amount);
    expect(decimalOf(sumAt(sums, 1))).toBe(exact);
    expect(sums.big.size).toBe(spilled);
    expect([sumAt(sums, 0), sumAt(sums, 2)]).toEqual([0, 0]);
    expect([...sums.small].every((one) => Number.isSafeInteger(one))).toBe(true);
  });

  test("beside a spilled sum a plain one is its own", () => {
    const sums = exactSums(2);
    addAt(sums, 0, tiny);
    addAt(sums, 1, 7);
    expect([decimalOf(sumAt(sums, 0)), sumAt(sums, 1)]).toEqual(["0.0000001", 7]);
  });
});

describe("the sum of a column, block by block", () => {
  test.each([0, 1, 4095, 4096, 4097, 8191, 8192, 8193])("of %i rows", (size) => {
    expect(sumExactly(new Float64Array(size).fill(1))).toBe(size);
    const large = Float64Array.from({ length: size }, (_, row) => most - row);
    const exact = [...large].reduce((sum, one) => sum + BigInt(one), 0n);
    expect(decimalOf(sumExactly(large))).toBe(decimalOf(scaled(decimal(String(exact)), -6)));
  });

  test.each([
    ["a block that fits just so", [most - 1, 1], "9007199254.740991"],
    ["sizes that pass it though the sum does not", [most, -most, 3], "0.000003"],
    ["negative amounts have a size too", [-most, -most, 1], "-18014398509.481981"],
  ])("%s", (_, column, exact) => expect(decimalOf(sumExactly(Float64Array.from(column)))).toBe(exact));
});

test("what is taken away has the other sign, and zero has none", () => {
  expect([signed(5, 1), signed(5, -1), signed(-5, -1)]).toEqual([5, -5, 5]);
  expect(Object.is(signed(0, -1), 0)).toBe(true);
  expect(decimalOf(signed(scaled(decimal("0.0000001")), -1))).toBe("-0.0000001");
});
