import { describe, expect, test } from "vitest";
import type { TaskFact } from "./facts.ts";
import { rollUp } from "./roll-up.ts";
import { cellOf, figuresOf, type Row } from "./testing/figures.ts";

test("a dimension of one's own that no fact has is a mistake; one that sheets may leave out is not", () => {
  const figures = figuresOf([{ org: "子县", target: "100", actual: "90" }]);
  expect(() => rollUp(figures, { by: ["devision"] })).toThrow("No fact has the dimension devision");
  expect(() => rollUp(figures, { by: ["division", "program", "period"] })).not.toThrow();
  expect(() => rollUp({ tasks: [], targets: [], observations: [] }, { by: ["city"] })).not.toThrow();
});

test("an unknown preset is the caller's mistake", () => {
  expect(() => rollUp(figuresOf([{ org: "子县", actual: "1" }]), { preset: "lenient" })).toThrow(
    new RangeError("No such preset of lights: lenient; there are default, strict"),
  );
});

test("nothing in, nothing out", () => {
  expect(rollUp({ tasks: [], targets: [], observations: [] }, { by: ["division"] })).toEqual({
    cells: [],
    counts: [],
  });
});

const row = (org: string, period: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org,
  period,
  actual,
  ...more,
});

describe("汇总哪一期", () => {
  const lastYear = { facts: { measure: "lastYear" as const } };
  const periodOf = (...rows: Row[]) => cellOf(rollUp(figuresOf(rows))).period;
  test("最近一期；上年同期数和写错的期别不算", () => {
    expect(periodOf(row("甲", "2016-08", "1"), row("甲", "2016-09", "2", { line: 4 }))).toBe("2016-09");
    expect(periodOf(row("甲", "2016-09", "1"), row("甲", "2016-11", "2", { line: 4, ...lastYear }))).toBe(
      "2016-09",
    );
    expect(periodOf(row("甲", "2016-09", "1"), row("甲", "九月", "2", { line: 4 }))).toBe("2016-09");
    expect(periodOf(row("甲", "九月", "2"))).toBe(null);
  });
  test("没有填报数的，看任务是哪一期的", () => {
    const task: TaskFact = {
      id: "1",
      title: "一",
      standing: "own",
      org: "甲",
      dims: {},
      kind: "qualitative",
      reported: true,
      period: "2016-06",
      progressText: "已办",
    };
    const { targets } = figuresOf([row("甲", "2016-09", "1", { target: "5" })]);
    expect(cellOf(rollUp({ tasks: [task], targets, observations: [] })).period).toBe("2016-06");
    const { observations } = figuresOf([row("甲", "2016-05", "1")]);
    expect(cellOf(rollUp({ tasks: [task], targets, observations })).period).toBe("2016-05");
  });
  test("各期分列，由早到晚，到所问的一期为止；指标的次序不变", () => {
    const rows = [
      row("甲", "2016-09", "3"),
      row("甲", "2016-08", "2", { line: 3 }),
      row("甲", "2016-10", "4", { line: 4 }),
      row("甲", "2016-08", "1", { indicator: "完成投资", unit: "元", line: 9 }),
    ];
    const shown = (by: string[], period?: string) =>
      rollUp(figuresOf(rows), { by, ...(period ? { period } : {}) }).cells.map(
        ({ indicator, key, actual }) => [indicator.slice(0, 2), key.period, actual],
      );
    expect(shown(["period"], "2016-09")).toEqual([
      ["城镇", undefined, "3"],
      ["城镇", "2016-08", "2"],
      ["城镇", "2016-09", "3"],
      ["完成", undefined, "1"],
      ["完成", "2016-08", "1"],
      ["完成", "2016-09", "1"],
    ]);
    expect(shown([], "2016-09").map(([name]) => name)).toEqual(["城镇", "完成"]);
  });
  test("没有写期别的数是所汇总那一期的，别的各期没有", () => {
    const rows = [
      row("甲", "2016-08", "2"),
      { ...row("甲", "", "7", { line: 5 }), facts: { period: undefined as never } },
      row("乙", "2016-09", "1"),
    ];
    const cells = rollUp(figuresOf(rows), { by: ["period"], period: "2016-09" }).cells;
    expect(cells.map(({ key, actual }) => [key.period, actual])).toEqual([
      [undefined, "8"],
      ["2016-08", "2"],
      ["2016-09", "8"],
    ]);
  });
});

