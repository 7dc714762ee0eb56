/// <reference types="node" />
import { readFileSync } from "node:fs";
import { type FactIndicator, factCells, rollUpOfTotals } from "@taizhang/kpi";
import { describe, expect, test } from "vitest";
import * as index from "./index.ts";
import { type DialectName, rollUpSql, type SqlFrame } from "./index.ts";

// That the SQL gives the engine's own answers is shown on real databases, in `bench/`: here is what needs none.

const indicator = (key: string, more: Partial<FactIndicator> = {}): FactIndicator => ({
  key,
  name: key,
  unit: "人",
  direction: "up",
  accounting: "flow",
  acrossOrgs: "sum",
  acrossTime: "sum",
  ...more,
});
const frame: SqlFrame = {
  facts: {
    from: "facts",
    org: "org",
    indicator: "indicator",
    dimensions: { division: ["city", "county"], program: ["program"] },
    onFacts: ["program"],
    target: "target",
    actual: "actual",
    status: "status",
    light: "light",
  },
  indicators: [indicator("就业"), indicator("人口", { accounting: "stock", acrossTime: "last" })],
  measure: "inPeriod",
};
const byMonth: SqlFrame = {
  ...frame,
  facts: { ...frame.facts, period: "month" },
  periods: ["2016-01", "2016-02", "2016-03"],
};
const levels = { sets: [{}, { division: 1 }, { division: 2 }] };
const count = (text: string, part: string) => text.split(part).length - 1;
const all = index.dialectNames;

describe("what each dialect is given", () => {
  test("an unknown one throws", () => {
    for (const name of ["postgres", "toString"])
      expect(() => rollUpSql(frame, levels, name as DialectName)).toThrow(`No such dialect: ${name}`);
  });
  test.each<[DialectName, number, number]>([
    ["duckdb", 1, 0],
    ["clickhouse", 1, 0],
    ["clickhouse-18.16", 0, 2],
  ])("%s: %i GROUPING SETS, %i UNION ALL for three levels", (dialect, groupingSets, unions) => {
    const { sql } = rollUpSql(frame, levels, dialect);
    expect(count(sql, "GROUPING SETS")).toBe(groupingSets);
    expect(count(sql, "UNION ALL")).toBe(unions);
  });

  test.each(all)(
    "%s: dimensions of the fact have a query of their own, because coverage counts orgs",
    (dialect) => {
      const { sql } = rollUpSql(frame, { sets: [{}, { program: 1 }] }, dialect);
      expect(count(sql, "UNION ALL")).toBe(1);
      expect(sql).not.toContain("GROUPING SETS");
    },
  );

  test.each(all)(
    "%s: a period that is listed apart is a query each; figures of no year are not read",
    (dialect) => {
      const plan = { sets: [{ period: 1 }], window: { from: "2016-01", to: "2016-02" } };
      const { sql } = rollUpSql(byMonth, plan, dialect);
      expect(count(sql, "UNION ALL")).toBe(1);
      expect(count(sql, "IN ('2016-01', '2016-02', '2016-03')")).toBe(2);
    },
  );

  test.each(all)("%s: flows of several months add, and what is no flow does not", (dialect) => {
    const { sql } = rollUpSql(byMonth, { sets: [{}], window: { from: "2016-01", to: "2016-03" } }, dialect);
    expect(sql).toContain("(q_indicator IN ('就业') AND q_period >= 0 AND q_period <= 2)");
    expect(sql).toContain("CASE WHEN q_indicator IN ('就业') THEN 3 ELSE 1 END");
  });

  test.each(all)(
    "%s: what stands in is read from its column, of flows that cannot be negative",
    (dialect) => {
      const net = indicator("净增", { mayBeNegative: true });
      const of = (facts: SqlFrame["facts"], indicators = [...frame.indicators, net]) =>
        rollUpSql({ ...frame, facts, indicators }, { sets: [{}] }, dialect).sql;
      const standIn = { ...frame.facts, standIn: "at_least" };
      expect(of(standIn)).toMatch(
        /IN \(1, 3\) AND .at_least. IS NOT NULL AND .+? >= 0 AND .indicator. IN \('就业'\)/,
      );
      for (const without of [of(frame.facts), of(standIn, [net])]) expect(without).not.toContain("at_least");
    },
  );

  test.each<[DialectName, string]>([
    ["duckdb", "q_indicator IN (SELECT"],
    ["clickhouse", "q_indicator GLOBAL IN (SELECT"],
    ["clickhouse-18.16", "q_indicator GLOBAL IN (SELECT"],
  ])(
    "%s: a figure below zero is looked for in the whole table, and not in a year or a cell",
    (dialect, part) => {
      const { sql } = rollUpSql(byMonth, { sets: [{}], window: { from: "2016-01", to: "2016-02" } }, dialect);
      expect(sql).toContain(part);
      expect(sql).toMatch(/FROM facts WHERE .status. = 0 AND .actual. < 0\)/);
    },
  );

  test.each<[DialectName, string]>([
    ["duckdb", `"a""b" = 0`],
    ["clickhouse", '`a"b` = 0'],
    ["clickhouse-18.16", '`a"b` = 0'],
  ])("%s: names and texts cannot break out", (dialect, column) => {
    const hostile: SqlFrame = {
      ...byMonth,
      facts: { ...byMonth.facts, status: 'a"b' },
      indicators: [indicator("就业'); DROP TABLE facts; --"), indicator("人口", { acrossTime: "last" })],
    };
    const { sql } = rollUpSql(hostile, { sets: [{}], window: { from: "2016-01", to: "2016-02" } }, dialect);
    expect(sql).toContain(column);
    expect(sql).toContain(dialect === "duckdb" ? "'就业''); DROP" : "'就业\\'); DROP");
  });
});

