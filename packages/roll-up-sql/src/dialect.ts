/**
 * Which SQL: DuckDB; ClickHouse from 23.1 on; ClickHouse 18.16, the very old release that Debian has (方言).
 * The last has no GROUPING SETS, so each way to group is a query of its own.
 */
export type DialectName = "duckdb" | "clickhouse" | "clickhouse-18.16";

/** How one dialect says what standard SQL does not say, or says otherwise. */
export interface Dialect {
  readonly groupingSets: boolean;
  readonly name: (identifier: string) => string;
  readonly text: (value: string) => string;
  readonly sumIf: (amount: string, condition: string) => string;
  readonly countIf: (condition: string) => string;
  /** The greatest of small whole numbers, 0 for none. */
  readonly maxIf: (value: string, condition: string) => string;
  /** The value of the row with the greatest `by`, 0 for none. */
  readonly lastIf: (value: string, by: string, condition: string) => string;
  /** An amount that is known not to be NULL, in a condition. */
  readonly known: (amount: string) => string;
  /** Whether a value is among the rows of a query, over all nodes. */
  readonly isAmong: (value: string, query: string) => string;
  /** A decimal as text: a driver that made it a double would spoil it. */
  readonly asText: (amount: string) => string;
}

const duckdb: Dialect = {
  groupingSets: true,
  name: (identifier) => `"${identifier.replaceAll('"', '""')}"`,
  text: (value) => `'${value.replaceAll("'", "''")}'`,
  sumIf: (amount, condition) => `COALESCE(SUM(${amount}) FILTER (WHERE ${condition}), 0)`,
  countIf: (condition) => `COUNT(*) FILTER (WHERE ${condition})`,
  maxIf: (value, condition) => `COALESCE(MAX(${value}) FILTER (WHERE ${condition}), 0)`,
  lastIf: (value, by, condition) => `COALESCE(arg_max(${value}, ${by}) FILTER (WHERE ${condition}), 0)`,
  known: (amount) => amount,
  isAmong: (value, query) => `${value} IN (${query})`,
  asText: (amount) => `CAST(${amount} AS VARCHAR)`,
};

const clickhouse: Dialect = {
  groupingSets: true,
  name: (identifier) => `\`${identifier.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``,
  text: (value) => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
  // a sum of Nullable is NULL where nothing is added, and the conditions leave no NULL in
  sumIf: (amount, condition) => `sumIf(assumeNotNull(${amount}), ${condition})`,
  countIf: (condition) => `countIf(${condition})`,
  maxIf: (value, condition) => `maxIf(${value}, ${condition})`,
  lastIf: (value, by, condition) => `argMaxIf(${value}, ${by}, ${condition})`,
  known: (amount) => `assumeNotNull(${amount})`,
  isAmong: (value, query) => `${value} GLOBAL IN (${query})`,
  asText: (amount) => `toString(${amount})`,
};

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  duckdb,
  clickhouse,
  "clickhouse-18.16": { ...clickhouse, groupingSets: false },
};

/** The names of the dialects, for a host that lets one be chosen (方言名称). */
export const dialectNames: readonly DialectName[] = ["duckdb", "clickhouse", "clickhouse-18.16"];
