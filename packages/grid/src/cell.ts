/** An error value as the spreadsheet prints it (错误值), for example `#REF!`. */
export interface CellError {
  readonly error: string;
}

/**
 * What a cell holds: a text, a number (dates are numbers with a date format), a boolean, an error, or nothing.
 *
 * A number is the IEEE double of the file. The decimal it stands for is its 15 significant digits; use
 * `decimalOfNumber` of `@taizhang/quantity` before calculating with it.
 */
export type CellValue = string | number | boolean | CellError | null;

/** True for an error value such as `#DIV/0!` (错误值). */
export const isCellError = (value: CellValue): value is CellError =>
  typeof value === "object" && value !== null;

/** True for a cell that holds nothing, or only white space (空白). @example isBlank("　 ") // true */
export const isBlank = (value: CellValue): boolean =>
  value === null || (typeof value === "string" && value.trim() === "");

/** The value as plain text, without number format; "" for a blank cell. @example textOf(12) // "12" */
export function textOf(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  // A whole number of few digits is its own 15 digits: most cells are, and cutting them is dear.
  if (typeof value === "number" && Number.isSafeInteger(value) && Math.abs(value) < 1e15) return `${value}`;
  if (typeof value === "number") return Number.isFinite(value) ? `${Number(value.toPrecision(15))}` : "";
  return value.error;
}
