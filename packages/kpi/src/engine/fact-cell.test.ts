import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact, FactFrame } from "./fact.ts";
import { type FactCell, factCell, factCells } from "./fact-cell.ts";
import type { FactIndicator } from "./fact-columns.ts";
import { liveRollUp } from "./live-roll-up.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import type { RollUpPlan } from "./roll-up-plan.ts";
import { indicators } from "./testing/random-facts.ts";

const key = "城镇新增就业";
const names = ["子县", "丑区", "寅县"];
const frame: FactFrame = {
  indicators,
  orgs: names.map((name) => ({ name, in: { division: name } })),
  dimensions: { division: names.map((name) => ({ name })) },
  measure: "cumulative",
};
const fact = (org: string, more: Partial<Fact>): Fact => ({ org, indicator: key, ...more });
const cellOf = (
  facts: readonly Fact[],
  of: Partial<FactFrame> = {},
  plan: Partial<RollUpPlan> = {},
  indicator = key,
) => {
  const { table } = encodeFacts({ ...frame, ...of }, facts);
  return factCell(rollUpFacts(table, { sets: [{}], ...plan }), {}, indicator);
};

describe("what adds", () => {
  test.each<[string, readonly Fact[], Partial<FactCell>]>([
    [
      "都有目标，都已报",
      [fact("子县", { target: 10, actual: 9 }), fact("丑区", { target: 30, actual: 31 })],
      {
        target: decimal("40"),
        actual: decimal("40"),
        apart: null,
        atLeast: false,
        completion: decimal("1"),
        completionReporting: decimal("1"),
        notAdditive: false,
      },
    ],
    [
      "没有目标的另列，不进完成数和完成率",
      [fact("子县", { target: 10, actual: 9 }), fact("丑区", { actual: 31 })],
      { target: decimal("10"), actual: decimal("9"), apart: decimal("31"), completion: decimal("0.9") },
    ],
    [
      "都没有目标，就是全部完成数",
      [fact("子县", { actual: 9 }), fact("丑区", { actual: 31 })],
      { target: null, actual: decimal("40"), apart: null, completion: null, completionReporting: null },
    ],
    [
      "没有目标的一家缺报，有目标的齐全：不是至少",
      [fact("子县", { target: 10, actual: 9 }), fact("丑区", {})],
      { actual: decimal("9"), apart: null, atLeast: false, completion: decimal("0.9"), missing: 1 },
    ],
    [
      "有目标的一家缺报：至少，已报各家的率另列",
      [fact("子县", { target: 10, actual: 9 }), fact("丑区", { target: 30 })],
      {
        actual: decimal("9"),
        atLeast: true,
        completion: decimal("0.225"),
        completionReporting: decimal("0.9"),
      },
    ],
    [
      "一家没有目标，一家不能用：至少",
      [fact("子县", { actual: 9 }), fact("丑区", { status: "unusable" })],
      { actual: decimal("9"), atLeast: true, unusable: 1, missing: 0 },
    ],
    [
      "都缺报：没有数，也没有率",
      [fact("子县", { target: 10 }), fact("丑区", { target: 30 })],
      { target: decimal("40"), actual: null, atLeast: false, completion: null, completionReporting: null },
    ],
    [
      "零也是数",
      [fact("子县", { target: 10, actual: 0 }), fact("丑区", { target: 30 })],
      { actual: decimal("0"), atLeast: true, completion: decimal("0"), completionReporting: decimal("0") },
    ],
    [
      "目标为零：没有率",
      [fact("子县", { target: 0, actual: 5 })],
      { target: decimal("0"), actual: decimal("5"), completion: null, completionReporting: null },
    ],
    [
      "目标为负：2−A/T",
      [fact("子县", { target: -10, actual: -5 })],
      { completion: decimal("1.5"), completionReporting: decimal("1.5") },
    ],
    [
      "只有不涉及：不在应报",
      [fact("子县", { target: 10, status: "notApplicable", light: "red" })],
      {
        target: null,
        actual: null,
        expected: 0,
        notApplicable: 1,
        worst: "notApplicable",
        atLeast: false,
        notAdditive: false,
      },
    ],
    [
      "一家负数：缺报时不是至少，也没有率，已报各家的率仍在",
      [fact("子县", { target: 10, actual: -9 }), fact("丑区", { target: 30 })],
      { actual: decimal("-9"), atLeast: false, completion: null, completionReporting: decimal("-0.9") },
    ],
    [
      "一家有目标已报，一家没有目标缺报而负数不相干",
      [fact("子县", { target: 10, actual: 9, light: "yellow" }), fact("丑区", { light: "unreported" })],
      { worst: "yellow", completion: decimal("0.9") },
    ],
  ])("%s", (_, facts, is) => expect(cellOf(facts)).toMatchObject(is));

  const twoMissing = (indicator: string): Fact[] => [
    { org: "子县", indicator, target: 10, actual: 9 },
    { org: "丑区", indicator, target: 30 },
  ];
  test.each<[string, Partial<FactCell>]>([
    // 净增 may fall, and so may a stock: of a part nothing follows
    [
      "净增企业",
      { actual: decimal("9"), atLeast: false, completion: null, completionReporting: decimal("0.9") },
    ],
    [
      "常住人口",
      { actual: decimal("9"), atLeast: false, completion: null, completionReporting: decimal("0.9") },
    ],
    ["事故起数", { actual: decimal("9"), atLeast: true, completion: null, completionReporting: null }],
  ])("缺一家的%s", (indicator, is) =>
    expect(cellOf(twoMissing(indicator), {}, {}, indicator)).toMatchObject(is),
  );
});

