import { decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { decimalOf } from "../scaled.ts";
import { count, sum } from "./cell-store.ts";
import { encodeFacts } from "./encode-facts.ts";
import { type FactCell, factCells, keyOf } from "./fact-cell.ts";
import { bit, lightBits } from "./fact-status.ts";
import { type FactRollUp, rollUpFacts } from "./roll-up-facts.ts";
import { cases, indicators } from "./testing/random-facts.ts";
import { type CellTotals, rollUpOfTotals } from "./totals.ts";

vi.setConfig({ testTimeout: 180_000 });

/** The sums and counts of every cell as a database would give them. */
const totalsOf = ({ table, sets }: FactRollUp): CellTotals[] =>
  sets.flatMap((of, set) =>
    Array.from({ length: of.groups.size * indicators.length }, (_, cell): CellTotals | undefined => {
      const group = Math.floor(cell / indicators.length);
      const named = <Of extends Record<string, number>, To>(names: Of, to: (which: number) => To) =>
        Object.fromEntries(Object.entries(names).map(([name, which]) => [name, to(which)])) as Record<
          keyof Of,
          To
        >;
      const counts = named(count, (which) => of.cells.count(cell, which));
      if (of.groups.listed[group] !== 1 || counts.expected + counts.notApplicable === 0) return undefined;
      const bits = of.cells.bits(cell);
      return {
        set,
        key: keyOf(table, of, group),
        indicator: indicators[cell % indicators.length]?.key ?? "",
        ...counts,
        ...named(sum, (which) => decimalOf(of.cells.sum(cell, which))),
        light: 32 - Math.clz32((bits & lightBits) >> 4),
        negative: (bits & bit.negative) !== 0,
        severalActuals: (bits & bit.severalActuals) !== 0,
        severalTargets: (bits & bit.severalTargets) !== 0,
      };
    }).filter((one) => one !== undefined),
  );

const byName = (cells: Iterable<FactCell>) =>
  new Map(
    [...cells].map((cell) => [JSON.stringify([Object.entries(cell.key).sort(), cell.indicator]), cell]),
  );

test("sums and counts made elsewhere are read as the same cells", () => {
  fc.assert(
    fc.property(cases(), ({ frame, facts, asked: { sets, from, to } }) => {
      const plan = { sets, ...(from === "" ? {} : { window: { from, to } }) };
      const own = rollUpFacts(encodeFacts(frame, facts).table, plan);
      const read = rollUpOfTotals({ indicators, plan, totals: totalsOf(own) });
      expect(byName(factCells(read))).toEqual(byName(factCells(own)));
    }),
    { numRuns: 1000 },
  );
});

test("an indicator that is not in the plan is a mistake of the program", () => {
  const zeros = {
    expected: 1,
    reported: 1,
    missing: 0,
    unusable: 0,
    notApplicable: 0,
    targets: 0,
    targetsLacking: 0,
    given: 0,
    givenApart: 1,
  };
  const zero = decimal("0");
  const sums = { target: zero, actual: zero, apart: zero, targetLacking: zero, actualLacking: zero };
  const rest = { light: 0, negative: false, severalActuals: false, severalTargets: false };
  const cell: CellTotals = { set: 0, key: {}, indicator: "就业人数", ...zeros, ...sums, ...rest };
  expect(() => rollUpOfTotals({ indicators, plan: { sets: [{}] }, totals: [cell] })).toThrow(RangeError);
});
