import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { seriesOf } from "./series.ts";
import { figuresOf, type Row } from "./testing/figures.ts";

const one = (rows: readonly Row[]) => {
  const found = seriesOf(figuresOf(rows));
  expect(found).toHaveLength(1);
  return found[0] as (typeof found)[number];
};

describe("方向由目标的界限定", () => {
  const bounds = (indicator: string, ...all: string[]) =>
    one(
      all.map(
        (bound, at): Row => ({
          org: `${at}县`,
          indicator,
          unit: "起",
          target: "5",
          targetFacts: { bound: bound as "le" },
        }),
      ),
    ).direction;
  test.each<[string, string, string[], string]>([
    ["没有界限，按指标本身", "城镇新增就业", ["eq"], "up"],
    ["没有界限，按指标本身", "生产安全事故起数", ["eq"], "down"],
    ["不超过，是上限", "城镇新增就业", ["le"], "down"],
    ["不满，也是上限", "城镇新增就业", ["lt"], "down"],
    ["不低于，是下限", "生产安全事故起数", ["ge"], "up"],
    ["超过，也是下限", "生产安全事故起数", ["gt"], "up"],
    ["多数说了算", "城镇新增就业", ["le", "ge", "lt"], "down"],
    ["多数说了算", "生产安全事故起数", ["gt", "ge", "lt", "eq"], "up"],
    ["相当，按指标本身", "生产安全事故起数", ["gt", "lt"], "down"],
    ["相当，按指标本身", "城镇新增就业", ["ge", "le", "approx"], "up"],
  ])("%s：%s %o", (_, indicator, all, is) => expect(bounds(indicator, ...all)).toBe(is));

  test("区间总是区间", () => {
    const { targets, ...rest } = figuresOf([{ org: "子县", target: "3", targetFacts: { bound: "le" } }]);
    const within = targets.map((fact) => ({
      ...fact,
      indicator: { ...fact.indicator, direction: "within" as const },
    }));
    expect(seriesOf({ ...rest, targets: within })[0]?.direction).toBe("within");
  });
});

describe("没写单位的数，是唯一的那个单位", () => {
  const unitOf = (...units: Partial<Row>[]) =>
    one(units.map((unit, at): Row => ({ org: `${at}县`, indicator: "完成投资", actual: "1", ...unit }))).unit;
  test.each<[string, Partial<Row>[], object | undefined]>([
    ["只有一个", [{ unit: "" }, { unit: "元", power: 4 }], { unit: "元", power: 4 }],
    ["都没有", [{ unit: "" }], undefined],
    ["有两个", [{ unit: "" }, { unit: "元" }, { unit: "美元" }], undefined],
    ["量级不同，也是两个", [{ unit: "元" }, { unit: "元", power: 4 }], undefined],
    ["同样的两处，是一个", [{ unit: "元" }, { unit: "元" }], { unit: "元", power: 0 }],
    ["每人每年的", [{ unit: "元", facts: { per: "人·年" } }], { unit: "元", power: 0, per: "人·年" }],
    ["每人的与不是每人的，是两个", [{ unit: "元", facts: { per: "人·年" } }, { unit: "元" }], undefined],
  ])("%s", (_, units, is) => expect(unitOf(...units)).toEqual(is));
});

describe("会不会是负数", () => {
  test.each<[string, Row[], boolean]>([
    [
      "都不是负数",
      [
        { org: "子县", actual: "0" },
        { org: "丑区", actual: "5" },
      ],
      true,
    ],
    [
      "有一个是负数",
      [
        { org: "子县", actual: "5" },
        { org: "丑区", actual: "-1" },
      ],
      false,
    ],
    ["净增本来就可能是负数", [{ org: "子县", indicator: "净增企业", unit: "家", actual: "5" }], false],
    [
      "缺报、不涉及、读不出都不是负数",
      [
        { org: "子县", actual: null },
        { org: "丑区", actual: "—" },
        { org: "寅县", actual: "?" },
      ],
      true,
    ],
    ["负的目标不算", [{ org: "子县", target: "-5", actual: "1" }], true],
  ])("%s", (_, rows, is) => expect(one(rows).nonNegative).toBe(is));
});

describe("哪些数是同一个指标的", () => {
  const row = (org: string, definition: string | undefined, line: number): Row => {
    const indicator = figuresOf([{ org: "x", actual: "1" }]).observations[0]?.indicator;
    const own = { ...indicator, ...(definition ? { definition, key: `城镇新增就业|${definition}` } : {}) };
    return { org, actual: "1", line, facts: { indicator: own as never } };
  };
  const keys = (...rows: Row[]) =>
    seriesOf(figuresOf(rows)).map(({ key, lines }) => [
      key.split("|")[1] ?? "",
      lines
        .map(({ org }) => org)
        .sort()
        .join(""),
    ]);
  test("没写口径的，归唯一的口径", () =>
    expect(keys(row("甲", undefined, 1), row("乙", "新口径", 2))).toEqual([["新口径", "乙甲"]]));
  test("有两个口径的，没写的自成一个", () =>
    expect(keys(row("甲", undefined, 1), row("乙", "新口径", 2), row("丙", "旧口径", 3))).toEqual([
      ["", "甲"],
      ["新口径", "乙"],
      ["旧口径", "丙"],
    ]));
  test("按表中的先后排列，同一处按名称", () => {
    const order = (...rows: Row[]) => seriesOf(figuresOf(rows)).map(({ indicator }) => indicator.name);
    const [a, b]: Row[] = [
      { org: "甲", indicator: "完成投资", unit: "元", actual: "1", line: 5 },
      { org: "甲", indicator: "城镇新增就业", target: "1", line: 2 },
    ];
    expect(order(a as Row, b as Row)).toEqual(["城镇新增就业", "完成投资"]);
    expect(order({ ...(a as Row), line: 1 }, b as Row)).toEqual(["完成投资", "城镇新增就业"]);
    const here = { ...(a as Row), line: 2, file: "一.xlsx" };
    const there = { ...(b as Row), target: null, actual: "1", file: "二.xlsx" };
    expect(order(here, there)).toEqual(order(there, here));
  });
  test("写错的期别等于没写", () => {
    const { targets, observations } = figuresOf([
      { org: "甲", target: "5", actual: "1", period: "上半年", targetFacts: { period: "全年" } },
      { org: "乙", target: "5", actual: "1", period: "2016-06", targetFacts: { period: "2016" } },
    ]);
    const [found] = seriesOf({ tasks: [], targets, observations });
    const periods = found?.lines.map((line) => [
      line.org,
      ...line.own.map(({ period }) => period),
      ...line.targets.map(({ period }) => period),
    ]);
    expect(periods).toEqual([
      ["甲", undefined, undefined],
      ["乙", "2016-06", "2016"],
    ]);
    expect(found?.lines[0]?.own[0]).not.toHaveProperty("period");
  });
});

test("合计行不是哪一家的行", () => {
  const { lines, totals, totalTargets } = one([
    { org: "甲", target: "5", actual: "1" },
    { org: "全市", target: "9", actual: "7", standing: "total" },
  ]);
  expect(lines.map(({ org }) => org)).toEqual(["甲"]);
  expect(totals.map(({ org }) => org)).toEqual(["全市"]);
  expect(totalTargets.map(({ value }) => value)).toEqual([decimal("9")]);
});
