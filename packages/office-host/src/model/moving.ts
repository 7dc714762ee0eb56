import { lastColumn, lastRow } from "@taizhang/grid";
import { columnsOf, isWholeColumns, isWholeRows, rowsOf } from "./address.ts";
import type { Book } from "./book.ts";
import { type Shift, shifted, shiftedBlock } from "./formula-shift.ts";
import type { Block, HostCell, Row, Sheet } from "./sheet.ts";
import { type Author, markAllChanged } from "./writing.ts";

/** Puts empty cells in the place of the block; what stood there moves down or right, and formulas follow. */
export function insertCells(
  book: Book,
  sheet: Sheet,
  block: Block,
  shift: "Down" | "Right",
  author: Author,
): void {
  move(book, sheet, block, shift === "Down" ? "row" : "column", 1);
  tell(book, sheet, block, shift === "Down" ? "ShiftCellDown" : "ShiftCellRight", author);
}

/** Takes the cells of the block away; what is below or right of them moves up or left. */
export function deleteCells(
  book: Book,
  sheet: Sheet,
  block: Block,
  shift: "Up" | "Left",
  author: Author,
): void {
  move(book, sheet, block, shift === "Up" ? "row" : "column", -1);
  tell(book, sheet, block, shift === "Up" ? "ShiftCellUp" : "ShiftCellLeft", author);
}

function move(book: Book, sheet: Sheet, block: Block, axis: "row" | "column", sign: 1 | -1): void {
  const count = sign * (axis === "row" ? rowsOf(block) : columnsOf(block));
  const at = axis === "row" ? block.top : block.left;
  const across: [number, number] = axis === "row" ? [block.left, block.right] : [block.top, block.bottom];
  const whole = axis === "row" ? isWholeRows(block) : isWholeColumns(block);
  const shift: Shift = { axis, at, count, across };
  book.journal.rowsFrom(
    sheet,
    0,
    axis === "row" ? movedDown(sheet, block, count) : movedRight(sheet, block, count),
  );
  if (whole) moveLines(book, sheet, shift);
  moveBlocks(book, sheet, shift);
  moveFormulas(book, sheet, shift);
  markAllChanged(book);
}

function movedDown(sheet: Sheet, { top, left, right }: Block, count: number): (Row | undefined)[] {
  const rows = sheet.rows.map((row) => row && [...row]);
  const height = sheet.rows.length + Math.max(0, count);
  const wide = left === 0 && right === lastColumn;
  const out: (Row | undefined)[] = [];
  for (let row = 0; row < Math.min(height, lastRow + 1); row++) {
    const from = row < top ? row : count > 0 ? (row < top + count ? -1 : row - count) : row - count;
    if (wide) {
      out[row] = rows[from] && [...(rows[from] as Row)];
      continue;
    }
    const line: Row = rows[row] ? [...(rows[row] as Row)] : [];
    if (row >= top)
      for (let column = left; column <= Math.min(right, widthOf(sheet) - 1); column++) {
        const cell = from < 0 ? undefined : sheet.rows[from]?.[column];
        if (cell) line[column] = cell;
        else delete line[column];
      }
    out[row] = line;
  }
  return out;
}

function movedRight(sheet: Sheet, { top, bottom, left }: Block, count: number): (Row | undefined)[] {
  return sheet.rows.map((row, at) => {
    if (!row || at < top || at > bottom) return row && [...row];
    const head = row.slice(0, left);
    head.length = Math.min(left, Math.max(head.length, row.length > left ? left : head.length));
    const tail: (HostCell | undefined)[] =
      count > 0 ? [...Array(count), ...row.slice(left)] : row.slice(left - count);
    const line: Row = [];
    head.forEach((cell, column) => {
      if (cell) line[column] = cell;
    });
    tail.forEach((cell, column) => {
      if (cell && left + column <= lastColumn) line[left + column] = cell;
    });
    return line;
  });
}

const widthOf = (sheet: Sheet): number =>
  sheet.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);

