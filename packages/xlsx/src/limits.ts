/** How much a file may make the reader do before it stops with F01 `tooLarge` (读取上限). */
export interface ReadLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Entries of the zip. */
  readonly entries: number;
  /** Bytes of one part once inflated. */
  readonly partBytes: number;
  /** Bytes of all parts that are read, once inflated. */
  readonly totalBytes: number;
  readonly sheets: number;
  /** Cells of the workbook: in each row with content, the columns up to the last with content. */
  readonly cells: number;
  /** Merged blocks of one sheet. */
  readonly merges: number;
  /** Characters of all formulas, shared ones counted in each cell that has them. */
  readonly formulaCharacters: number;
}

/** The limits when none are given: far above any return, far below what fills a browser's memory. */
export const defaultLimits: ReadLimits = {
  fileBytes: 200_000_000,
  entries: 10_000,
  partBytes: 500_000_000,
  totalBytes: 1_000_000_000,
  sheets: 1_000,
  cells: 20_000_000,
  merges: 200_000,
  formulaCharacters: 200_000_000,
};
