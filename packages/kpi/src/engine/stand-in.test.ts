import { inferIndicator } from "@taizhang/model";
import { expect, test } from "vitest";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact } from "./fact.ts";
import { factCell } from "./fact-cell.ts";
import { rollUpFacts } from "./roll-up-facts.ts";

// What stands in for a lacking figure (沿用): domain page §4, law 2.

const flow = inferIndicator("城镇新增就业", "人");
const indicators = [flow, inferIndicator("常住人口", "人"), { ...flow, key: "净增", mayBeNegative: true }];
const [jobs, people, net] = indicators.map(({ key }) => key) as [string, string, string];

interface Total {
  readonly actual: string | null;
  readonly atLeast: boolean;
  readonly missing: number;
  readonly unusable: number;
  readonly refused: readonly string[];
}

/** The total of an indicator over one org that lacks its figure and others that gave one. */
function totalOf(facts: readonly Fact[], indicator: string): Total {
  const orgs = ["子县", "丑区"].map((name) => ({ name }));
  const { table, refused } = encodeFacts({ indicators, orgs, measure: "cumulative" }, facts);
  const { actual, atLeast, missing, unusable } = factCell(
    rollUpFacts(table, { sets: [{}] }),
    {},
    indicator,
  ) as NonNullable<ReturnType<typeof factCell>>;
  return { actual, atLeast, missing, unusable, refused: refused.map(({ why }) => why) };
}

const lacking = (indicator: string, more: Partial<Fact>): Fact => ({ org: "子县", indicator, ...more });
const given: Fact = { org: "丑区", indicator: jobs, actual: 4 };
const below: Fact = { org: "丑区", indicator: jobs, actual: -4 };
const bounded = { atLeast: true, missing: 1, unusable: 0, refused: [] };
const none = { actual: null, atLeast: false, missing: 1, unusable: 0, refused: ["standIn"] };

test.each<[string, readonly Fact[], string, Total]>([
  ["a missing figure", [lacking(jobs, { standIn: 7 }), given], jobs, { ...bounded, actual: "11" }],
  [
    "one that cannot be used",
    [lacking(jobs, { standIn: 7, status: "unusable" }), given],
    jobs,
    { ...bounded, actual: "11", missing: 0, unusable: 1 },
  ],
  ["in another unit", [lacking(jobs, { standIn: 1, unit: "万人" })], jobs, { ...bounded, actual: "10000" }],
  ["zero", [lacking(jobs, { standIn: 0 })], jobs, { ...bounded, actual: "0" }],
  ["below zero: refused", [lacking(jobs, { standIn: -1 })], jobs, none],
  ["a stock: refused", [lacking(people, { standIn: 7 })], people, none],
  ["what may be negative: refused", [lacking(net, { standIn: 7 })], net, none],
  [
    "a figure below zero elsewhere: nothing stands in",
    [lacking(jobs, { standIn: 7 }), below],
    jobs,
    { actual: "-4", atLeast: false, missing: 1, unusable: 0, refused: [] },
  ],
  [
    "a figure that was given stays",
    [lacking(jobs, { standIn: 7, actual: 3 }), given],
    jobs,
    { ...bounded, actual: "7", atLeast: false, missing: 0 },
  ],
])("%s", (_, facts, indicator, total) => expect(totalOf(facts, indicator)).toEqual(total));
