import { type CellTotals, type GroupSet, type RollUpPlan, windowOf } from "@taizhang/kpi";
import { type Decimal, parseDecimal } from "@taizhang/quantity";
import { type Dialect, type DialectName, dialects } from "./dialect.ts";
import { type KeyColumn, leaves, type Reading } from "./leaves.ts";
import type { SqlFrame } from "./schema.ts";
import { totals } from "./totals.ts";

/** A plan as SQL, and how its rows are read. */
export interface RollUpSql {
  readonly sql: string;
  /** The cells of the rows; a row is an object by column name, and a number may come as text or big integer. */
  readonly totalsOf: (rows: readonly Readonly<Record<string, unknown>>[]) => CellTotals[];
}

/**
 * The SQL of a roll-up plan for a table of facts, with the reader of its answer (汇总方案转 SQL). The database adds and
 * counts, by the same rules as `rollUpFacts` and to the same last digit; give the totals to `rollUpOfTotals`, and the
 * rates, lower bounds and what does not add are said by the same code. Joint facts are not known there.
 * An unknown dialect throws.
 * @example const { sql, totalsOf } = rollUpSql(frame, { sets: [{}, { division: 1 }] }, "duckdb")
 */
export function rollUpSql(frame: SqlFrame, plan: RollUpPlan, dialect: DialectName): RollUpSql {
  const { facts, periods = [] } = frame;
  if (facts.period === undefined && periods.length > 0) throw new RangeError("Periods need a column");
  if (frame.measure === "cumulative" && frame.targetsOf === "period")
    for (const { key, acrossTime } of frame.indicators)
      if (acrossTime === "sum")
        throw new RangeError(
          `${key}: a cumulative figure is of the year and no target of a period is held against it`,
        );
  if (!Object.hasOwn(dialects, dialect)) throw new RangeError(`No such dialect: ${dialect}`);
  const own = dialects[dialect];
  const window = windowOf({ periods }, plan);
  const columns = plan.sets.map((set) => columnsOf(frame, set));
  const widest = Math.max(0, ...columns.map((of) => of.length));
  const blocks = familiesOf(frame, plan.sets).flatMap((sets) => {
    const eachPeriod = "period" in (plan.sets[sets[0] as number] as GroupSet);
    const readings: Reading[] = eachPeriod
      ? Array.from({ length: window.to - window.from + 1 }, (_, at) => ({
          ...window,
          from: window.from + at,
          to: window.from + at,
          hasGap: false,
          isOpen: false,
        }))
      : [window];
    const keys = [
      ...new Map(sets.flatMap((set) => columns[set] as KeyColumn[]).map((key) => [key.as, key])).values(),
    ];
    return readings.flatMap((reading) =>
      blocksOf({
        frame,
        dialect: own,
        sets,
        columns,
        keys,
        reading,
        widest,
        period: eachPeriod ? periods[reading.to] : undefined,
      }),
    );
  });
  return {
    sql: blocks.join("\nUNION ALL\n"),
    totalsOf: (rows) => rows.map((row) => totalsOfRow(plan.sets, row)),
  };
}

/** The key columns of a set: the column of each dimension's level. */
const columnsOf = ({ facts }: SqlFrame, set: GroupSet): KeyColumn[] =>
  Object.entries(set)
    .filter(([dimension]) => dimension !== "period")
    .map(([dimension, level]) => {
      const column = facts.dimensions[dimension]?.[level - 1];
      if (column === undefined) throw new RangeError(`No level ${level} of ${dimension}`);
      return { column, as: `k_${Object.keys(facts.dimensions).indexOf(dimension)}_${level}` };
    });

/**
 * The numbers of the sets that one query by org serves: those with the same dimensions of the fact at the same level,
 * because an org lies in several programs and coverage counts it once above them.
 */
function familiesOf({ facts }: SqlFrame, sets: readonly GroupSet[]): number[][] {
  const families = new Map<string, number[]>();
  for (const [number, set] of sets.entries()) {
    const onFacts = Object.entries(set).filter(
      ([name]) => name === "period" || facts.onFacts?.includes(name),
    );
    const family = JSON.stringify(onFacts.sort(([a], [b]) => (a < b ? -1 : 1)));
    families.set(family, [...(families.get(family) ?? []), number]);
  }
  return [...families.values()];
}

