import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  decimalOfNumber,
  divide,
  groupDigits,
  isZero,
  mostDigits,
  multiply,
  negate,
  parseDecimal,
  placesOf,
  round,
  roundText,
  shift,
  sign,
  subtract,
  sum,
  toNumber,
} from "./index.ts";

/** The oracle: an integer over a power of ten, read digit by digit and never through the code under test. */
interface Rational {
  top: bigint;
  bottom: bigint;
}
function rational(text: string): Rational {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const top = BigInt(whole + fraction);
  return { top: text.startsWith("-") ? -top : top, bottom: 10n ** BigInt(fraction.length) };
}
const same = (a: Rational, b: Rational) => a.top * b.bottom === b.top * a.bottom;
const canonical = /^(?:0|-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?)$/;

/** Written by hand from digits, so that small, typical and long numbers all occur. */
const digits = (most: number) =>
  fc.array(fc.constantFrom(..."0123456789"), { maxLength: most }).map((list) => list.join(""));
const written = fc
  .tuple(
    fc.boolean(),
    fc.oneof(digits(6), digits(16), digits(40)),
    fc.oneof(digits(3), digits(14), digits(30)),
  )
  .map(([negative, whole, fraction]) => `${negative ? "-" : ""}${whole || "0"}${fraction && `.${fraction}`}`);
const anyDecimal = written.map(decimal);

describe("laws, against rationals", () => {
  test("a decimal is canonical and keeps its amount", () =>
    fc.assert(
      fc.property(written, (text) => {
        expect(decimal(text)).toMatch(canonical);
        expect(same(rational(decimal(text)), rational(text))).toBe(true);
        expect(decimal(decimal(text))).toBe(decimal(text));
      }),
      { numRuns: 1000 },
    ));
  test("add, subtract, multiply, compare", () =>
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const [x, y] = [rational(a), rational(b)];
        const bottom = x.bottom * y.bottom;
        const [p, q] = [x.top * y.bottom, y.top * x.bottom];
        for (const [result, top] of [
          [add(a, b), p + q],
          [subtract(a, b), p - q],
        ] as const) {
          expect(result).toMatch(canonical);
          expect(same(rational(result), { top, bottom })).toBe(true);
        }
        const product = multiply(a, b);
        expect(product).toMatch(canonical);
        expect(same(rational(product), { top: x.top * y.top, bottom })).toBe(true);
        expect(Math.sign(compare(a, b))).toBe(p < q ? -1 : p > q ? 1 : 0);
      }),
      { numRuns: 2000 },
    ));
  test("sum is repeated add, in any order", () =>
    fc.assert(
      fc.property(fc.array(anyDecimal), (list) => {
        const total = list.reduce((a, b) => add(a, b), decimal("0"));
        expect(sum(list)).toBe(total);
        expect(sum(list.toReversed())).toBe(total);
      }),
    ));
  test("divide and round are off by at most half a unit of the last place, halves away from zero", () =>
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.integer({ min: -4, max: 12 }), (a, b, places) => {
        const [x, y] = [rational(a), rational(isZero(b) ? "1" : b)];
        const unit: Rational =
          places >= 0
            ? { top: 1n, bottom: 10n ** BigInt(places) }
            : { top: 10n ** BigInt(-places), bottom: 1n };
        for (const [result, exact] of [
          [
            divide(a, isZero(b) ? decimal("1") : b, places),
            { top: x.top * y.bottom, bottom: x.bottom * y.top },
          ],
          [round(a, places), x],
        ] as const) {
          const r = rational(result as string);
          expect(result).toMatch(canonical);
          // |result| - |exact| lies in (-unit/2, unit/2]
          const bottom = abs(exact.bottom) * r.bottom;
          const off = 2n * (abs(r.top) * abs(exact.bottom) - abs(exact.top) * r.bottom) * unit.bottom;
          expect(off > -unit.top * bottom && off <= unit.top * bottom).toBe(true);
        }
      }),
      { numRuns: 1000 },
    ));
  test("shift is a power of ten, and back", () =>
    fc.assert(
      fc.property(anyDecimal, fc.integer({ min: -30, max: 30 }), (a, power) => {
        const scale = 10n ** BigInt(Math.abs(power));
        const x = rational(a);
        const exact =
          power < 0 ? { top: x.top, bottom: x.bottom * scale } : { top: x.top * scale, bottom: x.bottom };
        expect(shift(a, power)).toMatch(canonical);
        expect(same(rational(shift(a, power)), exact)).toBe(true);
        expect(shift(shift(a, power), -power)).toBe(a);
      }),
    ));
  test("a number cell is its 15 significant digits", () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
        const value = decimalOfNumber(n) as Decimal;
        expect(value).toMatch(canonical);
        expect(toNumber(value)).toBe(Number(n.toPrecision(15)) + 0);
      }),
      { numRuns: 1000 },
    ));
});
const abs = (n: bigint) => (n < 0n ? -n : n);

