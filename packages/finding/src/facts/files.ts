/** Why a file cannot be read (读不了的原因). */
export type UnreadableKind =
  | "legacy" // .xls or .et: the old binary format
  | "encrypted"
  | "notWorkbook" // some other file
  | "damaged"
  | "tooLarge";

/** Facts of the family F: files, sheets and what a program left in cells (文件). */
export interface FileFacts {
  F01: { kind: UnreadableKind; detail: string };
  /** `count` cells in a row down the column; `formula` is the first cell's, without "=". */
  F02: { formula: string; count: number };
  F03: { error: string; count: number; formula?: string };
  /** Rows counted from 1 and columns by letter, as "5–8、12". */
  /** `sheet`: the sheet itself is hidden. */
  F04: { rows: string; columns: string; sheet?: boolean };
  F05: { text: string };
}
