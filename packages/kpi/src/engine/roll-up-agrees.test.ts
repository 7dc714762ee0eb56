import { inferIndicator, type Value } from "@taizhang/model";
import { type Decimal, decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Figures } from "../facts.ts";
import { rollUp } from "../roll-up.ts";
import { runs } from "../testing/runs.ts";
import { encodeFacts, type Fact } from "./encode-facts.ts";
import { factCell } from "./fact-cell.ts";
import { rollUpFacts } from "./roll-up-facts.ts";

vi.setConfig({ testTimeout: 7_200_000 });

// Where both are told the same, `rollUp` over figures of sheets and the engine over a table of facts must not differ by
// a digit. What only `rollUp` decides (whose word counts, duplicates, units, target sources) is left out here.

const indicators = [
  inferIndicator("城镇新增就业", "人"),
  inferIndicator("常住人口", "人"),
  inferIndicator("净增企业", "家"),
  inferIndicator("城镇登记失业率", "%"),
];
const counties = ["子县", "丑区", "寅县", "卯区"];
const months = ["2016-08", "2016-09", "2016-10"];

const amount = fc
  .oneof(
    fc.constantFrom("0", "5", "5", "10"),
    fc.nat(9999).map(String),
    fc.nat(999).map((tenths) => `${tenths}.5`),
  )
  .map((text) => decimal(text));
const actual = fc.oneof(
  { weight: 5, arbitrary: amount },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom("notApplicable" as const, "unusable" as const) },
);
/** One row an org and indicator, with a target for the year and figures for one to three months, October among them. */
const rows = fc
  .array(
    fc.record({
      org: fc.nat(3),
      indicator: fc.nat(3),
      target: fc.option(amount),
      actuals: fc.tuple(actual, actual, actual),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((all) => [...new Map(all.map((row) => [`${row.org} ${row.indicator}`, row])).values()]);

interface Row {
  readonly org: number;
  readonly indicator: number;
  readonly target: Decimal | null;
  readonly actuals: readonly (Decimal | "notApplicable" | "unusable" | null)[];
}

const indicatorOf = (row: Row) => indicators[row.indicator] as (typeof indicators)[number];
const orgOf = (row: Row) => counties[row.org] as string;
const isWord = (of: string | null) => of === "notApplicable" || of === "unusable";

function wordOf(said: Row["actuals"][number]): Value {
  if (said === null) return { status: "missing" };
  if (said === "unusable") return { status: "unusable", why: "uncalculated" };
  return isWord(said) ? { status: "notApplicable" } : { status: "reported", amount: said as Decimal };
}

function figuresOf(all: readonly Row[]): Figures {
  const shared = (row: Row) => ({
    indicator: indicatorOf(row),
    org: orgOf(row),
    dims: { division: [{ name: orgOf(row) }] },
    unit: indicatorOf(row).unit,
    power: 0,
    standing: "own" as const,
  });
  return {
    tasks: [],
    targets: all.flatMap((row) =>
      row.target === null
        ? []
        : [{ ...shared(row), bound: "eq" as const, status: "set" as const, value: row.target }],
    ),
    observations: all.flatMap((row) =>
      row.actuals.map((said, at) => ({
        ...shared(row),
        measure: "cumulative" as const,
        period: months[at] as string,
        value: wordOf(said),
      })),
    ),
  };
}

const factsOf = (all: readonly Row[]): Fact[] =>
  all.flatMap((row) =>
    row.actuals.map((said, at) => ({
      org: orgOf(row),
      indicator: indicatorOf(row).key,
      period: months[at] as string,
      ...(row.target === null ? {} : { target: row.target }),
      ...(isWord(said)
        ? { status: said as "notApplicable" | "unusable" }
        : said === null
          ? {}
          : { actual: said as Decimal }),
    })),
  );

test("the engine and rollUp say the same of what both are told", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const { table } = encodeFacts(
        {
          indicators,
          orgs: counties.map((name) => ({ name, in: { division: name } })),
          dimensions: { division: counties.map((name) => ({ name })) },
          measure: "cumulative",
        },
        factsOf(all),
      );
      const engine = rollUpFacts(table, { sets: [{}, { division: 1 }], period: "2016-10" });
      for (const cell of rollUp(figuresOf(all), { by: ["division"], period: "2016-10" }).cells) {
        const ours = factCell(engine, cell.key, cell.indicatorKey);
        const { expected, reported, target, actual: sum, atLeast, completion, completionReporting } = cell;
        const same = { expected, reported, atLeast, completion, completionReporting };
        expect(ours).toMatchObject(
          ours?.notAdditive ? { expected, reported } : { ...same, target, actual: sum },
        );
        expect((ours?.missing ?? 0) === 0).toBe(cell.missing.length === 0);
      }
    }),
    { numRuns: runs },
  );
});

test("and of returns of single months, whether a month is blank or has no row", () => {
  const year = ["2016-01", "2016-02", "2016-03"];
  const said = fc.oneof({ weight: 3, arbitrary: amount }, fc.constantFrom(null, undefined));
  const monthly = fc.array(fc.record({ target: fc.option(amount), actuals: fc.tuple(said, said, said) }), {
    minLength: 1,
    maxLength: 4,
  });
  const flow = indicators[0] as (typeof indicators)[number];
  fc.assert(
    fc.property(monthly, (all) => {
      const of = (word: (typeof all)[number]["actuals"][number]) => (word === undefined ? [] : [word]);
      const facts = all.flatMap(({ target, actuals }, at) =>
        actuals.flatMap((one, month) =>
          of(one).map(
            (word): Fact => ({
              org: counties[at] as string,
              indicator: flow.key,
              period: year[month] as string,
              ...(target === null ? {} : { target }),
              ...(word === null ? {} : { actual: word }),
            }),
          ),
        ),
      );
      // A month that no fact has is no period of a table, so that its absence is known to rollUp alone
      fc.pre(year.every((month) => facts.some(({ period }) => period === month)));
      const shared = (at: number) => ({
        indicator: flow,
        org: counties[at] as string,
        dims: {},
        unit: flow.unit,
        power: 0,
        standing: "own" as const,
      });
      // An org without any row in the year has nothing to do with the indicator, whatever target it has
      const present = all.flatMap((row, at) =>
        row.actuals.some((one) => one !== undefined) ? [{ ...row, at }] : [],
      );
      const figures: Figures = {
        tasks: [],
        targets: present.flatMap(({ target, at }) =>
          target === null
            ? []
            : [{ ...shared(at), bound: "eq" as const, status: "set" as const, value: target }],
        ),
        observations: present.flatMap(({ actuals, at }) =>
          actuals.flatMap((one, month) =>
            of(one).map((word) => ({
              ...shared(at),
              measure: "inPeriod" as const,
              period: year[month] as string,
              value: wordOf(word),
            })),
          ),
        ),
      };
      const { table } = encodeFacts(
        { indicators: [flow], orgs: counties.map((name) => ({ name })), measure: "inPeriod" },
        facts,
      );
      const engine = rollUpFacts(table, {
        sets: [{}],
        window: { from: "2016-01", to: "2016-03" },
      });
      const ours = factCell(engine, {}, flow.key);
      const [cell] = rollUp(figures, { period: "2016-03" }).cells;
      const {
        expected,
        reported,
        target,
        actual: sum,
        atLeast,
        completion,
      } = cell as NonNullable<typeof cell>;
      expect(ours).toMatchObject({ expected, reported, target, actual: sum, atLeast, completion });
    }),
    { numRuns: runs },
  );
});
