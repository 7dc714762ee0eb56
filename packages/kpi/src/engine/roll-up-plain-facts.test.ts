import { type Decimal, decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { runs as runCount } from "../testing/runs.ts";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact, FactFrame, NumberedFact } from "./fact.ts";
import { blockSize } from "./fact-blocks.ts";
import { factCell, factCells } from "./fact-cell.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import { rollUpPlainFacts } from "./roll-up-plain-facts.ts";
import { everyLevel, type RollUpPlan } from "./roll-up-plan.ts";
import { lackingOrgs, outsideOrgs, sourceRows } from "./source-rows.ts";
import { type Case, cases, indicators } from "./testing/random-facts.ts";

vi.setConfig({ testTimeout: 7_200_000 });
const runs = { numRuns: runCount };

function* oneByOne(facts: readonly (Fact | NumberedFact)[]) {
  yield* facts;
}
const planOf = ({ asked: { sets, from, to } }: Case): RollUpPlan => ({
  sets,
  ...(from === "" ? {} : { window: { from, to } }),
});
/** All that a roll-up says, cell by cell, in its order. */
const said = (rollUp: Parameters<typeof factCells>[0]) => [...factCells(rollUp)];

/** Facts of which some have no place, contradict themselves, or have an amount that is none. */
const spoilt = (facts: readonly Fact[], seed: number): Fact[] =>
  facts.map((fact, at) => {
    const which = (seed + 7 * at) % 23;
    if (which === 0) return { ...fact, org: "寅县" };
    if (which === 1) return { ...fact, actual: "" as Decimal };
    if (which === 2) return { ...fact, light: "blue" as "red" };
    if (which === 3) return { ...fact, unit: "亩" };
    if (which === 4) return { ...fact, indicator: "没有" };
    return which === 5 ? { ...fact, standIn: decimal("-1") } : fact;
  });

test("says what the roll-up of their table says, to the digit, of an array and one by one; and refuses the same", () => {
  fc.assert(
    fc.property(cases(), fc.nat(), (given, seed) => {
      const facts = spoilt(given.facts, seed);
      const { table, refused } = encodeFacts(given.frame, facts);
      fc.pre(table.size > 0 && facts.length > 0);
      const plan = planOf(given);
      const whole = rollUpFacts(table, plan);
      const plain = rollUpPlainFacts(given.frame, facts, plan);
      expect(said(plain)).toEqual(said(whole));
      expect([plain.refused, plain.window, plain.plan]).toEqual([refused, whole.window, plan]);
      const { periods } = table;
      const frame = { ...given.frame, ...(periods.length > 0 ? { periods } : {}) };
      const streamed = rollUpPlainFacts(frame, oneByOne(facts), plan);
      expect(said(streamed)).toEqual(said(whole));
      expect(streamed.refused).toEqual(refused);
    }),
    runs,
  );
});

test("leads from each cell to the facts themselves", () => {
  fc.assert(
    fc.property(cases(), fc.nat(), (given, seed) => {
      const facts = spoilt(given.facts, seed);
      const { table, refused } = encodeFacts(given.frame, facts);
      fc.pre(table.size > 0);
      const plan = planOf(given);
      const whole = rollUpFacts(table, plan);
      const plain = rollUpPlainFacts(given.frame, facts, plan);
      const placeless = new Set(
        refused.flatMap(({ at, why }) => (why === "org" || why === "indicator" ? [at] : [])),
      );
      const positions = [...facts.keys()].filter((at) => !placeless.has(at));
      for (const { key, indicator } of factCells(whole)) {
        expect(sourceRows(plain, key, indicator)).toEqual(
          sourceRows(whole, key, indicator).map((one) => ({ ...one, row: positions[one.row] })),
        );
        expect(lackingOrgs(plain, key, indicator)).toEqual(lackingOrgs(whole, key, indicator));
        expect(outsideOrgs(plain, key, indicator)).toEqual(outsideOrgs(whole, key, indicator));
      }
    }),
    { numRuns: Math.ceil(runCount / 4) },
  );
});

