import type { CellValue } from "./cell.ts";
import type { CellPlace } from "./place.ts";

/** What one cell holds before or after an edit. A formula has no leading `=`; `value` beside it is its result. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: string;
}

/** Writes one cell, if it still holds `before` (改一格). Without `after.format` the cell keeps its own. */
export interface SetCell {
  readonly kind: "setCell";
  readonly at: CellPlace;
  readonly before: CellContent;
  readonly after: CellContent;
}

/** Takes a merge apart and writes its value into each of its cells (取消合并并填充). */
export interface UnmergeFill {
  readonly kind: "unmergeFill";
  readonly at: CellPlace;
  readonly before: CellContent;
}

/** Inserts an empty column left of the place; a host that shifts cells safely may do it, a file edit may not (插入列). */
export interface InsertColumn {
  readonly kind: "insertColumn";
  readonly at: CellPlace;
  readonly header: string;
}

/** Inserts rows below the place, each a list of texts from the table's first column on (插入行). */
export interface InsertRows {
  readonly kind: "insertRows";
  readonly at: CellPlace;
  readonly rows: readonly (readonly CellValue[])[];
}

/** Corrects what was recognised and not the sheet: this header means that field (更正识别). */
export interface Correct {
  readonly kind: "correct";
  readonly at: CellPlace;
  readonly before: string;
  readonly after: string;
}

/** A change as data, guarded by what stood there before (修改). */
export type Edit = SetCell | UnmergeFill | InsertColumn | InsertRows | Correct;