describe("what does not add", () => {
  const rate = (org: string, more: Partial<Fact>): Fact => ({ org, indicator: "失业率", ...more });
  const none = { actual: null, notAdditive: true, completion: null, apart: null, atLeast: false };
  test.each<[string, readonly Fact[], Partial<FactCell>]>([
    [
      "只有一家，就是它的数",
      [rate("子县", { target: 4, actual: 3 })],
      { target: decimal("4"), actual: decimal("3"), notAdditive: false },
    ],
    [
      "只有一家，没有目标",
      [rate("子县", { actual: 3 })],
      { target: null, actual: decimal("3"), notAdditive: false },
    ],
    ["两家不加", [rate("子县", { actual: 3 }), rate("丑区", { actual: 5 })], none],
    [
      "两家的目标也不加",
      [rate("子县", { target: 4, actual: 3 }), rate("丑区", { target: 4 })],
      { target: null, ...none },
    ],
    [
      "另一家不涉及，还是一家",
      [rate("子县", { actual: 3 }), rate("丑区", { status: "notApplicable" })],
      { actual: decimal("3"), notApplicable: 1 },
    ],
    [
      "一家两行两数，没有数",
      [rate("子县", { target: 4, actual: 3 }), rate("子县", { actual: 5 })],
      { target: decimal("4"), ...none },
    ],
    [
      "一家两个目标，没有目标",
      [rate("子县", { target: 4, actual: 3 }), rate("子县", { target: 5 })],
      { target: null, actual: decimal("3") },
    ],
    [
      "都没报，没有可说不能加的",
      [rate("子县", { target: 4 }), rate("丑区", { target: 4 })],
      { actual: null, notAdditive: false },
    ],
    ["一家缺报", [rate("子县", { target: 4 })], { target: decimal("4"), actual: null, notAdditive: false }],
  ])("%s", (_, facts, is) => expect(cellOf(facts, {}, {}, "失业率")).toMatchObject(is));

  test("an upward rate of one org has its completion, a downward one has none", () => {
    const of = { target: 80, actual: 60 };
    expect(cellOf([{ org: "子县", indicator: "参保率", ...of }], {}, {}, "参保率")).toMatchObject({
      completion: "0.75",
      completionReporting: "0.75",
    });
    expect(cellOf([rate("子县", of)], {}, {}, "失业率")).toMatchObject({ completion: null });
  });

  test("over several periods a rate has no figure, and a stock that is listed alone has its last", () => {
    const window = { from: "2016-01", to: "2016-02" };
    const months = (indicator: string): Fact[] =>
      ["2016-01", "2016-02"].map((period, at) => ({
        org: "子县",
        indicator,
        period,
        target: 4,
        actual: at + 1,
      }));
    expect(cellOf(months("失业率"), {}, { window }, "失业率")).toMatchObject({ target: null, ...none });
    expect(cellOf(months("失业率"), {}, { period: "2016-02" }, "失业率")?.actual).toBe("2");
    // A mean of orgs that takes the last over time: one org's last month is its figure
    const mean = indicators.map((one) =>
      one.key === "失业率" ? { ...one, acrossTime: "last" as const } : one,
    );
    expect(cellOf(months("失业率"), { indicators: mean }, { window }, "失业率")).toMatchObject({
      target: "4",
      actual: "2",
    });
    // What orgs add but months do not: several months have no figure, one has
    const monthly = indicators.map((one) =>
      one.key === key ? { ...one, acrossTime: "none" as const } : one,
    );
    expect(cellOf(months(key), { indicators: monthly }, { window })).toMatchObject({
      actual: null,
      notAdditive: true,
    });
    expect(cellOf(months(key), { indicators: monthly }, { period: "2016-01" })).toMatchObject({
      actual: "1",
    });
    const each = rollUpFacts(encodeFacts({ ...frame, indicators: monthly }, months(key)).table, {
      sets: [{ period: 1 }],
      window,
    });
    expect([...factCells(each)].map(({ actual }) => actual)).toEqual(["1", "2"]);
  });
});

