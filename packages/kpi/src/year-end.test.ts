import { describe, expect, test } from "vitest";
import { figuresOf, type Row } from "./testing/figures.ts";
import { yearEnds } from "./year-end.ts";

const row = (org: string, period: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org,
  target: "600",
  actual,
  period,
  ...more,
});
const ends = (rows: readonly Row[], period = "2016-10") => yearEnds(figuresOf(rows), { period });

describe("年底预测 of totals", () => {
  test("the straight line over what has come in so far, with its months", () => {
    const rows = ["2016-09", "2016-10"].flatMap((period) => [
      row("子县", period, "400"),
      row("丑区", period, "600"),
    ]);
    expect(ends(rows)).toEqual([
      {
        key: {},
        indicator: "城镇新增就业",
        unit: "人",
        target: "1200",
        straight: "1200",
        least: "1200",
        most: "1200",
        months: ["2016-10"],
        meets: "all",
      },
    ]);
  });

  test("各组一个：一家没报齐的组没有，合计也没有，别的组照出", () => {
    const rows = [
      row("子县", "2016-09", "400", { division: "东片" }),
      row("丑区", "2016-09", "600", { division: "西片" }),
      row("子县", "2016-10", "450", { division: "东片" }),
      row("丑区", "2016-10", null, { division: "西片" }),
    ];
    const found = yearEnds(figuresOf(rows), { period: "2016-10", by: ["division", "period"] });
    expect(found.map(({ key, straight, target, months }) => ({ key, straight, target, months }))).toEqual([
      { key: {}, straight: "1333.33", target: "1200", months: ["2016-09"] },
      { key: { division: "东片" }, straight: "540", target: "600", months: ["2016-10"] },
      { key: { division: "西片" }, straight: "800", target: "600", months: ["2016-09"] },
    ]);
  });

  test("last year's shape stands beside it where last year's month and end are given", () => {
    const rows = [
      row("子县", "2015-10", "400", { target: null }),
      row("子县", "2015-12", "600", { target: null }),
      row("子县", "2016-10", "500"),
    ];
    expect(ends(rows)[0]).toMatchObject({
      straight: "600",
      shaped: "750",
      least: "600",
      most: "750",
      months: ["2016-10", "2015-10", "2015-12"],
      meets: "all",
    });
  });

  const none: readonly [string, readonly Row[], string][] = [
    ["年底已到，无需预测", [row("子县", "2016-12", "600")], "2016-12"],
    ["缺报的合计是至少，不作预测", [row("子县", "2016-10", "500"), row("丑区", "2016-10", null)], "2016-10"],
    [
      "比率不预测",
      [row("子县", "2016-10", "4.1", { indicator: "城镇登记失业率", unit: "%", target: "4.5" })],
      "2016-10",
    ],
    ["可能为负的不预测", [row("子县", "2016-10", "5", { indicator: "净增企业", unit: "家" })], "2016-10"],
    ["时点数不预测", [row("子县", "2016-10", "5", { indicator: "常住人口" })], "2016-10"],
    ["看不出能否相加的不预测", [row("子县", "2016-10", "5", { indicator: "其他事项", unit: "" })], "2016-10"],
    [
      "缺一家，已报的是负数，合计不是至少，也不作预测",
      [row("子县", "2016-10", "-5"), row("丑区", "2016-10", null)],
      "2016-10",
    ],
    [
      "本月没有报齐，齐的那个月用的是另一个单位",
      [
        row("子县", "2016-09", "3000"),
        row("丑区", "2016-09", "1000"),
        row("寅县", "2016-09", "2000"),
        row("子县", "2016-10", "0.4", { power: 4 }),
        row("丑区", "2016-10", "0.2", { power: 4 }),
        row("寅县", "2016-10", null, { power: 4 }),
      ].map((one) => ({ ...one, target: null })),
      "2016-10",
    ],
    ["期别不明", [row("子县", "2016-10", "5")], "十月"],
  ];
  test.each(none)("%s", (_, rows, period) => expect(ends(rows, period)).toEqual([]));

  test("a month with a report missing is left out, and the forecast rests on the month before", () => {
    const rows = [
      row("子县", "2016-09", "300"),
      row("丑区", "2016-09", "150"),
      row("子县", "2016-10", "350"),
      row("丑区", "2016-10", null),
    ];
    expect(ends(rows)[0]).toMatchObject({ straight: "600", months: ["2016-09"] });
  });

  test("only last year's months give a shape, and none where there are none", () => {
    const rows = [
      row("子县", "2014-10", "400", { target: null }),
      row("子县", "2014-12", "600", { target: null }),
      row("子县", "2016-10", "500"),
    ];
    expect(ends(rows)[0]).toMatchObject({ straight: "600", months: ["2016-10"] });
    expect(ends(rows)[0]).not.toHaveProperty("shaped");
  });

  test("the target is the one in force in the month that is asked", () => {
    const versions = [{ from: "2016-10-01", value: "700" as never, reason: "调整" }];
    const rows = [
      row("子县", "2016-09", "450", { target: null }),
      row("子县", "2016-10", "500", { targetFacts: { versions } }),
    ];
    expect(ends(rows)[0]).toMatchObject({ target: "700", meets: "none" });
  });

  test("each indicator has its own; a ceiling is met by what stays below it", () => {
    const accidents = {
      indicator: "生产安全事故起数",
      unit: "起",
      target: "12",
      targetFacts: { bound: "le" },
    } as const;
    const rows = [row("子县", "2016-10", "500"), row("子县", "2016-10", "8", accidents)];
    expect(ends(rows)).toMatchObject([
      { indicator: "城镇新增就业", straight: "600", target: "600", meets: "all" },
      { indicator: "生产安全事故起数", straight: "9.6", target: "12", meets: "all" },
    ]);
  });

  test("a band has no year's end", () => {
    const { targets, ...rest } = figuresOf([row("子县", "2016-10", "500")]);
    const within = targets.map((one) => ({
      ...one,
      indicator: { ...one.indicator, direction: "within" as const },
    }));
    expect(yearEnds({ ...rest, targets: within }, { period: "2016-10" })).toEqual([]);
    expect(yearEnds({ ...rest, targets }, { period: "2016-10" })).toHaveLength(1);
  });
});
