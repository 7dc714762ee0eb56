/** A block of cells, counted from 0, both ends included (区域). */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The last row and column that a sheet of Excel can have, counted from 0. */
export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** The letters of a column counted from 0. @example columnName(27) // "AB" */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** The column counted from 0 that letters name, or undefined. @example columnIndex("AB") // 27 */
export function columnIndex(name: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return undefined;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1 <= lastColumn ? index - 1 : undefined;
}

/** The A1 reference of a cell counted from 0. @example cellRef(3, 1) // "B4" */
export const cellRef = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** The cell that an A1 reference names (with or without $), or undefined. @example parseCell("$B$4") // { row: 3, column: 1 } */
export function parseCell(ref: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(ref);
  const column = columnIndex(match?.[1] ?? "");
  const row = Number(match?.[2]) - 1;
  return match && column !== undefined && row <= lastRow ? { row, column } : undefined;
}

/** The A1 reference of a block; one cell is written alone. @example rangeRef({ top: 0, left: 0, bottom: 1, right: 1 }) // "A1:B2" */
export function rangeRef({ top, left, bottom, right }: Range): string {
  const first = cellRef(top, left);
  return top === bottom && left === right ? first : `${first}:${cellRef(bottom, right)}`;
}

/** The block that an A1 reference names, or undefined. @example parseRange("A1:B2") // { top: 0, left: 0, bottom: 1, right: 1 } */
export function parseRange(ref: string): Range | undefined {
  const [from = "", to = from, ...more] = ref.split(":");
  const first = parseCell(from);
  const last = parseCell(to);
  if (!first || !last || more.length > 0) return undefined;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

/** True if the cell lies in the block. */
export const contains = (range: Range, row: number, column: number): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

/** The sheet's name as a formula writes it. @example quoteSheet("民生 台账") // "'民生 台账'" */
export const quoteSheet = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$|^[Rr]\d*[Cc]\d*$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