interface Family {
  readonly frame: SqlFrame;
  readonly dialect: Dialect;
  readonly sets: readonly number[];
  readonly columns: readonly (readonly KeyColumn[])[];
  readonly keys: readonly KeyColumn[];
  readonly reading: Reading;
  readonly widest: number;
  readonly period: string | undefined;
}

/** One query with GROUPING SETS, or one a set. A member '' is none, and no group. */
function blocksOf(family: Family): string[] {
  const { frame, dialect, sets, columns, keys, reading, widest, period } = family;
  const { text } = dialect;
  const from = `(${leaves(frame, dialect, keys, reading)})`;
  const end = [`${text(period ?? "")} AS period`, "q_indicator AS indicator", ...totals(dialect)];
  if (!dialect.groupingSets || sets.length === 1)
    return sets.map((set) => {
      const own = columns[set] as readonly KeyColumn[];
      const select = [
        `${set} AS set_number`,
        ...Array.from({ length: widest }, (_, at) => `${own[at]?.as ?? text("")} AS key_${at}`),
        ...end,
      ];
      const where = own.length === 0 ? "" : ` WHERE ${own.map(({ as }) => `${as} <> ''`).join(" AND ")}`;
      return `SELECT ${select.join(", ")} FROM ${from}${where} GROUP BY ${[...own.map(({ as }) => as), "q_indicator"].join(", ")}`;
    });
  const isSet = (set: number) =>
    keys
      .map(
        (key) =>
          `GROUPING(${key.as}) = ${(columns[set] as KeyColumn[]).some(({ as }) => as === key.as) ? 0 : 1}`,
      )
      .join(" AND ");
  const numbered = `CASE ${sets.map((set) => `WHEN ${isSet(set)} THEN ${set}`).join(" ")} ELSE -1 END`;
  const select = [
    `${numbered} AS set_number`,
    ...Array.from({ length: widest }, (_, at) => {
      const cases = sets.flatMap((set) => {
        const key = (columns[set] as KeyColumn[])[at];
        return key ? [`WHEN ${isSet(set)} THEN ${key.as}`] : [];
      });
      return `${cases.length > 0 ? `CASE ${cases.join(" ")} ELSE ${text("")} END` : text("")} AS key_${at}`;
    }),
    ...end,
  ];
  const having = keys.map(({ as }) => `NOT (GROUPING(${as}) = 0 AND ${as} = '')`).join(" AND ");
  const groups = sets.map(
    (set) => `(${[...(columns[set] as KeyColumn[]).map(({ as }) => as), "q_indicator"].join(", ")})`,
  );
  return [
    `SELECT ${select.join(", ")} FROM ${from} GROUP BY GROUPING SETS (${groups.join(", ")}) HAVING ${having}`,
  ];
}

function totalsOfRow(sets: readonly GroupSet[], row: Readonly<Record<string, unknown>>): CellTotals {
  const set = Number(row.set_number);
  const number = (name: string) => Number(row[name]);
  const amount = (name: string): Decimal => {
    const decimal = parseDecimal(String(row[name]));
    if (decimal === undefined) throw new RangeError(`Not an amount in ${name}: ${String(row[name])}`);
    return decimal;
  };
  const names = Object.keys(sets[set] ?? {}).filter((name) => name !== "period");
  return {
    set,
    key: {
      ...Object.fromEntries(names.map((name, at) => [name, String(row[`key_${at}`])])),
      ...("period" in (sets[set] ?? {}) ? { period: String(row.period) } : {}),
    },
    indicator: String(row.indicator),
    expected: number("n_expected"),
    reported: number("n_reported"),
    missing: number("n_missing"),
    unusable: number("n_unusable"),
    notApplicable: number("n_not_applicable"),
    targets: number("n_targets"),
    targetsLacking: number("n_targets_lacking"),
    given: number("n_given"),
    givenApart: number("n_given_apart"),
    target: amount("s_target"),
    actual: amount("s_actual"),
    apart: amount("s_apart"),
    targetLacking: amount("s_target_lacking"),
    actualLacking: amount("s_actual_lacking"),
    light: number("m_light"),
    negative: number("m_negative") > 0,
    severalActuals: number("m_actuals") > 1,
    severalTargets: number("m_targets") > 1,
  };
}
