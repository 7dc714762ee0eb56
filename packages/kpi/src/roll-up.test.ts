import { inferIndicator } from "@taizhang/model";
import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import type { Figures } from "./facts.ts";
import { rollUp } from "./roll-up.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";

const total = (rows: readonly Row[], options = {}) => cellOf(rollUp(figuresOf(rows), options));

describe("缺报不是零 (law 2)", () => {
  const rows: Row[] = [
    { org: "子县", target: "100", actual: "90", period: "2016-10" },
    { org: "丑区", target: "200", actual: null, period: "2016-10" },
    { org: "丑区", actual: "120", period: "2016-08", file: "8月.xlsx" },
    { org: "丑区", actual: "150", period: "2016-09", file: "9月.xlsx" },
  ];

  test("a missing cumulative is a lower bound with the last reported month", () => {
    const cell = total(rows);
    expect(cell).toMatchObject({
      target: "300",
      actual: "240",
      completion: "0.8",
      completionReporting: "0.9",
      atLeast: true,
      expected: 2,
      reported: 1,
      missing: ["丑区"],
      period: "2016-10",
    });
    expect(cell.notes).toEqual([
      { code: "lowerBound", args: { missing: ["丑区"] } },
      { code: "carriedForward", args: { org: "丑区", period: "2016-09", amount: "150" } },
    ]);
  });

  test("nothing is carried over the new year", () => {
    const cell = total([
      { org: "子县", target: "100", actual: "5", period: "2017-01" },
      { org: "丑区", target: "100", actual: "99", period: "2016-12" },
    ]);
    expect(cell).toMatchObject({ actual: "5", atLeast: true, missing: ["丑区"] });
    expect(codes(cell)).toEqual(["lowerBound"]);
  });

  test("an org of the ledger that sent nothing is expected and missing", () => {
    const cell = total([
      { org: "子县", target: "100", actual: "90", period: "2016-10" },
      { org: "丑区", target: "100", targetFacts: { standing: "ledger" } },
    ]);
    expect(cell).toMatchObject({
      actual: "90",
      target: "200",
      atLeast: true,
      expected: 2,
      missing: ["丑区"],
    });
  });

  test("nobody reported: no actual, no rate, 未报", () => {
    const cell = total([{ org: "子县", target: "100", actual: null, period: "2016-10" }]);
    expect(cell).toMatchObject({
      actual: null,
      completion: null,
      atLeast: false,
      light: "unreported",
      reported: 0,
    });
  });

  test("0 is reported", () => {
    const cell = total([{ org: "子县", target: "100", actual: "0", period: "2016-10" }]);
    expect(cell).toMatchObject({ actual: "0", completion: "0", reported: 1, light: "red" });
  });

  test("不涉及 leaves expected, and its target leaves the total", () => {
    const cell = total([
      { org: "子县", target: "100", actual: "90", period: "2016-10" },
      { org: "丑区", target: "50", actual: "—", period: "2016-10" },
      { org: "寅县", actual: "—", period: "2016-10" },
    ]);
    expect(cell).toMatchObject({ target: "100", actual: "90", expected: 1, reported: 1, atLeast: false });
    expect(codes(cell)).toEqual(["notApplicable"]);
    expect(total([{ org: "寅县", actual: "—" }])).toMatchObject({ light: "notApplicable", expected: 0 });
  });

  test("an uncalculated formula is neither missing nor zero", () => {
    const cell = total([
      { org: "子县", target: "100", actual: "90" },
      {
        org: "丑区",
        target: "100",
        actual: "1",
        facts: { value: { status: "unusable", why: "uncalculated" } },
      },
    ]);
    expect(cell).toMatchObject({ actual: "90", atLeast: true, expected: 2, reported: 1, missing: [] });
    expect(codes(cell)).toEqual(["lowerBound", "uncalculated"]);
  });

  test("a stock with reports missing is no lower bound, and its rate waits", () => {
    const cell = total([
      { org: "子县", indicator: "常住人口", target: "100", actual: "90", period: "2016-10" },
      { org: "丑区", indicator: "常住人口", target: "100", actual: null, period: "2016-10" },
      { org: "丑区", indicator: "常住人口", actual: "95", period: "2016-09" },
    ]);
    expect(cell).toMatchObject({
      actual: "90",
      completion: null,
      completionReporting: "0.9",
      atLeast: false,
    });
    expect(cell.light).toBe("unreported");
  });

  test("净增 may be negative: no lower bound either", () => {
    const rows = [
      { org: "子县", indicator: "净增企业", unit: "家", target: "10", actual: "9" },
      { org: "丑区", indicator: "净增企业", unit: "家", target: "10", actual: null },
    ];
    expect(total(rows)).toMatchObject({
      actual: "9",
      atLeast: false,
      completion: null,
      completionReporting: "0.9",
    });
  });

  test("orgs and not rows are counted; one that reports half its rows is missing", () => {
    const cell = total([
      {
        org: "区住建局",
        indicator: "完成投资",
        unit: "元",
        power: 4,
        taskId: "1",
        target: "10",
        actual: "4",
      },
      {
        org: "区住建局",
        indicator: "完成投资",
        unit: "元",
        power: 4,
        taskId: "2",
        target: "20",
        actual: null,
      },
      {
        org: "区水利局",
        indicator: "完成投资",
        unit: "元",
        power: 4,
        taskId: "3",
        target: "10",
        actual: "10",
      },
    ]);
    expect(cell).toMatchObject({
      target: "40",
      actual: "14",
      expected: 2,
      reported: 1,
      missing: ["区住建局"],
    });
    expect(cell).toMatchObject({ completionReporting: "1", atLeast: true, unit: "万元" });
    expect(codes(cell)).toEqual(["lowerBound", "partlyReported"]);
  });

  test("the own return counts, the superior's figure checks it", () => {
    const rows: Row[] = [
      { org: "子县", division: "子县", target: "100", actual: "90" },
      { org: "子县", division: "子县", actual: "92", standing: "superior", file: "全市.xlsx" },
      { org: "丑区", division: "丑区", target: "100", actual: "80", standing: "superior", file: "全市.xlsx" },
    ];
    const rolled = rollUp(figuresOf(rows), { by: ["division"] });
    expect(cellOf(rolled)).toMatchObject({ actual: "170", expected: 2, reported: 2, parentReported: null });
    const own = cellOf(rolled, { division: "子县" });
    expect(own).toMatchObject({ actual: "90", parentReported: "92", difference: "2" });
    expect(codes(own)).toEqual(["parentDiffers"]);
    expect(cellOf(rolled, { division: "丑区" })).toMatchObject({ actual: "80", parentReported: null });
  });
});

