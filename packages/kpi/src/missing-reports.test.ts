import { describe, expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { sayNote } from "./say-note.ts";
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
      { code: "lowerBound", args: { indicator: "城镇新增就业", missing: ["丑区"], partly: [] } },
      { code: "carriedForward", args: { org: "丑区", period: "2016-09", amount: "150" } },
    ]);
  });

  test("a later return's 上月累计 stands in, and is no report of that month", () => {
    const repeated: Row = { org: "丑区", actual: "140", period: "2016-09", facts: { repeated: true } };
    const [now, blank, , september] = rows as [Row, Row, Row, Row];
    expect(total([now, blank, repeated])).toMatchObject({ actual: "230", atLeast: true, reported: 1 });
    // The month's own return is closer to it
    for (const both of [
      [repeated, september],
      [september, repeated],
    ])
      expect(total([now, blank, ...both])).toMatchObject({ actual: "240", atLeast: true });
    const byPeriod = rollUp(figuresOf([now, blank, repeated]), { by: ["period"] }).cells;
    expect(byPeriod.map(({ key }) => key)).toEqual([{}, { period: "2016-10" }]);
    expect(total([now, blank, repeated], { period: "2016-09" })).toMatchObject({ actual: null, reported: 0 });
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
    expect(cell.notApplicable).toEqual(["丑区", "寅县"]);
    expect(total([{ org: "寅县", actual: "—" }])).toMatchObject({
      light: "notApplicable",
      expected: 0,
      notApplicable: ["寅县"],
    });
  });

  test("who says 不涉及 of one task and reports another is expected", () => {
    const cell = total([
      { org: "子县", taskId: "1", target: "100", actual: "90" },
      { org: "子县", taskId: "2", target: "50", actual: "—" },
    ]);
    expect(cell).toMatchObject({ expected: 1, notApplicable: [] });
    expect(cell?.notes).toMatchObject([{ code: "notApplicable", args: { partly: true } }]);
  });

  const month = (org: string, period: string, actual: string | null): Row => ({
    org,
    target: "100",
    actual,
    period,
    measure: "inPeriod",
  });
  const soFar = (org: string, period: string, actual: string | null): Row => ({
    ...month(org, period, actual),
    measure: "cumulative",
  });
  test.each<[string, readonly Row[], string]>([
    [
      "本月有、上月缺：缺的是以前月份",
      [month("子县", "2016-01", "5"), month("子县", "2016-02", null), month("子县", "2016-03", "7")],
      "“城镇新增就业”：子县以前月份的数没有报齐，合计按“至少”列示。",
    ],
    [
      "上月看不清也一样",
      [month("子县", "2016-01", "5"), month("子县", "2016-02", "?"), month("子县", "2016-03", "7")],
      "“城镇新增就业”：子县以前月份的数没有报齐，合计按“至少”列示。",
    ],
    [
      "本月缺：本期没有可用的数",
      [month("子县", "2016-01", "5"), month("子县", "2016-02", "6"), month("子县", "2016-03", null)],
      "“城镇新增就业”：子县本期没有可用的数，合计按“至少”列示。",
    ],
    [
      "两家各是一种",
      [
        month("子县", "2016-02", "6"),
        month("子县", "2016-03", "7"),
        month("丑区", "2016-02", "6"),
        month("丑区", "2016-03", null),
      ],
      "“城镇新增就业”：丑区本期没有可用的数，子县以前月份的数没有报齐，合计按“至少”列示。",
    ],
    [
      "以前报累计数、本月只报当期数：以前的月份不缺",
      [soFar("子县", "2016-02", "11"), month("子县", "2016-03", "7")],
      "“城镇新增就业”：子县本期只报了当期数、未报累计数，合计按“至少”列示。",
    ],
    [
      "上级表里也一样",
      [soFar("子县", "2016-02", "11"), month("子县", "2016-03", "7")].map((row) => ({
        ...row,
        standing: "superior" as const,
      })),
      "“城镇新增就业”：子县本期只报了当期数、未报累计数，合计按“至少”列示。",
    ],
    [
      "三家各是一种",
      [
        soFar("子县", "2016-01", "11"),
        month("子县", "2016-03", "7"),
        month("丑区", "2016-02", "6"),
        month("丑区", "2016-03", "7"),
        soFar("寅县", "2016-03", null),
      ],
      "“城镇新增就业”：寅县本期没有可用的数，丑区以前月份的数没有报齐，子县本期只报了当期数、未报累计数，合计按“至少”列示。",
    ],
    [
      "累计数是上年的、空白的，不算",
      [
        soFar("子县", "2015-12", "11"),
        soFar("子县", "2016-02", null),
        soFar("子县", "2016-04", "30"),
        month("子县", "2016-03", "7"),
      ],
      "“城镇新增就业”：子县以前月份的数没有报齐，合计按“至少”列示。",
    ],
    [
      "可以是负数的，合计不作至少，也写明",
      [
        { ...soFar("子县", "2016-02", "11"), indicator: "净增企业", unit: "家" },
        { ...month("子县", "2016-03", "-7"), indicator: "净增企业", unit: "家" },
        { ...soFar("丑区", "2016-03", "5"), indicator: "净增企业", unit: "家" },
      ],
      "合计仅含已报1家；子县本期只报了当期数、未报累计数。",
    ],
  ])("按月报的：%s", (_, rows, says) => {
    const cell = cellOf(rollUp(figuresOf(rows), { period: "2016-03" }));
    expect(cell.notes.map((note) => sayNote(note))[0]).toBe(says);
    const english = sayNote(cell.notes[0] as never, "en");
    expect(english.includes("did not give every earlier month")).toBe(says.includes("以前月份"));
    expect(english.includes("gave this period alone")).toBe(says.includes("只报了当期数"));
    expect(english.includes("gave no usable figure for this period")).toBe(says.includes("本期没有"));
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
  expect(cell).toMatchObject({ actual: null, missing: ["子县"] });
  expect(cell.notes).toMatchObject([
    {
      code: "superiorHasFigure",
      args: { org: "子县", amount: "92", at: [{ file: "全市.xlsx", ref: "D4" }] },
    },
  ]);
});
