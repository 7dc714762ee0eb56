import { columnIndex, columnName, lastColumn, lastRow } from "@taizhang/grid";

/** A piece of a formula: plain text, or a cell, column or row that moves with the formula. */
type Piece = string | { readonly column?: Moving; readonly row?: Moving };
interface Moving {
  readonly index: number;
  readonly fixed: boolean;
}

/** The formula as seen from a cell so many rows below and columns right. */
export type ShiftedFormula = (rows: number, columns: number) => string;

// A text, a quoted sheet name, a structured reference, a reference, or a word that only looks like one (LOG10).
const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^[\]]*\]|(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])|(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(])|[\p{L}_\\$][\p{L}\p{N}_.\\$]*|[\d.]+(?:[eE][-+]?\d+)?/gu;

/**
 * Takes a shared formula apart once, so that each of the cells that share it gets its own text (共享公式).
 * @example shiftFormula("B2*$C$1")(1, 0) // "B3*$C$1"
 */
export function shiftFormula(formula: string): ShiftedFormula {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of formula.matchAll(token)) {
    const moving = movingPieces(match);
    if (!moving) continue;
    pieces.push(formula.slice(done, match.index), ...moving);
    done = match.index + match[0].length;
  }
  pieces.push(formula.slice(done));
  // down a column only the rows change: all that stays is put together once
  let columnsBefore: number | undefined;
  let parts: (string | Moving)[] = [];
  let texts: string[] = [];
  return (rows, columns) => {
    if (columns !== columnsBefore) {
      columnsBefore = columns;
      parts = partsFor(pieces, columns);
      texts = parts.map(() => "");
    }
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] as string | Moving;
      texts[at] = typeof part === "string" ? part : rowText(part, rows);
    }
    // joined, because a text put together by + stays in its parts
    return texts.join("");
  };
}

/** The pieces with the columns written out, so that only texts and moving rows remain. */
function partsFor(pieces: readonly Piece[], columns: number): (string | Moving)[] {
  const parts: (string | Moving)[] = [];
  let text = "";
  for (const piece of pieces) {
    if (typeof piece === "string") text += piece;
    else {
      text += columnText(piece.column, columns);
      if (piece.row?.fixed) text += rowText(piece.row, 0);
      else if (piece.row) {
        parts.push(text, piece.row);
        text = "";
      }
    }
  }
  parts.push(text);
  return parts;
}

function movingPieces(match: RegExpMatchArray): Piece[] | undefined {
  const [
    ,
    fixedColumn,
    column,
    fixedRow,
    row,
    fixedFrom,
    from,
    fixedTo,
    to,
    fixedTop,
    top,
    fixedBottom,
    bottom,
  ] = match;
  if (column !== undefined && row !== undefined) {
    const index = columnIndex(column);
    if (index === undefined || Number(row) > lastRow + 1) return undefined;
    return [
      {
        column: { index, fixed: fixedColumn === "$" },
        row: { index: Number(row) - 1, fixed: fixedRow === "$" },
      },
    ];
  }
  if (from !== undefined && to !== undefined) {
    const first = columnIndex(from);
    const last = columnIndex(to);
    if (first === undefined || last === undefined) return undefined;
    return [
      { column: { index: first, fixed: fixedFrom === "$" } },
      ":",
      { column: { index: last, fixed: fixedTo === "$" } },
    ];
  }
  if (top !== undefined && bottom !== undefined)
    return [
      { row: { index: Number(top) - 1, fixed: fixedTop === "$" } },
      ":",
      { row: { index: Number(bottom) - 1, fixed: fixedBottom === "$" } },
    ];
  return undefined;
}

// a reference that moves over the edge of the sheet comes back at the other side, as in Excel
const columnText = (column: Moving | undefined, by: number): string =>
  column === undefined
    ? ""
    : column.fixed
      ? `$${columnName(column.index)}`
      : columnName(wrap(column.index + by, lastColumn + 1));

const rowText = (row: Moving | undefined, by: number): string =>
  row === undefined ? "" : row.fixed ? `$${row.index + 1}` : `${wrap(row.index + by, lastRow + 1) + 1}`;

const wrap = (index: number, size: number): number => ((index % size) + size) % size;
