import { describe, expect, test } from "vitest";
import { bit } from "./fact-status.ts";
import { emptyLeaf, overTime, readPeriods } from "./leaf.ts";
import { indicators } from "./testing/random-facts.ts";

const indicatorOf = (key: string) => indicators.find((one) => one.key === key) as (typeof indicators)[number];

describe("how an indicator's figures of several periods make one", () => {
  const none = { adds: false, targetsAdd: false, carries: false };
  test.each<["cumulative" | "inPeriod", "year" | "period", string, object]>([
    ["inPeriod", "year", "城镇新增就业", { ...none, adds: true }],
    ["inPeriod", "period", "城镇新增就业", { ...none, adds: true, targetsAdd: true }],
    ["cumulative", "year", "城镇新增就业", { ...none, carries: true }],
    ["cumulative", "period", "城镇新增就业", { ...none, carries: true }],
    // 净增 may fall, so its last figure bounds nothing
    ["cumulative", "year", "净增企业", none],
    ["inPeriod", "year", "净增企业", { ...none, adds: true }],
    ["cumulative", "year", "常住人口", none],
    ["inPeriod", "period", "常住人口", none],
    ["inPeriod", "period", "失业率", none],
  ])("%s, targets of the %s: %s", (measure, targetsOf, key, is) =>
    expect(overTime({ measure, targetsOf }, indicatorOf(key))).toEqual(is),
  );

  test("what is added over time but is no flow is not carried, and an index that takes the last neither", () => {
    const odd = { ...indicatorOf("城镇新增就业"), accounting: "stock" as const };
    expect(overTime({ measure: "cumulative", targetsOf: "year" }, odd)).toEqual(none);
    const last = { ...indicatorOf("城镇新增就业"), acrossTime: "last" as const };
    expect(overTime({ measure: "cumulative", targetsOf: "year" }, last)).toEqual(none);
    expect(overTime({ measure: "inPeriod", targetsOf: "period" }, last)).toEqual(none);
  });
});

// One org in five months: R reported with a target, r without, M missing, U unusable, n 不涉及, - negative, space no row.
const { reported, missing, unusable, notApplicable, negative, target, lights, pending } = bit;
const words: Readonly<Record<string, number>> = {
  R: reported | target,
  r: reported,
  M: missing | target,
  U: unusable | target,
  "+": reported | unusable,
  n: notApplicable,
  "-": reported | negative,
  L: reported | (lights << 6),
  P: missing | pending,
  " ": 0,
};
function read(
  year: string,
  from: number,
  to: number,
  how: Partial<ReturnType<typeof overTime>>,
  lacks: { readonly hasGap?: boolean; readonly isOpen?: boolean } = {},
) {
  const leaf = { ...emptyLeaf(), bits: 99, target: 99, actual: 99, carriedFrom: 99 };
  const has = (period: number) => words[year[period] ?? " "] ?? 0;
  readPeriods(
    {
      bits: has,
      target: (period) => (has(period) & target ? 1000 * 10 ** period : 0),
      actual: (period) => (has(period) & reported ? 10 ** period : 0),
    },
    { from, to, first: 0, last: year.length - 1, several: to > from, hasGap: false, isOpen: false, ...lacks },
    { adds: false, targetsAdd: false, carries: false, ...how },
    leaf,
  );
  return leaf;
}

describe("the last figure", () => {
  test.each<[string, string, number, object]>([
    ["本期有数", "RRR", 2, { bits: reported | target, target: 100_000, actual: 100 }],
    ["只看本期，不看以后", "RRR", 1, { bits: reported | target, target: 10_000, actual: 10 }],
    ["全年没有一行：不在应报", "   ", 2, { bits: 0, target: 0, actual: 0 }],
    ["只有以后有行：本期缺报", "  R", 1, { bits: missing, target: 0, actual: 0 }],
    ["以前有行而本期没有：缺报，目标照旧", "R  ", 2, { bits: missing | target, target: 1000, actual: 0 }],
    [
      "目标取最近有目标的一行，空着的不算",
      "RRr",
      2,
      { bits: reported | target, target: 10_000, actual: 100 },
    ],
    ["后来待下达，已有的目标照旧", "RP ", 2, { bits: missing | target, target: 1000, actual: 0 }],
    ["一直待下达", " PP", 2, { bits: missing | pending, target: 0, actual: 0 }],
    ["全年没有目标", "rrr", 2, { bits: reported, target: 0, actual: 100 }],
    ["以后的目标不往前用", "rrR", 1, { bits: reported, target: 0, actual: 10 }],
    ["以前的灯不是本期的灯", "LM", 1, { bits: missing | target, target: 10_000, actual: 0 }],
    ["不涉及", "Rn", 1, { bits: notApplicable, target: 0, actual: 0 }],
  ])("%s", (_, year, to, is) => expect(read(year, to, to, {})).toEqual({ ...is, carriedFrom: -1 }));
});

