import { firstMonth, monthOfNumber } from "@taizhang/model";
import { type Decimal, decimal } from "@taizhang/quantity";
import fc from "fast-check";
import type { Fact, FactFrame, FactMember } from "../fact.ts";
import type { FactIndicator } from "../fact-columns.ts";
import type { Asked } from "./oracle.ts";

const indicator = (of: Partial<FactIndicator> & Pick<FactIndicator, "key">): FactIndicator => ({
  name: of.key,
  unit: "人",
  direction: "up",
  accounting: "flow",
  acrossOrgs: "sum",
  acrossTime: "sum",
  ...of,
});

/** One of each kind: flows, one that may be negative, a stock, a ceiling, and rates with and without known parts. */
export const indicators: readonly FactIndicator[] = [
  indicator({ key: "城镇新增就业" }),
  indicator({ key: "净增企业", unit: "家", mayBeNegative: true }),
  indicator({ key: "常住人口", accounting: "stock", acrossTime: "last" }),
  indicator({ key: "事故起数", unit: "起", direction: "down" }),
  indicator({ key: "参保人数", accounting: "stock", acrossTime: "last" }),
  indicator({
    key: "参保率",
    unit: "%",
    accounting: "ratio",
    acrossOrgs: "none",
    acrossTime: "none",
    numerator: "参保人数",
    denominator: "常住人口",
  }),
  indicator({
    key: "失业率",
    unit: "%",
    direction: "down",
    accounting: "ratio",
    acrossOrgs: "none",
    acrossTime: "none",
  }),
];

/** Ties and zeros often, negatives, more than six places, and amounts beyond the safe integers of millionths. */
const amount = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("0", "1", "5", "5", "10", "-3") },
  { weight: 4, arbitrary: fc.integer({ min: -50, max: 9999 }).map(String) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 9 })).map(([a, b]) => `${a}.${b}`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "0.000001",
      "0.0000004",
      "9007199254.740991",
      "9007199255",
      "-9007199254.740991",
      "123456789012345678.1234567891",
    ),
  },
);
const decimals = amount.map((text): Decimal => decimal(text));

const light = fc.constantFrom("red", "yellow", "unreported", "green", "notDue", "pending", "notApplicable");

export interface Case {
  readonly frame: FactFrame;
  readonly facts: readonly Fact[];
  readonly asked: Asked;
}

/** A tree of members in levels: each hangs on one before it, or on nothing. */
const tree = fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }).map((picks): FactMember[] =>
  picks.map((pick, at) => {
    const above = pick % (at + 1);
    return { name: `d${at}`, ...(above < at && pick % 5 !== 0 ? { parent: `d${above}` } : {}) };
  }),
);

const programs: readonly FactMember[] = [
  { name: "就业" },
  { name: "教育" },
  { name: "扶智", parent: "教育" },
];

/** Every other month of 2016; now and then a month of the year before stands before them, or one of the year after. */
const monthsOf = (size: number, years: number): string[] =>
  Array.from({ length: size }, (_, at) =>
    at === 0 && years % 4 === 1
      ? "2015-11"
      : at > 0 && at === size - 1 && years % 4 === 2
        ? "2017-02"
        : `2016-${String(2 * at + 1).padStart(2, "0")}`,
  );

const monthBeside = (month: string, step: 1 | -1): string =>
  month === "" ? "" : monthOfNumber(firstMonth(month) + step);

