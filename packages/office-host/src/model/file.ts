import { formulaAt, type Grid, type LayoutCell, type SheetLayout } from "@taizhang/grid";
import { readWorkbook, writeWorkbook } from "@taizhang/xlsx";
import { blockRef } from "./address.ts";
import { type Book, makeId, newBook, sheetByName } from "./book.ts";
import { renamedSheet } from "./formula-shift.ts";
import { rewriteFormulas } from "./moving.ts";
import { type HostCell, newSheet, type Row, type Sheet, usedBlock, type Visibility } from "./sheet.ts";
import { styleWith } from "./style.ts";
import { markAllChanged, recalculate } from "./writing.ts";

/** The workbook in the bytes of an .xlsx file. Throws if it cannot be read: tests and examples hold good files. */
export function openBook(bytes: Uint8Array, file: string): Book {
  const { value, findings } = readWorkbook(bytes, { file });
  if (!value) throw new Error(`${file} cannot be read: ${JSON.stringify(findings[0]?.args)}`);
  const book = bookOfGrids(value.sheets, file);
  for (const [name, formula] of value.definedNames) {
    const [, sheetName, local] = /^(.+)!(.+)$/.exec(name) ?? [];
    const sheet = book.sheets.find((one) => one.name === sheetName);
    book.names = [
      ...book.names,
      {
        name: local ?? name,
        ...(sheet ? { sheetId: sheet.id } : {}),
        formula: `=${formula}`,
        comment: "",
        visible: true,
      },
    ];
  }
  return book;
}

/** A workbook with these sheets, as `@taizhang/xlsx` reads them or as a test gives them. */
export function bookOfGrids(grids: readonly Grid[], name = "工作簿1.xlsx"): Book {
  const book = newBook([]);
  book.name = name;
  book.sheets = grids.map((grid) => sheetOfGrid(grid, makeId(book)));
  book.activeId =
    (book.sheets.find(({ visibility }) => visibility === "Visible") ?? book.sheets[0])?.id ?? "";
  return book;
}

/** Takes the sheets of another workbook into this one, named after its file. Formulas between its sheets go along. */
export function adoptSheets(book: Book, other: Book): void {
  const stem = other.name.replace(/\.[^.]+$/, "").slice(0, 28);
  const adopted = other.sheets.map((sheet, at) => {
    const name = other.sheets.length === 1 ? stem : `${stem}${at + 1}`;
    const free = sheetByName(book, name) ? `${name}(2)` : name;
    return { ...sheet, id: makeId(book), name: free };
  });
  for (const [at, sheet] of other.sheets.entries())
    for (const one of adopted)
      rewriteFormulas(book, one, (formula) =>
        renamedSheet(formula, sheet.name, adopted[at]?.name ?? sheet.name),
      );
  book.sheets = [...book.sheets, ...adopted];
}

const visibilities: Readonly<Record<Grid["visibility"], Visibility>> = {
  visible: "Visible",
  hidden: "Hidden",
  veryHidden: "VeryHidden",
};

function sheetOfGrid(grid: Grid, id: string): Sheet {
  const sheet = newSheet(id, grid.name);
  const height = Math.max(grid.rows.length, grid.formats.length);
  for (let row = 0; row < height; row++) {
    const width = Math.max(grid.rows[row]?.length ?? 0, grid.formats[row]?.length ?? 0);
    const line: Row = [];
    for (let column = 0; column < width; column++) {
      const cell = cellOfGrid(grid, row, column);
      if (cell) line[column] = cell;
    }
    if (line.length > 0) sheet.rows[row] = line;
  }
  sheet.merges = grid.merges;
  sheet.hiddenRows = grid.hiddenRows;
  sheet.hiddenColumns = grid.hiddenColumns;
  sheet.visibility = visibilities[grid.visibility];
  return sheet;
}

function cellOfGrid(grid: Grid, row: number, column: number): HostCell | undefined {
  const value = grid.rows[row]?.[column] ?? null;
  const formula = formulaAt(grid, row, column);
  const numberFormat = grid.formats[row]?.[column];
  if (value === null && formula === undefined && numberFormat === undefined) return undefined;
  const style = numberFormat === undefined ? undefined : styleWith(undefined, { numberFormat });
  return { value, ...(formula === undefined ? {} : { formula: `=${formula}` }), ...(style ? { style } : {}) };
}

/**
 * The bytes of an .xlsx file with the workbook's values, formulas, number formats, merges, sizes and page set-up.
 * `unsavedOf` says what it leaves out: `@taizhang/xlsx` writes looks by purpose, not by colour.
 */
export function saveBook(book: Book): Uint8Array {
  if (book.calculator) {
    markAllChanged(book);
    recalculate(book, true);
  }
  return writeWorkbook(book.sheets.map(layoutOf));
}

function layoutOf(sheet: Sheet): SheetLayout {
  const { top: freezeRows, left: freezeColumns } = { top: sheet.frozen.rows, left: sheet.frozen.columns };
  const used = usedBlock(sheet);
  const rows: (LayoutCell | null)[][] = Array.from({ length: (used?.bottom ?? -1) + 1 }, (_, row) =>
    Array.from({ length: (used?.right ?? -1) + 1 }, (_, column) => layoutCellOf(sheet.rows[row]?.[column])),
  );
  return {
    name: sheet.name,
    rows,
    merges: sheet.merges.map(blockRef),
    widths: Array.from(
      { length: Math.max(0, ...[...sheet.columnWidths.keys()].map((at) => at + 1)) },
      (_, column) => {
        const points = sheet.columnWidths.get(column);
        return points === undefined
          ? undefined
          : Math.max(0, Math.round(((points / 0.75 - 5) / 7) * 100) / 100);
      },
    ),
    heights: Object.fromEntries(sheet.rowHeights),
    hiddenColumns: [...sheet.hiddenColumns],
    visibility: sheet.visibility === "Visible" ? "visible" : "hidden",
    protect: sheet.protection !== undefined,
    ...(freezeRows + freezeColumns > 0
      ? {
          freeze: blockRef({
            top: freezeRows,
            left: freezeColumns,
            bottom: freezeRows,
            right: freezeColumns,
          }),
        }
      : {}),
    ...(sheet.autoFilter ? { autoFilter: blockRef(sheet.autoFilter.block) } : {}),
    ...(sheet.pageLayout.Orientation === "Landscape" ? { print: { landscape: true } } : {}),
  };
}

function layoutCellOf(cell: HostCell | undefined): LayoutCell | null {
  if (!cell) return null;
  const { value, formula, style } = cell;
  return {
    value,
    ...(formula === undefined ? {} : { formula: formula.slice(1) }),
    ...(style?.numberFormat === undefined ? {} : { format: style.numberFormat }),
    ...(style?.locked === false ? { locked: false } : {}),
  };
}
