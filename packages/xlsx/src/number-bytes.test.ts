import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNumber } from "./number-bytes.ts";
import { encodeUtf8 } from "./xml-text.ts";

const parse = (text: string): number => {
  const bytes = encodeUtf8(` ${text} `);
  return parseNumber(bytes, 1, bytes.length - 1);
};

test("every double reads as itself", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (number) => parse(`${number}`) === number,
    ),
    { numRuns: 3000 },
  );
});

test("digits with a point read as Number reads them, to the last bit", () => {
  const digits = fc.stringMatching(/^-?\d{0,20}(\.\d{0,25})?$/).filter((text) => /\d/.test(text));
  fc.assert(
    fc.property(digits, (text) => parse(text) === Number(text)),
    { numRuns: 20_000 },
  );
});

test("calculated values of 16 to 18 digits read to the last bit", () => {
  const ratio = fc
    .tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }))
    .map(([a, b]) => a / b);
  fc.assert(
    fc.property(ratio, fc.integer({ min: 15, max: 18 }), (number, digits) => {
      const text = number.toPrecision(digits);
      return parse(text) === Number(text);
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  ["0", 0],
  ["-0", 0],
  ["1.", 1],
  [".5", 0.5],
  ["9007199254740993", 9007199254740992],
  ["1E-3", 0.001],
  [" 12 ", 12],
  ["+7", 7],
  ["", Number.NaN],
  [".", Number.NaN],
  ["-", Number.NaN],
  ["1.2.3", Number.NaN],
  ["0x10", Number.NaN],
  ["12人", Number.NaN],
  ["1e999", Number.POSITIVE_INFINITY],
])("%j reads as %d", (text, number) => {
  expect(parse(text)).toBe(number);
});
