/**
 * The roll-up plan of `@taizhang/kpi` as SQL for DuckDB and ClickHouse: exact decimals, coverage, any tree.
 * @packageDocumentation
 */
export { type DialectName, dialectNames } from "./dialect.ts";
export { type RollUpSql, rollUpSql } from "./roll-up-sql.ts";
export type { SqlFacts, SqlFrame } from "./schema.ts";
