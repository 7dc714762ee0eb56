import * as fc from "fast-check";
import { expect, test } from "vitest";
import { open } from "./oracle-cell.ts";
import { figuresFrom } from "./random-figures.ts";
import { worldSpec } from "./random-specs.ts";
import { oracleRollUp } from "./roll-up.ts";

const fields = [
  "target",
  "actual",
  "completion",
  "reported",
  "missing",
  "atLeast",
  "difference",
  "unit",
] as const;

test.each(fields)("random figures leave %s decided in more than 2 in 5 cells", (field) => {
  const cells = fc.sample(worldSpec, { numRuns: 100, seed: 7 }).flatMap((spec) => {
    const { figures, options } = figuresFrom(spec);
    return oracleRollUp(figures, options).cells;
  });
  expect(cells.filter((cell) => cell[field] !== open).length / cells.length).toBeGreaterThan(0.4);
});
