import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";

const total = (rows: readonly Row[], options = {}) => cellOf(rollUp(figuresOf(rows), options));

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
  test.each<[string, (string | null)[], object, [string, string[]][]]>([
    [
      "前月不能用、各月都报了：不是缺报，写明是哪一格",
      ["5", "?", "8"],
      { missing: [], reported: 0 },
      [["unreadable", ["子县"]]],
    ],
    ["前月没有算出", ["=", "7", "8"], { missing: [], reported: 0 }, [["uncalculated", ["子县"]]]],
    ["本月不能用", ["5", "7", "?"], { missing: [], reported: 0 }, [["unreadable", ["子县"]]]],
    [
      "一月不能用、一月空着：缺报，两样都写明",
      ["?", null, "8"],
      { missing: ["子县"], reported: 0 },
      [
        ["monthsMissing", ["2016-02"]],
        ["unreadable", ["子县"]],
      ],
    ],
    [
      "本月不能用、前月空着：缺报",
      ["5", null, "?"],
      { missing: ["子县"], reported: 0 },
      [
        ["monthsMissing", ["2016-02"]],
        ["unreadable", ["子县"]],
      ],
    ],
  ])("%s", (_, [january, february, march], is, said) => {
    const cell = total([
      month("2016-01", january ?? null),
      month("2016-02", february ?? null),
      month("2016-03", march ?? null),
    ]);
    expect(cell).toMatchObject({ atLeast: true, expected: 1, ...is });
    const of = (args: object) => ("months" in args ? args.months : [(args as { org: string }).org]);
    expect(cell.notes.slice(1).map(({ code, args }) => [code, of(args)])).toEqual(said);
    expect(cell.notes[0]).toMatchObject({ code: "lowerBound", args: { missing: ["子县"] } });
  });
  test("the quarter serves where a month is missing", () => {
    expect(total([month("2016-01", "5"), month("2016-03", "8"), month("2016Q1", "30")]).actual).toBe("30");
    const broken = [month("2016-01", "5"), month("2016-02", "?"), month("2016-03", "8")];
    expect(total([...broken, month("2016Q1", "30")])).toMatchObject({ actual: "30", reported: 1 });
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
