import { describe, expect, test } from "vitest";
import {
  bit,
  bitsOf,
  factLights,
  factStatuses,
  hasAmount,
  isBelowZero,
  lackingBits,
  lightCode,
  packed,
  statusCode,
  statusOf,
  targetCounts,
  targetStatuses,
  together,
  withStandIn,
  worstOf,
} from "./fact-status.ts";

test("each word is its place in the list, and −1 where it is none", () => {
  expect(factStatuses.map(statusCode)).toEqual([0, 1, 2, 3]);
  expect(statusCode("done" as never)).toBe(-1);
  const lights = factLights.flatMap((light) => light ?? []);
  expect(lights.map(lightCode)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(lightCode("blue" as never)).toBe(-1);
});

describe("the byte of a fact", () => {
  const bytes = factStatuses.flatMap((status, code) =>
    targetStatuses.flatMap((target, targetCode) =>
      factLights.flatMap((light, lightCode) =>
        [true, false].map((sign) => ({
          status,
          target,
          light,
          sign,
          mark: packed(code, targetCode, lightCode, sign),
        })),
      ),
    ),
  );

  test("keeps its four parts apart: no two are one, and each fits into 8 bits", () => {
    expect(new Set(bytes.map(({ mark }) => mark)).size).toBe(4 * 3 * 8 * 2);
    for (const { mark, status } of bytes) {
      expect(statusOf(mark)).toBe(status);
      expect(mark).toBeLessThan(256);
    }
  });

  test("says what the fact says: 不涉及 leaves with all it has, and what is lacking has an amount only where one stands in", () => {
    for (const { status, target, light, sign, mark } of bytes) {
      const bits = bitsOf[mark] as number;
      const isOut = status === "notApplicable";
      const isReported = status === "reported";
      const said = {
        belowZero: isBelowZero(mark),
        amount: hasAmount(mark),
        out: (bits & bit.notApplicable) !== 0,
        lacking: (bits & lackingBits) !== 0,
        gave: (bits & bit.reported) !== 0,
        negative: (bits & bit.negative) !== 0,
        target: (bits & bit.target) !== 0,
        targetCounts: targetCounts[mark],
        pending: (bits & bit.pending) !== 0,
        worst: worstOf(bits),
      };
      expect({ mark, ...said }).toEqual({
        mark,
        belowZero: isReported && sign,
        amount: isReported || sign,
        out: isOut,
        lacking: status === "missing" || status === "unusable",
        gave: isReported || (sign && !isOut),
        negative: isReported && sign,
        target: !isOut && target === "set",
        targetCounts: !isOut && target === "set" ? 1 : 0,
        pending: !isOut && target === "pending",
        worst: isOut ? null : light,
      });
    }
  });

  test("with an amount that stands in, and without it again, nothing else changes", () => {
    const missing = packed(1, 0, 7, false);
    expect(withStandIn(missing, true)).toBe(packed(1, 0, 7, true));
    expect(withStandIn(packed(1, 0, 7, true), false)).toBe(missing);
    expect(withStandIn(missing, false)).toBe(missing);
  });
});

describe("rows of one org together", () => {
  const [green, red] = [packed(0, 0, 4, false), packed(1, 2, 7, false)].map((mark) => bitsOf[mark] as number);
  test("the worst light, and what both have is had several times", () => {
    const both = together(green as number, red as number);
    expect(worstOf(both)).toBe("red");
    expect(both & (bit.severalActuals | bit.severalTargets)).toBe(0);
    expect(together(green as number, green as number)).toBe(
      (green as number) | bit.severalActuals | bit.severalTargets,
    );
  });
  test("of no light there is no worst", () => expect(worstOf(bit.reported | bit.target)).toBeNull());
});
