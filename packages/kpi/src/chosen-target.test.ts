import { inferIndicator, type Target } from "@taizhang/model";
import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { chooseSource, targetInForce, targetsIn } from "./chosen-target.ts";
import type { TargetFact } from "./facts.ts";
import { decimalOf } from "./scaled.ts";
import { totalUnit } from "./total-unit.ts";

const target = (value: string | undefined, more: Partial<TargetFact> = {}): TargetFact => ({
  indicator: inferIndicator("城镇新增就业", "人"),
  org: "甲",
  dims: {},
  unit: "人",
  power: 0,
  standing: "own",
  bound: "eq",
  status: value === undefined ? "pending" : "set",
  ...(value === undefined ? {} : { value: decimal(value) }),
  ...more,
});
const chosen = (facts: readonly TargetFact[], period?: string) =>
  targetsIn(facts, period).map(({ source, value, others }) => [source, value, ...others]);

describe("目标的来源", () => {
  test.each<[string[], string | undefined]>([
    [["区自定", "市下达"], "市下达"],
    [["责任书", "区自定"], "责任书"],
    [["区自定"], "区自定"],
    [["乙来源", "甲来源"], "乙来源"],
    [[], undefined],
  ])("%o 中考核 %s", (sources, is) => {
    expect(chooseSource(sources)).toBe(is);
    expect(chooseSource([...sources].reverse(), "2016-10-31")).toBe(is);
  });
  test.each<[string, TargetFact[], unknown[]]>([
    ["都没写来源，是一个目标", [target("5"), target("5")], [["", "5"]]],
    ["都没写来源，两个数", [target("5"), target("6"), target("6")], [["", "5", "6", "6"]]],
    [
      "一个来源，没写的归它，先写的算数",
      [target("5"), target("6", { source: "市下达" })],
      [["市下达", "5", "6"]],
    ],
    [
      "来源前后的空格不算",
      [target("5", { source: " 市下达 " }), target("5", { source: "市下达" })],
      [["市下达", "5"]],
    ],
    ["只有空格的就是没写", [target("5", { source: " " })], [["", "5"]]],
    [
      "两个来源各是各的，没写的不算",
      [target("4"), target("5", { source: "市下达" }), target("6", { source: "区自定" })],
      [
        ["市下达", "5"],
        ["区自定", "6"],
      ],
    ],
    ["没有数也不是待下达的，不是目标", [target(undefined, { status: "set" })], []],
    ["待下达的没有数", [target(undefined)], [["", undefined]]],
    ["单位不同的两数不比", [target("5"), target("0.0005", { power: 4 })], [["", "5"]]],
    ["写法不同的同一个数", [target("5"), target("5.0")], [["", "5"]]],
  ])("%s", (_, facts, is) => expect(chosen(facts)).toEqual(is));
});

describe("目标的期别", () => {
  test.each<[string, string | undefined, string | undefined, boolean]>([
    ["全年的目标，十月", "2016", "2016-10", true],
    ["去年的目标", "2015", "2016-10", false],
    ["本月的目标", "2016-10", "2016-10", true],
    ["上月的目标", "2016-09", "2016-10", false],
    ["全年一期，季度的目标也在其中", "2016Q1", "2016", true],
    ["没写期别的", undefined, "2016-10", true],
    ["没有期别的汇总", "2015", undefined, true],
  ])("%s", (_, of, period, is) =>
    expect(targetsIn([target("5", of === undefined ? {} : { period: of })], period)).toHaveLength(is ? 1 : 0),
  );
});

describe("目标的版本", () => {
  const versions = [
    { from: "2016-09-01", value: decimal("7") },
    { from: "2016-07-01", value: decimal("6") },
  ] as Target["versions"];
  const of = (period: string) => targetInForce(target("5", { versions } as Partial<TargetFact>), period);
  test.each([
    ["2016-06", { value: "5" }],
    ["2016-07", { value: "6", versionFrom: "2016-07-01" }],
    ["2016-08", { value: "6", versionFrom: "2016-07-01" }],
    ["2016-09", { value: "7", versionFrom: "2016-09-01" }],
    ["2016", { value: "7", versionFrom: "2016-09-01" }],
  ])("%s", (period, is) => expect(of(period)).toEqual(is));
  test("没有期别的，用最后一版", () =>
    expect(targetsIn([target("5", { versions } as Partial<TargetFact>)], undefined)[0]).toMatchObject({
      value: "7",
      versionFrom: "2016-09-01",
    }));
  test("调整以前的数与别处相同，不算两个数；与调整后的不同才算", () => {
    const own = target("5", { versions } as Partial<TargetFact>);
    expect(chosen([own, target("5")], "2016-10")).toEqual([["", "7"]]);
    expect(chosen([own, target("7")], "2016-10")).toEqual([["", "7"]]);
    expect(chosen([own, target("8")], "2016-10")).toEqual([["", "7", "8"]]);
  });
  test("待下达的有了一版，就有了数", () =>
    expect(targetInForce(target(undefined, { versions } as Partial<TargetFact>), "2016-10")).toEqual({
      value: "7",
      versionFrom: "2016-09-01",
    }));
});

