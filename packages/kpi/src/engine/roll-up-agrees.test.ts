import { inferIndicator, type Value } from "@taizhang/model";
import { type Decimal, decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Figures } from "../facts.ts";
import { rollUp } from "../roll-up.ts";
import { runs } from "../testing/runs.ts";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact } from "./fact.ts";
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
      ...factWord(said),
    })),
  );

const factWord = (said: Row["actuals"][number]): Pick<Fact, "actual" | "status"> =>
  isWord(said)
    ? { status: said as "notApplicable" | "unusable" }
    : said === null
      ? {}
      : { actual: said as Decimal };

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

/** A rate and its parts. An org with a row of the rate has rows of both parts; one may have rows of the parts alone. */
const rate = inferIndicator("常住人口城镇化率", "%");
const [top, bottom] = [inferIndicator("城镇常住人口", "人"), inferIndicator("常住人口", "人")];
const partRows = fc.array(
  fc.record({
    rate: fc.option(fc.tuple(actual, fc.option(fc.constantFrom(decimal("50"), decimal("60"))))),
    top: actual,
    bottom: actual,
  }),
  { minLength: 1, maxLength: 4 },
);

test("a rate whose parts are known: both say the same, at every level", () => {
  fc.assert(
    fc.property(partRows, (orgs) => {
      const of = (
        indicator: typeof rate,
        org: number,
        said: Row["actuals"][number],
        target: Decimal | null,
      ) => ({
        indicator,
        org: counties[org] as string,
        said,
        target,
      });
      const all = orgs.flatMap((one, org) => [
        ...(one.rate ? [of(rate, org, ...one.rate)] : []),
        of(top, org, one.top, null),
        of(bottom, org, one.bottom, null),
      ]);
      const dims = (org: string) => ({ division: [{ name: org }], city: [{ name: "甲市" }] });
      const figures: Figures = {
        tasks: [],
        targets: all.flatMap(({ said: _, target, ...row }) =>
          target === null
            ? []
            : [
                {
                  ...row,
                  dims: dims(row.org),
                  unit: row.indicator.unit,
                  power: 0,
                  standing: "own" as const,
                  bound: "ge" as const,
                  status: "set" as const,
                  value: target,
                },
              ],
        ),
        observations: all.map(({ said, target: _, ...row }) => ({
          ...row,
          dims: dims(row.org),
          unit: row.indicator.unit,
          power: 0,
          standing: "own" as const,
          measure: "cumulative" as const,
          period: "2016-10",
          value: wordOf(said),
        })),
      };
      const { table } = encodeFacts(
        {
          indicators: [rate, top, bottom],
          orgs: counties.map((name) => ({ name, in: { division: name, city: "甲市" } })),
          dimensions: { division: counties.map((name) => ({ name })), city: [{ name: "甲市" }] },
          measure: "cumulative",
        },
        all.map(({ indicator, org, said, target }) => ({
          org,
          indicator: indicator.key,
          period: "2016-10",
          ...(target === null ? {} : { target }),
          ...(isWord(said)
            ? { status: said as "notApplicable" | "unusable" }
            : said === null
              ? {}
              : { actual: said as Decimal }),
        })),
      );
      const engine = rollUpFacts(table, { sets: [{}, { division: 1 }, { city: 1 }] });
      const rolled = [
        ...rollUp(figures, { by: ["division"] }).cells,
        ...rollUp(figures, { by: ["city"] }).cells,
      ];
      for (const cell of rolled.filter(({ indicatorKey }) => indicatorKey === rate.key)) {
        const ours = factCell(engine, cell.key, rate.key);
        const of = cell.key.division;
        const concerned = orgs.filter((_, org) => of === undefined || counties[org] === of);
        const single = concerned.length === 1;
        // Counts alone do not tell whose parts stand among the sums: the engine then says nothing, and never another number.
        const unsure = !single && concerned.some((one) => one.rate?.[0] === "notApplicable");
        if (!(unsure && ours?.actual === null)) expect(ours?.actual ?? null).toBe(cell.actual);
        // A target that all have in common is known to `rollUp` alone.
        if (ours && ours.target !== null) expect(ours.completion).toBe(cell.completion);
        if (single) expect([ours?.target, ours?.completion]).toEqual([cell.target, cell.completion]);
      }
      // Law 3: a level above the only org changes nothing.
      if (orgs.length === 1) {
        const [total] = rolled.filter(({ indicatorKey }) => indicatorKey === rate.key);
        for (const cell of rolled.filter(({ indicatorKey }) => indicatorKey === rate.key))
          expect({ ...cell, key: {}, codes: {} }).toEqual({ ...total, key: {}, codes: {} });
      }
    }),
    { numRuns: runs },
  );
});

test("and of returns of single months, whether a month is blank, cannot be used or has no row", () => {
  const year = ["2016-01", "2016-02", "2016-03"];
  const said = fc.oneof(
    { weight: 4, arbitrary: amount },
    fc.constantFrom(null, undefined, "unusable" as const),
  );
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
              ...factWord(word),
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
        missing,
      } = cell as NonNullable<typeof cell>;
      expect(ours).toMatchObject({
        ...{ expected, reported, target, actual: sum, atLeast, completion },
        missing: missing.length,
      });
    }),
    { numRuns: runs },
  );
});
