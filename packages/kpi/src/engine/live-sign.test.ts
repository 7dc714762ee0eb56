import { type Decimal, decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact, FactFrame } from "./fact.ts";
import { factCells } from "./fact-cell.ts";
import { type FactEdit, type LiveRollUp, liveRollUp } from "./live-roll-up.ts";
import { rowsWithStandIn, turnsSign } from "./live-sign.ts";
import { type FactChange, liveTable } from "./live-table.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import { indicators } from "./testing/random-facts.ts";

// "With cumulative reports missing, a non-negative flow's total is a lower bound": one figure below zero, and it is none.

const [jobs, net] = ["城镇新增就业", "净增企业"];
const orgs = ["子县", "丑区", "寅县"].map((name) => ({ name, in: { division: name } }));
const frame: FactFrame = {
  indicators,
  orgs,
  dimensions: { division: orgs.map(({ name }) => ({ name })) },
  measure: "cumulative",
};
const fact = (org: string, actual: Fact["actual"], more: Partial<Fact> = {}): Fact => ({
  org,
  indicator: jobs as string,
  target: 10,
  actual: actual ?? null,
  ...more,
});

describe("the first figure below zero comes, or the last one goes", () => {
  const tiny = decimal("-0.0000001");
  const all = [fact("子县", 4), fact("丑区", -4)];
  test.each<[string, readonly Fact[], number | undefined, FactChange | undefined, boolean]>([
    ["the first comes", [fact("子县", 4)], 0, { actual: -1 }, true],
    ["a new row brings it", [fact("子县", 4)], undefined, { actual: -1 }, true],
    ["a new row without it", [fact("子县", 4)], undefined, { actual: 1 }, false],
    ["a new blank row", [fact("子县", 4)], undefined, { actual: null }, false],
    ["zero is not below zero", [fact("子县", 4)], 0, { actual: 0 }, false],
    ["beyond six places", [fact("子县", 4)], 0, { actual: tiny }, true],
    ["a second comes", all, 0, { actual: -1 }, false],
    ["the only one stays below zero", all, 1, { actual: -3 }, false],
    ["the only one rises", all, 1, { actual: 3 }, true],
    ["the only one becomes zero", all, 1, { actual: 0 }, true],
    ["the only one is taken away", all, 1, { actual: null }, true],
    ["the only one is 不涉及 now", all, 1, { status: "notApplicable" }, true],
    ["the only one is reported still", all, 1, { status: "reported" }, false],
    ["only its target changes", all, 1, { target: 5 }, false],
    ["the target of another changes", all, 0, { target: 5 }, false],
    ["its row goes", all, 1, undefined, true],
    ["the row of another goes", all, 0, undefined, false],
    ["one of two goes", [...all, fact("寅县", -1)], 1, undefined, false],
    [
      "what may be negative anyway",
      [fact("子县", 4, { indicator: net as string })],
      0,
      { actual: -1 },
      false,
    ],
  ])("%s", (_, facts, row, change, turns) => {
    const live = liveTable(encodeFacts(frame, facts).table);
    const code = indicators.findIndex(({ key }) => key === facts[0]?.indicator);
    expect(turnsSign(live, code, row === undefined ? undefined : live.table.marks[row], change)).toBe(turns);
  });

  test("in a table of six places what rounds to zero is not below zero", () => {
    const live = liveTable(encodeFacts({ ...frame, places: "six" }, [fact("子县", 4)]).table);
    expect(turnsSign(live, 0, live.table.marks[0], { actual: tiny })).toBe(false);
    expect(turnsSign(live, 0, live.table.marks[0], { actual: decimal("-0.0000005") })).toBe(true);
  });
});

test("the rows that have something to stand in, of one indicator", () => {
  const facts = [
    fact("子县", null, { standIn: 3 }),
    fact("丑区", 4),
    fact("寅县", null, { indicator: "事故起数", standIn: 1 }),
  ];
  const live = liveTable(encodeFacts(frame, facts).table);
  expect(rowsWithStandIn(live, 0)).toEqual([0]);
  expect(rowsWithStandIn(live, 3)).toEqual([2]);
  expect(rowsWithStandIn(live, 1)).toEqual([]);
});

