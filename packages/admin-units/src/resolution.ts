import type { Day } from "./day.ts";
import type { DepartmentType } from "./department.ts";
import type { UnitLevel } from "./division.ts";

/** What kind of answer a name got. */
export type ResolutionType = "division" | "zone" | "department" | "group" | "ambiguous" | "unknown";

/** A unit that an answer names: a candidate, a member, a successor. */
export interface UnitReference {
  readonly type: "division" | "zone" | "department" | "group";
  readonly code?: string;
  readonly name: string;
  /** The short name, of a department with the prefix that the question used: 区卫计局. */
  readonly short?: string;
  readonly level?: UnitLevel;
  readonly parent?: string;
  readonly from?: Day;
  readonly until?: Day;
}

/** Why the answer is what it is; the words are in the message files. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly text?: string;
  readonly day?: Day;
}

export type EvidenceCode =
  | "code"
  | "fullName"
  | "shortName"
  | "variant"
  | "prefix"
  | "levelWord"
  | "within"
  | "outsideWithin"
  | "ended"
  | "notYet"
  | "renamed"
  | "document"
  | "reform"
  | "transition"
  | "local"
  | "unverified"
  | "derived"
  | "yearOnly"
  | "similar"
  | "several"
  | "open"
  | "noTowns"
  | "expanded"
  | "besides"
  | "localBody"
  | "subBureau"
  | "combined"
  | "masked"
  | "empty"
  | "tooLong"
  | "unknown";

/**
 * The answer to a name (解析结果). `from` and `until` are the window of the unit, `until` the first day on which
 * it no longer is; `successors` are filled where it has ended by the day.
 */
export interface Resolution {
  readonly type: ResolutionType;
  readonly code?: string;
  readonly name?: string;
  /** The short name with the prefix that the question used. */
  readonly short?: string;
  readonly level?: UnitLevel;
  readonly parent?: string;
  readonly from?: Day;
  readonly until?: Day;
  /** Of a department: government, party, congress … */
  readonly departmentType?: DepartmentType;
  /** The row of the table of departments: with `parent` it identifies the department. */
  readonly department?: string;
  /** Whether it was ended on the day of the question. */
  readonly ended?: boolean;
  readonly successors: readonly UnitReference[];
  /** Of a group: its members on the day; absent where they are not determined. */
  readonly members?: readonly UnitReference[];
  readonly candidates?: readonly UnitReference[];
  readonly suggestions?: readonly UnitReference[];
  readonly evidence: readonly Evidence[];
}
