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
export function runsOf(view: TableView, saying: (row: number, column: number) => string | undefined): Run[] {
  const runs: Run[] = [];
  const open = new Map<number, Run>();
  for (const { row, kind } of view.table.rows) {
    if (kind === "repeatedHeader" || kind === "note") continue;
    for (const { index: column } of view.table.columns) {
      const value = saying(row, column);
      if (value === undefined) continue;
      const run = open.get(column);
      if (run && run.value === value && run.row + run.count === row)
        open.set(column, { ...run, count: run.count + 1 });
      else {
        if (run) runs.push(run);
        open.set(column, { row, column, count: 1, value });
      }
    }
  }
  return [...runs, ...open.values()];
}

/** The place of a run: a cell or a block. */
export function placeOfRun(view: TableView, { row, column, count }: Run): CellPlace {
  const ref =
    count === 1
      ? cellRef(row, column)
      : rangeRef({ top: row, bottom: row + count - 1, left: column, right: column });
  return { ...view.at(row, column), ref };
}
