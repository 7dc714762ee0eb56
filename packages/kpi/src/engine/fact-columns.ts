import type { Indicator, Period } from "@taizhang/model";
import type { Scaled } from "../scaled.ts";

/** Codes of members, as narrow as they fit. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A dimension: the members' names, and for a tree of any depth each one's parent, −1 at the top (维度). */
export interface FactDimension {
  readonly members: readonly string[];
  readonly parents?: Int32Array;
}

/**
 * The orgs that report: names, and for each dimension that hangs on the org (division, department) the member that
 * each one belongs to, −1 for none (填报单位). An org may hang at any depth of a tree: 本级 is an org beside the
 * units below.
 */
export interface FactOrgs {
  readonly names: readonly string[];
  readonly in: Readonly<Record<string, Int32Array>>;
}

/** What an indicator needs to be rolled up; the model's `Indicator` is one. */
export type FactIndicator = Pick<
  Indicator,
  | "key"
  | "name"
  | "unit"
  | "direction"
  | "accounting"
  | "acrossOrgs"
  | "acrossTime"
  | "mayBeNegative"
  | "numerator"
  | "denominator"
>;

/** What a table of facts is made from, already coded. Amounts are whole millionths of the indicator's unit. */
export interface FactColumns {
  readonly orgs: FactOrgs;
  readonly indicators: readonly FactIndicator[];
  readonly dimensions: Readonly<Record<string, FactDimension>>;
  /** In order, none overlapping another; one and the same year counts from its January. */
  readonly periods?: readonly Period[];
  /** Whether the actuals are of the period alone or cumulative since January; a table holds one of the two. */
  readonly measure: "cumulative" | "inPeriod";
  /** Whether a target is the year's (default), repeated in each period, or the period's own. */
  readonly targetsOf?: "year" | "period";
  /** Whether amounts that come later are kept as they are (default), or rounded to six places as those in it were. */
  readonly places?: "exact" | "six";
  readonly org: Codes;
  readonly indicator: Codes;
  /** Needed where there are several periods. */
  readonly period?: Codes;
  /** Codes of the dimensions that hang on the fact: program, task, whatever the caller adds. */
  readonly codes?: Readonly<Record<string, Codes>>;
  /** 0 where there is none; NaN where `spills` has the amount. */
  readonly target: Float64Array;
  /** 0 where nothing is reported; NaN where `spills` has the amount. */
  readonly actual: Float64Array;
  /** Codes of `factStatuses`; absent: all reported. */
  readonly status?: Uint8Array;
  /** Codes of `targetStatuses`; absent: all set. */
  readonly targetStatus?: Uint8Array;
  /** Codes of `factLights`; absent: no lights. */
  readonly light?: Uint8Array;
  /** Exact amounts that are no safe integer of millionths, by row. */
  readonly spills?: Partial<FactSpills>;
  /** 共同: the other leads of a joint row. Its own org is the one that reports it and that coverage counts. */
  readonly joint?: ReadonlyMap<number, readonly number[]>;
}

/** Amounts beyond the columns, by row: more than six places, or beyond nine thousand million. */
export interface FactSpills {
  readonly target: ReadonlyMap<number, Scaled>;
  readonly actual: ReadonlyMap<number, Scaled>;
}

/** A checked table of facts: indicator × org × period × whatever is added, with target, actual and status (事实表). */
export interface FactTable extends Omit<FactColumns, "status" | "targetStatus" | "light" | "periods"> {
  readonly size: number;
  readonly periods: readonly Period[];
  readonly targetsOf: "year" | "period";
  readonly codes: Readonly<Record<string, Codes>>;
  /** Status, target's status and light in one byte a row. */
  readonly marks: Uint8Array;
  readonly spills: FactSpills;
  readonly joint: ReadonlyMap<number, readonly number[]>;
  /** 沿用数 by row, of rows that have a figure too: it stands in the column only while the row has none. */
  readonly standIns?: ReadonlyMap<number, Scaled>;
  /**
   * The indicators as they were given, where some of `indicators` count as ones that may be negative because a figure of
   * theirs below zero is among the facts.
   */
  readonly givenIndicators?: readonly FactIndicator[];
}
