import type { CellValue } from "./cell.ts";
import type { Range } from "./reference.ts";

/**
 * One sheet of a workbook, as plain data (工作表). Rows and columns count from 0; a row or a cell that the file
 * does not hold is `undefined` in the arrays, which `valueAt` reads as `null`.
 */
export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly (CellValue | undefined)[] | undefined)[];
  /** Formulas without the leading `=`, by `cellKey`. A formula whose value is null was never calculated (未计算). */
  readonly formulas: ReadonlyMap<number, string>;
  /** Number format codes by row and column, where they are not General. */
  readonly formats: readonly (readonly (string | undefined)[] | undefined)[];
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** True where serial dates count from 1904 (old Excel for Mac). */
  readonly date1904: boolean;
}

/** The key of a cell in `Grid.formulas`. */
export const cellKey = (row: number, column: number): number => row * 16_384 + column;

/** The row and column of a key in `Grid.formulas`. @example cellOfKey(cellKey(4, 2)) // [4, 2] */
export const cellOfKey = (key: number): [row: number, column: number] => [
  Math.floor(key / 16_384),
  key % 16_384,
];

/** What the cell holds; null where there is none. */
export const valueAt = (grid: Grid, row: number, column: number): CellValue =>
  grid.rows[row]?.[column] ?? null;

/** The cell's formula without `=`, if it has one (公式). */
export const formulaAt = (grid: Grid, row: number, column: number): string | undefined =>
  grid.formulas.get(cellKey(row, column));

/** The cell's number format code, if it is not General (数字格式). */
export const formatAt = (grid: Grid, row: number, column: number): string | undefined =>
  grid.formats[row]?.[column];

/** True for a formula without a stored value: neither missing nor zero (公式未计算). */
export const isUncalculated = (grid: Grid, row: number, column: number): boolean =>
  valueAt(grid, row, column) === null && grid.formulas.has(cellKey(row, column));

/** The number of columns that some row holds. */
export const columnCount = (grid: Grid): number =>
  grid.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);

/**
 * A grid from rows of values, for tests and for hosts that hand over arrays.
 * @example gridOf("台账", [["任务", "目标"], ["新增就业", 100]])
 */
export const gridOf = (name: string, rows: Grid["rows"], more: Partial<Grid> = {}): Grid => ({
  name,
  rows,
  formulas: new Map(),
  formats: [],
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  visibility: "visible",
  date1904: false,
  ...more,
});
