import { decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { runs } from "../testing/runs.ts";
import { encodeFacts } from "./encode-facts.ts";
import { type FactCell, factCells } from "./fact-cell.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import { cases, indicators } from "./testing/random-facts.ts";
import { type CellTotals, cellTotals, rollUpOfTotals } from "./totals.ts";

vi.setConfig({ testTimeout: 180_000 });

const byName = (cells: Iterable<FactCell>) =>
  new Map(
    [...cells].map((cell) => [JSON.stringify([Object.entries(cell.key).sort(), cell.indicator]), cell]),
  );

test("sums and counts made elsewhere are read as the same cells", () => {
  fc.assert(
    fc.property(cases(), ({ frame, facts, asked: { sets, from, to } }) => {
      const plan = { sets, ...(from === "" ? {} : { window: { from, to } }) };
      const own = rollUpFacts(encodeFacts(frame, facts).table, plan);
      const read = rollUpOfTotals({ indicators, plan, totals: [...cellTotals(own)] });
      expect(byName(factCells(read))).toEqual(byName(factCells(own)));
      expect(new Set([...cellTotals(read)].map((one) => JSON.stringify(one)))).toEqual(
        new Set([...cellTotals(own)].map((one) => JSON.stringify(one))),
      );
    }),
    { numRuns: runs },
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
