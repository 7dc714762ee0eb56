import { describe, expect, test } from "vitest";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact } from "./fact.ts";
import { factCell, factCells } from "./fact-cell.ts";
import { liveRollUp } from "./live-roll-up.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import { ancestorsAt, depths, everyLevel, type RollUpPlan, windowOf } from "./roll-up-plan.ts";
import { indicators } from "./testing/random-facts.ts";

const frame = {
  indicators,
  orgs: [
    { name: "市本级", in: { division: "甲市" } },
    { name: "子县", in: { division: "子县" } },
    { name: "外县", in: {} },
  ],
  dimensions: {
    division: [{ name: "甲省" }, { name: "甲市", parent: "甲省" }, { name: "子县", parent: "甲市" }],
  },
  measure: "cumulative" as const,
};
const fact = (org: string, actual: number, period?: string): Fact => ({
  org,
  indicator: "城镇新增就业",
  actual,
  ...(period === undefined ? {} : { period }),
});
const facts = [fact("市本级", 1), fact("子县", 10), fact("外县", 100)];

describe("levels of a tree", () => {
  const rolled = () => {
    const { table } = encodeFacts(frame, facts);
    return rollUpFacts(table, { sets: everyLevel(table, "division") });
  };

  test("the total, and every level from the top", () =>
    expect(rolled().plan.sets).toEqual([{}, { division: 1 }, { division: 2 }, { division: 3 }]));

  test.each<[string, Record<string, string>, string | undefined]>([
    ["合计含不在任何层级的单位", {}, "111"],
    ["省不含它", { division: "甲省" }, "11"],
    ["市含市本级与县", { division: "甲市" }, "11"],
    ["县", { division: "子县" }, "10"],
    ["没有的单位", { division: "丑县" }, undefined],
  ])("%s", (_, key, actual) => expect(factCell(rolled(), key, "城镇新增就业")?.actual).toBe(actual));

  test("没有的维度是写错了", () =>
    expect(() => factCell(rolled(), { department: "甲局" }, "城镇新增就业")).toThrow(RangeError));

  test("市本级不是县级的一格", () =>
    expect(
      [...factCells(rolled())].filter(({ key }) => key.division !== undefined).map(({ key }) => key.division),
    ).toEqual(["甲省", "甲市", "子县"]));

  test("an indicator that is not there has no cell", () =>
    expect(factCell(rolled(), {}, "就业")).toBeUndefined());
});

describe("whatever order the members and sets stand in", () => {
  const upward = {
    ...frame,
    orgs: [
      { name: "甲", in: { division: "子县" } },
      { name: "乙", in: { division: "丑县" } },
      { name: "丙", in: { division: "甲市" } },
    ],
    dimensions: {
      division: [
        { name: "子县", parent: "甲市" },
        { name: "丑县", parent: "甲市" },
        { name: "甲市", parent: "甲省" },
        { name: "甲省" },
      ],
    },
  };
  const tableOf = () => encodeFacts(upward, [fact("甲", 1), fact("乙", 10), fact("丙", 100)]).table;
  const sets = [{}, { division: 1 }, { division: 2 }, { division: 3 }];
  const shown = (plan: RollUpPlan) => {
    const table = tableOf();
    return plan.sets.map((_, at) => {
      const { sets: found, ...rest } = rollUpFacts(table, plan);
      return [...factCells({ ...rest, sets: [found[at] as (typeof found)[number]] })].map(
        ({ key, actual, expected }) => [key.division, actual, expected],
      );
    });
  };
  const expected = [
    [[undefined, "111", 3]],
    [["甲省", "111", 3]],
    [["甲市", "111", 3]],
    [
      ["子县", "1", 1],
      ["丑县", "10", 1],
    ],
  ];
  test("children before their parents, and the finest set first or last", () => {
    expect(shown({ sets })).toEqual(expected);
    expect(shown({ sets: [...sets].reverse() })).toEqual([...expected].reverse());
  });
  test("two dimensions of the fact, in either order, by either level", () => {
    const { table } = encodeFacts(
      {
        indicators,
        orgs: [{ name: "子县" }, { name: "丑县" }],
        dimensions: {
          program: [{ name: "就业" }, { name: "培训", parent: "就业" }],
          park: [{ name: "东" }, { name: "西" }],
        },
        measure: "cumulative",
      },
      [
        { ...fact("子县", 1), in: { program: "培训", park: "西" } },
        { ...fact("丑县", 10), in: { program: "就业", park: "西" } },
        { ...fact("丑县", 100), in: { program: "培训", park: "东" } },
      ],
    );
    const cells = (set: RollUpPlan["sets"][number]) =>
      [...factCells(rollUpFacts(table, { sets: [{ park: 1 }, set] }))]
        .filter(({ key }) => Object.keys(key).length === 2)
        .map(({ key, actual, expected: orgs }) => [key.program, key.park, actual, orgs])
        .sort();
    const top = [
      ["就业", "东", "100", 1],
      ["就业", "西", "11", 2],
    ];
    expect(cells({ program: 1, park: 1 })).toEqual(top);
    expect(cells({ park: 1, program: 1 })).toEqual(top);
    expect(cells({ park: 1, program: 2 })).toEqual([
      ["培训", "东", "100", 1],
      ["培训", "西", "1", 1],
    ]);
  });
  test("a set that stands twice has its cells twice", () =>
    expect(shown({ sets: [{}, { division: 1 }, {}] })).toEqual([expected[0], expected[1], expected[0]]));
  test("a set of one org each keeps no cells of its own", () => {
    const { sets: found } = rollUpFacts(
      encodeFacts({ ...upward, orgs: upward.orgs.slice(0, 2) }, [fact("甲", 1), fact("乙", 10)]).table,
      { sets },
    );
    expect(found.map(({ store }) => store !== undefined)).toEqual([true, true, true, false]);
  });
});

