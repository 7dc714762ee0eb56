import { describe, expect, test } from "vitest";
import type { TargetFact } from "./facts.ts";
import { rollUp } from "./roll-up.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";
import { yearEnds } from "./year-end.ts";

/** 一家的目标：期别与数，"" 是没有写期别的。 */
const aimed = (
  org: string,
  targets: Readonly<Record<string, string>>,
  more: Partial<TargetFact> = {},
): Row[] =>
  Object.entries(targets).map(([period, target]) => ({
    org,
    target,
    targetFacts: { ...(period === "" ? {} : { period }), ...more },
  }));
/** 一家填的数：“2016-09”是累计数，“2016-09当月”是当期数。 */
const said = (org: string, figures: Readonly<Record<string, string | null>>): Row[] =>
  Object.entries(figures).map(([period, actual]) => ({
    org,
    actual,
    period: period.slice(0, 7).replace("当", ""),
    measure: period.endsWith("当期") ? "inPeriod" : "cumulative",
  }));
const cellIn = (period: string, ...rows: readonly Row[][]) =>
  cellOf(rollUp(figuresOf(rows.flat()), { period }));

describe("季度、月份的目标，比的是那一季、那一月的完成数", () => {
  const third = { "2016Q3": "25" };
  test.each<[string, string, Row[], Row[], object]>([
    [
      "三季度25，累计由50到70",
      "2016Q3",
      aimed("子县", third),
      said("子县", { "2016-06": "50", "2016-09": "70" }),
      { target: "25", actual: "20", completion: "0.8", pace: "1", light: "yellow", reported: 1 },
    ],
    [
      "三季度25，直接报了三季度20",
      "2016Q3",
      aimed("子县", third),
      said("子县", { "2016Q3当期": "20" }),
      { actual: "20", completion: "0.8", reported: 1, missing: [] },
    ],
    [
      "三季度25，七、八、九月各报了",
      "2016Q3",
      aimed("子县", third),
      said("子县", { "2016-07当期": "5", "2016-08当期": "7", "2016-09当期": "8" }),
      { actual: "20", completion: "0.8", reported: 1 },
    ],
    [
      "当期数与累计数都有，用当期数",
      "2016Q3",
      aimed("子县", third),
      said("子县", { "2016Q3当期": "21", "2016-06": "50", "2016-09": "70" }),
      { actual: "21", completion: "0.84" },
    ],
    [
      "只有九月的累计，得不出三季度的数",
      "2016Q3",
      aimed("子县", third),
      said("子县", { "2016-09": "70" }),
      { actual: null, completion: null, light: "unreported", reported: 0, missing: ["子县"] },
    ],
    [
      "到八月，进度是三个月里的两个月",
      "2016-08",
      aimed("子县", third),
      said("子县", { "2016-06": "50", "2016-08": "65" }),
      { target: "25", actual: "15", completion: "0.6", pace: "0.666667", light: "green" },
    ],
    [
      "一季度的累计就是一季度的数",
      "2016Q1",
      aimed("子县", { "2016Q1": "25" }),
      said("子县", { "2016-03": "20" }),
      { actual: "20", completion: "0.8", pace: "1" },
    ],
    [
      "本月10，累计由81到90",
      "2016-10",
      aimed("子县", { "2016-10": "10" }),
      said("子县", { "2016-09": "81", "2016-10": "90" }),
      { actual: "9", completion: "0.9", pace: "1", light: "green" },
    ],
    [
      "本月10，只有本月的累计90",
      "2016-10",
      aimed("子县", { "2016-10": "10" }),
      said("子县", { "2016-10": "90" }),
      { actual: null, completion: null, light: "unreported" },
    ],
    [
      "本月10，只报了当月9",
      "2016-10",
      aimed("子县", { "2016-10": "10" }),
      said("子县", { "2016-10当期": "9" }),
      { actual: "9", completion: "0.9", reported: 1 },
    ],
    [
      "填的是不涉及",
      "2016Q3",
      aimed("子县", third),
      said("子县", { "2016-09": "—", "2016-06": "50" }),
      { actual: null, light: "notApplicable", expected: 0 },
    ],
    [
      "上季末的数读不出，不当作零",
      "2016Q3",
      aimed("子县", third),
      said("子县", { "2016-06": "?", "2016-09": "70" }),
      { actual: null, completion: null, reported: 0, missing: [] },
    ],
    [
      "一年的上限分到季度，季末就能定",
      "2016Q3",
      aimed("子县", { "2016Q3": "3" }, { bound: "le" }).map((row) => ({
        ...row,
        indicator: "生产安全事故起数",
        unit: "起",
      })),
      said("子县", { "2016-06": "5", "2016-09": "7" }).map((row) => ({
        ...row,
        indicator: "生产安全事故起数",
        unit: "起",
      })),
      { actual: "2", light: "green" },
    ],
  ])("%s", (_, period, targets, figures, is) => {
    expect(cellIn(period, targets, figures)).toMatchObject(is);
  });

  test("完成数是当期数，要写明", () => {
    const cell = cellIn("2016Q3", aimed("子县", third), said("子县", { "2016Q3当期": "20" }));
    expect(codes(cell)).toEqual(["periodTarget"]);
  });

  test("少一个月的当期数，只知至少", () => {
    const months = said("子县", { "2016-07当期": "15", "2016-09当期": "15" });
    expect(cellIn("2016Q3", aimed("子县", third), months)).toMatchObject({
      actual: "30",
      atLeast: true,
      light: "unreported",
      missing: ["子县"],
    });
  });

  test("上一季以前的累计数不沿用到这一季", () => {
    const cell = cellIn("2016Q3", aimed("子县", third), said("子县", { "2016-06": "50", "2016-09": null }));
    expect(cell).toMatchObject({ actual: null, light: "unreported" });
  });

  test("两家的当期数相加，来源都在", () => {
    const cell = cellIn(
      "2016Q3",
      aimed("子县", third),
      aimed("丑区", { "2016Q3": "15" }),
      said("子县", { "2016-06": "50", "2016-09": "70" }),
      said("丑区", { "2016Q3当期": "12" }),
    );
    expect(cell).toMatchObject({ target: "40", actual: "32", completion: "0.8" });
    expect(cell.sources.filter(({ ref }) => ref.startsWith("D"))).toHaveLength(3);
  });
});

