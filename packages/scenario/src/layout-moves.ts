import { type CellValue, cellRef, parseCell, parseRange, type Range, rangeRef } from "@taizhang/grid";
import type { LayoutCase, LayoutSheet } from "./layout-cases.ts";

/** Where the rows and columns of a sheet go; new ones between them are blank. */
interface Move {
  readonly row?: (row: number) => number;
  readonly column?: (column: number, row: number) => number;
}

/** The layout with the cells of one sheet moved, and with expectations that moved with them. */
export function moved(layout: LayoutCase, name: string, move: Move): LayoutCase {
  const row = move.row ?? ((at) => at);
  const column = move.column ?? ((at) => at);
  const range = ({ top, left, bottom, right }: Range): Range => ({
    top: row(top),
    left: column(left, top),
    bottom: row(bottom),
    right: column(right, bottom),
  });
  const ref = (text: string): string => {
    const found = parseRange(text);
    return found ? rangeRef(range(found)) : text;
  };
  const cell = (text: string): string => {
    const found = parseCell(text);
    return found ? cellRef(row(found.row), column(found.column, found.row)) : text;
  };
  const formula = (text: string): string => text.replace(/[A-Z]{1,2}[1-9]\d*/g, cell);
  const sheet = (one: LayoutSheet): LayoutSheet => ({
    ...one,
    rows: movedRows(one.rows, row, column),
    ...(one.merges ? { merges: one.merges.map(ref) } : {}),
    ...(one.formats
      ? { formats: Object.fromEntries(Object.entries(one.formats).map(([at, code]) => [ref(at), code])) }
      : {}),
    ...(one.formulas
      ? {
          formulas: Object.fromEntries(
            Object.entries(one.formulas).map(([at, text]) => [cell(at), formula(text)]),
          ),
        }
      : {}),
    ...(one.hiddenRows ? { hiddenRows: one.hiddenRows.map((at) => row(at - 1) + 1) } : {}),
    ...(one.hiddenColumns ? { hiddenColumns: one.hiddenColumns.map((at) => column(at - 1, 0) + 1) } : {}),
  });
  return {
    ...layout,
    sheets: layout.sheets.map((one) => (one.name === name ? sheet(one) : one)),
    expect: {
      ...layout.expect,
      sheets: layout.expect.sheets.map((one) =>
        one.name !== name || !one.tables
          ? one
          : {
              ...one,
              tables: one.tables.map((table) => ({
                ...table,
                range: ref(table.range),
                headerRows: [row(table.headerRows[0] - 1) + 1, row(table.headerRows[1] - 1) + 1] as const,
                columns: table.columns.map((one) => ({
                  ...one,
                  index: column(one.index, table.headerRows[0] - 1),
                })),
                rows: Object.fromEntries(
                  Object.entries(table.rows ?? {}).map(([kind, rows]) => [
                    kind,
                    rows.map((at) => row(at - 1) + 1),
                  ]),
                ),
              })),
            },
      ),
    },
  };
}

function movedRows(
  rows: LayoutSheet["rows"],
  row: (row: number) => number,
  column: (column: number, row: number) => number,
): CellValue[][] {
  const result: CellValue[][] = [];
  for (const [at, cells] of rows.entries()) {
    const line: CellValue[] = [];
    for (const [index, value] of cells.entries()) line[column(index, at)] = value;
    result[row(at)] = Array.from(line, (value) => value ?? null);
  }
  return Array.from(result, (line) => line ?? []);
}