test("an own return that is blank stays missing, whatever the superior's table says of this month", () => {
  const cell = total([
    { org: "子县", target: "100", actual: null },
    { org: "子县", actual: "92", standing: "superior", file: "全市.xlsx" },
  ]);
  expect(cell).toMatchObject({ actual: null, missing: ["子县"], notes: [] });
});

describe("只加能加的 (laws 1 and 5)", () => {
  test("the most frequent unit, of ties the smaller, exactly", () => {
    const row = (org: string, unit: string, power: number, actual: string): Row => ({
      org,
      unit,
      power,
      actual,
    });
    const two = [row("子县", "人", 4, "0.8"), row("丑区", "人", 0, "3800")];
    expect(total(two)).toMatchObject({ unit: "人", actual: "11800" });
    expect(total([...two, row("寅县", "人", 4, "0.1")])).toMatchObject({ unit: "万人", actual: "1.28" });
  });

  test("亩 and 公顷: the sum stays where it is exact", () => {
    const row = (org: string, unit: string, actual: string): Row => ({
      org,
      indicator: "造林绿化",
      unit,
      actual,
    });
    const cell = total([row("子县", "公顷", "2"), row("丑区", "公顷", "3"), row("寅县", "亩", "10")]);
    expect(cell).toMatchObject({ unit: "亩", actual: "85" });
  });

  test("units of different kinds under one name give no total, but each its own", () => {
    const rows: Row[] = [
      { org: "子县", division: "子县", indicator: "文化活动", unit: "场", target: "10", actual: "9" },
      { org: "丑区", division: "丑区", indicator: "文化活动", unit: "人次", target: "500", actual: "600" },
    ];
    const rolled = rollUp(figuresOf(rows), { by: ["division"] });
    expect(cellOf(rolled)).toMatchObject({
      actual: null,
      target: null,
      completion: null,
      expected: 2,
      reported: 2,
    });
    expect(cellOf(rolled).notes).toEqual([
      { code: "unitsDiffer", args: { indicator: "文化活动", units: ["人次", "场"] } },
    ]);
    expect(cellOf(rolled, { division: "丑区" })).toMatchObject({
      actual: "600",
      unit: "人次",
      completion: "1.2",
    });
  });

  test("a figure without a unit takes the only one there is", () => {
    expect(
      total([
        { org: "子县", unit: "人", target: "10", actual: "9" },
        { org: "丑区", unit: "", actual: "5" },
      ]),
    ).toMatchObject({ unit: "人", actual: "9" });
  });

  test("0.1 + 0.2万元 = 0.3万元", () => {
    const row = (org: string, actual: string): Row => ({
      org,
      indicator: "投资",
      unit: "元",
      power: 4,
      actual,
    });
    expect(total([row("子县", "0.1"), row("丑区", "0.2")])).toMatchObject({ actual: "0.3", unit: "万元" });
  });

  test("what stays undecided is not added and says so", () => {
    const row = (org: string): Row => ({ org, indicator: "营商环境", unit: "", actual: "3" });
    const cell = total([row("子县"), row("丑区")]);
    expect(cell.actual).toBeNull();
    expect(codes(cell)).toEqual(["undecided"]);
  });

  test("a ratio whose parts are known: Σ numerator / Σ denominator, not a mean", () => {
    const rows = (org: string, top: string, bottom: string, rate: string): Row[] => [
      { org, indicator: "常住人口城镇化率", unit: "%", actual: rate },
      { org, indicator: "城镇常住人口", unit: "人", actual: top },
      { org, indicator: "常住人口", unit: "人", actual: bottom },
    ];
    const all = [...rows("子县", "1", "4", "25"), ...rows("丑区", "5", "8", "62.5")];
    const cell = cellOf(rollUp(figuresOf(all)), {}, "常住人口城镇化率");
    expect(cell).toMatchObject({ actual: "50", unit: "%", target: null });
    expect(codes(cell)).toEqual(["fromParts"]);
    const without = all.filter(({ org, indicator }) => org !== "丑区" || indicator !== "常住人口");
    expect(cellOf(rollUp(figuresOf(without)), {}, "常住人口城镇化率").actual).toBeNull();
  });

  test("actuals of orgs without a target are shown apart", () => {
    const cell = total([
      { org: "子县", target: "100", actual: "90" },
      { org: "开发区", actual: "30" },
    ]);
    expect(cell).toMatchObject({ target: "100", actual: "90", completion: "0.9", expected: 2, reported: 2 });
    expect(cell.notes).toEqual([{ code: "noTarget", args: { amount: "30", orgs: ["开发区"] } }]);
  });

  test("targets of several sources are not added; the superior's is assessed", () => {
    const row = (org: string, target: string, source: string): Row => ({
      org,
      target,
      targetFacts: { source },
    });
    const cell = total([
      row("子县", "100", "市下达"),
      { ...row("子县", "130", "区自定"), actual: "90" },
      { ...row("丑区", "50", "市下达"), actual: "50" },
    ]);
    expect(cell).toMatchObject({ target: "150", actual: "140", completion: "0.933333" });
    expect(cell.notes).toEqual([{ code: "severalSources", args: { chosen: "市下达", others: ["区自定"] } }]);
  });

  test("a row that names no source is the target of the one source there is; the ledger's value goes first", () => {
    const row = (target: string, targetFacts: Row["targetFacts"]): Row => ({
      org: "子县",
      target,
      targetFacts: { ...targetFacts },
    });
    const own = row("120", { source: "市下达" });
    const bare = { ...row("100", { standing: "ledger" }), actual: "60" };
    const cell = total([own, bare]);
    expect(cell).toMatchObject({ target: "100", completion: "0.6" });
    expect(cell.notes).toEqual([{ code: "targetsDiffer", args: { org: "子县", used: "100", other: "120" } }]);
    const several = total([own, bare, { ...row("90", { source: "区自定" }) }]);
    expect(several.target).toBe("120");
    expect(codes(several)).toEqual(["severalSources"]);
  });

  test("待下达 is no target of zero", () => {
    const cell = total([
      {
        org: "子县",
        target: "100",
        actual: "10",
        targetFacts: { status: "pending", value: undefined as never },
      },
    ]);
    expect(cell).toMatchObject({ target: null, completion: null, light: "pending" });
    expect(codes(cell)).toEqual(["pending"]);
  });

  test("a source whose targets are all still pending does not push out one that is given", () => {
    const cell = total([
      {
        org: "子县",
        target: "1",
        actual: "5",
        targetFacts: { status: "pending", value: undefined as never, source: "市下达" },
      },
      { org: "丑区", target: "10", actual: "9", targetFacts: { source: "区自定" } },
    ]);
    expect(cell).toMatchObject({ target: "10", actual: "9", completion: "0.9" });
    expect(codes(cell)).toEqual(["severalSources", "pending", "noTarget"]);
  });

  test("a definition that only the ledger states joins the returns; two definitions stay apart", () => {
    const figures = figuresOf([
      { org: "子县", target: "100" },
      { org: "子县", actual: "90" },
    ]);
    const scoped = inferIndicator("城镇新增就业", "人", { definition: "当年新增" });
    const other = inferIndicator("城镇新增就业", "人", { definition: "其中高校毕业生" });
    const joined: Figures = {
      ...figures,
      targets: figures.targets.map((fact) => ({ ...fact, indicator: scoped })),
    };
    expect(rollUp(joined).cells).toHaveLength(1);
    const apart: Figures = {
      ...joined,
      observations: figures.observations.map((fact) => ({ ...fact, indicator: other })),
    };
    expect(rollUp(apart).cells).toHaveLength(2);
  });
});

