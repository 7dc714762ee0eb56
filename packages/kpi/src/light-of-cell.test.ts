import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { type LightFacts, lightOf } from "./cell-light.ts";
import { totalPace, windowEnded } from "./cell-pace.ts";
import { coverageOf } from "./coverage.ts";
import type { TargetFact } from "./facts.ts";
import { lightRule } from "./light.ts";
import { scaled } from "./scaled.ts";

const of = (text: string) => scaled(decimal(text));
const rule = (lightRule("default") as NonNullable<ReturnType<typeof lightRule>>).value;
const half = { top: 1n, bottom: 2n };
const none = { top: 0n, bottom: 1n };
const before = { pace: none, notBegun: true };
const up: LightFacts = {
  direction: "up",
  flow: true,
  target: of("100"),
  actual: of("50"),
  reports: "all",
  nonNegative: true,
  pace: half,
  notBegun: false,
  ended: false,
  rule,
};

describe("越多越好的灯", () => {
  test.each<[string, Partial<LightFacts>, string]>([
    ["跟上序时", {}, "green"],
    ["落后十个百分点，仍是基本序时", { actual: of("40") }, "green"],
    ["落后三十个百分点", { actual: of("20") }, "yellow"],
    ["落后更多", { actual: of("19") }, "red"],
    ["提前完成", { actual: of("100"), pace: { top: 1n, bottom: 12n } }, "green"],
    ["没有序时也能完成", { actual: of("100"), pace: undefined }, "green"],
    ["没有序时，没完成，未到期末", { pace: undefined }, "notDue"],
    ["没有序时，没完成，到了期末", { pace: undefined, ended: true }, "red"],
    ["还没开始，没完成", { ...before }, "notDue"],
    ["还没开始，已完成", { ...before, actual: of("100") }, "green"],
    ["还没开始，没有报", { ...before, actual: undefined }, "notDue"],
    ["还没开始，都没报", { ...before, reports: "none" }, "notDue"],
    ["还没开始，只报了一部分", { ...before, reports: "some" }, "notDue"],
    ["节点是零而已到期末，没有报", { pace: none, ended: true, actual: undefined }, "unreported"],
    ["节点是零而已到期末，没完成", { pace: none, ended: true }, "green"],
    ["没有报", { actual: undefined }, "unreported"],
    ["都没报，旧数不算", { reports: "none" }, "unreported"],
    ["只报了一部分，说不出", { reports: "some", actual: of("200") }, "unreported"],
    ["至少这么多，照比", { reports: "lowerBound" }, "green"],
    ["至少这么多，眼下落后，缺的还可能补上", { reports: "lowerBound", actual: of("10") }, "unreported"],
    ["至少这么多，眼下略有落后", { reports: "lowerBound", actual: of("39") }, "unreported"],
    ["至少这么多，到了期末还差", { reports: "lowerBound", pace: undefined, ended: true }, "unreported"],
    ["至少这么多，已经完成", { reports: "lowerBound", actual: of("100"), pace: undefined }, "green"],
    ["看较基期的进展，不看完成率", { actual: of("99"), progress: { top: 1n, bottom: 10n } }, "red"],
    ["看较基期的进展", { actual: of("10"), progress: half }, "green"],
    ["零目标没达到，没有率，未到期末", { target: of("0"), actual: of("-1") }, "notDue"],
    ["零目标没达到，到了期末", { target: of("0"), actual: of("-1"), ended: true }, "red"],
    ["恰好完成", { actual: of("100"), bound: "ge" }, "green"],
    ["要超过而恰好，按进度", { actual: of("100"), bound: "gt" }, "green"],
    [
      "要超过而恰好，没有序时，到了期末",
      { actual: of("100"), bound: "gt", pace: undefined, ended: true },
      "red",
    ],
  ])("%s", (_, more, is) => expect(lightOf({ ...up, ...more })).toBe(is));
});

