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
  /** Ends the last row. */
  readonly finish: () => void;
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
  let codes: (string | undefined)[] = []; // of the current row
  let codesBefore: (string | undefined)[] = [];

  /** The rows of a table are formatted alike: equal lists of codes are kept once. */
  const closeRow = (): void => {
    if (values === undefined) return;
    values = undefined;
    if (codes.length === 0) return;
    if (!isSame(codes, codesBefore)) codesBefore = codes.slice();
    setAt(formats, current, codesBefore);
    if (codes.length > farAway) codes = [];
    else codes.length = 0;
  };

  const openRow = (): (CellValue | undefined)[] => {
    for (const row of hidden) hiddenRows.add(row);
    if (hidden.length > 0) hidden = [];
    const known = formats[current];
    if (known) codes = known.slice();
    values = rows[current] ?? [];
    setAt(rows, current, values);
    return values;
  };

  return {
    rows,
    formats,
    hiddenRows,
    width: () => width,
    toRow: (row) => {
      closeRow();
      current = row;
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
      if (format !== undefined || column < codes.length) setAt(codes, column, format);
    },
    finish: closeRow,
  };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) if (some[at] !== others[at]) return false;
  return true;
}

/** Arrays with gaps up to this stay plain and fast; beyond, V8 turns them into a table by itself. */
const farAway = 1000;

function setAt<T>(array: (T | undefined)[], index: number, value: T): void {
  if (index - array.length <= farAway) while (array.length < index) array.push(undefined);
  if (index === array.length) array.push(value);
  else array[index] = value;
}