describe("a rate from its parts", () => {
  const parts = (tops: readonly (number | null)[], bottoms: readonly (number | null)[]): Fact[] => [
    ...tops.map((actual, at): Fact => ({ org: names[at] as string, indicator: "参保人数", actual })),
    ...bottoms.map((actual, at): Fact => ({ org: names[at] as string, indicator: "常住人口", actual })),
  ];
  const own: Fact[] = names.slice(0, 2).map((org) => ({ org, indicator: "参保率", target: 90, actual: 50 }));
  const one = own.slice(0, 1);
  test.each<[string, readonly Fact[], Partial<FactCell>]>([
    [
      "分子合计除以分母合计",
      [...own, ...parts([30, 60], [40, 200])],
      { actual: decimal("37.5"), notAdditive: false },
    ],
    ["六位小数，四舍五入", [...own, ...parts([1, 1], [1, 2])], { actual: decimal("66.666667") }],
    ["缺一家分子：没有数", [...own, ...parts([30, null], [40, 200])], { actual: null, notAdditive: true }],
    ["缺一家分母：没有数", [...own, ...parts([30, 60], [40, null])], { actual: null, notAdditive: true }],
    ["家数不同：没有数", [...own, ...parts([30], [40, 200])], { actual: null, notAdditive: true }],
    ["没有分子", [...own, ...parts([], [40, 200])], { actual: null }],
    ["没有分母", [...own, ...parts([30, 60], [])], { actual: null }],
    ["分母为零", [...own, ...parts([30, 60], [0, 0])], { actual: null, notAdditive: true }],
    ["分子为零", [...own, ...parts([0, 0], [40, 60])], { actual: decimal("0") }],
    [
      "只有一家时，由分子分母得出的数先于它自己的",
      [...one, ...parts([30], [40])],
      { actual: decimal("75"), completion: decimal("0.833333"), target: decimal("90") },
    ],
    [
      "一家没有填率，由分子分母得出",
      [{ org: names[0] as string, indicator: "参保率", target: 90 }, ...parts([30], [40])],
      { actual: decimal("75"), completion: decimal("0.833333"), missing: 1 },
    ],
    [
      "这家的率不涉及：没有数",
      [{ org: names[0] as string, indicator: "参保率", status: "notApplicable" }, ...parts([30], [40])],
      { actual: null, expected: 0, notApplicable: 1 },
    ],
    [
      "有一家的率不涉及，分不清谁的分子在内：没有数",
      [
        ...one,
        { org: names[1] as string, indicator: "参保率", status: "notApplicable" },
        ...parts([30, 60], [40, 200]),
      ],
      { actual: null, completion: null, notAdditive: true },
    ],
    ["分子的家数少于率的家数：没有数", [...own, ...parts([30], [40])], { actual: null, notAdditive: true }],
    [
      "别家只有分子分母：率含两家，一家的目标不与它比",
      [...one, ...parts([30, 60], [40, 200])],
      { actual: decimal("37.5"), target: null, completion: null },
    ],
    ["只有一家而不全，就是它自己的数", [...one, ...parts([30], [null])], { actual: decimal("50") }],
  ])("%s", (_, facts, is) => expect(cellOf(facts, {}, {}, "参保率")).toMatchObject(is));

  test("parts with a target count with their actuals all the same", () => {
    const withTarget = parts([30, 60], [40, 200]).map((one, at) => (at % 2 ? { ...one, target: 1000 } : one));
    expect(cellOf([...own, ...withTarget], {}, {}, "参保率")?.actual).toBe("37.5");
  });

  const changed = (of: Partial<FactIndicator>, which = "参保率") =>
    indicators.map((one) => (one.key === which ? { ...one, ...of } : one));
  test.each<[string, readonly FactIndicator[], string | null]>([
    ["in ‰", changed({ unit: "‰" }), "375"],
    ["without a unit", changed({ unit: "" }), "0.375"],
    ["in a unit that is no share", changed({ unit: "元/人" }), null],
    ["with a denominator only", changed({ numerator: undefined as never }), null],
    ["with a numerator only", changed({ denominator: undefined as never }), null],
    ["of a part that is not there", changed({ numerator: "参保家庭" }), null],
    ["of a part that does not add", changed({ acrossOrgs: "none" }, "参保人数"), null],
  ])("%s", (_, of, is) =>
    expect(
      cellOf([...own, ...parts([30, 60], [40, 200])], { indicators: of }, {}, "参保率")?.actual ?? null,
    ).toBe(is),
  );

  test("in each group its own parts, and over several periods none", () => {
    const dated = [...own, ...parts([30, 60], [40, 200])].map((one) => ({ ...one, period: "2016-01" }));
    const { table } = encodeFacts(frame, dated);
    const byDivision = rollUpFacts(table, { sets: [{ division: 1 }] });
    expect(names.map((division) => factCell(byDivision, { division }, "参保率")?.actual)).toEqual([
      "75",
      "30",
      undefined,
    ]);
    const later = dated.map((one) => ({ ...one, period: "2016-02" }));
    const window = { from: "2016-01", to: "2016-02" };
    expect(cellOf([...dated, ...later], {}, { window }, "参保率")).toMatchObject({
      actual: null,
      notAdditive: true,
    });
  });
});

