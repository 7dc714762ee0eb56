import { describe, expect, test } from "vitest";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact, FactFrame } from "./fact.ts";
import { type FactCell, factCells } from "./fact-cell.ts";
import type { FactIndicator } from "./fact-columns.ts";
import { type FactEdit, liveRollUp } from "./live-roll-up.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import type { RollUpPlan } from "./roll-up-plan.ts";
import { indicators } from "./testing/random-facts.ts";

const names = ["子县", "丑区", "寅县"];
const frame: FactFrame = {
  indicators,
  orgs: names.map((name) => ({ name, in: { division: name } })),
  dimensions: {
    division: [{ name: "甲市" }, ...names.map((name) => ({ name, parent: "甲市" }))],
    program: ["就业", "教育", "住房"].map((name) => ({ name })),
  },
  measure: "cumulative",
};
const fact = (org: string, indicator: string, actual: number | null, more: Partial<Fact> = {}): Fact => ({
  org,
  indicator,
  actual,
  in: { program: "就业" },
  ...more,
});

const inOrder = (cells: Iterable<FactCell>) =>
  [...cells]
    .map((cell) => [JSON.stringify([cell.key, cell.indicator]), cell] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** Applies edits one by one; after each the whole is what a full roll-up says, and these cells were told. */
function told(
  facts: readonly Fact[],
  edits: readonly FactEdit[],
  plan: RollUpPlan,
  more: { readonly dense?: number; readonly indicators?: readonly FactIndicator[] } = {},
): string[][] {
  const { table } = encodeFacts({ ...frame, indicators: more.indicators ?? indicators }, facts);
  const live = liveRollUp(table, plan, more.dense === undefined ? {} : { dense: more.dense });
  let heard: string[] = [];
  live.subscribe((changed) => {
    heard = changed.map((one) =>
      [...Object.values(live.keyOf(one)), indicators[one.indicator]?.key].join(" "),
    );
  });
  return edits.map((edit) => {
    heard = [];
    live.apply([edit]);
    expect(inOrder(live.cells())).toEqual(inOrder(factCells(rollUpFacts(live.table(), plan))));
    return heard.sort();
  });
}

describe("who hears of a rate", () => {
  const parts = [
    fact("子县", "参保人数", 30),
    fact("子县", "常住人口", 40),
    fact("丑区", "参保人数", 60),
    fact("丑区", "常住人口", 200),
    fact("子县", "参保率", 50),
    fact("丑区", "参保率", 50),
    fact("子县", "失业率", 4),
    fact("丑区", "失业率", 5),
  ];
  const plan = { sets: [{}, { division: 2 }] };
  test.each<[string, FactEdit, string[]]>([
    [
      "its numerator changes",
      { row: 0, change: { actual: 36 } },
      ["参保人数", "参保率", "子县 参保人数", "子县 参保率"],
    ],
    [
      "its denominator changes",
      { row: 3, change: { actual: 300 } },
      ["常住人口", "参保率", "丑区 常住人口", "丑区 参保率"],
    ],
    [
      "its numerator goes: it is each org's own again, and none in all",
      { remove: 0 },
      ["参保人数", "参保率", "子县 参保人数", "子县 参保率"],
    ],
    ["its own figure changes, and its parts decide: nothing is seen", { row: 4, change: { actual: 51 } }, []],
    [
      "a rate without parts changes: in its org, and in all there is none",
      { row: 6, change: { actual: 3 } },
      ["子县 失业率"],
    ],
    ["a rate's light changes", { row: 6, change: { light: "red" } }, ["失业率", "子县 失业率"]],
    [
      "a numerator's target changes, and no rate with it",
      { row: 0, change: { target: 99 } },
      ["参保人数", "子县 参保人数"],
    ],
    ["the only rate that is left is the rate of all", { remove: 7 }, ["失业率", "丑区 失业率"]],
  ])("%s", (_, edit, cells) => expect(told(parts, [edit], plan)).toEqual([[...cells].sort()]));

  test("over several months a rate has no figure, and what does not add over time neither", () => {
    const months = (indicator: string): Fact[] =>
      ["2016-01", "2016-02"].map((period) => fact("子县", indicator, 4, { period }));
    const window = { from: "2016-01", to: "2016-02" };
    const both = { sets: [{}, { period: 1 }], window };
    const edit: FactEdit = { row: 1, change: { actual: 5 } };
    expect(told(months("失业率"), [edit], both)).toEqual([["2016-02 失业率"]]);
    const monthly = indicators.map((one) =>
      one.key === "净增企业" ? { ...one, acrossTime: "none" as const } : one,
    );
    expect(told(months("净增企业"), [edit], both, { indicators: monthly })).toEqual([["2016-02 净增企业"]]);
    expect(told(months("净增企业"), [edit], both)).toEqual([["2016-02 净增企业", "净增企业"]]);
    const single = { sets: [{}], period: "2016-02" };
    expect(told(months("净增企业"), [edit], single, { indicators: monthly })).toEqual([["净增企业"]]);
  });
});

describe("a combination that was never there", () => {
  const plan: RollUpPlan = { sets: [{}, { program: 1 }, { division: 2, program: 1 }, { division: 1 }] };
  const known = [
    fact("子县", "城镇新增就业", 1),
    fact("丑区", "城镇新增就业", 2, { in: { program: "教育" } }),
  ];
  test.each<[string, Fact, string[]]>([
    [
      "of the fact itself",
      fact("丑区", "城镇新增就业", 5),
      ["城镇新增就业", "就业 城镇新增就业", "丑区 就业 城镇新增就业", "甲市 城镇新增就业"],
    ],
    [
      "of another lead of it",
      fact("子县", "城镇新增就业", 5, { jointOrgs: ["丑区"] }),
      [
        "城镇新增就业",
        "就业 城镇新增就业",
        "子县 就业 城镇新增就业",
        "丑区 就业 城镇新增就业",
        "甲市 城镇新增就业",
      ],
    ],
    [
      "of one of its other leads",
      fact("丑区", "城镇新增就业", 5, { in: { program: "教育" }, jointOrgs: ["丑区", "寅县"] }),
      [
        "城镇新增就业",
        "教育 城镇新增就业",
        "丑区 教育 城镇新增就业",
        "寅县 教育 城镇新增就业",
        "甲市 城镇新增就业",
      ],
    ],
  ])("%s makes everything anew, and all cells above it are named", (_, add, cells) => {
    expect(told(known, [{ add }], plan, { dense: 0 })).toEqual([[...cells].sort()]);
    expect(told(known, [{ add }], plan)).toEqual([[...cells].sort()]);
  });

  test("a rate above it is named with it", () => {
    const [heard] = told(
      [fact("子县", "参保人数", 30), fact("子县", "常住人口", 40), fact("子县", "参保率", 50)],
      [{ add: fact("丑区", "参保人数", 5) }],
      { sets: [{}, { program: 1 }] },
      { dense: 0 },
    );
    expect(heard).toEqual(["参保人数", "参保率", "就业 参保人数", "就业 参保率"].sort());
  });

  test("rows that are gone stay gone when everything is made anew", () => {
    const edits: FactEdit[] = [{ remove: 0 }, { add: fact("寅县", "城镇新增就业", 7) }, { remove: 2 }];
    expect(told(known, edits, plan, { dense: 0 })).toHaveLength(3);
  });
});

describe("joint rows that come, change and go", () => {
  const plan: RollUpPlan = { sets: [{ division: 2 }] };
  const joint = fact("子县", "城镇新增就业", 3, { target: 10, jointOrgs: ["丑区"] });
  const both = ["丑区 城镇新增就业", "子县 城镇新增就业"];
  test("under both leads", () =>
    expect(
      told(
        [joint, { ...joint, actual: 4 }, fact("丑区", "城镇新增就业", 1)],
        [
          { row: 0, change: { actual: 5 } },
          { row: 0, change: { actual: 5 } },
          { remove: 1 },
          { remove: 0 },
          { add: joint },
          { row: 2, change: { actual: 9 } },
        ],
        plan,
      ),
    ).toEqual([both, [], both, both, both, ["丑区 城镇新增就业"]]));
  test("a row of another year is heard of nowhere", () => {
    const years = ["2015-12", "2016-01"].map((period) => ({ ...joint, period }));
    expect(
      told(
        years,
        [
          { row: 0, change: { actual: 8 } },
          { row: 1, change: { actual: 8 } },
        ],
        { ...plan, period: "2016-01" },
      ),
    ).toEqual([[], both]);
  });
});