describe("all cells of the indicator count otherwise, and those that show something else are told", () => {
  const start = (facts: readonly Fact[], sets: readonly Record<string, number>[], period?: string) => {
    const { table } = encodeFacts(frame, facts);
    const live = liveRollUp(table, { sets, ...(period ? { period } : {}) });
    const told: string[] = [];
    live.subscribe((changed) => {
      for (const one of changed)
        told.push(`${live.keyOf(one).division ?? "合计"} ${indicators[one.indicator]?.key}`);
    });
    return { live, told };
  };
  const agrees = (
    live: LiveRollUp,
    facts: readonly Fact[],
    sets: readonly Record<string, number>[],
    period?: string,
  ) => {
    const { table } = encodeFacts(frame, facts);
    expect(live.table()).toStrictEqual(table);
    const full = rollUpFacts(table, { sets, ...(period ? { period } : {}) });
    expect(live.cells()).toEqual([...factCells(full)]);
  };
  const both = [{}, { division: 1 }];

  test("the total is no 至少 any more, and is one again when the figure is mended", () => {
    const facts = [fact("子县", 4), fact("丑区", 5), fact("寅县", null)];
    const { live, told } = start(facts, both);
    expect(live.cell({}, jobs as string)).toMatchObject({ actual: "9", atLeast: true });
    live.apply([{ row: 0, change: { actual: -4 } }]);
    expect(live.cell({}, jobs as string)).toMatchObject({ actual: "1", atLeast: false, missing: 1 });
    // 丑区 shows what it showed; 寅县 has nothing that was at least
    expect(told.sort()).toEqual(["合计 城镇新增就业", "子县 城镇新增就业"]);
    agrees(live, [fact("子县", -4), ...facts.slice(1)], both);
    told.length = 0;
    live.apply([{ row: 0, change: { actual: 4 } }]);
    expect(live.cell({}, jobs as string)).toMatchObject({ actual: "9", atLeast: true });
    expect(told.sort()).toEqual(["合计 城镇新增就业", "子县 城镇新增就业"]);
    agrees(live, facts, both);
  });

  test("a cell that was not there is told with the others", () => {
    const { live, told } = start([fact("子县", 4), fact("丑区", null)], both);
    live.apply([{ add: fact("寅县", -1) }]);
    expect(told.sort()).toEqual(["合计 城镇新增就业", "寅县 城镇新增就业"]);
    told.length = 0;
    live.apply([{ remove: 2 }]);
    expect(told.sort()).toEqual(["合计 城镇新增就业", "寅县 城镇新增就业"]);
    expect(live.cell({ division: "寅县" }, jobs as string)).toBeUndefined();
  });

  test.each([
    ["numerator", "参保人数", 9, 95],
    ["denominator", "常住人口", 95, 9],
  ])("a rate is told where its %s is below zero", (_, part, value, other) => {
    const stock = { target: null };
    const otherPart = part === "参保人数" ? "常住人口" : "参保人数";
    const { live, told } = start(
      [
        fact("子县", value, { ...stock, indicator: part }),
        fact("子县", other, { ...stock, indicator: otherPart }),
        fact("子县", 50, { ...stock, indicator: "参保率" }),
      ],
      both,
    );
    live.apply([{ row: 0, change: { actual: -value } }]);
    expect(told.sort()).toEqual([`合计 ${part}`, "合计 参保率", `子县 ${part}`, "子县 参保率"].sort());
  });

  test("in months that are listed together nothing is 沿用 any more, in no county", () => {
    const months = ["2016-01", "2016-02"] as const;
    const facts = [
      fact("子县", 4, { period: months[0] }),
      fact("子县", null, { period: months[1] }),
      fact("丑区", 5, { period: months[1] }),
    ];
    const { live, told } = start(facts, both, months[1]);
    expect(live.cell({}, jobs as string)).toMatchObject({ actual: "9", atLeast: true });
    live.apply([{ row: 2, change: { actual: -5 } }]);
    expect(live.cell({}, jobs as string)).toMatchObject({ actual: "-5", atLeast: false, missing: 1 });
    expect(live.cell({ division: "子县" }, jobs as string)).toMatchObject({ actual: null });
    expect(told.sort()).toEqual(["丑区 城镇新增就业", "合计 城镇新增就业", "子县 城镇新增就业"]);
    agrees(live, [...facts.slice(0, 2), fact("丑区", -5, { period: months[1] })], both, months[1]);
    live.apply([{ row: 2, change: { actual: 5 } }]);
    agrees(live, facts, both, months[1]);
  });

  test("what stands in goes and comes with the sign", () => {
    const facts = [fact("子县", null, { standIn: 7 }), fact("丑区", 5)];
    const { live } = start(facts, both);
    expect(live.cell({}, jobs as string)).toMatchObject({ actual: "12", atLeast: true });
    const edits: readonly [FactEdit, string][] = [
      [{ row: 1, change: { actual: -5 } }, "-5"],
      [{ row: 1, change: { actual: "6" as Decimal } }, "13"],
    ];
    for (const [edit, actual] of edits) {
      live.apply([edit]);
      expect(live.cell({}, jobs as string)?.actual).toBe(actual);
    }
  });
});
