import { type Decimal, decimal, sum } from "@taizhang/quantity";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseItem, orgOf } from "../testing/assessed.ts";
import { ranking } from "./ranking.ts";
import { score } from "./score.ts";
import { scorePresets } from "./score-preset.ts";

const runs = Number(process.env.KPI_LAW_RUNS ?? 1_000);

describe("laws of scores", () => {
  const amount = fc.integer({ min: -300, max: 3_000 }).map((n) => String(n / 10));
  const item = fc.record({
    direction: fc.constantFrom("up" as const, "down" as const),
    weight: fc.integer({ min: 0, max: 500 }).map((n) => decimal(String(n / 10))),
    target: amount.map(decimal),
    actual: fc.oneof({ weight: 8, arbitrary: amount }, fc.constantFrom("", "—", "!")),
  });
  const world = fc.record({
    preset: fc.constantFrom(...scorePresets),
    orgs: fc.array(fc.tuple(fc.constantFrom("", "甲组"), fc.array(item, { minLength: 1, maxLength: 4 })), {
      minLength: 1,
      maxLength: 6,
    }),
  });
  const scored = ({ preset, orgs }: { preset: string; orgs: [string, CaseItem[]][] }, turned = false) => {
    const all = orgs.map(([group, items], index) =>
      orgOf(
        `单位${index}`,
        items.map((one, i) => ({ ...one, indicator: `指标${i}` })),
        { group },
      ),
    );
    return score({ preset, orgs: turned ? [...all].reverse() : all }).orgs;
  };

  test("the order of the orgs changes nothing", () => {
    fc.assert(
      fc.property(world, (w) => {
        expect(scored(w, true)).toEqual(scored(w));
      }),
      { numRuns: runs },
    );
  });

  test("a score lies between 0 and the weight, sums add what is printed, and only missing has no score", () => {
    fc.assert(
      fc.property(world, (w) => {
        for (const org of scored(w)) {
          const given = org.items.filter((one) => one.score !== null);
          for (const { score: points, weight, bonus } of given) {
            expect(Number(points)).toBeGreaterThanOrEqual(0);
            expect(Number(points)).toBeLessThanOrEqual(Number(weight) + 0.005);
            expect(Number(bonus)).toBeLessThanOrEqual(Number(weight) / 10 + 0.005);
          }
          const concerned = org.items.filter(({ actual }) => actual.status !== "notApplicable");
          if (concerned.length === org.items.length && given.length > 0)
            expect(org.points).toBe(sum(given.map((one) => one.score as Decimal)));
          for (const { actual, score: points } of org.items)
            if (actual.status !== "reported") expect(points).toBeNull();
        }
      }),
      { numRuns: runs },
    );
  });

  test("more of an upward indicator never scores less, less of a downward one neither", () => {
    fc.assert(
      fc.property(fc.constantFrom("linear", "steps", "deduct"), item, amount, amount, (preset, one, a, b) => {
        const of = (actual: string) =>
          Number(scored({ preset, orgs: [["", [{ ...one, actual }]]] })[0]?.items[0]?.score);
        const [low, high] = Number(a) < Number(b) ? [a, b] : [b, a];
        const [worse, better] = one.direction === "up" ? [low, high] : [high, low];
        expect(of(better)).toBeGreaterThanOrEqual(of(worse));
      }),
      { numRuns: runs },
    );
  });

  test("places: one more than those that are better; equal digits, equal place; nobody without a number", () => {
    const value = fc.option(fc.integer({ min: 0, max: 6 }).map((n) => decimal(String(n))));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), (values) => {
        const places = ranking(values.map((one) => ({ value: one })));
        for (const [index, one] of values.entries())
          expect(places[index]).toBe(
            one === null
              ? null
              : 1 + values.filter((other) => other !== null && Number(other) > Number(one)).length,
          );
      }),
      { numRuns: runs },
    );
  });
});
