import { describe, expect, test } from "vitest";
import { changesOf } from "./cell-changes.ts";
import { figuresOf, type Row } from "./testing/figures.ts";

const row = (org: string, period: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org,
  division: org,
  period,
  actual,
  ...more,
});
const october = (org: string, actual: string | null, more: Partial<Row> = {}) =>
  row(org, "2016-10", actual, more);
const lastYear = (org: string, actual: string | null, more: Partial<Row> = {}) =>
  october(org, actual, { measure: "lastYear", ...more });
const total = (rows: readonly Row[], period = "2016-10") => changesOf(figuresOf(rows), { period })[0];
const rate = (of: string) => ({ kind: "rate", rate: of });

describe("同比：与上年同期累计相比", () => {
  test.each<[string, readonly Row[], object | null]>([
    [
      "报表自己写了上年同期",
      [october("子县", "112"), lastYear("子县", "100")],
      { current: "112", base: "100", change: rate("0.12") },
    ],
    [
      "几家合计再比，不是各家增幅的平均",
      [october("子县", "112"), lastYear("子县", "100"), october("丑区", "20"), lastYear("丑区", "10")],
      { current: "132", base: "110", change: rate("0.2") },
    ],
    [
      "没有写的，用上年同月的数",
      [october("子县", "112"), row("子县", "2015-10", "56")],
      { base: "56", change: rate("1") },
    ],
    [
      "写了的在先：今年给的是修订数",
      [october("子县", "112"), lastYear("子县", "100"), row("子县", "2015-10", "56")],
      { base: "100" },
    ],
    [
      "有一家没有上年数，不比",
      [october("子县", "112"), lastYear("子县", "100"), october("丑区", "20")],
      null,
    ],
    ["有一家本期没报，不比", [october("子县", "112"), lastYear("子县", "100"), october("丑区", null)], null],
    [
      "时点数没有至少，有一家没报也不比",
      [
        october("子县", "112", { indicator: "常住人口" }),
        lastYear("子县", "100", { indicator: "常住人口" }),
        october("丑区", null, { indicator: "常住人口" }),
        lastYear("丑区", "7", { indicator: "常住人口" }),
      ],
      null,
    ],
    ["单位大小不同，不比", [october("子县", "112"), lastYear("子县", "0.01", { power: 4 })], null],
    [
      "上年同期写在别的月份的表里，不是这一期的",
      [october("子县", "112"), lastYear("子县", "100", { period: "2016-09" })],
      null,
    ],
    [
      "上年同期没有写期别，就是这一期的",
      [october("子县", "112"), lastYear("子县", "100", { facts: { period: undefined as never } })],
      { base: "100" },
    ],
    ["没有上年数", [october("子县", "112")], null],
    [
      "上年是零，不可比",
      [october("子县", "112"), lastYear("子县", "0")],
      { base: "0", change: { kind: "incomparable" } },
    ],
    [
      "率相差的是百分点",
      [
        october("子县", "4.2", { indicator: "城镇登记失业率", unit: "%" }),
        lastYear("子县", "4.5", { indicator: "城镇登记失业率", unit: "%" }),
      ],
      { change: { kind: "points", points: "-0.3" } },
    ],
  ])("%s", (_, rows, is) => {
    const found = total(rows)?.yearOnYear;
    if (is === null) expect(found).toBeNull();
    else expect(found).toMatchObject(is);
  });

  test("季度比上年同一季；按期列的，期不是一组", () => {
    const quarter = [row("子县", "2016Q3", "110"), lastYear("子县", "100", { period: "2016Q3" })];
    expect(total(quarter, "2016Q3")?.yearOnYear).toMatchObject({ current: "110", base: "100" });
    const rows = [october("子县", "112"), lastYear("子县", "100")];
    expect(changesOf(figuresOf(rows), { by: ["period", "division"] })).toEqual(
      changesOf(figuresOf(rows), { by: ["division"] }),
    );
  });

  test("各组各自比，组里缺的不影响别组", () => {
    const rows = [october("子县", "112"), lastYear("子县", "100"), october("丑区", "20")];
    const found = changesOf(figuresOf(rows), { by: ["division"] });
    expect(found.map(({ key, yearOnYear }) => [key.division, yearOnYear?.change])).toEqual([
      [undefined, undefined],
      ["子县", rate("0.12")],
      ["丑区", undefined],
    ]);
    expect(found[1]).toMatchObject({ indicator: "城镇新增就业", unit: "人", period: "2016-10" });
  });
});

describe("环比：本月与上月相比", () => {
  const year = (amounts: Readonly<Record<string, string>>, more: Partial<Row> = {}) =>
    Object.entries(amounts).map(([period, actual]) => row("子县", period, actual, more));
  test.each<[string, readonly Row[], string, object | null]>([
    [
      "累计数先化成当月数",
      year({ "2016-08": "60", "2016-09": "80", "2016-10": "110" }),
      "2016-10",
      { current: "30", base: "20", change: rate("0.5") },
    ],
    [
      "二月比一月：一月就是累计",
      year({ "2016-01": "10", "2016-02": "30" }),
      "2016-02",
      { current: "20", base: "10", change: rate("1") },
    ],
    [
      "一月比上年十二月",
      year({ "2015-11": "90", "2015-12": "100", "2016-01": "15" }),
      "2016-01",
      { current: "15", base: "10", change: rate("0.5") },
    ],
    [
      "时点数直接比",
      year({ "2016-09": "80", "2016-10": "88" }, { indicator: "常住人口" }),
      "2016-10",
      { current: "88", base: "80", change: rate("0.1") },
    ],
    ["缺上上月，上月当月数不知道", year({ "2016-09": "80", "2016-10": "110" }), "2016-10", null],
    ["缺上月", year({ "2016-08": "60", "2016-10": "110" }), "2016-10", null],
    [
      "本月没有报",
      [...year({ "2016-08": "60", "2016-09": "80" }), row("子县", "2016-10", null)],
      "2016-10",
      null,
    ],
    ["季度没有环比", year({ "2016Q2": "60", "2016Q3": "110" }), "2016Q3", null],
    [
      "季度的数旁边有各月的，也没有环比",
      year({ "2016-07": "40", "2016-08": "60", "2016Q3": "110" }),
      "2016Q3",
      null,
    ],
  ])("%s", (_, rows, period, is) => {
    const found = total(rows, period)?.periodOnPeriod;
    if (is === null) expect(found).toBeNull();
    else expect(found).toEqual(is);
  });
});

test("没有期别就没有增减", () => {
  expect(changesOf({ tasks: [], targets: [], observations: [] })).toEqual([]);
  expect(changesOf(figuresOf([october("子县", "1")]), { period: "十月" })).toEqual([]);
});