describe("periods of a plan", () => {
  const periods = ["2015-12", "2016-01", "2016-02", "2016-04"];
  const whole = { hasGap: false, isOpen: false };
  const gap = { hasGap: true, isOpen: false };
  const late = { hasGap: true, isOpen: true };
  test.each<[string, Omit<RollUpPlan, "sets">, object]>([
    ["默认最新一期", {}, { from: 3, to: 3, first: 1, last: 3, several: false, ...whole }],
    ["指定一期", { period: "2016-01" }, { from: 1, to: 1, first: 1, last: 3, several: false }],
    ["季度取其中各月，三月没有", { period: "2016Q1" }, { from: 1, to: 2, several: true, ...late }],
    [
      "区间，年末没有",
      { window: { from: "2016-02", to: "2016-12" } },
      { from: 2, to: 3, several: true, ...late },
    ],
    ["中间没有", { window: { from: "2016-02", to: "2016-04" } }, { from: 2, to: 3, ...gap }],
    ["都有", { window: { from: "2016-01", to: "2016-02" } }, { from: 1, to: 2, ...whole }],
    ["上年只一期", { period: "2015" }, { from: 0, to: 0, first: 0, last: 0, several: true, ...gap }],
  ])("%s", (_, plan, window) => expect(windowOf({ periods }, { sets: [{}], ...plan })).toMatchObject(window));

  test.each<[string, readonly string[], RollUpPlan, string]>([
    [
      "没有数据的期别",
      periods,
      { sets: [{}], period: "2016-03" },
      "The table has no figures of 2016-03 to 2016-03",
    ],
    ["不是期别", periods, { sets: [{}], period: "六月" }, "Not a period: 六月, 六月"],
    [
      "起点不是期别",
      periods,
      { sets: [{}], window: { from: "六月", to: "2016-04" } },
      "Not a period: 六月, 2016-04",
    ],
    [
      "终点不是期别",
      periods,
      { sets: [{}], window: { from: "2016-04", to: "六月" } },
      "Not a period: 2016-04, 六月",
    ],
    [
      "跨年的区间",
      periods,
      { sets: [{}], window: { from: "2015-12", to: "2016-01" } },
      "A window lies in one year: 2015-12 to 2016-01",
    ],
    [
      "倒过来的区间",
      periods,
      { sets: [{}], window: { from: "2016-04", to: "2016-01" } },
      "The table has no figures of 2016-04 to 2016-01",
    ],
    ["没有期别的表", [], { sets: [{}], period: "2016-01" }, "The table has no periods"],
    [
      "没有期别的表取区间",
      [],
      { sets: [{}], window: { from: "2016-01", to: "2016-02" } },
      "The table has no periods",
    ],
    ["没有期别的表按期分组", [], { sets: [{}, { period: 1 }] }, "The table has no periods"],
  ])("%s is a mistake of the program", (_, of, plan, says) =>
    expect(() => windowOf({ periods: of }, plan)).toThrow(new RangeError(says)),
  );

  test("没有期别的表只有一个窗口", () =>
    expect(windowOf({ periods: [] }, { sets: [{}] })).toEqual({
      from: 0,
      to: 0,
      first: 0,
      last: 0,
      several: false,
      ...whole,
    }));

  test("一期跨几个月的，整个在区间内才算", () => {
    const mixed = ["2016Q1", "2016-04", "2016-05"];
    const asked = (from: string, to: string) => {
      const window = windowOf({ periods: mixed }, { sets: [{}], window: { from, to } });
      return [window.from, window.to];
    };
    expect(asked("2016-01", "2016-05")).toEqual([0, 2]);
    expect(asked("2016-02", "2016-05")).toEqual([1, 2]);
    expect(asked("2016-01", "2016-04")).toEqual([0, 1]);
    expect(asked("2016", "2016")).toEqual([0, 2]);
  });

  test("逐期分列，一期没有行就是缺报，累计沿用上期", () => {
    const { table } = encodeFacts(frame, [fact("子县", 3, "2016-01"), fact("外县", 5, "2016-02")]);
    const rollUp = rollUpFacts(table, { sets: [{ period: 1 }], window: { from: "2016-01", to: "2016-02" } });
    const shown = [...factCells(rollUp)].map(({ key, actual, atLeast, expected, reported }) => [
      key.period,
      actual,
      atLeast,
      expected,
      reported,
    ]);
    expect(shown).toEqual([
      ["2016-01", "3", true, 2, 1],
      ["2016-02", "8", true, 2, 1],
    ]);
  });
});

