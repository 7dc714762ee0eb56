import {
  type Range as Block,
  columnIndex,
  columnName,
  lastColumn,
  lastRow,
  quoteSheet,
} from "@taizhang/grid";

/** One end of a reference; undefined where a whole row or column is meant. */
interface End {
  readonly row: number | undefined;
  readonly column: number | undefined;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

/** A reference as a formula holds it; `sheet` without quotes. */
interface FormulaReference {
  readonly sheet: string | undefined;
  readonly from: End;
  readonly to: End | undefined;
}

const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const reference = new RegExp(
  String.raw`("(?:[^"]|"")*")|(\[[^\]]*\])|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?` +
    String.raw`(?<![\p{L}\p{N}_.$])(${cell}(?::${cell})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})` +
    String.raw`(?![\p{L}\p{N}_(.])`,
  "gu",
);

/** The formula with each reference as `change` gives it; texts and table references stay as they are. */
function mapReferences(
  formula: string,
  change: (reference: FormulaReference) => FormulaReference | "#REF!" | undefined,
): string {
  return formula.replace(
    reference,
    (whole, text, bracket, sheet: string | undefined, ref: string | undefined) => {
      if (text !== undefined || bracket !== undefined || ref === undefined) return whole;
      const [first = "", second] = ref.split(":");
      const name = sheet?.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
      const parsed: FormulaReference = {
        sheet: name,
        from: parseEnd(first),
        to: second === undefined ? undefined : parseEnd(second),
      };
      const changed = change(parsed);
      if (changed === undefined || changed === parsed) return whole;
      if (changed === "#REF!") return `${name === undefined ? "" : `${quoteSheet(name)}!`}#REF!`;
      return writeReference(changed);
    },
  );
}

function parseEnd(text: string): End {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  const [, dollar = "", letters = "", second = "", digits = ""] = match ?? [];
  return {
    column: letters === "" ? undefined : columnIndex(letters),
    row: digits === "" ? undefined : Number(digits) - 1,
    fixedColumn: letters !== "" && dollar === "$",
    fixedRow: letters === "" ? dollar === "$" : second === "$",
  };
}

const writeEnd = ({ row, column, fixedRow, fixedColumn }: End): string =>
  (column === undefined ? "" : `${fixedColumn ? "$" : ""}${columnName(column)}`) +
  (row === undefined ? "" : `${fixedRow ? "$" : ""}${row + 1}`);

function writeReference({ sheet, from, to }: FormulaReference): string {
  const prefix = sheet === undefined ? "" : `${quoteSheet(sheet)}!`;
  return `${prefix}${writeEnd(from)}${to ? `:${writeEnd(to)}` : ""}`;
}

/** The formula as it reads when copied so many rows down and columns across. */
export function translated(formula: string, rows: number, columns: number): string {
  const end = (one: End): End | undefined => {
    const row = one.row === undefined || one.fixedRow ? one.row : one.row + rows;
    const column = one.column === undefined || one.fixedColumn ? one.column : one.column + columns;
    if ((row ?? 0) < 0 || (row ?? 0) > lastRow || (column ?? 0) < 0 || (column ?? 0) > lastColumn)
      return undefined;
    return { ...one, row, column };
  };
  return mapReferences(formula, (one) => {
    const from = end(one.from);
    const to = one.to && end(one.to);
    return from && (to || !one.to) ? { ...one, from, to } : "#REF!";
  });
}

/** The formula after its sheet bears another name. */
export const renamedSheet = (formula: string, before: string, after: string): string =>
  mapReferences(formula, (one) =>
    one.sheet?.toLowerCase() === before.toLowerCase() ? { ...one, sheet: after } : undefined,
  );

/** The formula after the sheet of that name is gone. */
export const withoutSheet = (formula: string, name: string): string =>
  mapReferences(formula, (one) =>
    one.sheet?.toLowerCase() === name.toLowerCase() ? "#REF!" : undefined,
  ).replace(/(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!#REF!/gu, "#REF!");

/** What moving cells along one axis does: `count` lines come in (or, if negative, go) at `at`, for lines `across`. */
export interface Shift {
  readonly axis: "row" | "column";
  readonly at: number;
  readonly count: number;
  /** The other axis's first and last line that move. */
  readonly across: readonly [number, number];
}

/** The formula after cells of the sheet that `isSheet` recognises have moved. */
export function shifted(
  formula: string,
  shift: Shift,
  isSheet: (sheet: string | undefined) => boolean,
): string {
  return mapReferences(formula, (one) => {
    if (!isSheet(one.sheet)) return undefined;
    const { axis } = shift;
    const other = axis === "row" ? "column" : "row";
    const first = one.from[axis];
    if (first === undefined) return undefined; // whole columns do not move down
    const last = one.to?.[axis] ?? first;
    const low = one.from[other] ?? 0;
    const high = one.to
      ? (one.to[other] ?? Number.MAX_SAFE_INTEGER)
      : (one.from[other] ?? Number.MAX_SAFE_INTEGER);
    if (low < shift.across[0] || high > shift.across[1]) return undefined;
    const moved = shiftedSpan(first, last, shift);
    if (!moved) return "#REF!";
    const set = (end: End, line: number): End =>
      axis === "row" ? { ...end, row: line } : { ...end, column: line };
    return { ...one, from: set(one.from, moved[0]), to: one.to && set(one.to, moved[1]) };
  });
}

/** Where the lines from first to last are after the shift; undefined if all of them are gone. */
function shiftedSpan(first: number, last: number, { at, count }: Shift): [number, number] | undefined {
  if (count > 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const gone = -count;
  if (first >= at && last < at + gone) return undefined;
  const start = first < at ? first : Math.max(at, first - gone);
  const end = last < at ? last : last < at + gone ? at - 1 : last - gone;
  return [start, end];
}

/** Where a block is after the shift; undefined if it is gone. A block that only partly moves stays. */
export function shiftedBlock(block: Block, shift: Shift): Block | undefined {
  const [low, high] = shift.across;
  if (shift.axis === "row") {
    if (block.left < low || block.right > high) return block;
    const span = shiftedSpan(block.top, block.bottom, shift);
    return span && { ...block, top: span[0], bottom: span[1] };
  }
  if (block.top < low || block.bottom > high) return block;
  const span = shiftedSpan(block.left, block.right, shift);
  return span && { ...block, left: span[0], right: span[1] };
}

/** The formula in R1C1 notation, seen from its cell. */
export function toR1C1(formula: string, row: number, column: number): string {
  const axis = (letter: string, value: number | undefined, fixed: boolean, here: number): string => {
    if (value === undefined) return "";
    if (fixed) return `${letter}${value + 1}`;
    return value === here ? letter : `${letter}[${value - here}]`;
  };
  const end = (one: End): string =>
    axis("R", one.row, one.fixedRow, row) + axis("C", one.column, one.fixedColumn, column);
  return formula.replace(
    reference,
    (whole, text, bracket, sheet: string | undefined, ref: string | undefined) => {
      if (text !== undefined || bracket !== undefined || ref === undefined) return whole;
      return `${sheet === undefined ? "" : `${sheet}!`}${ref
        .split(":")
        .map((one) => end(parseEnd(one)))
        .join(":")}`;
    },
  );
}

const r1c1 = /("(?:[^"]|"")*")|(?<![\p{L}\p{N}_.])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\p{L}\p{N}_(.])/gu;

/** The formula in A1 notation, from R1C1 as seen from its cell. */
export function fromR1C1(formula: string, row: number, column: number): string {
  const line = (text: string | undefined, here: number): [number, boolean] => {
    if (text === undefined) return [here, false];
    return text.startsWith("[") ? [here + Number(text.slice(1, -1)), false] : [Number(text) - 1, true];
  };
  return formula.replace(r1c1, (whole, quoted, r, c) => {
    if (quoted !== undefined) return whole;
    const [atRow, fixedRow] = line(r, row);
    const [atColumn, fixedColumn] = line(c, column);
    return writeEnd({ row: atRow, column: atColumn, fixedRow, fixedColumn });
  });
}
