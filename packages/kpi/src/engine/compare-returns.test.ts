import { decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rollUp } from "../roll-up.ts";
import { cellOf, figuresOf } from "../testing/figures.ts";
import { runs } from "../testing/runs.ts";
import { compareReturns, type ReturnedFact } from "./compare-returns.ts";
import { factsOf } from "./facts-of.ts";

const fact = (org: string, actual: string | null, more: Partial<ReturnedFact> = {}): ReturnedFact => ({
  org,
  indicator: "城镇新增就业",
  period: "2016-06",
  target: decimal("100"),
  ...(actual === null ? {} : { actual: decimal(actual) }),
  ...more,
});

test("更正、补报、撤回各一行，并写明是谁", () => {
  const before = [fact("子县", "90"), fact("丑区", null), fact("寅县", "5")];
  const after = [fact("丑区", "0", { by: "丑区人社局" }), fact("子县", "95.5"), fact("卯区", "1")];
  expect(compareReturns(before, after)).toEqual([
    {
      org: "丑区",
      indicator: "城镇新增就业",
      period: "2016-06",
      kind: "changed",
      by: "丑区人社局",
      fields: [
        { field: "actual", before: null, after: "0" },
        { field: "status", before: "missing", after: "reported" },
      ],
    },
    expect.objectContaining({
      org: "子县",
      kind: "changed",
      by: "子县",
      fields: [{ field: "actual", before: "90", after: "95.5", difference: "5.5" }],
    }),
    expect.objectContaining({ org: "卯区", kind: "added", by: "卯区" }),
    expect.objectContaining({ org: "寅县", kind: "removed", by: "寅县" }),
  ]);
});

test("不同单位的两数不相减；同一处有几行时按次序比", () => {
  const [one] = compareReturns(
    [fact("子县", "1", { unit: "万人" })],
    [fact("子县", "10000", { unit: "人" })],
  );
  expect(one?.fields.map(({ field }) => field)).toEqual(["actual", "unit"]);
  expect(one?.fields[0]).not.toHaveProperty("difference");
  const twice = compareReturns(
    [fact("子县", "1"), fact("子县", "2")],
    [fact("子县", "1"), fact("子县", "3")],
  );
  expect(twice).toHaveLength(1);
  expect(twice[0]?.fields[0]).toMatchObject({ before: "2", after: "3", difference: "1" });
});

describe("what differs, field by field", () => {
  const one = fact("子县", "90");
  const { actual: _, ...blank } = one;
  test.each<[string, ReturnedFact, ReturnedFact, object[]]>([
    ["同样的数", one, { ...one }, []],
    [
      "目标",
      one,
      { ...one, target: decimal("120") },
      [{ field: "target", before: "100", after: "120", difference: "20" }],
    ],
    ["撤销目标", one, { ...one, target: null }, [{ field: "target", before: "100", after: null }]],
    ["灯", one, { ...one, light: "red" }, [{ field: "light", before: null, after: "red" }]],
    ["待下达", one, { ...one, pending: true }, [{ field: "pending", before: null, after: "true" }]],
    ["不是待下达就是没有说", one, { ...one, pending: false }, []],
    ["单位", one, { ...one, unit: "人" }, [{ field: "unit", before: null, after: "人" }]],
    [
      "不涉及不是缺报",
      { ...blank, status: "notApplicable" },
      blank,
      [{ field: "status", before: "notApplicable", after: "missing" }],
    ],
    ["空白与没有这一格相同，写明缺报也相同", blank, { ...blank, actual: null, status: "missing" }, []],
    [
      "缺报时沿用的数更正了，合计随之变动",
      { ...blank, standIn: decimal("130") },
      { ...blank, standIn: decimal("120") },
      [{ field: "standIn", before: "130", after: "120", difference: "-10" }],
    ],
    [
      "报的数不能用，沿用的是数字",
      { ...blank, status: "unusable", standIn: 130 },
      { ...blank, status: "unusable", standIn: 120 },
      [{ field: "standIn", before: "130", after: "120", difference: "-10" }],
    ],
    [
      "补了上月的数，才有可沿用的",
      blank,
      { ...blank, standIn: decimal("120") },
      [{ field: "standIn", before: null, after: "120" }],
    ],
    [
      "本期报来了，不再沿用",
      { ...blank, standIn: decimal("80") },
      { ...one, standIn: decimal("80") },
      [
        { field: "actual", before: null, after: "90" },
        { field: "standIn", before: "80", after: null },
        { field: "status", before: "missing", after: "reported" },
      ],
    ],
    [
      "本期已报的，以前月份更正不影响本期",
      { ...one, standIn: decimal("80") },
      { ...one, standIn: decimal("70") },
      [],
    ],
    [
      "单位不同的沿用数不相减",
      { ...blank, unit: "人", standIn: decimal("10000") },
      { ...blank, unit: "万人", standIn: decimal("1") },
      [
        { field: "standIn", before: "10000", after: "1" },
        { field: "unit", before: "人", after: "万人" },
      ],
    ],
  ])("%s", (_name, before, after, fields) => {
    const found = compareReturns([before], [after]);
    expect(found.map(({ fields: all }) => all)).toEqual(fields.length === 0 ? [] : [fields]);
    if (found[0]) expect(found[0].kind).toBe("changed");
  });

  test("一处由单位、指标、期别、台账编号和各维度定，维度的次序不论", () => {
    const placed = { ...one, task: "3", in: { program: "就业", park: "甲" } };
    const turned = { ...placed, in: { park: "甲", program: "就业" } };
    expect(compareReturns([placed], [turned])).toEqual([]);
    const others: ReturnedFact[] = [
      { ...placed, org: "丑区" },
      { ...placed, indicator: "失业率" },
      { ...placed, period: "2016-07" },
      { ...placed, task: "4" },
      { ...placed, in: { ...placed.in, program: "教育" } },
      one,
    ];
    for (const other of others)
      expect(compareReturns([placed], [other]).map(({ kind }) => kind)).toEqual(["added", "removed"]);
  });

  test("没有期别和编号的，差异中也没有；增减的各项只有一边", () => {
    const bare = { org: "子县", indicator: "失业率", actual: decimal("4") };
    expect(compareReturns([], [bare])).toEqual([
      {
        org: "子县",
        indicator: "失业率",
        kind: "added",
        by: "子县",
        fields: [
          { field: "actual", before: null, after: "4" },
          { field: "status", before: null, after: "reported" },
        ],
      },
    ]);
    const [gone] = compareReturns([{ ...bare, task: "7", by: "办公室", unit: "%" }], []);
    expect(gone).toEqual({
      org: "子县",
      indicator: "失业率",
      task: "7",
      kind: "removed",
      by: "办公室",
      fields: [
        { field: "actual", before: "4", after: null },
        { field: "status", before: "reported", after: null },
        { field: "unit", before: "%", after: null },
      ],
    });
  });

  test("同一处少了第二行，就是撤回一行", () => {
    const found = compareReturns([one, { ...one, actual: decimal("3") }], [one]);
    expect(found).toMatchObject([{ kind: "removed", fields: [{}, { before: "3" }, {}] }]);
  });
});