const orgs = ["子县", "丑区", "卯区"];
const frame: FactFrame = {
  indicators,
  orgs: orgs.map((name) => ({ name, in: { division: name } })),
  dimensions: { division: [{ name: "甲市" }, ...orgs.map((name) => ({ name, parent: "甲市" }))] },
  measure: "inPeriod",
};
const key = "城镇新增就业";
const fact = (more: Partial<Fact> = {}): Fact => ({
  org: "子县",
  indicator: key,
  target: 1,
  actual: 1,
  ...more,
});
const plan = { sets: everyLevel(frame, "division") };

describe("facts of several blocks", () => {
  const size = 2 * blockSize + 10;
  const odd: Readonly<Record<number, Partial<Fact>>> = {
    3: { actual: decimal("123456789012345678.5") },
    [blockSize - 1]: { org: "寅县" },
    [blockSize]: { actual: decimal("0.0000001"), target: decimal("9007199254.740991") },
    [blockSize + 1]: { jointOrgs: ["卯区"] },
    [blockSize + 2]: { actual: null, standIn: 5 },
    [blockSize + 3]: { indicator: "净增企业", actual: -5 },
    [blockSize + 4]: { actual: null, status: "notApplicable", org: "卯区" },
    [2 * blockSize + 9]: { actual: "x" as Decimal },
  };
  const facts = Array.from({ length: size }, (_, at) =>
    fact({ org: orgs[at % 2] as string, ...(at % 5 === 0 ? { target: null } : {}), ...odd[at] }),
  );
  const { table, refused } = encodeFacts(frame, facts);
  const whole = said(rollUpFacts(table, plan));

  test.each<[string, Iterable<Fact>]>([
    ["an array", facts],
    ["one by one", oneByOne(facts) as Iterable<Fact>],
    ["a set", new Set(facts)],
  ])("%s", (_, given) => {
    const plain = rollUpPlainFacts(frame, given, plan);
    expect(said(plain)).toEqual(whole);
    expect(plain.refused).toEqual(refused);
    expect(refused).toEqual([
      { at: blockSize - 1, why: "org" },
      { at: size - 1, why: "amount" },
    ]);
  });
  test("of just so many as a block has, and of none", () => {
    const some = facts.slice(0, blockSize);
    for (const given of [some, oneByOne(some)])
      expect(said(rollUpPlainFacts(frame, given, plan))).toEqual(
        said(rollUpFacts(encodeFacts(frame, some).table, plan)),
      );
    for (const given of [[], oneByOne([])]) expect(said(rollUpPlainFacts(frame, given, plan))).toEqual([]);
  });
  test("a figure below zero in the last block lets nothing stand in for one of the first", () => {
    const missing = [fact({ actual: null, standIn: 5 }), ...facts.slice(1, blockSize + 1)];
    const actual = (more: Fact) =>
      factCell(rollUpPlainFacts(frame, [...missing, more], plan), { division: "子县" }, key)?.actual;
    const below = encodeFacts(frame, [...missing, fact({ org: "丑区", actual: -1 })]).table;
    expect(actual(fact({ org: "丑区", actual: -1 }))).toBe(
      factCell(rollUpFacts(below, plan), { division: "子县" }, key)?.actual,
    );
    expect(actual(fact({ org: "丑区" }))).not.toBe(actual(fact({ org: "丑区", actual: -1 })));
  });
});

