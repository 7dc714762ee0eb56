import type { CellValue, Grid } from "@taizhang/grid";
import { tooLarge } from "./unreadable.ts";

/** What may still be read, over all sheets of a workbook. */
export interface Budget {
  cells: number;
  formulaCharacters: number;
}

/** The rows of a grid while they are read. */
export interface GridBuilder {
  /** Goes to a row; nothing is made for it until it holds something. */
  readonly toRow: (row: number) => void;
  /** Marks the row as hidden. */
  readonly hideRow: () => void;
  readonly put: (column: number, value: CellValue, format: string | undefined) => void;
  readonly rows: Grid["rows"];
  readonly formats: Grid["formats"];
  readonly hiddenRows: Set<number>;
  /** Columns up to the last with content. */
  readonly width: () => number;
}

/**
 * Collects cells into the arrays of a grid. A file may style every cell of a million rows: only content takes
 * memory, and rows hidden behind the last row with content are forgotten.
 */
export function gridBuilder(sheet: string, budget: Budget): GridBuilder {
  const rows: (CellValue | undefined)[][] = [];
  const formats: (string | undefined)[][] = [];
  const hiddenRows = new Set<number>();
  let hidden: number[] = [];
  let width = 0;
  let current = -1;
  let values: (CellValue | undefined)[] | undefined;
  let codes: (string | undefined)[] | undefined;

  const openRow = (): (CellValue | undefined)[] => {
    for (const row of hidden) hiddenRows.add(row);
    if (hidden.length > 0) hidden = [];
    codes = formats[current];
    values = arrayAt(rows, current);
    return values;
  };

  return {
    rows,
    formats,
    hiddenRows,
    width: () => width,
    toRow: (row) => {
      current = row;
      values = undefined;
    },
    hideRow: () => {
      hidden.push(current);
    },
    put: (column, value, format) => {
      const row = values ?? openRow();
      const before = row.length;
      setAt(row, column, value);
      if (column >= before) {
        // a row with one cell far to the right is kept sparse by the engine and counts as a few cells
        budget.cells -= column - before > farAway ? 64 : column - before + 1;
        if (budget.cells < 0) tooLarge(`${sheet}: cells`);
        if (column >= width) width = column + 1;
      }
      if (format === undefined) {
        if (codes !== undefined && codes[column] !== undefined) codes[column] = undefined;
        return;
      }
      codes ??= arrayAt(formats, current);
      setAt(codes, column, format);
    },
  };
}

/** Arrays with gaps up to this stay plain and fast; beyond, V8 turns them into a table by itself. */
const farAway = 1000;

function setAt<T>(array: (T | undefined)[], index: number, value: T): void {
  if (index - array.length <= farAway) while (array.length < index) array.push(undefined);
  if (index === array.length) array.push(value);
  else array[index] = value;
}

function arrayAt<T>(arrays: T[][], index: number): T[] {
  const known = arrays[index];
  if (known) return known;
  const made: T[] = [];
  setAt(arrays, index, made);
  return made;
}