describe("上限和区间的灯", () => {
  const down: LightFacts = { ...up, direction: "down", target: of("12"), actual: of("7") };
  test.each<[string, Partial<LightFacts>, string]>([
    ["年中未超", {}, "notDue"],
    ["年中未超，没报齐", { reports: "lowerBound" }, "notDue"],
    ["期末未超", { ended: true }, "green"],
    ["期末未超，没报齐", { ended: true, reports: "lowerBound" }, "unreported"],
    ["期末未超，只报了一部分", { ended: true, reports: "some" }, "unreported"],
    ["年中已超，不能挽回", { actual: of("13") }, "red"],
    ["年中已超，没报齐也一样", { actual: of("13"), reports: "lowerBound" }, "red"],
    ["零也算数", { target: of("-1"), actual: of("0") }, "red"],
    ["会减少的数，年中超了不算", { actual: of("13"), nonNegative: false }, "notDue"],
    ["会减少的数，期末超了", { actual: of("13"), nonNegative: false, ended: true }, "red"],
    [
      "会减少的数，期末没报齐",
      { actual: of("13"), nonNegative: false, ended: true, reports: "some" },
      "unreported",
    ],
    ["负数，年中超了不算", { target: of("-5"), actual: of("-4") }, "notDue"],
    ["恰好上限", { actual: of("12"), ended: true }, "green"],
    ["不满而恰好", { actual: of("12"), bound: "lt" }, "red"],
    ["时点数不等期末", { flow: false }, "green"],
    ["时点数超了", { flow: false, actual: of("13"), nonNegative: false }, "red"],
    [
      "时点数超了，没报齐",
      { flow: false, actual: of("13"), nonNegative: false, reports: "some" },
      "unreported",
    ],
    ["时点数未超，没报齐", { flow: false, reports: "some" }, "unreported"],
    ["没有报", { actual: undefined }, "unreported"],
    ["还没开始，没有报", { actual: undefined, ...before }, "notDue"],
    ["区间内，时点数", { direction: "within", max: of("20"), actual: of("15"), flow: false }, "green"],
    ["区间外，时点数", { direction: "within", max: of("20"), actual: of("25"), flow: false }, "red"],
    ["区间以上，年中可以不算", { direction: "within", max: of("20"), actual: of("25") }, "notDue"],
    ["区间以下，期末", { direction: "within", max: of("20"), actual: of("5"), ended: true }, "red"],
    [
      "区间以下，期末没报齐",
      { direction: "within", max: of("20"), actual: of("5"), ended: true, reports: "lowerBound" },
      "unreported",
    ],
  ])("%s", (_, more, is) => expect(lightOf({ ...down, ...more })).toBe(is));
});

