import { describe, expect, test } from "vitest";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact, FactFrame } from "./fact.ts";
import { type FactCell, factCell, factCells } from "./fact-cell.ts";
import { liveRollUp } from "./live-roll-up.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import type { RollUpPlan } from "./roll-up-plan.ts";
import { lackingOrgs, sourceRows } from "./source-rows.ts";
import { indicators } from "./testing/random-facts.ts";

const key = "城镇新增就业";
const frame: FactFrame = {
  indicators,
  orgs: [
    { name: "甲局", in: { division: "子县", department: "甲局" } },
    { name: "乙局", in: { division: "子县", department: "乙局" } },
    { name: "丙局", in: { division: "丑县", department: "丙局" } },
    { name: "丁局", in: { division: "甲市", department: "丁局" } },
    { name: "外地", in: {} },
  ],
  dimensions: {
    division: [{ name: "甲市" }, { name: "子县", parent: "甲市" }, { name: "丑县", parent: "甲市" }],
    department: ["甲局", "乙局", "丙局", "丁局"].map((name) => ({ name })),
  },
  measure: "inPeriod",
};
const fact = (org: string, actual: number | null, more: Partial<Fact> = {}): Fact => ({
  org,
  indicator: key,
  target: 10,
  actual,
  ...more,
});
const shown = (cell: FactCell | undefined) =>
  cell && [cell.target, cell.actual, cell.expected, cell.reported];
/** What stands in every cell, rolled up at once and row after row. */
function cellsOf(facts: readonly Fact[], plan: RollUpPlan, only: Partial<FactFrame> = {}) {
  const { table, refused } = encodeFacts({ ...frame, ...only }, facts);
  expect(refused).toEqual([]);
  const rollUp = rollUpFacts(table, plan);
  const live = liveRollUp(table, plan);
  for (const row of facts.keys()) live.apply([{ remove: row }]);
  live.apply(facts.map((add) => ({ add })));
  expect(live.cells()).toEqual([...factCells(rollUp)]);
  return {
    rollUp,
    cells: Object.fromEntries(
      [...factCells(rollUp)].map((cell) => [Object.values(cell.key).join(" "), shown(cell)]),
    ),
  };
}

describe("共同任务 counts once in each cell", () => {
  const joint = fact("甲局", 3, { jointOrgs: ["乙局", "丙局"] });

  test("in the total once, and under each lead as its reporter's", () => {
    const { rollUp, cells } = cellsOf([joint, fact("乙局", 5)], {
      sets: [{}, { department: 1 }, { division: 2 }],
    });
    expect(cells).toEqual({
      "": ["20", "8", 2, 2],
      甲局: ["10", "3", 1, 1],
      乙局: ["20", "8", 2, 2],
      丙局: ["10", "3", 1, 1],
      子县: ["20", "8", 2, 2],
      丑县: ["10", "3", 1, 1],
    });
    expect(sourceRows(rollUp, { department: "丙局" }, key)).toEqual([{ row: 0, target: true, actual: true }]);
  });

  test("two joint rows of one reporter are one org", () => {
    const { cells, rollUp } = cellsOf([joint, { ...joint, actual: null }], { sets: [{ department: 1 }] });
    expect(cells).toEqual({ 甲局: ["20", "3", 1, 0], 乙局: ["20", "3", 1, 0], 丙局: ["20", "3", 1, 0] });
    expect(lackingOrgs(rollUp, { department: "丙局" }, key)).toEqual(["甲局"]);
  });

  test("rows of two reporters under a third lead are two orgs", () => {
    const other = fact("乙局", 4, { jointOrgs: ["丙局"] });
    expect(cellsOf([joint, other], { sets: [{ department: 1 }] }).cells).toMatchObject({
      丙局: ["20", "7", 2, 2],
      乙局: ["20", "7", 2, 2],
    });
  });

  test("two leads in one cell, the reporter among them or not", () => {
    const both = fact("丙局", 3, { jointOrgs: ["甲局", "乙局", "甲局"] });
    expect(cellsOf([both], { sets: [{ division: 2 }] }).cells).toEqual({
      子县: ["10", "3", 1, 1],
      丑县: ["10", "3", 1, 1],
    });
  });

  test("a lead above the level, in no division, or none other: nothing is listed there", () => {
    const odd = fact("甲局", 3, { jointOrgs: ["丁局", "外地"] });
    expect(cellsOf([odd, fact("乙局", 1, { jointOrgs: [] })], { sets: [{ division: 2 }] }).cells).toEqual({
      子县: ["20", "4", 2, 2],
    });
    const from = fact("外地", 3, { jointOrgs: ["丙局"] });
    expect(cellsOf([from], { sets: [{}, { division: 1 }] }).cells).toEqual({
      "": ["10", "3", 1, 1],
      甲市: ["10", "3", 1, 1],
    });
  });

  test("a rate that is joint stays the figure of its one row", () => {
    const rate: Fact = { org: "甲局", indicator: "失业率", target: 4, actual: 3, jointOrgs: ["丙局"] };
    expect(cellsOf([rate], { sets: [{ department: 1 }] }).cells).toEqual({
      甲局: ["4", "3", 1, 1],
      丙局: ["4", "3", 1, 1],
    });
  });
});