describe("期间 periods (laws 5 and 7)", () => {
  const month = (period: string, actual: string | null): Row => ({
    org: "子县",
    target: "100",
    actual,
    period,
    measure: "inPeriod",
    file: `${period}.xlsx`,
  });
  test("all months from January together are the cumulative", () => {
    const cell = total([month("2016-01", "5"), month("2016-02", "7"), month("2016-03", "8")]);
    expect(cell).toMatchObject({
      actual: "20",
      period: "2016-03",
      atLeast: false,
      pace: "0.25",
      reported: 1,
    });
  });
  test("a month missing makes it a lower bound and never a total", () => {
    const cell = total([month("2016-01", "5"), month("2016-03", "8")]);
    expect(cell).toMatchObject({ actual: "13", atLeast: true, missing: ["子县"] });
    expect(cell.notes).toContainEqual({ code: "monthsMissing", args: { org: "子县", months: ["2016-02"] } });
  });
  test("the quarter serves where a month is missing", () => {
    expect(total([month("2016-01", "5"), month("2016-03", "8"), month("2016Q1", "30")]).actual).toBe("30");
  });
  test("in-period figures never mix with cumulative ones", () => {
    const cell = total([
      { org: "子县", target: "100", actual: "50", period: "2016-09" },
      month("2016-10", "9"),
    ]);
    expect(cell).toMatchObject({ actual: "50", atLeast: true });
  });
  test("last year's figure is never this year's", () => {
    const cell = total([
      { org: "子县", target: "100", actual: "77", measure: "lastYear" },
      { org: "子县", actual: "5" },
    ]);
    expect(cell.actual).toBe("5");
  });
  test("a stock takes the last, a flow of three months three cumulative cells", () => {
    const rows: Row[] = ["2016-01", "2016-02"].flatMap((period, index) => [
      { org: "子县", actual: String(5 + index), period },
      { org: "子县", indicator: "常住人口", actual: String(100 + index), period },
    ]);
    const rolled = rollUp(figuresOf(rows), { by: ["period"] });
    expect(cellOf(rolled, { period: "2016-01" }, "常住人口").actual).toBe("100");
    expect(cellOf(rolled, {}, "常住人口").actual).toBe("101");
    expect(cellOf(rolled, { period: "2016-02" }, "城镇新增就业").actual).toBe("6");
  });
  test("a given period is read, later figures are not", () => {
    const rows: Row[] = [
      { org: "子县", actual: "5", period: "2016-09" },
      { org: "子县", actual: "8", period: "2016-10" },
    ];
    expect(total(rows, { period: "2016-09" })).toMatchObject({ actual: "5", period: "2016-09" });
    expect(total(rows)).toMatchObject({ actual: "8" });
  });
  test("a target's version in force in the period", () => {
    const versions = [{ from: "2016-07-01", value: decimal("80"), approval: "区政办发12号" }];
    const rows = (period: string): Row[] => [
      { org: "子县", target: "100", actual: "40", period, targetFacts: { versions } },
    ];
    expect(total(rows("2016-06"))).toMatchObject({ target: "100", completion: "0.4" });
    expect(total(rows("2016-07"))).toMatchObject({ target: "80", completion: "0.5" });
    expect(codes(total(rows("2016-07")))).toEqual(["targetVersion"]);
  });
});

