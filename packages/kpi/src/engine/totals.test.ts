import { decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { runs } from "../testing/runs.ts";
import { encodeFacts } from "./encode-facts.ts";
import { type FactCell, factCell, factCells } from "./fact-cell.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import type { RollUpPlan } from "./roll-up-plan.ts";
import { cases, indicators } from "./testing/random-facts.ts";
import { type CellTotals, cellTotals, rollUpOfTotals } from "./totals.ts";

vi.setConfig({ testTimeout: 7_200_000 });

const byName = (cells: Iterable<FactCell>) =>
  new Map(
    [...cells].map((cell) => [JSON.stringify([Object.entries(cell.key).sort(), cell.indicator]), cell]),
  );

test("sums and counts made elsewhere are read as the same cells", () => {
  fc.assert(
    fc.property(cases(), ({ frame, facts, asked: { sets, from, to } }) => {
      const plan = { sets, ...(from === "" ? {} : { window: { from, to } }) };
      const own = rollUpFacts(encodeFacts(frame, facts).table, plan);
      const read = rollUpOfTotals({
        indicators,
        plan,
        totals: [...cellTotals(own)],
        periods: own.table.periods,
      });
      expect(byName(factCells(read))).toEqual(byName(factCells(own)));
      expect(new Set([...cellTotals(read)].map((one) => JSON.stringify(one)))).toEqual(
        new Set([...cellTotals(own)].map((one) => JSON.stringify(one))),
      );
    }),
    { numRuns: runs },
  );
});

test("what does not add keeps its marks, and empty cells are none", () => {
  const orgs = ["子县", "丑区"].map((name) => ({ name, in: { division: name } }));
  const dimensions = { division: orgs.map(({ name }) => ({ name })) };
  const rate = { org: "子县", indicator: "失业率" };
  const { table } = encodeFacts({ indicators, orgs, dimensions, measure: "cumulative" }, [
    { ...rate, target: 4, actual: 3, light: "red" },
    { ...rate, target: 4, actual: -3 },
    { org: "丑区", indicator: "城镇新增就业", status: "notApplicable" },
  ]);
  const own = rollUpFacts(table, { sets: [{}, { division: 1 }] });
  const totals = [...cellTotals(own)];
  expect(totals.map(({ set, key, indicator }) => [set, key.division, indicator])).toEqual([
    [0, undefined, "城镇新增就业"],
    [0, undefined, "失业率"],
    [1, "子县", "失业率"],
    [1, "丑区", "城镇新增就业"],
  ]);
  const marks = totals.map(({ light, negative, severalActuals, severalTargets }) => [
    light,
    negative,
    severalActuals,
    severalTargets,
  ]);
  const none = [0, false, false, false];
  expect(marks).toEqual([none, [7, true, true, true], [7, true, true, true], none]);
  const one = encodeFacts({ indicators, orgs, dimensions, measure: "cumulative" }, [
    { ...rate, target: 4, actual: 3 },
  ]).table;
  expect([...cellTotals(rollUpFacts(one, { sets: [{}] }))]).toMatchObject([
    { light: 0, negative: false, severalActuals: false, severalTargets: false, targets: 1 },
  ]);
  const read = rollUpOfTotals({ indicators, plan: { sets: [{}, { division: 1 }] }, totals });
  expect(factCell(read, { division: "子县" }, "失业率")).toMatchObject({ actual: null, notAdditive: true });
  expect([...factCells(rollUpOfTotals({ indicators, plan: { sets: [{}] }, totals: [] }))]).toEqual([]);
});

test("several periods together are said so, and one is not", () => {
  const rate = { org: "子县", indicator: "失业率" };
  const { table } = encodeFacts({ indicators, orgs: [{ name: "子县" }], measure: "cumulative" }, [
    { ...rate, period: "2016-01", actual: 3 },
    { ...rate, period: "2016-02", actual: 4 },
  ]);
  const actuals = (plan: RollUpPlan) => {
    const own = rollUpFacts(table, plan);
    const read = rollUpOfTotals({
      indicators,
      plan,
      totals: [...cellTotals(own)],
      periods: own.table.periods,
    });
    expect(byName(factCells(read))).toEqual(byName(factCells(own)));
    return [...factCells(read)].map(({ actual }) => actual);
  };
  expect(actuals({ sets: [{}], window: { from: "2016-01", to: "2016-02" } })).toEqual([null]);
  expect(actuals({ sets: [{}], window: { from: "2016-02", to: "2016-02" } })).toEqual(["4"]);
  expect(actuals({ sets: [{}], period: "2016-01" })).toEqual(["3"]);
  expect(actuals({ sets: [{ period: 1 }], window: { from: "2016-01", to: "2016-02" } })).toEqual(["3", "4"]);
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
  expect(() => rollUpOfTotals({ indicators, plan: { sets: [{}] }, totals: [cell] })).toThrow(
    new RangeError("No indicator 就业人数 in the plan"),
  );
});