describe("沿用: the last whole figure of the year before", () => {
  const lower = missing | target;
  test.each<[string, string, number, object]>([
    ["上月的数", "rR ", 2, { bits: lower, actual: 10, carriedFrom: 1 }],
    ["上月也缺，再上月", "rMM", 2, { bits: lower, actual: 1, carriedFrom: 0 }],
    ["年初的数也沿用", "rM", 1, { bits: lower, actual: 1, carriedFrom: 0 }],
    ["负数不沿用", "r-M", 2, { bits: lower, actual: 1, carriedFrom: 0 }],
    ["没报齐的不沿用", "r+M", 2, { bits: lower, actual: 1, carriedFrom: 0 }],
    ["不能用的数也由沿用代替", "rU", 1, { bits: unusable | target, actual: 1, carriedFrom: 0 }],
    ["没有可以沿用的", "nM", 1, { bits: lower, actual: 0, carriedFrom: -1 }],
    ["以后的数不沿用", " MR", 1, { bits: lower, actual: 0, carriedFrom: -1 }],
    ["本期有数，不沿用", "rR", 1, { bits: reported | target, actual: 10, carriedFrom: -1 }],
    ["本期有一行可用，不沿用", "r+", 1, { bits: reported | unusable, actual: 10, carriedFrom: -1 }],
    ["本期不涉及，不沿用", "rn", 1, { bits: notApplicable, actual: 0, carriedFrom: -1 }],
  ])("%s", (_, year, to, is) => expect(read(year, to, to, { carries: true })).toMatchObject(is));

  test("not where it may fall", () =>
    expect(read("rM", 1, 1, {})).toMatchObject({ actual: 0, carriedFrom: -1 }));
});

describe("figures of single periods add", () => {
  const how = { adds: true };
  test.each<[string, string, number, number, object]>([
    [
      "三月之和，目标是全年的，只取一次",
      "RRR",
      0,
      2,
      { bits: reported | target, target: 100_000, actual: 111 },
    ],
    ["只加所问各月", "RRRRR", 1, 3, { bits: reported | target, target: 1_000_000, actual: 1110 }],
    ["中间缺一月：仍是缺", "RMR", 0, 2, { bits: reported | missing | target, actual: 101 }],
    ["中间没有一行：也是缺", "R R", 0, 2, { bits: reported | missing | target, actual: 101 }],
    ["末月没有一行：也是缺，目标照旧", "RR ", 0, 2, { bits: reported | missing | target, target: 10_000 }],
    ["窗口以外缺的不算缺", "MRR", 1, 2, { bits: reported | target, actual: 110 }],
    ["一月不涉及，其余有数", "nRR", 0, 2, { bits: reported | notApplicable | target, actual: 110 }],
    ["负数月份要记住", "-RR", 0, 2, { bits: reported | negative | target, actual: 111 }],
    ["以前的灯不带进来，目标照旧", "LRr", 0, 2, { bits: reported | target, target: 10_000, actual: 111 }],
    ["缺报不沿用：已报的各月就是至少", "RRM", 0, 2, { carriedFrom: -1, actual: 11 }],
  ])("%s", (_, year, from, to, is) => expect(read(year, from, to, how)).toMatchObject(is));

  test.each<[string, string, number, number, object]>([
    ["各期目标之和", "RRR", 0, 2, { bits: reported | target, target: 111_000, actual: 111 }],
    ["一期没有目标", "RrR", 0, 2, { bits: reported | target, target: 101_000 }],
    ["末期没有目标，前期有", "Rrr", 0, 2, { bits: reported | target, target: 1000 }],
    ["只加所问各期", "RRRR", 1, 2, { target: 110_000, actual: 110 }],
    ["一期待下达", "RPR", 0, 2, { bits: reported | missing | target | pending, target: 101_000 }],
    ["灯只看末期", "LRR", 0, 2, { bits: reported | target }],
  ])("and so do the targets where each is of its period: %s", (_, year, from, to, is) =>
    expect(read(year, from, to, { adds: true, targetsAdd: true })).toMatchObject(is),
  );
});

describe("要的月份里，有的全表没有一行：各家都缺报", () => {
  const gap = { hasGap: true };
  const open = { hasGap: true, isOpen: true };
  test.each<[string, string, object, Partial<ReturnType<typeof overTime>>, object]>([
    ["当期数少一月：已知各月之和", "rr", gap, { adds: true }, { bits: missing | reported, actual: 11 }],
    ["最后一月没有的也一样", "rr", open, { adds: true }, { bits: missing | reported, actual: 11 }],
    ["累计数只看末月，中间少了不要紧", "rr", gap, { carries: true }, { bits: reported, actual: 10 }],
    ["末月没有，沿用最近一期", "rr", open, { carries: true }, { bits: missing, actual: 10, carriedFrom: 1 }],
    ["沿用时跳过缺报的", "rm", open, { carries: true }, { bits: missing, actual: 1, carriedFrom: 0 }],
    ["末月没有，存量不沿用", "rr", open, {}, { bits: missing, actual: 0 }],
    ["目标仍是最近一行的", "RR", open, {}, { bits: missing | target, target: 10_000, actual: 0 }],
    ["灯是末月的，末月没有就没有", "LL", open, { adds: true }, { bits: missing | reported }],
    ["全年没有一行的不在应报", "  ", open, { adds: true }, { bits: 0, actual: 0 }],
  ])("%s", (_, year, lacks, how, is) =>
    expect(read(year, 0, 1, how, lacks)).toMatchObject({ carriedFrom: -1, ...is }),
  );
});