describe("periods", () => {
  const dated = ["2016-02", "2016-01", undefined].map((period) =>
    fact(period === undefined ? {} : { period }),
  );
  test("are looked for where the first fact has none", () => {
    const facts = [...dated].reverse();
    const plain = rollUpPlainFacts(frame, facts, plan);
    expect(plain.refused).toEqual([{ at: 0, why: "period" }]);
    expect(factCell(plain, {}, key)).toMatchObject({ actual: "1" });
    expect(sourceRows(plain, {}, key).map(({ row }) => row)).toEqual([2]);
  });
  test("also where only a joint fact has one", () =>
    expect(
      rollUpPlainFacts(frame, [fact(), fact({ period: "2016-01", jointOrgs: ["丑区"] })], plan).refused,
    ).toEqual([{ at: 0, why: "period" }]));
  test("of facts one by one must be known", () => {
    expect(() => rollUpPlainFacts(frame, oneByOne(dated), plan)).toThrow(
      new RangeError("Facts one by one: name their periods in the frame"),
    );
    const { refused, window } = rollUpPlainFacts(
      { ...frame, periods: ["2016-01", "2016-02", "2016-03"] },
      oneByOne(dated),
      plan,
    );
    expect(refused).toEqual([{ at: 2, why: "period" }]);
    expect(window).toMatchObject({ from: 2, to: 2 });
  });
  test("that the frame names are the only ones, and a month without facts is missing", () => {
    const of = { ...frame, periods: ["2016-02", "2016-03"] };
    const { table, refused } = encodeFacts(of, dated);
    expect(refused).toEqual([
      { at: 1, why: "period" },
      { at: 2, why: "period" },
    ]);
    expect(table.periods).toEqual(of.periods);
    expect(factCell(rollUpFacts(table, plan), {}, key)).toMatchObject({ actual: null, missing: 1 });
    expect(() => encodeFacts({ ...frame, periods: ["2016-02", "2016-01"] }, dated)).toThrow(RangeError);
  });
});

test("more combinations than there is room for are rolled up from their table", () => {
  const many = (name: string) => Array.from({ length: 600 }, (_, at) => ({ name: `${name}${at}` }));
  const of = { ...frame, dimensions: { ...frame.dimensions, park: many("p"), street: many("s") } };
  const facts = [0, 1, 599].map((at) => fact({ in: { park: `p${at}`, street: "s7" }, actual: at }));
  const sets = { sets: [{ park: 1, street: 1 }, {}] };
  const whole = said(rollUpFacts(encodeFacts(of, facts).table, sets));
  for (const given of [facts, oneByOne(facts)])
    expect(said(rollUpPlainFacts(of, given, sets))).toEqual(whole);
  expect(whole).toHaveLength(4);
  const plain = rollUpPlainFacts(of, facts, sets);
  expect(sourceRows(plain, { park: "p599", street: "s7" }, key).map(({ row }) => row)).toEqual([2]);
});

test("orgs and indicators by their positions", () => {
  const numbered = [0, 1, 2].map((org) => ({ org, indicator: 0, actual: org }));
  const plain = rollUpPlainFacts(frame, [...numbered, fact({ actual: null })], plan);
  expect(factCell(plain, { division: "甲市" }, key)).toMatchObject({
    expected: 3,
    missing: 1,
    atLeast: true,
  });
  expect(sourceRows(plain, { division: "子县" }, key).map(({ row }) => row)).toEqual([0, 3]);
});

test("facts that came one by one are not there to be looked into", () => {
  const plain = rollUpPlainFacts(frame, oneByOne([fact()]), plan);
  expect(plain.facts).toBeUndefined();
  expect(() => sourceRows(plain, {}, key)).toThrow(
    new RangeError("Facts one by one are not kept: give an array"),
  );
});

test("a set of a level that the frame has not, and a tree that is none, are refused with their place", () => {
  expect(() => rollUpPlainFacts(frame, [fact()], { sets: [{ division: 3 }] })).toThrow(/sets\[0\]\.division/);
  const tail = [
    { name: "子县", parent: "丑区" },
    { name: "丑区", parent: "子县" },
  ];
  const bitten = { ...frame, orgs: [{ name: "子县" }], dimensions: { division: tail } };
  expect(() =>
    rollUpPlainFacts({ ...bitten, orgs: [{ name: "子县", in: { division: "子县" } }] }, [], plan),
  ).toThrow(/no tree/);
});

test("every level of a frame", () =>
  expect(everyLevel(frame, "division")).toEqual([{}, { division: 1 }, { division: 2 }]));
