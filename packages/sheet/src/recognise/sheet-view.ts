import { type CellValue, type Grid, isBlank, type Range, textOf } from "@taizhang/grid";
import { indexMerges, type MergeIndex } from "./merges.ts";

/** A grid with what recognition asks again and again: its used extent and its merges (工作表视图). */
export interface SheetView {
  readonly grid: Grid;
  readonly mergeAt: MergeIndex;
  /** The last row and column that hold something; -1 on an empty sheet. */
  readonly bottom: number;
  readonly right: number;
}

/** The view of a grid. Empty formatted rows, a million of them, cost one look each. */
export function viewOf(grid: Grid): SheetView {
  let bottom = -1;
  let right = -1;
  for (let row = 0; row < grid.rows.length; row++) {
    const cells = grid.rows[row];
    if (!cells) continue;
    let last = cells.length - 1;
    while (last > right && isBlank(cells[last] ?? null)) last--;
    if (last > right) {
      right = last;
      bottom = row;
    } else if (holdsSomething(cells, last)) bottom = row;
  }
  return { grid, mergeAt: indexMerges(grid), bottom, right };
}

function holdsSomething(cells: readonly (CellValue | undefined)[], last: number): boolean {
  for (let column = 0; column <= last; column++) if (!isBlank(cells[column] ?? null)) return true;
  return false;
}

/** What stands in the cell itself. */
export const own = (view: SheetView, row: number, column: number): CellValue =>
  view.grid.rows[row]?.[column] ?? null;

/** The trimmed text of the cell itself; numbers as plain text. */
export const ownText = (view: SheetView, row: number, column: number): string =>
  textOf(own(view, row, column)).trim();

/** What the cell shows: its own value, or that of the merged block it lies in. */
export function shownAt(view: SheetView, row: number, column: number): CellValue {
  const value = own(view, row, column);
  if (!isBlank(value)) return value;
  const merge = view.mergeAt(row, column);
  return merge ? own(view, merge.top, merge.left) : value;
}

/** The block that the cell covers: its merge from the cell on, or itself. */
export const blockAt = (view: SheetView, row: number, column: number): Range =>
  view.mergeAt(row, column) ?? { top: row, left: column, bottom: row, right: column };

/** The columns of the row's own cells that hold something, within bounds. */
export function filledColumns(view: SheetView, row: number, left = 0, right = view.right): number[] {
  const cells = view.grid.rows[row];
  const filled: number[] = [];
  if (!cells) return filled;
  for (let column = left; column <= right && column < cells.length; column++)
    if (!isBlank(cells[column] ?? null)) filled.push(column);
  return filled;
}
