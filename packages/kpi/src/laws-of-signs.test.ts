import { type Decimal, negate } from "@taizhang/quantity";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { rollUp } from "./roll-up.ts";
import { ownRows } from "./testing/arbitrary.ts";
import { figuresOf, type Row } from "./testing/figures.ts";
import { runs } from "./testing/runs.ts";

vi.setConfig({ testTimeout: 7_200_000 });

const isNumber = (text: string): boolean => /^-?\d/.test(text);
const turned = <T extends string | null | undefined>(text: T): T =>
  text && isNumber(text) ? (negate(text as unknown as Decimal) as unknown as T) : text;

test("signs: all amounts turned round turn every sum round, and no count", () => {
  fc.assert(
    fc.property(ownRows, (all) => {
      const rows = all.map((row): Row => ({ ...row, indicator: "净增企业", unit: "家", power: 0 }));
      const other = rows.map(
        (row): Row => ({
          ...row,
          actual: turned(row.actual ?? null),
          ...(row.target ? { target: turned(row.target) } : {}),
        }),
      );
      const options = { by: ["division", "program"], period: "2016-10" };
      const [before, after] = [rows, other].map((some) => rollUp(figuresOf(some), options).cells);
      expect(after?.map(({ actual, target }) => [actual, target])).toEqual(
        before?.map(({ actual, target }) => [turned(actual), turned(target)]),
      );
      expect(after?.map(({ reported, expected, missing }) => [reported, expected, missing])).toEqual(
        before?.map(({ reported, expected, missing }) => [reported, expected, missing]),
      );
    }),
    { numRuns: runs },
  );
});