/** 区间的远端、力争和节点是哪一版的，就只在哪一版里用。 */
describe("目标调整以后", () => {
  const d = decimal;
  const nodes = [{ through: "2016-06", value: d("50") }];
  const first = { bound: "range", valueMax: d("2"), nodes } as Partial<TargetFact>;
  const versionOf = (more: object) => ({ versions: [{ from: "2016-07-01", value: d("5"), ...more }] });
  const from = { versionFrom: "2016-07-01" };
  test.each<[string, Partial<TargetFact>, string, object]>([
    ["调整以前，照旧", versionOf({}), "2016-06", { value: "1", stretch: "2", nodes }],
    ["原来的远端不再是力争，节点也不用", versionOf({}), "2016-07", { value: "5", ...from }],
    ["调整后另有远端", versionOf({ valueMax: d("8") }), "2016-07", { value: "5", stretch: "8", ...from }],
    ["调整后另有力争", versionOf({ stretch: d("9") }), "2016-07", { value: "5", stretch: "9", ...from }],
    ["调整后另有节点", versionOf({ nodes }), "2016-07", { value: "5", nodes, ...from }],
    [
      "另有批准文号而数没有变，一切照旧",
      versionOf({ value: d("1") }),
      "2016-07",
      { value: "1", stretch: "2", nodes, ...from },
    ],
    ["另写的力争也是那一版的", { stretch: d("3"), ...versionOf({}) }, "2016-07", { value: "5", ...from }],
  ])("%s", (_, more, period, is) =>
    expect(targetInForce(target("1", { ...first, ...more }), period)).toEqual(is),
  );

  test.each<[string, string, object]>([
    ["只抬高下端的，上端不变", "1.5", { value: "1.5", max: "2" }],
    ["下端过了原来的上端，上端说不清", "5", { value: "5" }],
  ])("控制区间：%s", (_, value, is) => {
    const { indicator, ...rest } = target("1", {
      bound: "range",
      valueMax: d("2"),
      ...versionOf({ value: d(value) }),
    });
    expect(targetInForce({ ...rest, indicator: { ...indicator, direction: "within" } }, "2016-10")).toEqual({
      ...is,
      ...from,
    });
  });
});

describe("区间目标", () => {
  const more = (text: string) => ({ stretch: decimal(text) });
  test.each<[string, "up" | "down" | "within", Partial<TargetFact>, object]>([
    ["越多越好，近端是目标，远端力争", "up", {}, { value: "1", stretch: "2" }],
    ["越少越好，反过来", "down", {}, { value: "2", stretch: "1" }],
    ["控制在其间的，两端都是界限", "within", {}, { value: "1", max: "2" }],
    ["另写了力争的，用所写的", "up", more("3"), { value: "1", stretch: "3" }],
    ["另写了力争的，用所写的，反向", "down", more("0.5"), { value: "2", stretch: "0.5" }],
    ["控制在其间的也可以力争", "within", more("1.5"), { value: "1", max: "2", stretch: "1.5" }],
    ["不是区间的，上端不算", "up", { bound: "ge" }, { value: "1" }],
    ["不是区间的，力争照算", "up", { bound: "ge", ...more("3") }, { value: "1", stretch: "3" }],
    ["没有上端的，就是一个数", "up", { valueMax: undefined as never }, { value: "1" }],
    ["没有数的，什么都没有", "up", { value: undefined as never }, {}],
  ])("%s", (_, direction, facts, is) => {
    const { indicator, ...rest } = target("1", { bound: "range", valueMax: decimal("2"), ...facts });
    expect(targetInForce({ ...rest, indicator: { ...indicator, direction } }, "2016-10")).toEqual(is);
  });
});

describe("合计的单位", () => {
  const unit = (text: string, power = 0, per?: string) => ({ unit: text, power, ...(per ? { per } : {}) });
  const of = (...units: ReturnType<typeof unit>[]) => {
    const found = totalUnit(units);
    return "differ" in found ? found.differ : found.text;
  };
  test.each<[string, ReturnType<typeof unit>[], string | string[]]>([
    ["一个也没有", [], ""],
    ["只有一个", [unit("元", 4)], "万元"],
    ["最多的", [unit("元"), unit("元", 4), unit("元", 4)], "万元"],
    ["一样多，取小的", [unit("元", 8), unit("元", 4)], "万元"],
    ["一样多，取小的，先后不论", [unit("元", 4), unit("元", 8)], "万元"],
    ["面积一样多，取能精确换算的", [unit("亩"), unit("公顷")], "亩"],
    ["公顷再多，亩也换算不成", [unit("公顷"), unit("公顷"), unit("亩")], "亩"],
    ["每人的不与不是每人的合计", [unit("元", 0, "人·年"), unit("元")], ["元", "元/人·年"]],
    ["不是一类", [unit("元"), unit("人")], ["人", "元"]],
    ["不认识的单位自成一类", [unit("套次"), unit("人")], ["人", "套次"]],
    ["不认识的单位自己可以合计", [unit("套次"), unit("套次", 4)], "套次"],
  ])("%s", (_, units, is) => expect(of(...units)).toEqual(is));
  test("数额换入合计的单位，换不成的没有", () => {
    const found = totalUnit([unit("元", 4)]);
    if ("differ" in found) throw new Error("one unit");
    const into = (amount: string, from: ReturnType<typeof unit>) => {
      const converted = found.into(decimal(amount), from);
      return converted === undefined ? undefined : decimalOf(converted);
    };
    expect(into("5", unit("元"))).toBe("0.0005");
    expect(into("5", unit("元", 8))).toBe("50000");
    expect(into("5", unit("元", 4))).toBe("5");
    expect(into("5", unit("人"))).toBeUndefined();
    expect(into("5", unit("元", 4, "人·年"))).toBeUndefined();
    const hectares = totalUnit([unit("公顷")]);
    expect("differ" in hectares || hectares.into(decimal("1"), unit("亩"))).toBeUndefined();
    expect("differ" in hectares || hectares.into(decimal("1"), unit("平方公里"))).toBe(100_000_000);
  });
});
