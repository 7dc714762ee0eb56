import type { CellPlace } from "@taizhang/grid";

/** A stretch of a text, by offsets in UTF-16 units, end excluded (文中位置). */
export interface TextPlace {
  readonly kind: "text";
  readonly start: number;
  readonly end: number;
}

/** A field of a record that stands in no cell: a file, a task of the ledger, a missing return (记录). */
export interface RecordPlace {
  readonly kind: "record";
  readonly type: "file" | "sheet" | "task" | "target" | "return" | "org";
  readonly id: string;
  readonly field: string;
}

/** Where a finding is: the first place of a finding is its subject, the others explain it (位置). */
export type Place = CellPlace | TextPlace | RecordPlace;

/** The place of a whole file. @example filePlace("06-文旅.xls") */
export const filePlace = (file: string): RecordPlace => ({
  kind: "record",
  type: "file",
  id: file,
  field: "",
});