describe("应报哪几家", () => {
  const expected = (...rows: Row[]) => {
    const found = rollUp(figuresOf([row("乙", "2016-09", "1", { line: 50 }), ...rows]), {
      period: "2016-09",
    });
    return cellOf(found).expected;
  };
  const target = (period?: string): Row => ({
    org: "甲",
    target: "5",
    ...(period ? { targetFacts: { period } } : {}),
  });
  test.each<[string, Row, number]>([
    ["本年别的月份有行的", row("甲", "2016-08", "1"), 2],
    ["本年以后的月份有行的", row("甲", "2016-11", null), 2],
    ["上年才有行的不在", row("甲", "2015-12", "1"), 1],
    ["只有上年同期数的不在", row("甲", "2016-09", "1", { facts: { measure: "lastYear" } }), 1],
    ["有本年目标的", target("2016"), 2],
    ["有本年一季目标的", target("2016Q1"), 2],
    ["目标没写期别的", target(), 2],
    ["只有上年目标的不在", target("2015"), 1],
    ["上级表中有行的", row("甲", "2016-08", "1", { standing: "superior", file: "全市.xlsx" }), 2],
    ["不涉及的不在", row("甲", "2016-09", "—"), 1],
  ])("%s", (_, one, is) => expect(expected(one)).toBe(is));
  test("没有期别的都在", () => {
    const bare = (org: string, actual: string | null) => ({
      ...row(org, "", actual),
      facts: { period: undefined as never },
    });
    expect(cellOf(rollUp(figuresOf([bare("甲", "1"), bare("乙", null)]))).expected).toBe(2);
  });
});

describe("进度怎么算，各处相同", () => {
  const one = [row("甲", "2016-06", "5", { target: "10" })];
  test.each<[string, object, string]>([
    ["按月", {}, "0.5"],
    ["按日，到期末", { paceBy: "day" }, "0.497268"],
    ["按日，到给定的一天", { paceBy: "day", today: "2016-06-15" }, "0.456284"],
    ["按工作月", { paceBy: "workingMonth", idleMonths: [1, 2, 12] }, "0.444444"],
  ])("%s", (_, options, is) => expect(cellOf(rollUp(figuresOf(one), options)).pace).toBe(is));
});

describe("上级的目标", () => {
  const below = (org: string, more: Partial<Row> = {}) => row(org, "2016-10", "4", more);
  const above = (target: string, source: string | undefined, line: number): Row => ({
    ...row("全市", "2016-10", "9", { standing: "total", file: "全市.xlsx", target, line }),
    targetFacts: source ? { source } : {},
  });
  const noteOf = (rows: Row[]) => {
    const { notes, target } = cellOf(rollUp(figuresOf(rows)));
    const note = notes.find(({ code }) => code === "parentTargetDiffers");
    return [target, (note?.args as { reported?: string } | undefined)?.reported];
  };
  const sourced = (source: string) => below("甲", { target: "10", targetFacts: { source } });
  test.each<[string, Row[], unknown[]]>([
    ["同一来源的相比", [sourced("市下达"), above("12", "市下达", 7), above("15", "区自定", 8)], ["10", "12"]],
    ["没写来源的也可以相比", [sourced("市下达"), above("12", undefined, 7)], ["10", "12"]],
    ["别的来源的不相比", [sourced("市下达"), above("15", "区自定", 8)], ["10", undefined]],
    [
      "下级没写来源的，与上级的第一个相比",
      [below("甲", { target: "10" }), above("15", "区自定", 8)],
      ["10", "15"],
    ],
    ["相同就不说", [sourced("市下达"), above("10", "市下达", 7)], ["10", undefined]],
    ["下级没有目标，用上级的", [below("甲"), above("15", "区自定", 8)], ["15", undefined]],
    [
      "单位换得成的换了再比",
      [below("甲", { target: "100000" }), { ...above("12", undefined, 7), power: 4 }],
      ["100000", "120000"],
    ],
    [
      "单位换不成的不比",
      [below("甲", { target: "10" }), { ...above("12", undefined, 7), unit: "元" }],
      ["10", undefined],
    ],
  ])("%s", (_, rows, is) => expect(noteOf(rows)).toEqual(is));
});

describe("不相加的指标，一格之中", () => {
  const rate = (org: string, actual: string | null, more: Partial<Row> = {}) =>
    row(org, "2016-10", actual, { indicator: "失业率", unit: "%", division: org, ...more });
  const total = (actual: string): Row => ({
    ...rate("全市", actual, { standing: "total", file: "全市.xlsx" }),
    division: "",
  });
  const shown = (rows: Row[], key: Record<string, string> = {}) => {
    const cell = cellOf(rollUp(figuresOf(rows), { by: ["division"] }), key);
    return [cell.actual, cell.parentReported, cell.notes.map(({ code }) => code).join()];
  };
  test.each<[string, Row[], Record<string, string>, unknown[]]>([
    [
      "一家自己的一格，是它自己的数",
      [rate("甲", "4"), rate("乙", "5"), total("4.4")],
      { division: "甲" },
      ["4", null, ""],
    ],
    [
      "合计取上报数",
      [rate("甲", "4"), rate("乙", "5"), total("4.4")],
      {},
      ["4.4", "4.4", "notAdditive,parentFigure"],
    ],
    [
      "只来了一家，也取上报数",
      [rate("甲", "4"), total("4.4")],
      {},
      ["4.4", "4.4", "notAdditive,parentFigure"],
    ],
    ["只来了一家，没有上报数", [rate("甲", "4")], {}, ["4", null, ""]],
    ["上报数读不出的，只来的一家就是", [rate("甲", "4"), total("?")], {}, ["4", null, ""]],
    [
      "上级表中有这一家的数，作核对",
      [rate("甲", "4"), rate("甲", "4.9", { standing: "superior", file: "全市.xlsx" })],
      { division: "甲" },
      ["4", "4.9", "parentDiffers"],
    ],
    ["另一家说不涉及，只有一家", [rate("甲", "4"), rate("乙", "—")], {}, ["4", null, ""]],
    ["没有一家报", [rate("甲", null), rate("乙", null)], {}, [null, null, "notAdditive"]],
    ["期别不是这一家", [rate("甲", "4"), rate("乙", "5")], {}, [null, null, "notAdditive"]],
  ])("%s", (_, rows, key, is) => expect(shown(rows, key)).toEqual(is));
});