describe("只算一次 (law 4)", () => {
  const joint = (org: string, actual: string | null, file: string, more: Partial<Row> = {}): Row => ({
    org,
    departments: ["区住建局", "区城管局"],
    taskId: "7",
    indicator: "改造老旧小区",
    unit: "个",
    actual,
    file,
    ...more,
  });
  test("a joint task is listed under each lead and counts once; the first lead's figure rolls up", () => {
    const rows = [
      joint("区住建局", "8", "住建.xlsx", { target: "10" }),
      joint("区城管局", "9", "城管.xlsx", { target: "10" }),
      { ...joint("区水利局", "3", "水利.xlsx", { target: "5" }), departments: ["区水利局"], taskId: "8" },
    ];
    const rolled = rollUp(figuresOf(rows), { by: ["department"] });
    expect(cellOf(rolled)).toMatchObject({ target: "15", actual: "11", expected: 2, reported: 2 });
    expect(codes(cellOf(rolled))).toEqual(["jointDiffers", "joint"]);
    for (const department of ["区住建局", "区城管局"])
      expect(cellOf(rolled, { department })).toMatchObject({ target: "10", actual: "8", expected: 1 });
  });
  test("the 数据报送单位 decides, and is the one that is missing", () => {
    const facts = { dataOrg: "区城管局" };
    const rows = [
      joint("区住建局", "8", "住建.xlsx", { facts, target: "10" }),
      joint("区城管局", null, "城管.xlsx", { facts }),
    ];
    const cell = total(rows);
    expect(cell).toMatchObject({ actual: null, missing: ["区城管局"], expected: 1 });
    expect(codes(cell)).toEqual(["jointDiffers", "joint"]);
  });
  test("a lead whose own sheet names only itself still shares the task", () => {
    const alone = { ...joint("区城管局", "9", "城管.xlsx"), departments: ["区城管局"] };
    expect(total([joint("区住建局", "8", "住建.xlsx", { target: "10" }), alone])).toMatchObject({
      actual: "8",
    });
  });
  test("of duplicates the first in the sheet counts, and the other is named", () => {
    const rows: Row[] = [
      { org: "子县", actual: "8", line: 5 },
      { org: "子县", actual: "9", line: 2, file: "子县.xlsx" },
    ];
    const cell = total(rows);
    expect(cell.actual).toBe("9");
    expect(cell.notes).toMatchObject([{ code: "duplicateNotCounted", args: { org: "子县", amount: "8" } }]);
  });
  test("a later version of a return replaces the first and is no duplicate", () => {
    const cell = total([
      { org: "子县", actual: "8", facts: { version: 1, state: "sentBack" } },
      { org: "子县", actual: "9", facts: { version: 2, state: "resubmitted" } },
    ]);
    expect(cell).toMatchObject({ actual: "9", notes: [] });
  });
  test("已审 only, where that is asked", () => {
    const rows: Row[] = [
      { org: "子县", actual: "8", facts: { state: "reviewed" } },
      { org: "丑区", actual: "9", facts: { state: "submitted" } },
    ];
    const cell = total(rows, { returns: "reviewed" });
    expect(cell).toMatchObject({ actual: "8", missing: ["丑区"], atLeast: true });
    expect(codes(cell)).toContain("notReviewed");
  });
  test("the return of a ledger's task may leave out the id and word the title otherwise", () => {
    const ledger: Row = {
      org: "子县",
      taskId: "12",
      target: "100",
      targetFacts: { standing: "ledger", taskTitle: "促进就业" },
    };
    const own: Row = { org: "子县", actual: "90", facts: { taskTitle: "就业促进工程" } };
    expect(total([ledger, own])).toMatchObject({ target: "100", actual: "90", completion: "0.9", notes: [] });
  });
});