describe("the cell of a key", () => {
  const tableOf = () =>
    encodeFacts({ ...frame, orgs: [...frame.orgs, { name: "外地", in: {} }] }, [
      fact("子县", { actual: 1, period: "2016-01" }),
      fact("外地", { actual: 4, period: "2016-02" }),
    ]);
  const rollUpOf = () =>
    rollUpFacts(tableOf().table, {
      sets: [{}, { division: 1 }, { division: 1, period: 1 }],
      window: { from: "2016-01", to: "2016-02" },
    });
  test.each<[string, Record<string, string>, string | undefined]>([
    ["the total", {}, "5"],
    ["one dimension", { division: "子县" }, "1"],
    ["two, in either order", { period: "2016-01", division: "子县" }, "1"],
    ["a period that is not in the table", { division: "子县", period: "2016-03" }, undefined],
    ["a division without rows", { division: "丑区" }, undefined],
    ["a division that is not there", { division: "卯区" }, undefined],
    ["a dimension that no set has", { period: "2016-01" }, undefined],
  ])("%s", (_, of, actual) => expect(factCell(rollUpOf(), of, key)?.actual ?? undefined).toBe(actual));
  test("a dimension that the table does not have is a mistake", () => {
    expect(() => factCell(rollUpOf(), { department: "子县" }, key)).toThrow("No such dimension: department");
    expect(() => factCell(rollUpOf(), { devision: "子县", period: "2016-01" }, key)).toThrow(RangeError);
    const live = liveRollUp(tableOf().table, { sets: [{}, { division: 1 }] });
    expect(() => live.watch({ devision: "子县" }, key, () => {})).toThrow(RangeError);
    expect(() => live.cell({ devision: "子县" }, key)).toThrow(RangeError);
  });
  test("the key of a cell is said in names", () =>
    expect([...factCells(rollUpOf())].map((cell) => cell.key)).toEqual([
      {},
      { division: "子县" },
      { division: "子县", period: "2016-01" },
      { division: "子县", period: "2016-02" },
    ]));
  test("an indicator that is not there, or that no one has", () => {
    expect(factCell(rollUpOf(), {}, "就业")).toBeUndefined();
    expect(factCell(rollUpOf(), {}, "失业率")).toBeUndefined();
  });
});

describe("一季度的汇总，三月谁也没报", () => {
  const quarter = { window: { from: "2016-01", to: "2016-03" } };
  const january = (more: Partial<Fact> = {}) => fact("子县", { period: "2016-01", actual: 1, ...more });
  const february = (more: Partial<Fact> = {}) => fact("子县", { period: "2016-02", actual: 5, ...more });
  const cell = (measure: FactFrame["measure"], indicator = key) =>
    cellOf([january({ indicator }), february({ indicator })], { measure }, quarter, indicator);

  test("当期数：两月之和，至少", () =>
    expect(cell("inPeriod")).toMatchObject({ actual: "6", atLeast: true, missing: 1, reported: 0 }));
  test("累计数：沿用二月，至少", () =>
    expect(cell("cumulative")).toMatchObject({ actual: "5", atLeast: true, missing: 1, reported: 0 }));
  test("存量：二月末的不是三月末的，没有数", () =>
    expect(cell("cumulative", "常住人口")).toMatchObject({ actual: null, atLeast: false, missing: 1 }));
  test("可以为负的：只有已知各月之和，不是至少", () =>
    expect(cell("inPeriod", "净增企业")).toMatchObject({ actual: "6", atLeast: false, missing: 1 }));
  test("问到二月为止：齐全", () =>
    expect(
      cellOf(
        [january(), february()],
        { measure: "inPeriod" },
        { window: { from: "2016-01", to: "2016-02" } },
      ),
    ).toMatchObject({ actual: "6", atLeast: false, reported: 1 }));
});
