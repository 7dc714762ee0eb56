import { describe, expect, test } from "vitest";
import { layoutCases } from "./layout-cases.ts";
import { type Comparison, compare } from "./layout-compare.ts";

describe("layouts written by somebody who had not seen the recogniser", () => {
  const results = layoutCases.map((layout) => ({ layout, ...compare(layout) }));
  const sum = (of: (one: Comparison) => number): number => results.reduce((total, one) => total + of(one), 0);

  test("every refusal is right", () => {
    expect(sum((one) => one.refusalsRight)).toBe(sum((one) => one.refusals));
  });

  test("at least 97 of 100 columns are right", () => {
    expect(sum((one) => one.columnsRight) / sum((one) => one.columns)).toBeGreaterThanOrEqual(0.97);
  });

  test.each(results.map((one) => [one.layout.id, one.differences] as const))("%s", (_, differences) => {
    expect(differences).toEqual([]);
  });
});
