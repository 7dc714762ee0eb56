import type { Day } from "./day.ts";

/** The level of a unit (层级); `state` is the centre and occurs with departments only. */
export type UnitLevel = "state" | "province" | "prefecture" | "county" | "township" | "village";

/**
 * A division of one name in one stretch of time (行政区划). A code that was renamed has several of them.
 */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  /** The code of the division above. */
  readonly parent?: string;
  /** The first day; absent where the unit is older than the data (1981). */
  readonly from?: Day;
  /** The first day on which it no longer is. */
  readonly until?: Day;
  /** `year` where only the year is known, and the day is the last of that year, as in the yearly list. */
  readonly fromPrecision?: "year";
  readonly untilPrecision?: "year";
  /** The codes that its territory went to: one, several, or none known. */
  readonly successors: readonly string[];
  /** The approval that ended it. */
  readonly document?: string;
  /** `unverified`: one secondary source. `derived`: its successors follow from those of its counties. */
  readonly note?: "unverified" | "derived";
}