test.each([
  ["0", "0"],
  ["-0", "0"],
  ["-0.00", "0"],
  ["+1.50", "1.5"],
  [".5", "0.5"],
  ["007", "7"],
  ["1e3", "1000"],
  ["1.25E-3", "0.00125"],
  ["0e999999999", "0"],
  ["120e-1", "12"],
  ["90071992547409931.1", "90071992547409931.1"],
])("parseDecimal(%s) is %s", (text, value) => expect(parseDecimal(text)).toBe(value));

test.each([
  "",
  " 1",
  "1 ",
  "5.",
  ".",
  "-",
  "+",
  "e5",
  "1e",
  "1e1.5",
  "1,000",
  "１",
  "0x10",
  "NaN",
  "Infinity",
  "一",
  "--1",
])("“%s” is no decimal", (text) => {
  expect(parseDecimal(text)).toBeUndefined();
  expect(() => decimal(text)).toThrow(RangeError);
});

test("hostile sizes end at once", () => {
  const start = Date.now();
  for (const text of [
    "1e999999999",
    "1e-999999999",
    "1e999999999999999999",
    "9".repeat(1_000_000),
    `1e${mostDigits}`,
  ])
    expect(parseDecimal(text)).toBeUndefined();
  expect(parseDecimal(`1e${mostDigits - 1}`)).toHaveLength(mostDigits);
  expect(() => shift(decimal("1"), 1e9)).toThrow(RangeError);
  expect(() => roundText(decimal("1"), 1e9)).toThrow(RangeError);
  expect(Date.now() - start).toBeLessThan(5_000);
});

test.each([
  [0.1 + 0.2, "0.3"],
  [-0, "0"],
  [1e21, "1000000000000000000000"],
  [1.005, "1.005"],
  [123456789.12345679, "123456789.123457"],
  [5e-7, "0.0000005"],
  [8.7 * 1e8, "870000000"],
])("decimalOfNumber(%d) is %s", (n, value) => expect(decimalOfNumber(n)).toBe(value));

test("what is no amount has no decimal", () =>
  expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(decimalOfNumber)).toEqual([
    undefined,
    undefined,
    undefined,
  ]));

test("half away from zero, as Excel's ROUND", () => {
  expect(round(decimal("2.675"), 2)).toBe("2.68");
  expect(round(decimal("-2.5"), 0)).toBe("-3");
  expect(round(decimal("-0.4"), 0)).toBe("0");
  expect(round(decimal("1250"), -2)).toBe("1300");
  expect(round(decimal("50"), -2)).toBe("100");
  expect(round(decimal("49"), -2)).toBe("0");
  expect(round(decimal("5"), -3)).toBe("0");
  expect(roundText(decimal("187.9"), 2)).toBe("187.90");
  expect(roundText(decimal("-0.004"), 2)).toBe("0.00");
  expect(roundText(decimal("99.995"), 2)).toBe("100.00");
  expect(divide(decimal("1"), decimal("3"), 4)).toBe("0.3333");
  expect(divide(decimal("-1"), decimal("8"), 2)).toBe("-0.13");
  expect(divide(decimal("1"), decimal("0"), 2)).toBeUndefined();
  expect(divide(decimal("52242"), decimal("27800"), 6)).toBe("1.879209");
});

test("signs, places and thousands", () => {
  expect([decimal("-2"), decimal("0"), decimal("0.1")].map(sign)).toEqual([-1, 0, 1]);
  expect([decimal("-2"), decimal("0"), decimal("0.1")].map(negate)).toEqual(["2", "0", "-0.1"]);
  expect(absolute(decimal("-2.5"))).toBe("2.5");
  expect(placesOf(decimal("4.30"))).toBe(1);
  expect(["12345.6", "-1234567", "999", "-999", "+1000", "0.12345", "1000.00"].map(groupDigits)).toEqual([
    "12,345.6",
    "-1,234,567",
    "999",
    "-999",
    "+1,000",
    "0.12345",
    "1,000.00",
  ]);
});
