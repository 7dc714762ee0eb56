import type { Day } from "./day.ts";
import type { UnitLevel } from "./division.ts";

/** What a department is (单位性质). */
export type DepartmentType =
  | "government"
  | "party"
  | "congress"
  | "court"
  | "massOrganisation"
  | "office"
  | "subBureau"
  | "vertical"
  | "institution"
  | "company"
  | "committee";

/** A day that may differ between the centre and the rest of the country. */
export interface DepartmentDay {
  readonly state?: Day;
  readonly local?: Day;
}

/** The levels that names go by: the four municipalities (直辖市) have their own where they differ. */
export type NamingLevel = UnitLevel | "municipality";

/** A kind of department between two reforms (部门职能). */
export interface Department {
  /** Stable name of the row: `health`, `health-family-planning`. */
  readonly id: string;
  /** What it is for, in Chinese. */
  readonly function: string;
  readonly type: DepartmentType;
  /** The canonical name at each level at which it exists, without the division's name. */
  readonly names: Readonly<Partial<Record<NamingLevel, string>>>;
  readonly short: readonly string[];
  readonly variants: readonly string[];
  readonly from?: DepartmentDay;
  /** The first day without it; below the centre the day by which the reform had to be done. */
  readonly until?: DepartmentDay;
  /** The decision of the reform that ended it, and its day. */
  readonly endedBy?: { readonly decision: string; readonly decided: Day };
  /** The ids of the departments that took its work over. */
  readonly successors: readonly string[];
  /** Of a merged bureau (教体局): the ids of the functions that it has. */
  readonly covers: readonly string[];
  /** Known, but set up by localities as they see fit. */
  readonly local: boolean;
  readonly unverified: boolean;
  readonly source: string;
}