describe("a set that does not fit the table is a mistake of the program", () => {
  const tableOf = () => encodeFacts(frame, facts).table;
  test.each<[string, RollUpPlan["sets"][number], string]>([
    [
      "a dimension that is not there",
      { department: 1 },
      "department: no dimension of the table, which has division",
    ],
    ["level 0", { division: 0 }, "division: levels are 1 to 3, and not 0"],
    ["deeper than the tree", { division: 9 }, "division: levels are 1 to 3, and not 9"],
    ["half a level", { division: 1.5 }, "division: levels are 1 to 3, and not 1.5"],
    ["a level that is no number", { division: Number.NaN }, "division: levels are 1 to 3, and not NaN"],
    ["no level", { division: undefined as never }, "division: levels are 1 to 3, and not undefined"],
    ["periods have no levels", { period: 2 }, "period: levels are 1 to 1, and not 2"],
  ])("%s", (_, set, says) => {
    const plan = { sets: [{}, set] };
    expect(() => rollUpFacts(tableOf(), plan)).toThrow(new RangeError(`sets[1].${says}`));
    expect(() => liveRollUp(tableOf(), plan)).toThrow(new RangeError(`sets[1].${says}`));
  });
  test("the deepest level there is, and one of a dimension without members, fit", () => {
    expect(rollUpFacts(tableOf(), { sets: [{ division: 3 }] }).sets).toHaveLength(1);
    const empty = encodeFacts({ ...frame, dimensions: { ...frame.dimensions, none: [] } }, []);
    expect([...factCells(rollUpFacts(empty.table, { sets: [{ none: 1 }] }))]).toEqual([]);
    expect(() =>
      rollUpFacts(encodeFacts({ ...frame, orgs: [], dimensions: {} }, []).table, { sets: [{ a: 1 }] }),
    ).toThrow(new RangeError("sets[0].a: no dimension of the table, which has none"));
  });
  test("levels of a dimension that is not there", () =>
    expect(() => everyLevel(tableOf(), "department")).toThrow(
      new RangeError("No such dimension: department"),
    ));
});

describe("trees", () => {
  const tree = { members: ["村", "省", "市", "县", "区", "州"], parents: Int32Array.of(3, -1, 1, 2, 2, -1) };
  test("the depth of each member, in whatever order they stand", () => {
    expect([...depths(tree)]).toEqual([4, 1, 2, 3, 3, 1]);
    expect([...depths({ members: ["a", "b"] })]).toEqual([1, 1]);
    expect([...depths({ members: [] })]).toEqual([]);
  });
  test.each([
    [1, [1, 1, 1, 1, 1, 5]],
    [2, [2, 1, 2, 2, 2, 5]],
    [3, [3, 1, 2, 3, 4, 5]],
    [4, [0, 1, 2, 3, 4, 5]],
    [9, [0, 1, 2, 3, 4, 5]],
  ])("ancestors at level %i, or who stands above", (level, ancestors) =>
    expect([...ancestorsAt(tree, level)]).toEqual(ancestors),
  );
  test("every level", () => {
    expect(everyLevel({ dimensions: { tree } }, "tree")).toEqual([
      {},
      { tree: 1 },
      { tree: 2 },
      { tree: 3 },
      { tree: 4 },
    ]);
    expect(everyLevel({ dimensions: { flat: { members: ["a", "b"] } } }, "flat")).toEqual([{}, { flat: 1 }]);
    expect(everyLevel({ dimensions: { none: { members: [] } } }, "none")).toEqual([{}]);
  });
});
