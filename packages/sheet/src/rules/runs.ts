import { type CellPlace, cellRef, rangeRef } from "@taizhang/grid";
import type { TableView } from "./subject.ts";

/** Cells of one column, one below the other, that say the same: one finding with a block for its place. */
export interface Run {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly value: string;
}

/** The runs of cells for which `saying` says something, column by column (连续区). */
export function* runsOf(
  view: TableView,
  saying: (row: number, column: number) => string | undefined,
): Generator<Run> {
  const rows = view.table.rows.filter(({ kind }) => kind !== "repeatedHeader" && kind !== "note");
  for (const { index: column } of view.table.columns) {
    let run: Run | undefined;
    for (const { row } of rows) {
      const value = saying(row, column);
      if (run && value === run.value && row === run.row + run.count) run = { ...run, count: run.count + 1 };
      else {
        if (run) yield run;
        run = value === undefined ? undefined : { row, column, count: 1, value };
      }
    }
    if (run) yield run;
  }
}

/** The place of a run: a cell or a block. */
export function placeOfRun(view: TableView, { row, column, count }: Run): CellPlace {
  const ref =
    count === 1
      ? cellRef(row, column)
      : rangeRef({ top: row, bottom: row + count - 1, left: column, right: column });
  return { ...view.at(row, column), ref };
}