describe("共同任务 over several periods", () => {
  const rows = (...actuals: (number | null)[]) =>
    actuals.map((actual, at) => fact("甲局", actual, { period: `2016-0${at + 1}`, jointOrgs: ["丙局"] }));
  const window = { from: "2016-01", to: "2016-03" };

  test("months of a flow add under the other lead too", () =>
    expect(cellsOf(rows(1, 20, 300, 4000), { sets: [{ department: 1 }], window }).cells).toEqual({
      甲局: ["10", "321", 1, 1],
      丙局: ["10", "321", 1, 1],
    }));

  test("and stand apart where periods are listed apart", () =>
    expect(cellsOf(rows(1, 20, 300, 4000), { sets: [{ department: 1, period: 1 }], window }).cells).toEqual({
      "甲局 2016-01": ["10", "1", 1, 1],
      "甲局 2016-02": ["10", "20", 1, 1],
      "甲局 2016-03": ["10", "300", 1, 1],
      "丙局 2016-01": ["10", "1", 1, 1],
      "丙局 2016-02": ["10", "20", 1, 1],
      "丙局 2016-03": ["10", "300", 1, 1],
    }));

  test("a month that is missing is missing there", () =>
    expect(cellsOf(rows(1, null, 300), { sets: [{ department: 1 }], window }).cells).toEqual({
      甲局: ["10", "301", 1, 0],
      丙局: ["10", "301", 1, 0],
    }));

  test("a row of another year is listed nowhere", () => {
    const years = [
      fact("甲局", 7, { period: "2015-12", jointOrgs: ["乙局"] }),
      ...rows(1, 20),
      fact("甲局", 9, { period: "2017-01", jointOrgs: ["丁局"] }),
    ];
    expect(cellsOf(years, { sets: [{ department: 1 }], period: "2016-02" }).cells).toEqual({
      甲局: ["10", "20", 1, 1],
      丙局: ["10", "20", 1, 1],
    });
    expect(cellsOf(years, { sets: [{ department: 1 }], period: "2015-12" }).cells).toEqual({
      甲局: ["10", "7", 1, 1],
      乙局: ["10", "7", 1, 1],
    });
  });

  test("what is missing this month is carried there as it is in its own cells", () => {
    const carried = cellsOf(rows(1, 20, null), { sets: [{ department: 1 }] }, { measure: "cumulative" });
    expect(carried.cells).toEqual({ 甲局: ["10", "20", 1, 0], 丙局: ["10", "20", 1, 0] });
    expect(factCell(carried.rollUp, { department: "丙局" }, key)?.atLeast).toBe(true);
    expect(sourceRows(carried.rollUp, { department: "丙局" }, key)).toEqual([
      { row: 1, target: false, actual: true },
      { row: 2, target: true, actual: false },
    ]);
  });
});