describe("节点检查 (law 6)", () => {
  const rows = (parent: string): Row[] => [
    { org: "子县", indicator: "投资", unit: "元", power: 8, actual: "1.2" },
    { org: "丑区", indicator: "投资", unit: "元", power: 8, actual: "3.4" },
    { org: "全市", indicator: "投资", unit: "元", power: 8, actual: parent, standing: "total" },
  ];
  test("half the last digit × (parts + 1) is allowed: 0.15 for two parts with one place", () => {
    expect(total(rows("4.7"))).toMatchObject({
      actual: "4.6",
      parentReported: "4.7",
      difference: "0.1",
      notes: [],
    });
    expect(codes(total(rows("4.8")))).toEqual(["parentDiffers"]);
  });
  test("whole counts compare exactly", () => {
    const cell = total([
      { org: "子县", actual: "3" },
      { org: "丑区", actual: "4" },
      { org: "全市", actual: "8", standing: "total" },
    ]);
    expect(cell).toMatchObject({ parentReported: "8", difference: "1" });
    expect(codes(cell)).toEqual(["parentDiffers"]);
  });
  test("a total of one department is no total of all", () => {
    const rolled = rollUp(
      figuresOf([
        { org: "甲局", departments: ["甲局"], actual: "3" },
        { org: "乙局", departments: ["乙局"], actual: "4" },
        { org: "甲局", departments: ["甲局"], actual: "3", standing: "total", file: "合计.xlsx" },
      ]),
      { by: ["department"] },
    );
    expect(cellOf(rolled).parentReported).toBeNull();
    expect(cellOf(rolled, { department: "甲局" }).parentReported).toBe("3");
  });
  test("the parent's own target stands in where those below have none, and is checked where they have", () => {
    const parent: Row = { org: "全市", target: "100", standing: "total" };
    const own = { org: "子县", actual: "60" };
    expect(total([parent, own])).toMatchObject({ target: "100", actual: "60", completion: "0.6" });
    expect(codes(total([parent, { ...own, target: "90" }]))).toEqual(["parentTargetDiffers"]);
  });
});

