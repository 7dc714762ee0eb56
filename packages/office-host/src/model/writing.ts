import type { CellValue } from "@taizhang/grid";
import { blockOf, columnsOf, isWholeColumns, isWholeRows, rowsOf } from "./address.ts";
import type { Book } from "./book.ts";
import type { Source } from "./book-events.ts";
import { type Entry, entered, onWire, valueType } from "./entry.ts";
import { type Block, cellAt, type HostCell, type Sheet, styleAt } from "./sheet.ts";
import { type CellStyle, type StyleChange, styleChanger, styleWith } from "./style.ts";

/** Who changes the workbook: it goes into the events. */
export interface Author {
  readonly source: Source;
  readonly byAddin: boolean;
}

/** Puts a block of cells in place and tells whoever listens. All writing of values ends here. */
export function writeCells(
  book: Book,
  sheet: Sheet,
  block: Block,
  cells: readonly (readonly (HostCell | undefined)[])[],
  author: Author,
): void {
  const one = rowsOf(block) === 1 && columnsOf(block) === 1;
  const before = one ? (cellAt(sheet, block.top, block.left)?.value ?? null) : null;
  book.journal.cells(sheet, block.top, block.left, cells);
  markChanged(book, sheet, block);
  const after = one ? (cells[0]?.[0]?.value ?? null) : null;
  const details = one ? changeDetails(before, after) : {};
  const base = {
    kind: "changed",
    sheetId: sheet.id,
    block,
    changeType: "RangeEdited",
    shift: "None",
  } as const;
  book.events.raise({ ...base, ...details, ...author });
  for (const table of sheet.tables) {
    const { top, left, bottom, right } = table.block;
    const meets = block.top <= bottom && block.bottom >= top && block.left <= right && block.right >= left;
    if (meets)
      book.events.raise({
        kind: "tableChanged",
        sheetId: sheet.id,
        tableId: table.id,
        block,
        source: author.source,
      });
  }
}

const changeDetails = (before: CellValue, after: CellValue) => ({
  before: { value: onWire(before), type: valueType(before) },
  after: { value: onWire(after), type: valueType(after) },
});

/** Writes inputs as if typed; null leaves a cell as it is. A format that Excel would choose is taken over. */
export function writeInputs(
  book: Book,
  sheet: Sheet,
  block: Block,
  inputs: readonly (readonly unknown[])[],
  author: Author,
): void {
  const cells = inputs.map((line, down) =>
    line.map((input, across) => {
      const row = block.top + down;
      const column = block.left + across;
      const cell = cellAt(sheet, row, column);
      if (input === null || input === undefined) return cell;
      const style = styleAt(sheet, row, column);
      return cellWith(entered(input, style?.numberFormat ?? "General"), style, cell);
    }),
  );
  writeCells(book, sheet, block, cells, author);
}

function cellWith(
  entry: Entry,
  style: CellStyle | undefined,
  cell: HostCell | undefined,
): HostCell | undefined {
  const chosen = entry.format === undefined ? style : styleWith(style, { numberFormat: entry.format });
  if (entry.value === null && entry.formula === undefined && !chosen && !cell?.link) return undefined;
  return {
    value: entry.value,
    ...(entry.formula === undefined ? {} : { formula: entry.formula }),
    ...(chosen ? { style: chosen } : {}),
    ...(cell?.link ? { link: cell.link } : {}),
  };
}

/** Changes the look of a block. Whole rows and columns keep it for themselves, so that no million cells are made. */
export function restyle(
  book: Book,
  sheet: Sheet,
  block: Block,
  change: (style: CellStyle | undefined, row: number, column: number) => StyleChange,
  author: Author,
): void {
  const changed = styleChanger((style) => change(style, -1, -1));
  const here = (style: CellStyle | undefined, row: number, column: number): CellStyle | undefined =>
    change.length > 1 ? styleWith(style, change(style, row, column)) : changed(style);
  if (isWholeColumns(block)) restyleLines(book, sheet, "columnStyles", block.left, block.right, changed);
  else if (isWholeRows(block)) restyleLines(book, sheet, "rowStyles", block.top, block.bottom, changed);
  const whole = isWholeColumns(block) || isWholeRows(block);
  const bottom = whole ? Math.min(block.bottom, sheet.rows.length - 1) : block.bottom;
  const cells: (HostCell | undefined)[][] = [];
  for (let row = block.top; row <= bottom; row++) {
    const line: (HostCell | undefined)[] = [];
    const last = whole ? Math.min(block.right, (sheet.rows[row]?.length ?? 0) - 1) : block.right;
    for (let column = block.left; column <= last; column++) {
      const cell = cellAt(sheet, row, column);
      if (!cell && whole) line.push(undefined);
      else line.push(withStyle(cell, here(styleAt(sheet, row, column), row, column)));
    }
    cells.push(line);
  }
  book.journal.cells(sheet, block.top, block.left, cells);
  book.events.raise({ kind: "formatChanged", sheetId: sheet.id, block, source: author.source });
}

function withStyle(cell: HostCell | undefined, style: CellStyle | undefined): HostCell | undefined {
  if (!cell) return style && { value: null, style };
  const { style: _, ...rest } = cell;
  if (style) return { ...rest, style };
  return rest.value === null && rest.formula === undefined && !rest.link ? undefined : rest;
}

function restyleLines(
  book: Book,
  sheet: Sheet,
  key: "rowStyles" | "columnStyles",
  first: number,
  last: number,
  changed: (style: CellStyle | undefined) => CellStyle | undefined,
): void {
  const styles = new Map(sheet[key]);
  for (let line = first; line <= last; line++) {
    const style = changed(styles.get(line));
    if (style) styles.set(line, style);
    else styles.delete(line);
  }
  book.journal.set(sheet, key, styles);
}

/** Remembers which cells the calculator has to look at again. */
function markChanged(book: Book, sheet: Sheet, block: Block = blockOf(0, 0)): void {
  if (!book.calculator) return;
  const known = book.uncalculated.get(sheet.id);
  if (known === "all") return;
  const keys = known ?? new Set<number>();
  for (let row = block.top; row <= Math.min(block.bottom, sheet.rows.length - 1); row++)
    for (let column = block.left; column <= block.right; column++) keys.add(row * 16_384 + column);
  book.uncalculated.set(sheet.id, keys);
}

/** Everything of the workbook is to be worked out anew: after loading, undoing, moving cells. */
export function markAllChanged(book: Book): void {
  if (!book.calculator) return;
  for (const sheet of book.sheets) book.uncalculated.set(sheet.id, "all");
}

/** Works everything out anew, such as after a function of an add-in has answered. */
export function recalculateAll(book: Book): void {
  markAllChanged(book);
  recalculate(book);
}

/** Works out what has changed, if a calculator is there and calculation is not by hand. */
export function recalculate(book: Book, force = false): void {
  if (!book.calculator || book.uncalculated.size === 0) return;
  if (book.calculationMode === "Manual" && !force) return;
  book.calculator.calculate(book);
  book.uncalculated.clear();
}