describe("几期的目标在一起", () => {
  const quarters = { "2016Q1": "20", "2016Q2": "30", "2016Q3": "25", "2016Q4": "25" };
  const months = { "2016-07": "8", "2016-08": "8", "2016-09": "9" };
  test.each<[string, string, Record<string, string>, object, string[]]>([
    ["四个季度齐全，就是全年的目标", "2016", quarters, { target: "100", actual: "90" }, ["periodTarget"]],
    ["三个月齐全，就是一季的目标", "2016Q3", months, { target: "25", actual: "20" }, ["periodTarget"]],
    [
      "只有两个月的目标，不是一季的目标",
      "2016Q3",
      { "2016-07": "8", "2016-09": "9" },
      { target: null },
      ["targetsLacking"],
    ],
    [
      "季度和它的月份都写了，不重复算",
      "2016Q3",
      { ...months, "2016Q3": "26" },
      { target: "26" },
      ["periodTarget"],
    ],
    [
      "全年和季度都写了，是两个目标，不是两个数",
      "2016Q3",
      { "2016": "100", ...quarters },
      { target: "100", actual: "70", pace: "0.75" },
      [],
    ],
    ["没有写期别的是全年的", "2016Q3", { "": "100", "2016Q3": "25" }, { target: "100", actual: "70" }, []],
    ["去年的季度不算", "2016Q3", { "2015Q3": "25" }, { target: null, actual: "70" }, []],
  ])("%s", (_, period, targets, is, notes) => {
    const figures = said("子县", { "2016-06": "50", "2016-09": "70", "2016-12": "90" });
    const cell = cellIn(period, aimed("子县", targets), figures);
    expect(cell).toMatchObject(is);
    expect(codes(cell)).toEqual(notes);
  });

  test.each<[string, string, Row[], object, string[]]>([
    [
      "季度和本月都写了，比本月",
      "2016-08",
      aimed("子县", { "2016Q3": "25", "2016-08": "8" }),
      { target: "8", actual: "9" },
      ["periodTarget"],
    ],
    [
      "全年的目标待下达，季度的不当作全年的",
      "2016Q3",
      [
        ...aimed("子县", { "2016": "1" }, { status: "pending", value: undefined as never }),
        ...aimed("子县", { "2016Q3": "25" }),
      ],
      { target: null, actual: "70", light: "pending" },
      ["pending"],
    ],
    [
      "全年一行没有目标数，只有季度的目标",
      "2016Q3",
      [
        ...aimed("子县", { "2016": "1" }, { value: undefined as never }),
        ...aimed("子县", { "2016Q3": "25" }),
      ],
      { target: "25", actual: "20" },
      ["periodTarget"],
    ],
    [
      "全年的目标是两家共同的，季度的不当作全年的",
      "2016Q3",
      [
        ...aimed(
          "子县",
          { "2016": "1" },
          { value: undefined as never, shared: { orgs: ["子县", "丑区"], value: "100" as never } },
        ),
        ...aimed("子县", { "2016Q3": "25" }),
      ],
      { target: null, actual: "70" },
      ["sharedTarget"],
    ],
    [
      "四个季度之外还写了一月的，不重复算，也不算两个数",
      "2016",
      aimed("子县", { "2016-01": "5", ...quarters }),
      { target: "100", actual: "90" },
      ["periodTarget"],
    ],
    [
      "两个来源各有三个月，取上级的相加",
      "2016Q3",
      [
        ...aimed("子县", { "2016-07": "10", "2016-08": "10", "2016-09": "10" }, { source: "区自定" }),
        ...aimed("子县", months, { source: "市下达" }),
      ],
      { target: "25", actual: "20" },
      ["periodTarget", "severalSources"],
    ],
    [
      "一个来源齐全，另一个缺月份，不说缺",
      "2016Q3",
      [
        ...aimed("子县", { "2016-08": "10" }, { source: "区自定" }),
        ...aimed("子县", months, { source: "市下达" }),
      ],
      { target: "25", actual: "20" },
      ["periodTarget"],
    ],
    [
      "一个月的目标待下达，不是一季的目标",
      "2016Q3",
      [
        ...aimed("子县", { "2016-07": "8", "2016-09": "9" }),
        ...aimed("子县", { "2016-08": "1" }, { status: "pending", value: undefined as never }),
      ],
      { target: null },
      ["targetsLacking"],
    ],
    [
      "力争的也相加",
      "2016Q3",
      aimed("子县", months, { stretch: "10" as never }),
      { target: "25", stretch: "30" },
      ["periodTarget", "stretchRate"],
    ],
  ])("%s", (_, period, targets, is, notes) => {
    const figures = said("子县", {
      "2016-06": "50",
      "2016-07": "56",
      "2016-08": "65",
      "2016-09": "70",
      "2016-12": "90",
    });
    const cell = cellIn(period, targets, figures);
    expect(cell).toMatchObject(is);
    expect(codes(cell)).toEqual(notes);
  });

  test("由几期相加的写明几期；缺的月份按先后列出", () => {
    const figures = said("子县", { "2016Q3当期": "20" });
    const notes = (...targets: readonly Row[][]) => cellIn("2016Q3", ...targets, figures).notes;
    expect(notes(aimed("子县", { ...months, "2016Q3": "26" }))).toEqual([
      { code: "periodTarget", args: { period: "2016Q3" } },
    ]);
    expect(notes(aimed("子县", months))).toEqual([
      { code: "periodTarget", args: { period: "2016Q3", parts: 3 } },
    ]);
    const [july, august, september] = Object.entries(months).map(([period, target]) => ({
      [period]: target,
    }));
    const lacking = notes(
      aimed("子县", { ...july, ...august }, { source: "市下达" }),
      aimed("子县", { ...august, ...september }, { source: "区自定" }),
    );
    expect(lacking).toEqual([
      { code: "targetsLacking", args: { org: "子县", months: ["2016-07", "2016-09"] } },
    ]);
  });

  test.each<[string, Partial<Row>]>([
    ["人与户", { unit: "户" }],
    ["人与人每日", { targetFacts: { period: "2016-09", per: "日" } }],
  ])("各期目标的计量单位不是同一个词，不相加：%s", (_, other) => {
    const [first, second, last] = aimed("子县", months) as [Row, Row, Row];
    const figures = said("子县", { "2016Q3当期": "20" });
    expect(cellIn("2016Q3", [first, second, last], figures).target).toBe("25");
    expect(cellIn("2016Q3", [first, second, { ...last, ...other }], figures).target).toBeNull();
  });

  test("单位大小不同的几期目标，换成一个单位再相加", () => {
    const [first, ...rest] = aimed("子县", months);
    const thousands = { ...(first as Row), power: 3, target: "0.008" };
    const cell = cellIn("2016Q3", [thousands, ...rest], said("子县", { "2016Q3当期": "20" }));
    expect(cell.completion).toBe("0.8");
  });

  test("有的家有全年目标，另一家只有季度目标：比全年的，不混在一起", () => {
    const cell = cellIn(
      "2016Q3",
      aimed("子县", { "2016": "100" }),
      aimed("丑区", { "2016Q3": "25" }),
      said("子县", { "2016-09": "70" }),
      said("丑区", { "2016-06": "10", "2016-09": "30" }),
    );
    expect(cell).toMatchObject({ target: "100", actual: "70" });
    expect(codes(cell)).toEqual(["noTarget"]);
  });

  test("时点数不相加，用最后一期的目标", () => {
    const stock = (row: Row): Row => ({ ...row, indicator: "常住人口" });
    const cell = cellIn(
      "2016",
      aimed("子县", { "2016Q3": "63", "2016Q4": "65" }).map(stock),
      said("子县", { "2016-12": "64" }).map(stock),
    );
    expect(cell).toMatchObject({ target: "65", actual: "64" });
    expect(codes(cell)).toEqual([]);
  });

  test("预测年底用累计数，月份的目标不是全年的目标", () => {
    const each = Object.fromEntries(["08", "09", "10"].map((month) => [`2016-${month}`, "10"]));
    const rows = [
      ...aimed("子县", each),
      ...said("子县", { "2016-07": "60", "2016-08": "70", "2016-09": "80", "2016-10": "90" }),
    ];
    const figures = figuresOf(rows);
    expect(yearEnds(figures, { period: "2016-10" })).toMatchObject([
      { straight: "108", target: null, months: ["2016-10"] },
    ]);
    expect(cellOf(rollUp(figures, { period: "2016-10" })).completion).toBe("1");
  });
});

test("各期各看各的：按月列示时每一月比那一月的目标", () => {
  const rows = [
    ...aimed("子县", { "2016-09": "10", "2016-10": "20" }),
    ...said("子县", { "2016-08": "60", "2016-09": "65", "2016-10": "85" }),
  ];
  const cells = rollUp(figuresOf(rows), { by: ["period"], period: "2016-10" }).cells;
  const of = (period: string) => cells.find(({ key }) => key.period === period)?.completion;
  expect([of("2016-09"), of("2016-10")]).toEqual(["0.5", "1"]);
});