describe("一格是谁的，取谁的数", () => {
  const rate = (org: string, actual: string, more: Partial<Row> = {}) =>
    row(org, "2016-10", actual, { indicator: "失业率", unit: "%", division: "甲县", ...more });
  const above = { standing: "total" as const, file: "甲县.xlsx" };
  const superior = { standing: "superior" as const, file: "全市.xlsx" };
  const shown = (rows: Row[], key: Record<string, string>, by = ["division"]) => {
    const { actual, parentReported } = cellOf(
      rollUp(figuresOf(rows.map((one, line) => ({ line, ...one }))), { by }),
      key,
    );
    return [actual, parentReported];
  };
  const county = { division: "甲县" };
  test.each<[string, Row[], [string | null, string | null]]>([
    ["这一格就是这一家，它自己的数先于合计行", [rate("甲县", "4"), rate("甲县", "4.4", above)], ["4", "4.4"]],
    [
      "这一格是区划的，合计行先于只来的一家",
      [rate("甲局", "4"), rate("甲县局", "4.4", above)],
      ["4.4", "4.4"],
    ],
    [
      "没有合计行，上级表中的这一家只作核对",
      [rate("甲局", "4"), rate("甲局", "4.4", superior)],
      ["4", "4.4"],
    ],
    [
      "一家两项比率，上级的两个数不相加",
      [
        rate("甲局", "4", { taskId: "1" }),
        rate("甲局", "5", { taskId: "2" }),
        rate("甲局", "4.4", { taskId: "1", ...superior }),
        rate("甲局", "5.5", { taskId: "2", ...superior }),
      ],
      [null, null],
    ],
  ])("%s", (_, rows, is) => expect(shown(rows, county)).toEqual(is));
  test("只按期别分的一格，上级表中的一家不是上报数", () =>
    expect(
      shown([rate("甲局", "4"), rate("甲局", "4.4", superior)], { period: "2016-10" }, ["period"]),
    ).toEqual(["4", null]));
  test("别的区划的合计目标不相干", () => {
    const rows = [
      row("甲", "2016-10", "4", { target: "10", division: "甲县" }),
      row("乙县", "2016-10", "9", {
        target: "99",
        division: "乙县",
        standing: "total",
        file: "乙县.xlsx",
        line: 9,
      }),
    ];
    expect(cellOf(rollUp(figuresOf(rows))).notes).toEqual([]);
  });
});

describe("没有数的一格写哪个单位", () => {
  const money = (org: string, actual: string | null, power: number, more: Partial<Row> = {}) =>
    row(org, "2016-10", actual, { indicator: "完成投资", unit: "元", power, ...more });
  const unitOf = (...rows: Row[]) =>
    cellOf(rollUp(figuresOf(rows.map((one, line) => ({ line, ...one }))))).unit;
  test("下级没有数的，写上级的数的单位", () =>
    expect(
      unitOf(money("甲", null, 0), money("全市", "5", 4, { standing: "total", file: "全市.xlsx" })),
    ).toBe("万元"));
  test("不涉及的一行不算", () => expect(unitOf(money("甲", "—", 0), money("乙", null, 4))).toBe("万元"));
  test("都不涉及的，写第一行的", () => expect(unitOf(money("甲", "—", 4), money("乙", "—", 0))).toBe("万元"));
});

test("上报数和上级的目标，来源是上级的表", () => {
  const rate = (org: string, actual: string, more: Partial<Row> = {}) =>
    row(org, "2016-10", actual, { indicator: "失业率", unit: "%", ...more });
  const above = rate("全市", "4.4", { target: "4.5", standing: "total", file: "全市.xlsx", line: 9 });
  const refs = (rows: Row[]) =>
    cellOf(rollUp(figuresOf(rows))).sources.map(({ file, ref }) => `${file} ${ref}`);
  expect(refs([rate("甲", "4"), rate("乙", "5"), above]).filter((one) => one.startsWith("全市"))).toEqual([
    "全市.xlsx C12",
    "全市.xlsx D12",
  ]);
  const flow = [
    row("甲", "2016-10", "4"),
    row("全市", "2016-10", "4", { target: "9", standing: "total", file: "全市.xlsx", line: 9 }),
  ];
  expect(refs(flow)).toEqual(["全市.xlsx C12", "甲.xlsx D3"]);
});
