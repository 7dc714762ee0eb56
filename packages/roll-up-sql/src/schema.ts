import type { FactIndicator } from "@taizhang/kpi";

/** Where the facts stand in a database: a row a fact, with its org and the members above it (事实表结构). */
export interface SqlFacts {
  /** A table, or what stands in FROM in its place: `read_parquet('facts/*\/*.parquet')`. */
  readonly from: string;
  /** Columns of text. The indicator's holds the indicator's key. */
  readonly org: string;
  readonly indicator: string;
  readonly period?: string;
  /** The columns of each dimension, its top level first; '' where an org has no member of a level. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  /** Which of them hang on the fact (program, task) and not on the org. */
  readonly onFacts?: readonly string[];
  /** Decimals of six places. NULL: no target; nothing reported. */
  readonly target: string;
  readonly actual: string;
  /** What a figure that is lacking is at least (`Fact.standIn`, 沿用数), in the indicator's unit; absent: nothing stands in. */
  readonly standIn?: string;
  /** Codes of `factStatuses`. */
  readonly status: string;
  /** Codes of `factLights`; absent: no lights. */
  readonly light?: string;
}

/** What the facts mean, as in a table of facts of `@taizhang/kpi`. */
export interface SqlFrame {
  readonly facts: SqlFacts;
  readonly indicators: readonly FactIndicator[];
  /** The periods of the table, in order. */
  readonly periods?: readonly string[];
  readonly measure: "cumulative" | "inPeriod";
  readonly targetsOf?: "year" | "period";
}