describe("灯 in cells (§3)", () => {
  const of = (row: Partial<Row>): Row => ({
    org: "子县",
    target: "100",
    actual: "50",
    period: "2016-06",
    ...row,
  });
  test.each<[string, Partial<Row>, string | null]>([
    ["序时", {}, "green"],
    ["落后", { actual: "15" }, "red"],
    [
      "未到节点",
      { actual: "0", targetFacts: { nodes: [{ through: "2016-09", value: decimal("60") }] } },
      "notDue",
    ],
    [
      "节点已到",
      { actual: "25", targetFacts: { nodes: [{ through: "2016-06", value: decimal("60") }] } },
      "red",
    ],
    ["还没开始", { actual: null, targetFacts: { start: "2016-10-01" } }, "notDue"],
    ["零目标达到", { target: "0", actual: "0" }, "green"],
    [
      "零目标、可负、未达到，年中不定",
      { indicator: "净增企业", unit: "家", target: "0", actual: "-3" },
      "notDue",
    ],
    [
      "全年上限，年中不定",
      { indicator: "生产安全事故起数", unit: "起", target: "12", actual: "6" },
      "notDue",
    ],
    ["全年上限已突破", { indicator: "生产安全事故起数", unit: "起", target: "12", actual: "13" }, "red"],
    [
      "全年上限，年底",
      { indicator: "生产安全事故起数", unit: "起", target: "12", actual: "12", period: "2016-12" },
      "green",
    ],
    ["失业率达标", { indicator: "失业率", unit: "%", target: "4.3", actual: "4.17" }, "green"],
    ["失业率超出", { indicator: "失业率", unit: "%", target: "4.3", actual: "4.31" }, "red"],
    ["比率未达到，年中不定", { indicator: "入园率", unit: "%", target: "90", actual: "88" }, "notDue"],
    [
      "比率未达到，年底",
      { indicator: "入园率", unit: "%", target: "90", actual: "88", period: "2016-12" },
      "red",
    ],
    ["比率达到", { indicator: "入园率", unit: "%", target: "90", actual: "91" }, "green"],
    [
      "有基期的存量看进展",
      { indicator: "常住人口", target: "110", actual: "104", targetFacts: { baseline: decimal("100") } },
      "green",
    ],
    [
      "区间内",
      {
        indicator: "性别比",
        unit: "",
        target: "103",
        actual: "105",
        targetFacts: { bound: "range", valueMax: decimal("107") },
      },
      "green",
    ],
    ["没有目标", { target: null }, null],
  ])("%s", (_, row, light) => {
    expect(total([of(row)]).light).toBe(light);
  });

  test("a ceiling is never green with reports missing", () => {
    const row = (org: string, actual: string | null): Row => ({
      org,
      indicator: "火灾起数",
      unit: "起",
      target: "10",
      actual,
      period: "2016-12",
    });
    const cell = total([row("子县", "3"), row("丑区", null)]);
    expect(cell).toMatchObject({ actual: "3", atLeast: true, light: "unreported", completion: null });
    expect(total([row("子县", "21"), row("丑区", null)]).light).toBe("red");
    expect(total([row("子县", "3"), row("丑区", "4")]).light).toBe("green");
  });

  test("1—2个 is rated as 1 with a 力争 of 2", () => {
    const cell = total([
      of({
        indicator: "品牌",
        unit: "个",
        target: "1",
        actual: "1",
        targetFacts: { bound: "range", valueMax: decimal("2") },
      }),
    ]);
    expect(cell).toMatchObject({ target: "1", stretch: "2", completion: "1", light: "green" });
    expect(cell.notes).toEqual([{ code: "stretchRate", args: { rate: "0.5" } }]);
  });

  test("the pace of a total is Σ planned / Σ target", () => {
    const cell = total([of({ targetFacts: { deadline: "2016-06-30" } }), of({ org: "丑区", target: "300" })]);
    expect(cell.pace).toBe("0.625");
  });
});

test("an unknown preset is the caller's mistake", () => {
  expect(() => rollUp(figuresOf([{ org: "子县", actual: "1" }]), { preset: "lenient" })).toThrow(RangeError);
});

test("nothing in, nothing out", () => {
  expect(rollUp({ tasks: [], targets: [], observations: [] }, { by: ["division"] })).toEqual({
    cells: [],
    counts: [],
  });
});