/** Frames and facts of any shape, and what is asked of them. */
export const cases = (options: { readonly joint?: boolean } = {}): fc.Arbitrary<Case> =>
  fc
    .record({
      divisions: tree,
      orgs: fc.array(fc.tuple(fc.nat(100), fc.nat(2)), { minLength: 1, maxLength: 8 }),
      measure: fc.constantFrom("cumulative" as const, "inPeriod" as const),
      targetsOf: fc.constantFrom("year" as const, "period" as const),
      months: fc.nat(4),
      withPrograms: fc.boolean(),
      rows: fc.array(
        fc.record({
          org: fc.nat(100),
          indicator: fc.nat(100),
          month: fc.nat(100),
          program: fc.nat(100),
          target: fc.option(decimals, { freq: 4 }),
          pending: fc.nat(9),
          actual: fc.option(decimals, { freq: 4 }),
          status: fc.option(fc.constantFrom("notApplicable" as const, "unusable" as const), { freq: 3 }),
          light: fc.option(light),
          others: fc.array(fc.nat(100), { maxLength: 3 }),
          isJoint: fc.nat(5),
          standIn: fc.oneof(
            { weight: 2, arbitrary: fc.constant(null) },
            { weight: 1, arbitrary: decimals.filter((text) => !text.startsWith("-")) },
          ),
        }),
        { minLength: 1, maxLength: 30 },
      ),
      sets: fc.array(
        fc.record({ division: fc.nat(4), department: fc.nat(1), program: fc.nat(2), period: fc.nat(3) }),
        { minLength: 1, maxLength: 5 },
      ),
      window: fc.tuple(fc.nat(100), fc.nat(100)),
      years: fc.nat(7),
    })
    .map(({ divisions, orgs, measure, targetsOf, months, withPrograms, rows, sets, window, years }): Case => {
      const departments = [{ name: "甲局" }, { name: "乙局" }];
      const orgList = orgs.map(([at, department], number) => ({
        name: `o${number}`,
        in: {
          ...(at % 7 === 6 ? {} : { division: (divisions[at % divisions.length] as FactMember).name }),
          ...(department < 2 ? { department: (departments[department] as FactMember).name } : {}),
        },
      }));
      const names = monthsOf(months, years);
      const facts = rows.map((row): Fact => {
        const org = orgList[row.org % orgList.length] as { name: string };
        const others = row.others.map((at) => (orgList[at % orgList.length] as { name: string }).name);
        const status = row.status ?? undefined;
        const indicator = indicators[row.indicator % indicators.length] as FactIndicator;
        return {
          org: org.name,
          indicator: indicator.key,
          ...(months > 0 ? { period: names[row.month % months] as string } : {}),
          ...(row.target === null || row.pending === 0 ? {} : { target: row.target }),
          ...(row.pending === 0 ? { pending: true } : {}),
          ...(status ? { status } : row.actual === null ? {} : { actual: row.actual }),
          ...(row.light ? { light: row.light } : {}),
          ...(row.standIn !== null && mayHaveStandIn(indicator) ? { standIn: row.standIn } : {}),
          ...(options.joint !== false && row.isJoint === 0 && others.length > 0 ? { jointOrgs: others } : {}),
          ...(withPrograms ? { in: { program: (programs[row.program % 3] as FactMember).name } } : {}),
        };
      });
      const present = [...new Set(facts.flatMap(({ period }) => period ?? []))].sort();
      const to = present[window[1] % Math.max(present.length, 1)] ?? "";
      const ofYear = present.filter((month) => month.slice(0, 4) === to.slice(0, 4));
      const other = ofYear[window[0] % Math.max(ofYear.length, 1)] ?? "";
      const [first = "", last = ""] = [other, to].sort();
      // Now and then a month before and after, of which there are no facts
      const from = window[0] % 4 === 0 && !first.endsWith("-01") ? monthBeside(first, -1) : first;
      const until = window[1] % 4 === 0 && !last.endsWith("-12") ? monthBeside(last, 1) : last;
      const used = new Set(orgList.flatMap((org) => Object.keys(org.in)));
      return {
        frame: {
          indicators,
          orgs: orgList,
          dimensions: {
            ...(used.has("division") ? { division: divisions } : {}),
            ...(used.has("department") ? { department: departments } : {}),
            ...(withPrograms ? { program: programs } : {}),
          },
          measure,
          targetsOf: measure === "cumulative" ? "year" : targetsOf,
        },
        facts,
        asked: {
          from,
          to: until,
          sets: sets.map((set) =>
            Object.fromEntries(
              Object.entries({ ...set, division: Math.min(set.division, deepest(divisions)) }).filter(
                ([name, level]) =>
                  level > 0 &&
                  (name === "period"
                    ? present.length > 0 && level === 1
                    : name === "program"
                      ? withPrograms
                      : used.has(name)),
              ),
            ),
          ),
        },
      };
    });

/** What is missing of a flow that is never below zero may have something that stands in for it. */
const mayHaveStandIn = ({ acrossTime, mayBeNegative }: FactIndicator): boolean =>
  acrossTime === "sum" && !mayBeNegative;

/** How many levels a tree of members has. */
function deepest(members: readonly FactMember[]): number {
  const above = new Map(members.map(({ name, parent }) => [name, parent]));
  const depth = (name: string | undefined): number => (name === undefined ? 0 : 1 + depth(above.get(name)));
  return Math.max(...members.map(({ name }) => depth(name)));
}
