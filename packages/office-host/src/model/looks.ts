import { parseCell } from "@taizhang/grid";
import { parseBlock, wholeSheet } from "./address.ts";
import { type Book, sheetByName } from "./book.ts";
import { fitRows } from "./fit.ts";
import { type HostCell, standardHeight } from "./sheet.ts";
import { type CellStyle, styleWith } from "./style.ts";

/** What of a file `@taizhang/xlsx` does not read: how its sheets look, as plain data. */
export interface WorkbookLooks {
  readonly sheets: readonly SheetLooks[];
}

export interface SheetLooks {
  readonly name: string;
  /** The different looks, and for each cell the number of its look. */
  readonly styles: readonly CellStyle[];
  readonly cells: Readonly<Record<string, number>>;
  /** Widths and heights in points, by column and row counted from 0. */
  readonly columnWidths: readonly (readonly [number, number])[];
  readonly rowHeights: readonly (readonly [number, number])[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly autoFilter?: string;
  readonly showGridlines: boolean;
  readonly tabColor?: string;
  readonly isProtected: boolean;
}

/** Gives the workbook's cells the looks; values, formulas and number formats stay. */
export function applyLooks(book: Book, looks: WorkbookLooks): void {
  for (const given of looks.sheets) {
    const sheet = sheetByName(book, given.name);
    if (!sheet) continue;
    for (const [ref, number] of Object.entries(given.cells)) {
      const at = parseCell(ref);
      const style = given.styles[number];
      if (!at || !style) continue;
      const row = sheet.rows[at.row] ?? [];
      sheet.rows[at.row] = row;
      const cell: HostCell = row[at.column] ?? { value: null };
      const { style: _, ...rest } = cell;
      const merged = styleWith(cell.style, style);
      row[at.column] = merged ? { ...rest, style: merged } : rest;
    }
    sheet.columnWidths = new Map(given.columnWidths);
    // rows without a height of their own are as high as their texts need, as when Excel opens the file
    const fitted = [...fitRows(sheet, wholeSheet)].filter(([, points]) => points > standardHeight);
    sheet.rowHeights = new Map([...fitted, ...given.rowHeights]);
    sheet.showGridlines = given.showGridlines;
    sheet.tabColor = given.tabColor ?? "";
    if (given.frozen) sheet.frozen = given.frozen;
    const filter = given.autoFilter === undefined ? undefined : parseBlock(given.autoFilter);
    if (filter) sheet.autoFilter = { block: filter, criteria: [] };
    if (given.isProtected) sheet.protection = { options: {} };
  }
}
