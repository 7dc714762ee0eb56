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
});
