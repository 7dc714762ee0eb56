/**
 * Reads .xlsx into grids fast, writes sheet layouts, and edits an existing file without touching anything else.
 * @packageDocumentation
 */
export type { SkipReason } from "./cell-overlay.ts";
export { type EditResult, editWorkbook } from "./edit-workbook.ts";
export { defaultLimits, type ReadLimits } from "./limits.ts";
export { type ReadOptions, readWorkbook, type Workbook } from "./read-workbook.ts";
export { validSheetNames } from "./sheet-names.ts";
export { type WorkbookProperties, writeWorkbook } from "./write-workbook.ts";