const facts = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom("子县", "丑区", "寅县", "卯区"),
      fc.constantFrom("1", "2"),
      fc.option(fc.constantFrom("0", "1", "2.5")),
    ),
    { selector: ([org, task]) => org + task },
  )
  .map((all) => all.map(([org, task, actual]) => fact(org, actual, { task })));

test("law: order is no change, a version equals itself, and turned round the difference has the other sign", () => {
  fc.assert(
    fc.property(facts, facts, (before, after) => {
      expect(compareReturns(before, [...before].reverse())).toEqual([]);
      const there = compareReturns(before, after);
      const back = compareReturns(after, before);
      expect(back).toHaveLength(there.length);
      const count = (kind: string, all: typeof there) => all.filter((one) => one.kind === kind).length;
      expect(count("added", there)).toBe(count("removed", back));
      for (const one of there) {
        const other = back.find(({ org, task }) => org === one.org && task === one.task);
        expect(other?.fields.map(({ field, before: was, after: is }) => [field, is, was])).toEqual(
          one.fields.map(({ field, before: was, after: is }) => [field, was, is]),
        );
      }
    }),
    { numRuns: runs },
  );
});

test("amounts may be numbers, as in a fact", () => {
  const [june, july] = [0.1, 0.3].map((actual) => [{ org: "子县", indicator: "城镇新增就业", actual }]);
  expect(compareReturns(june ?? [], july ?? [])[0]?.fields).toEqual([
    { field: "actual", before: "0.1", after: "0.3", difference: "0.2" },
  ]);
  expect(
    compareReturns(june ?? [], [{ org: "子县", indicator: "城镇新增就业", actual: decimal("0.1") }]),
  ).toEqual([]);
  const broken = [{ org: "子县", indicator: "城镇新增就业", actual: Number.NaN }];
  expect(() => compareReturns(june ?? [], broken)).toThrow("actual of 子县 is no number: NaN");
});

test("the total moved with a stand-in, and a difference says so", () => {
  const versionOf = (august: string) =>
    figuresOf([
      { org: "子县", period: "2016-08", actual: august, target: "200" },
      { org: "子县", period: "2016-09", actual: null },
      { org: "丑区", period: "2016-09", actual: "50", target: "100" },
    ]);
  const [before, after] = [versionOf("130"), versionOf("120")];
  const totals = [before, after].map((one) => cellOf(rollUp(one, { period: "2016-09" })).actual);
  expect(totals).toEqual(["180", "170"]);
  const [was, is] = [before, after].map((one) => factsOf(one, { period: "2016-09" }).facts);
  expect(compareReturns(was ?? [], is ?? [])).toMatchObject([
    {
      org: "子县",
      kind: "changed",
      fields: [{ field: "standIn", before: "130", after: "120", difference: "-10" }],
    },
  ]);
});
