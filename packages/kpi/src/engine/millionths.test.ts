import { type Decimal, decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { decimalOf } from "../scaled.ts";
import { inUnit, isMillionthsOf, millionthsOf, roundedMillionths, shortMillionths } from "./millionths.ts";

describe("a number is the decimal of its 15 digits", () => {
  test.each<[number, number | string]>([
    [0, 0],
    [-0, 0],
    [0.1, 100_000],
    [-2.5, -2_500_000],
    [0.1 + 0.2, 300_000],
    [1e9, 1e15],
    [-1e9, -1e15],
    // 16 digits with six places: the fifteenth is the last that a cell holds
    [1234567890.123456, "1234567890.12346"],
    [-1234567890.123456, "-1234567890.12346"],
    [5000000000.000001, "5000000000"],
    [-5000000000.000001, "-5000000000"],
    [1e-7, "0.0000001"],
    [1e20, "100000000000000000000"],
  ])("%d", (number, is) => {
    const exact = millionthsOf(number);
    if (typeof is === "number") expect(Object.is(exact, is)).toBe(true);
    else expect(decimalOf(exact)).toBe(is);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%d is no amount", (number) =>
    expect(() => millionthsOf(number)).toThrow(/^Not an amount: /),
  );
});

describe("a text is itself", () => {
  test.each<[string, number | string]>([
    ["0", 0],
    ["-0.5", -500_000],
    ["9", 9_000_000],
    ["0.000001", 1],
    ["-0.000001", -1],
    ["12345.678901", 12_345_678_901],
    ["9007199254.7409", 9_007_199_254_740_900],
    ["9007199254.740991", 9_007_199_254_740_991],
    ["9007199254.74099", 9_007_199_254_740_990],
    ["-9007199255", "-9007199255"],
    ["0.0000001", "0.0000001"],
    ["-0.12345678", "-0.12345678"],
    ["999999999999999", "999999999999999"],
    ["1234567890123456", "1234567890123456"],
  ])("%s", (text, is) => {
    const exact = millionthsOf(decimal(text));
    if (typeof is === "number") expect(exact).toBe(is);
    else {
      expect(typeof exact).toBe("object");
      expect(decimalOf(exact)).toBe(is);
    }
  });

  // What a program without types passes in the place of a decimal is refused: never read by half, and never 0.
  test.each(["", "-", ".", "1.2.3", "12a", "1e5", "a12", "1/2", "1:2", " 1", "１２", "1,234", "—"])(
    "“%s” is no amount",
    (text) => {
      expect(() => millionthsOf(text as Decimal)).toThrow(/^Not an amount: /);
      expect(() => roundedMillionths(text as Decimal)).toThrow(RangeError);
      expect(inUnit(text as Decimal, undefined, "人")).toBeUndefined();
      expect(inUnit(text as Decimal, "万人", "人")).toBeUndefined();
    },
  );
});

describe("rounded to six places, half away from zero", () => {
  test.each<[number | string, number | string]>([
    ["0.0000005", 1],
    ["-0.0000005", -1],
    ["0.00000049", 0],
    ["2.5", 2_500_000],
    [1.2345675, 1_234_568],
    [-1.2345675, -1_234_568],
    [1e-9, 0],
    ["123456789012.3456785", "123456789012.345679"],
    ["123456789012.5", "123456789012.5"],
  ])("%s", (amount, is) => {
    const exact = roundedMillionths(typeof amount === "string" ? decimal(amount) : amount);
    if (typeof is === "number") expect(exact).toBe(is);
    else expect(decimalOf(exact)).toBe(is);
  });
});

describe("an amount in another unit", () => {
  test.each<[string, number | string, string | undefined, string, string | number | undefined]>([
    ["no unit is the own", 5, undefined, "人", 5],
    ["the same unit", 0.1, "人", "人", 0.1],
    ["万人 to 人", 1.5, "万人", "人", "15000"],
    ["a text too", "1.5", "万人", "人", "15000"],
    ["another dimension", 5, "万元", "人", undefined],
    ["not finite: 亩 to 公顷", 1, "亩", "公顷", undefined],
    ["no number", Number.NaN, undefined, "人", undefined],
    ["no end", Number.POSITIVE_INFINITY, "人", "人", undefined],
  ])("%s", (_, amount, unit, own, is) =>
    expect(inUnit(typeof amount === "string" ? decimal(amount) : amount, unit, own)).toBe(is),
  );
});

describe("a text of few digits, read digit by digit", () => {
  test.each<[string, number]>([
    ["0", 0],
    ["9", 9_000_000],
    ["-7", -7_000_000],
    ["12.5", 12_500_000],
    ["-0.000001", -1],
    ["10.123456", 10_123_456],
    ["000000000000012", 12_000_000],
    ["9007199254.7409", 9_007_199_254_740_900],
  ])("%s is read", (text, is) => expect(shortMillionths(text)).toBe(is));

  test("nothing of it is below zero where it is zero", () =>
    expect(Object.is(shortMillionths("-0"), 0)).toBe(true));

  test.each([
    "",
    "-",
    ".",
    ".5",
    "-.5",
    "5.",
    "5.0.1",
    "--5",
    "5-",
    "1/2",
    "1:2",
    "1e5",
    // Seven places, sixteen signs, and more than a column holds
    "0.0000005",
    "0000000000009.25",
    "9007199255",
    "-9007199255",
  ])("“%s” is left to the slow way", (text) => expect(shortMillionths(text)).toBeNaN());
});

describe("whether millionths are just a number", () => {
  test.each<[number, number, boolean]>([
    [5_000_000, 5, true],
    [5_000_000, 6, false],
    [300_000, 0.1 + 0.2, false],
    [1, 1e-6, true],
    [0, 1e-7, false],
    // Sixteen digits: a double has them, a cell has not
    [1e15, 1e9, true],
    [-1e15, -1e9, true],
    [1_000_000_000_000_001, 1000000000.000001, false],
    [-1_000_000_000_000_001, -1000000000.000001, false],
    [Number.NaN, Number.NaN, false],
  ])("%d of %d", (whole, amount, is) => expect(isMillionthsOf(whole, amount)).toBe(is));
});
