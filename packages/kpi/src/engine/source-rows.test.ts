import { describe, expect, test } from "vitest";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact, FactFrame } from "./fact.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import type { RollUpPlan } from "./roll-up-plan.ts";
import { lackingOrgs, outsideOrgs, sourceRows } from "./source-rows.ts";
import { indicators } from "./testing/random-facts.ts";

const key = "城镇新增就业";
const frame: FactFrame = {
  indicators,
  orgs: ["子县", "丑区", "寅县"].map((name) => ({ name, in: { division: name } })),
  dimensions: { division: ["子县", "丑区", "寅县"].map((name) => ({ name })) },
  measure: "cumulative",
};
const fact = (org: string, period: string, actual: number | null, more: Partial<Fact> = {}): Fact => ({
  org,
  indicator: key,
  period,
  target: 10,
  actual,
  ...more,
});
const asked = (
  facts: readonly Fact[],
  plan: RollUpPlan,
  of: Readonly<Record<string, string>> = {},
  more: Partial<FactFrame> = {},
) => {
  const rollUp = rollUpFacts(encodeFacts({ ...frame, ...more }, facts).table, plan);
  return {
    rows: sourceRows(rollUp, of, key).map(({ row, target, actual }) =>
      [row, ...(target ? ["target"] : []), ...(actual ? ["actual"] : [])].join(" "),
    ),
    lacking: lackingOrgs(rollUp, of, key),
  };
};
const total: RollUpPlan = { sets: [{}, { division: 1 }] };

describe("the rows that a cell is made from", () => {
  const facts = [
    fact("寅县", "2016-02", 3),
    fact("子县", "2016-01", 1),
    fact("丑区", "2016-02", null),
    fact("子县", "2016-02", 2, { target: null }),
    fact("丑区", "2016-01", 5),
    fact("子县", "2016-03", 9),
    fact("子县", "2015-12", 9),
    fact("子县", "2017-01", 9),
    { ...fact("子县", "2016-02", 9), indicator: "净增企业" },
  ];
  const plan = { ...total, period: "2016-02" };

  test("the figures of the period, what is carried, and the latest target; no other year, and no other indicator", () =>
    expect(asked(facts, plan)).toEqual({
      rows: ["0 target actual", "1 target", "2 target", "3 actual", "4 actual"],
      lacking: ["丑区"],
    }));
  test("of one group only its own", () => {
    expect(asked(facts, plan, { division: "子县" })).toEqual({ rows: ["1 target", "3 actual"], lacking: [] });
    expect(asked(facts, plan, { division: "丑区" }).rows).toEqual(["2 target", "4 actual"]);
  });
  test("who stands nowhere this month, but this year, lacks; its target is the latest", () =>
    expect(asked([fact("寅县", "2016-02", 3), fact("丑区", "2016-01", 1)], plan)).toEqual({
      rows: ["0 target actual", "1 target actual"],
      lacking: ["丑区"],
    }));
  test("who says 不涉及 now has no target, whatever it had before", () =>
    expect(
      asked([fact("寅县", "2016-01", 3), { ...fact("寅县", "2016-02", null), status: "notApplicable" }], plan)
        .rows,
    ).toEqual(["1"]));
  test("a row that gives its target alone is among them", () =>
    expect(
      asked([fact("寅县", "2016-01", 3), fact("丑区", "2016-02", 1)], plan, {}, { measure: "inPeriod" }),
    ).toEqual({ rows: ["0 target", "1 target actual"], lacking: ["寅县"] }));
  test("a later row makes its org expected, and gives nothing", () =>
    expect(asked([fact("寅县", "2016-02", 3), fact("丑区", "2016-03", 1)], plan)).toEqual({
      rows: ["0 target actual"],
      lacking: ["丑区"],
    }));
  test("no such group, no such indicator: no rows; no such dimension: a mistake of the program", () => {
    const rollUp = rollUpFacts(encodeFacts(frame, facts).table, plan);
    for (const [of, indicator] of [
      [{ division: "卯区" }, key],
      [{}, "就业"],
    ] as const) {
      expect(sourceRows(rollUp, of, indicator)).toEqual([]);
      expect(lackingOrgs(rollUp, of, indicator)).toEqual([]);
    }
    expect(() => sourceRows(rollUp, { department: "子县" }, key)).toThrow(RangeError);
    expect(() => lackingOrgs(rollUp, { department: "子县" }, key)).toThrow(RangeError);
  });
  test("those who lack stand in the order of the orgs, whatever the order of the rows", () =>
    expect(
      asked(
        [fact("寅县", "2016-02", null), fact("丑区", "2016-02", null), fact("子县", "2016-02", null)],
        plan,
      ).lacking,
    ).toEqual(["子县", "丑区", "寅县"]));
  test("a figure that cannot be used lacks too, and 不涉及 does not", () =>
    expect(
      asked(
        [
          fact("寅县", "2016-02", null, { status: "unusable" }),
          fact("丑区", "2016-02", null, { status: "notApplicable" }),
        ],
        plan,
      ),
    ).toEqual({ rows: ["0 target", "1"], lacking: ["寅县"] }));
});

