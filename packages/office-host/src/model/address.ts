import {
  type Range as Block,
  columnIndex,
  columnName,
  lastColumn,
  lastRow,
  parseRange,
  quoteSheet,
  rangeRef,
} from "@taizhang/grid";
import { type Book, sheetByName } from "./book.ts";
import type { Sheet } from "./sheet.ts";

export const wholeSheet: Block = { top: 0, left: 0, bottom: lastRow, right: lastColumn };
export const isWholeColumns = ({ top, bottom }: Block): boolean => top === 0 && bottom === lastRow;
export const isWholeRows = ({ left, right }: Block): boolean => left === 0 && right === lastColumn;
export const rowsOf = ({ top, bottom }: Block): number => bottom - top + 1;
export const columnsOf = ({ left, right }: Block): number => right - left + 1;
export const cellsOf = (block: Block): number => rowsOf(block) * columnsOf(block);
export const blockOf = (row: number, column: number, rows = 1, columns = 1): Block => ({
  top: row,
  left: column,
  bottom: row + rows - 1,
  right: column + columns - 1,
});

/** The cells that both blocks hold, if any. */
export function intersection(a: Block, b: Block): Block | undefined {
  const block = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return block.top <= block.bottom && block.left <= block.right ? block : undefined;
}

/** What is left of the first block without the second: up to four blocks. */
export function without(block: Block, hole: Block): Block[] {
  const cut = intersection(block, hole);
  if (!cut) return [block];
  const { top, left, bottom, right } = block;
  return [
    { top, left, bottom: cut.top - 1, right },
    { top: cut.bottom + 1, left, bottom, right },
    { top: cut.top, left, bottom: cut.bottom, right: cut.left - 1 },
    { top: cut.top, left: cut.right + 1, bottom: cut.bottom, right },
  ].filter((rest) => rest.top <= rest.bottom && rest.left <= rest.right);
}

/** The reference without a sheet, as Excel writes it: whole columns as `A:C`, whole rows as `3:5`. */
export function blockRef(block: Block): string {
  if (isWholeRows(block)) return `${block.top + 1}:${block.bottom + 1}`;
  if (isWholeColumns(block)) return `${columnName(block.left)}:${columnName(block.right)}`;
  return rangeRef(block);
}

/** The full address, for example `'民生 台账'!A1:B2`. */
export const addressOf = (sheet: Sheet, block: Block): string =>
  `${quoteSheet(sheet.name)}!${blockRef(block)}`;

/** The block that a reference without a sheet names, with `$` or without; `A:C` and `3:5` too. */
export function parseBlock(ref: string): Block | undefined {
  const plain = ref.replaceAll("$", "").trim();
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(plain);
  if (columns) {
    const [a, b] = [columnIndex(columns[1] ?? ""), columnIndex(columns[2] ?? "")];
    if (a === undefined || b === undefined) return undefined;
    return { top: 0, bottom: lastRow, left: Math.min(a, b), right: Math.max(a, b) };
  }
  const rows = /^([1-9]\d{0,6}):([1-9]\d{0,6})$/.exec(plain);
  if (rows) {
    const [a, b] = [Number(rows[1]) - 1, Number(rows[2]) - 1];
    if (Math.max(a, b) > lastRow) return undefined;
    return { left: 0, right: lastColumn, top: Math.min(a, b), bottom: Math.max(a, b) };
  }
  return parseRange(plain);
}

/** The sheet's name and the rest of a reference such as `'it''s'!A1`. */
export function splitSheet(ref: string): { sheet?: string; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(ref);
  if (quoted) return { sheet: (quoted[1] ?? "").replaceAll("''", "'"), rest: quoted[2] ?? "" };
  const bare = /^([^!'(),]+)!(.*)$/s.exec(ref);
  return bare ? { sheet: bare[1] ?? "", rest: bare[2] ?? "" } : { rest: ref };
}

/** Where a reference points: blocks of one sheet, through names and tables too; undefined if nowhere. */
export function locate(book: Book, base: Sheet, ref: string): { sheet: Sheet; blocks: Block[] } | undefined {
  const parts = splitAreas(ref.trim().replace(/^=/, ""));
  let sheet: Sheet | undefined;
  const blocks: Block[] = [];
  for (const part of parts) {
    const one = locateOne(book, sheet ?? base, part.trim());
    if (!one || (sheet && one.sheet !== sheet)) return undefined;
    sheet = one.sheet;
    blocks.push(...one.blocks);
  }
  return sheet && blocks.length > 0 ? { sheet, blocks } : undefined;
}

function locateOne(book: Book, base: Sheet, ref: string): { sheet: Sheet; blocks: Block[] } | undefined {
  const { sheet: sheetName, rest } = splitSheet(ref);
  const sheet = sheetName === undefined ? base : sheetByName(book, sheetName);
  if (!sheet) return undefined;
  const block = parseBlock(rest);
  if (block) return { sheet, blocks: [block] };
  const lower = rest.toLowerCase();
  const name =
    book.names.find((one) => one.sheetId === sheet.id && one.name.toLowerCase() === lower) ??
    book.names.find((one) => one.sheetId === undefined && one.name.toLowerCase() === lower);
  if (name) return name.formula.toLowerCase() === `=${lower}` ? undefined : locate(book, sheet, name.formula);
  for (const owner of book.sheets) {
    const table = owner.tables.find((one) => one.name.toLowerCase() === lower);
    if (table) return { sheet: owner, blocks: [bodyOf(table)] };
  }
  return undefined;
}

/** A table's rows without its header and total. */
export const bodyOf = (table: { block: Block; showHeaders: boolean; showTotals: boolean }): Block => ({
  ...table.block,
  top: table.block.top + (table.showHeaders ? 1 : 0),
  bottom: table.block.bottom - (table.showTotals ? 1 : 0),
});

/** The areas between commas, but not commas in a quoted sheet name. */
const splitAreas = (ref: string): string[] => ref.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