describe("合计的序时进度", () => {
  const line = (target: string | undefined, fact: Partial<TargetFact>, baseline?: string) =>
    ({
      chosen: {
        fact,
        ...(fact.nodes ? { nodes: fact.nodes } : {}),
        ...(target === undefined ? {} : { value: decimal(target) }),
      },
      ...(target === undefined ? {} : { target: of(target) }),
      ...(baseline === undefined ? {} : { baseline: of(baseline) }),
    }) as never;
  const by = { period: "2016-06", paceBy: "month" as const };
  const nodes = (value: string) => ({ nodes: [{ through: "2016-06", value: decimal(value) }] });
  test.each<[string, never[], boolean, object, unknown]>([
    ["各家相同，就是那个进度", [line("10", {}), line("90", {})], true, by, { top: 1n, bottom: 2n }],
    [
      "各家不同，按目标加权",
      [line("100", { deadline: "2016-06-30" }), line("300", {})],
      true,
      by,
      { top: 5n, bottom: 8n },
    ],
    [
      "没有目标的合不起来",
      [line("100", { deadline: "2016-06-30" }), line(undefined, {})],
      true,
      by,
      undefined,
    ],
    ["没有选定目标的没有", [{} as never], true, by, undefined],
    ["一家也没有", [], true, by, undefined],
    ["没有期别", [line("10", {})], true, { ...by, period: undefined }, undefined],
    ["时点数没有基期和节点，没有", [line("10", {})], false, by, undefined],
    ["时点数有基期", [line("10", {}, "5")], false, by, { top: 1n, bottom: 2n }],
    ["时点数有节点", [line("10", nodes("4"))], false, by, { top: 2n, bottom: 5n }],
    ["空的节点不是节点", [line("10", { nodes: [] })], false, by, undefined],
    ["一家没有，合计也没有", [line("10", {}, "5"), line("10", {})], false, by, undefined],
    ["目标合计为零", [line("10", nodes("5")), line("-10", nodes("-4"))], true, by, undefined],
    [
      "目标合计为负",
      [line("-30", nodes("-15")), line("10", nodes("4"))],
      true,
      by,
      { top: 11n, bottom: 20n },
    ],
    ["从七月开始的，六月还没有动", [line("10", { start: "2016-07-01" })], true, by, { top: 0n, bottom: 1n }],
    [
      "按日计到给定的一天",
      [line("10", { start: "2016-06-01", deadline: "2016-06-30" })],
      true,
      { ...by, paceBy: "day", today: "2016-06-15" },
      { top: 15n, bottom: 30n },
    ],
    [
      "按工作月，不计的月份",
      [line("10", {})],
      true,
      { ...by, paceBy: "workingMonth", idleMonths: [1, 2, 3, 4] },
      { top: 2n, bottom: 8n },
    ],
  ])("%s", (_, lines, flow, options, is) => {
    const found = totalPace(lines, flow, options as typeof by);
    const lowest = (one: typeof found) => one && Number(one.top) / Number(one.bottom);
    expect(lowest(found)).toBe(lowest(is as typeof found));
    if (found) expect(found.bottom > 0n).toBe(true);
  });

  test.each<[string, never[], string | undefined, boolean]>([
    ["年底", [line("1", {})], "2016-12", true],
    ["年底以前", [line("1", {})], "2016-11", false],
    ["时限当月", [line("1", { deadline: "2016-06-30" })], "2016-06", true],
    ["只写到月的时限", [line("1", { deadline: "2016-06" })], "2016-06", true],
    ["时限以前", [line("1", { deadline: "2016-06-30" })], "2016-05", false],
    [
      "以最晚的为准",
      [line("1", { deadline: "2016-06-30" }), line("1", { deadline: "2016-09-30" })],
      "2016-08",
      false,
    ],
    ["写不清的时限，按年底", [line("1", { deadline: "长期" })], "2016-11", false],
    ["写成年份的时限，按年底", [line("1", { deadline: "2016" })], "2016-11", false],
    ["没有十三月", [line("1", { deadline: "2015-13-01" })], "2016-11", false],
    ["没有零月", [line("1", { deadline: "2015-00-01" })], "2016-11", false],
    ["去年的时限", [line("1", { deadline: "2015-10-31" })], "2016-01", true],
    ["没有目标的，按年底", [], "2016-12", true],
    ["没有目标的，年底以前", [], "2016-06", false],
    ["没有期别", [line("1", {})], undefined, false],
  ])("期末：%s", (_, lines, period, is) => expect(windowEnded(lines, period)).toBe(is));
});

test("应报、实报、缺报按单位计，不按行计", () => {
  const reading = (org: string, status: string) => ({ line: { org }, status }) as never;
  const found = coverageOf([
    reading("全报", "reported"),
    reading("缺一行", "reported"),
    reading("缺一行", "missing"),
    reading("全缺", "missing"),
    reading("不能用", "unusable"),
    reading("有一行不能用", "reported"),
    reading("有一行不能用", "unusable"),
    reading("又缺又不能用", "missing"),
    reading("又缺又不能用", "unusable"),
    reading("不涉及", "notApplicable"),
    reading("全报", "notApplicable"),
  ]);
  expect(found).toEqual({
    expected: 6,
    reported: new Set(["全报"]),
    missing: ["缺一行", "全缺", "又缺又不能用"],
    unusable: ["不能用", "有一行不能用"],
    notApplicable: ["不涉及"],
    partly: [
      { org: "缺一行", reported: 1, expected: 2 },
      { org: "有一行不能用", reported: 1, expected: 2 },
    ],
  });
});