/** Heights, widths, hidden lines and styles of whole lines move with them. */
function moveLines(book: Book, sheet: Sheet, { axis, at, count }: Shift): void {
  const to = (line: number): number | undefined =>
    line < at ? line : count > 0 ? line + count : line < at - count ? undefined : line + count;
  const map = <T>(lines: ReadonlyMap<number, T>): Map<number, T> =>
    new Map(
      [...lines].flatMap(([line, value]) =>
        to(line) === undefined ? [] : [[to(line) as number, value] as const],
      ),
    );
  const set = (lines: ReadonlySet<number>): Set<number> =>
    new Set([...lines].flatMap((line) => to(line) ?? []));
  const { journal } = book;
  if (axis === "row") {
    journal.set(sheet, "rowHeights", map(sheet.rowHeights));
    journal.set(sheet, "rowStyles", map(sheet.rowStyles));
    journal.set(sheet, "hiddenRows", set(sheet.hiddenRows));
  } else {
    journal.set(sheet, "columnWidths", map(sheet.columnWidths));
    journal.set(sheet, "columnStyles", map(sheet.columnStyles));
    journal.set(sheet, "hiddenColumns", set(sheet.hiddenColumns));
  }
}

/** Merges, tables, rules and comments move with their cells. */
function moveBlocks(book: Book, sheet: Sheet, shift: Shift): void {
  const { journal } = book;
  const blocks = (list: readonly Block[]): Block[] =>
    list.flatMap((block) => shiftedBlock(block, shift) ?? []);
  const withBlocks = <T extends { blocks: readonly Block[] }>(list: readonly T[]): T[] =>
    list.flatMap((one) => {
      const moved = blocks(one.blocks);
      return moved.length > 0 ? [{ ...one, blocks: moved }] : [];
    });
  const withCell = <T extends { row: number; column: number }>(list: readonly T[]): T[] =>
    list.flatMap((one) => {
      const moved = shiftedBlock(
        { top: one.row, bottom: one.row, left: one.column, right: one.column },
        shift,
      );
      return moved ? [{ ...one, row: moved.top, column: moved.left }] : [];
    });
  journal.set(sheet, "merges", blocks(sheet.merges));
  journal.set(sheet, "validations", withBlocks(sheet.validations));
  for (const format of sheet.conditionalFormats) journal.set(format, "blocks", blocks(format.blocks));
  journal.set(
    sheet,
    "conditionalFormats",
    sheet.conditionalFormats.filter((format) => format.blocks.length > 0),
  );
  journal.set(sheet, "comments", withCell(sheet.comments));
  for (const table of sheet.tables) {
    const block = shiftedBlock(table.block, shift);
    if (block) journal.set(table, "block", block);
  }
  journal.set(
    sheet,
    "tables",
    sheet.tables.filter((table) => shiftedBlock(table.block, shift) !== undefined),
  );
}

function moveFormulas(book: Book, moved: Sheet, shift: Shift): void {
  const name = moved.name.toLowerCase();
  for (const sheet of book.sheets) {
    const isMoved = (given: string | undefined): boolean =>
      given === undefined ? sheet === moved : given.toLowerCase() === name;
    rewriteFormulas(book, sheet, (formula) => shifted(formula, shift, isMoved));
  }
  for (const defined of book.names) {
    const formula = shifted(defined.formula, shift, (given) => given?.toLowerCase() === name);
    if (formula !== defined.formula) book.journal.set(defined, "formula", formula);
  }
}

/** Gives each formula of a sheet the text that `change` makes of it. */
export function rewriteFormulas(book: Book, sheet: Sheet, change: (formula: string) => string): void {
  sheet.rows.forEach((row, at) => {
    row?.forEach((cell, column) => {
      if (cell?.formula === undefined) return;
      const formula = change(cell.formula);
      if (formula !== cell.formula) book.journal.cells(sheet, at, column, [[{ ...cell, formula }]]);
    });
  });
}

function tell(book: Book, sheet: Sheet, block: Block, shift: string, author: Author): void {
  const inserted = shift === "ShiftCellDown" || shift === "ShiftCellRight";
  const rows = isWholeRows(block);
  const columns = isWholeColumns(block);
  const what = rows ? "Row" : columns ? "Column" : "Cell";
  const changeType = `${what}${inserted ? "Inserted" : "Deleted"}`;
  book.events.raise({
    kind: "changed",
    sheetId: sheet.id,
    block,
    changeType,
    shift: rows || columns ? "None" : shift,
    ...author,
  });
}
