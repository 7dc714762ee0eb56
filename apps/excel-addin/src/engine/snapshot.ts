import {
  type CellContent,
  formatAt,
  formulaAt,
  type Grid,
  layoutCell,
  textOf,
  valueAt,
} from "@taizhang/grid";
import type { ChartCells, NewSheet, RowNames } from "../workbook/workbook.ts";
import { lettersOf } from "./look-letters.ts";

/** A sheet that the pane added, and what it held then, cell by cell (新加的表). */
export interface AddedSheet {
  readonly sheet: string;
  readonly held: readonly (readonly string[])[];
}

/** A sheet of a summary, whose rows and columns a refresh finds again. */
export interface SummarySheet extends NewSheet {
  readonly rows: RowNames;
}

/** What was asked of a written sheet and what it then held, so that a refresh knows what the user has changed since (写入时的内容). */
export interface Snapshot extends RowNames {
  readonly sheet: string;
  /** Rows of what was to be written: "=formula" or the text of the value, with its number format. */
  readonly asked: readonly (readonly string[])[];
  /** Rows of what stood there afterwards: Excel may write a formula in its own way. */
  readonly held: readonly (readonly string[])[];
  /** Rows of how the cells were to look, a letter a cell. */
  readonly looks: readonly string[];
  readonly widths: readonly (number | null)[];
  readonly heights: Readonly<Record<number, number>>;
  /** The cells of the chart. */
  readonly chart?: ChartCells;
}

/** The snapshot of a layout that was just written; for cells that the user keeps for his own it holds what we would have written. */
export function snapshotOf(
  { layout: { name, rows, widths = [], heights = {} }, chart, rows: names }: SummarySheet,
  grid: Grid,
  own: ReadonlySet<string> = new Set(),
): Snapshot {
  return {
    ...names,
    sheet: name,
    looks: rows.map(lettersOf),
    widths: widths.map((width) => width ?? null),
    heights,
    ...(chart ? { chart: { categories: chart.categories, values: chart.values } } : {}),
    asked: rows.map((row) => row.map((cell) => askedKey(layoutCell(cell)))),
    held: rows.map((cells, row) =>
      cells.map((cell, column) =>
        own.has(`${row} ${column}`) ? contentKey(layoutCell(cell)) : heldKey(grid, row, column),
      ),
    ),
  };
}

/** What a sheet holds that was just added. */
export const heldOf = (grid: Grid): AddedSheet => ({
  sheet: grid.name,
  held: grid.rows.map((cells, row) => (cells ?? []).map((_, column) => heldKey(grid, row, column))),
});

/** True if every cell of the sheet is as it was after writing, and none stands beside or below (未改过). */
export const isUntouched = ({ held }: Pick<AddedSheet, "held">, grid: Grid): boolean =>
  grid.rows.every((cells, row) =>
    (cells ?? []).every((_, column) => heldKey(grid, row, column) === (held[row]?.[column] ?? "")),
  );

/** What a cell holds now. */
export function contentAt(grid: Grid, row: number, column: number): CellContent {
  const formula = formulaAt(grid, row, column);
  const format = formatAt(grid, row, column);
  return {
    value: valueAt(grid, row, column),
    ...(formula === undefined ? {} : { formula }),
    ...(format === undefined ? {} : { format }),
  };
}

export const heldKey = (grid: Grid, row: number, column: number): string =>
  contentKey(contentAt(grid, row, column));

export const contentKey = ({ value, formula }: CellContent): string =>
  formula === undefined ? textOf(value) : `=${formula}`;

export const askedKey = (content: CellContent): string =>
  content.format === undefined ? contentKey(content) : `${contentKey(content)}\n${content.format}`;