describe("the rows of several periods", () => {
  const facts = [
    fact("子县", "2016-01", 1),
    fact("子县", "2016-02", 2),
    fact("子县", "2016-03", null),
    fact("子县", "2016-04", 4),
  ];
  const window = { from: "2016-02", to: "2016-04" };
  const inPeriod = { measure: "inPeriod" as const };

  test("flows of single periods: those that are asked; the target of the year is the latest", () =>
    expect(asked(facts, { sets: [{}], window }, {}, inPeriod)).toEqual({
      rows: ["1 actual", "2", "3 target actual"],
      lacking: ["子县"],
    }));
  test("with targets of each period, those too", () =>
    expect(asked(facts, { sets: [{}], window }, {}, { ...inPeriod, targetsOf: "period" }).rows).toEqual([
      "1 target actual",
      "2 target",
      "3 target actual",
    ]));
  test("cumulative ones: the last alone", () =>
    expect(asked(facts, { sets: [{}], window })).toEqual({ rows: ["3 target actual"], lacking: [] }));
  test("where periods stand apart, those of the one", () => {
    const plan = { sets: [{ period: 1 }], window };
    expect(asked(facts, plan, { period: "2016-03" }, inPeriod)).toEqual({
      rows: ["2 target"],
      lacking: ["子县"],
    });
    expect(asked(facts, plan, { period: "2016-02" }, inPeriod)).toEqual({
      rows: ["1 target actual"],
      lacking: [],
    });
    expect(asked(facts, plan, { period: "2016-03" })).toEqual({
      rows: ["1 actual", "2 target"],
      lacking: ["子县"],
    });
  });
  test("a table without periods has all of its rows", () => {
    const bare = facts.map(({ period: _, ...rest }) => rest);
    expect(asked(bare, { sets: [{}] }).rows).toEqual([
      "0 target actual",
      "1 target actual",
      "2 target",
      "3 target actual",
    ]);
  });
});

test("who says 不涉及: all of its rows, in the order of the orgs; who lacks or reports one is not", () => {
  const out = { status: "notApplicable" } as const;
  const { table } = encodeFacts(frame, [
    fact("寅县", "2016-10", null, out),
    fact("丑区", "2016-10", null, out),
    fact("丑区", "2016-10", 4),
    fact("子县", "2016-10", null, out),
    fact("子县", "2016-09", 4),
  ]);
  const rollUp = rollUpFacts(table, { ...total, period: "2016-10" });
  expect(outsideOrgs(rollUp, {}, key)).toEqual(["子县", "寅县"]);
  expect(outsideOrgs(rollUp, { division: "丑区" }, key)).toEqual([]);
  expect(outsideOrgs(rollUp, { division: "寅县" }, key)).toEqual(["寅县"]);
  expect(outsideOrgs(rollUp, {}, "没有的")).toEqual([]);
});
