import { describe, expect, test } from "vitest";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact, FactFrame } from "./fact.ts";
import { factCell } from "./fact-cell.ts";
import { axesOf, familyOf, rollUpFacts } from "./roll-up-facts.ts";
import type { GroupSet } from "./roll-up-plan.ts";
import { indicators } from "./testing/random-facts.ts";

const key = "城镇新增就业";
const frame: FactFrame = {
  indicators,
  orgs: ["子县", "丑区"].map((name) => ({ name, in: { division: name } })),
  dimensions: {
    division: [{ name: "甲市" }, { name: "子县", parent: "甲市" }, { name: "丑区", parent: "甲市" }],
    program: [{ name: "民生" }, { name: "就业", parent: "民生" }, { name: "教育", parent: "民生" }],
    park: [{ name: "东" }, { name: "西" }],
  },
  measure: "cumulative",
};
const fact = (org: string, program: string, actual: number | null, more: Partial<Fact> = {}): Fact => ({
  org,
  indicator: key,
  target: 10,
  actual,
  in: { program, park: "东" },
  ...more,
});
const cellIn = (facts: readonly Fact[], sets: readonly GroupSet[], of: Record<string, string>, plan = {}) =>
  factCell(rollUpFacts(encodeFacts(frame, facts).table, { sets, ...plan }), of, key);

/** "Coverage counts orgs": one that is in two programs is one org of the city, whatever else is asked for. */
describe("sets of several programs beside sets of none", () => {
  const months = ["2016-01", "2016-02"] as const;
  const facts = months.flatMap((period, at) => [
    fact("子县", "就业", 1 + at, { period }),
    fact("子县", "教育", 10 + at, { period }),
    fact("丑区", "就业", at === 0 ? 100 : null, { period }),
  ]);
  test.each<[string, readonly GroupSet[]]>([
    ["finer before", [{ program: 2 }, { program: 1 }, { division: 2, program: 2 }, { division: 1 }, {}]],
    ["finer after", [{}, { division: 1 }, { division: 2, program: 2 }, { program: 1 }, { program: 2 }]],
    ["alone", [{}]],
    ["twice", [{}, { program: 2 }, {}]],
  ])("%s", (_, sets) => {
    const total = { target: "30", actual: "113", expected: 2, reported: 1, missing: 1, atLeast: true };
    const at = (of: Record<string, string>) => cellIn(facts, sets, of, { period: months[1] });
    expect(at({})).toMatchObject(total);
    if (!sets.some((set) => "program" in set && !("division" in set))) return;
    expect(at({ program: "教育" })).toMatchObject({ actual: "11", expected: 1, missing: 0 });
    expect(at({ program: "就业" })).toMatchObject({ actual: "102", expected: 2, missing: 1 });
    if (sets.length < 5) return;
    expect(at({ program: "民生" })).toMatchObject(total);
    expect(at({ division: "甲市" })).toMatchObject(total);
    expect(at({ division: "子县", program: "就业" })).toMatchObject({ actual: "2", expected: 1 });
  });
  test("and of single months", () => {
    const sets: readonly GroupSet[] = [{ program: 2, period: 1 }, { period: 1 }, { program: 2 }, {}];
    const at = (of: Record<string, string>) =>
      cellIn(facts, sets, of, { window: { from: months[0], to: months[1] } });
    expect(at({ period: months[0] })).toMatchObject({ actual: "111", expected: 2, missing: 0 });
    expect(at({ period: months[1] })).toMatchObject({ actual: "113", expected: 2, missing: 1 });
    expect(at({ period: months[1], program: "就业" })).toMatchObject({ actual: "102", atLeast: true });
    expect(at({})).toMatchObject({ actual: "113", expected: 2, missing: 1 });
  });
});

describe("the dimensions of a set that hang on the fact", () => {
  const { table } = encodeFacts(frame, [fact("子县", "就业", 1)]);
  test("those, with their levels, and no division, department or period", () =>
    expect(axesOf(table, { period: 1, division: 2, program: 2 })).toEqual([{ name: "program", level: 2 }]));
  test("in one order, however a set names them, so that they share a base", () => {
    const [one, other] = [axesOf(table, { park: 1, program: 2 }), axesOf(table, { program: 2, park: 1 })];
    expect(one).toHaveLength(2);
    expect(familyOf(one)).toBe(familyOf(other));
    expect(familyOf(one)).not.toBe(familyOf(axesOf(table, { program: 1, park: 1 })));
    expect(familyOf(one)).not.toBe(familyOf(axesOf(table, { program: 2 })));
  });
});