describe("a plan that does not fit the table is a mistake of the program", () => {
  test.each<[string, SqlFrame, Parameters<typeof rollUpSql>[1]]>([
    ["a level that is not there", frame, { sets: [{ division: 3 }] }],
    ["a dimension that is not there", frame, { sets: [{ department: 1 }] }],
    ["a period of a table without", frame, { sets: [{}], period: "2016-01" }],
    [
      "targets of a period beside cumulative flows",
      { ...frame, measure: "cumulative", targetsOf: "period" },
      levels,
    ],
    ["periods without a column", { ...frame, periods: ["2016-01"] }, { sets: [{}] }],
    ["a window over two years", byMonth, { sets: [{}], window: { from: "2015-12", to: "2016-01" } }],
  ])("%s", (_, of, plan) => expect(() => rollUpSql(of, plan, "duckdb")).toThrow(RangeError));
});

const row = {
  set_number: 1n,
  key_0: "子县",
  period: "",
  indicator: "就业",
  n_expected: 3n,
  n_reported: 2,
  n_missing: "1",
  n_unusable: 0,
  n_not_applicable: 0,
  n_targets: 3,
  n_targets_lacking: 1,
  n_given: 2,
  n_given_apart: 0,
  s_target: "300.000000",
  s_actual: "123456789012345678.100000",
  s_apart: "0",
  s_target_lacking: "100.000000",
  s_actual_lacking: "0.000000",
  m_light: 6,
  m_negative: 0,
  m_actuals: 1,
  m_targets: 1,
};

test("the database's rows are read as cells: numbers, texts and big integers alike, amounts to the last digit", () => {
  const plan = { sets: [{}, { division: 1 }] };
  const totals = rollUpSql(frame, plan, "duckdb").totalsOf([row]);
  const cells = [...factCells(rollUpOfTotals({ indicators: frame.indicators, plan, totals }))];
  expect(cells).toEqual([
    expect.objectContaining({
      key: { division: "子县" },
      indicator: "就业",
      target: "300",
      actual: "123456789012345678.1",
      atLeast: true,
      completionReporting: "617283945061728.3905",
      expected: 3,
      reported: 2,
      missing: 1,
      worst: "yellow",
    }),
  ]);
});

test("an amount that came as something else than a decimal is not guessed", () => {
  expect(() => rollUpSql(frame, levels, "duckdb").totalsOf([{ ...row, s_target: null }])).toThrow(RangeError);
});

test("public names; the README names each", () => {
  expect(Object.keys(index).sort()).toEqual(["dialectNames", "rollUpSql"]);
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  for (const name of Object.keys(index)) expect(readme).toContain(`\`${name}\``);
});

// The example of the README.
test("a county table on DuckDB", () => {
  const { sql } = rollUpSql(
    {
      ...frame,
      measure: "cumulative",
      facts: { ...frame.facts, from: "read_parquet('facts/**/*.parquet')" },
    },
    levels,
    "duckdb",
  );
  expect(sql).toMatch(/^SELECT CASE WHEN GROUPING\(/);
  expect(sql).toContain("FROM read_parquet('facts/**/*.parquet') GROUP BY");
});
