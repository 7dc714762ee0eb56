import { cellRef, formatAt, formulaAt, type Grid, layoutCell, textOf, valueAt } from "@taizhang/grid";
import type { CellWrite, ChartCells, NewSheet, Refit } from "../workbook/workbook.ts";
import { lettersOf, refitOf } from "./refit.ts";

/** What was asked of a written sheet and what it then held, so that a refresh knows what the user has changed since (写入时的内容). */
export interface Snapshot {
  readonly sheet: string;
  /** Rows of what was to be written: "=formula", or the text of the value. */
  readonly asked: readonly (readonly string[])[];
  /** Rows of what stood there afterwards: Excel may write a formula in its own way. */
  readonly held: readonly (readonly string[])[];
  /** Rows of how the cells were to look, a letter a cell; absent where an earlier version wrote the sheet. */
  readonly looks?: readonly string[];
  /** The cells of the chart. */
  readonly chart?: ChartCells;
}

/** What a refresh would do: cells to write, and cells of ours that the user has changed and that stay (刷新前先看). */
export interface Refresh {
  readonly writes: readonly CellWrite[];
  /** The user's own cells among ours, with what we would write there. */
  readonly kept: readonly CellWrite[];
  /** What changes beside the cells because there are more or fewer rows. */
  readonly refit?: Refit;
}

/** The snapshot of a layout that was just written to the sheet. */
export const snapshotOf = ({ layout: { name, rows }, chart }: NewSheet, grid: Grid): Snapshot => ({
  sheet: name,
  looks: rows.map(lettersOf),
  ...(chart ? { chart: { categories: chart.categories, values: chart.values } } : {}),
  asked: rows.map((row) => row.map((cell) => contentKey(layoutCell(cell)))),
  held: rows.map((cells, row) => cells.map((_, column) => heldKey(grid, row, column))),
});

/** True if every cell of the sheet is as it was after writing, and none stands beside or below (未改过). */
export const isUntouched = ({ held }: Snapshot, grid: Grid): boolean =>
  grid.rows.every((cells, row) =>
    (cells ?? []).every((_, column) => heldKey(grid, row, column) === (held[row]?.[column] ?? "")),
  );

function heldKey(grid: Grid, row: number, column: number): string {
  const formula = formulaAt(grid, row, column);
  return contentKey({ value: valueAt(grid, row, column), ...(formula === undefined ? {} : { formula }) });
}

const contentKey = ({ value, formula }: { readonly value: unknown; readonly formula?: string }): string =>
  formula === undefined ? textOf(value as Parameters<typeof textOf>[0]) : `=${formula}`;

/** Compares the sheet as it stands with what was written and what would be written now. */
export function refreshOf(before: Snapshot, { layout, chart }: NewSheet, grid: Grid): Refresh {
  const writes: CellWrite[] = [];
  const kept: CellWrite[] = [];
  const height = Math.max(layout.rows.length, before.held.length);
  for (let row = 0; row < height; row++) {
    const cells = (layout.rows[row] ?? []).map(layoutCell);
    const width = Math.max(cells.length, before.held[row]?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const next = cells[column] ?? { value: null };
      const formula = formulaAt(grid, row, column);
      const format = formatAt(grid, row, column);
      const now = { value: valueAt(grid, row, column), ...(formula === undefined ? {} : { formula }) };
      const wanted = contentKey(next);
      const stands = contentKey(now);
      const untouched = stands === (before.held[row]?.[column] ?? "");
      if (stands === wanted || (untouched && wanted === (before.asked[row]?.[column] ?? ""))) continue;
      const write: CellWrite = {
        sheet: grid.name,
        ref: cellRef(row, column),
        before: { ...now, ...(format === undefined ? {} : { format }) },
        after: {
          value: next.value === "" ? null : next.value,
          ...(next.formula === undefined ? {} : { formula: next.formula }),
          ...(next.format === undefined ? {} : { format: next.format }),
        },
      };
      (untouched ? writes : kept).push(write);
    }
  }
  const refit = refitOf(before, layout, chart);
  return { writes, kept, ...(refit ? { refit } : {}) };
}
