import { decimalOfNumber, shift } from "@taizhang/quantity";
import fc from "fast-check";
import { expect, test } from "vitest";
import { tenThousandths } from "./ten-thousandths.ts";

const cents = fc.integer({ min: -1e12, max: 1e12 });

test("说得出的，与十五位小数一致", () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        cents.map((units) => units / 1e4),
        fc.tuple(cents, cents, cents).map(([a, b, c]) => a / 100 + b / 1000 - c / 1e4),
        fc.tuple(cents, fc.integer({ min: 1, max: 9 })).map(([a, b]) => (a / 1e4) * b),
      ),
      (value) => {
        const units = tenThousandths(value);
        if (units === undefined) return;
        expect(Number.isSafeInteger(units)).toBe(true);
        expect(decimalOfNumber(units)).toBe(shift(decimalOfNumber(value) ?? ("0" as never), 4));
      },
    ),
    { numRuns: 5000 },
  ));

test.each([
  [0.1 + 0.2, 3000],
  [1255, 12_550_000],
  [-0.5, -5000],
  [0, 0],
  [0.00005, undefined],
  [1 / 3, undefined],
  [1e15, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
])("%d", (value, units) => expect(tenThousandths(value)).toBe(units));
