/**
 * Cells, A1 references, edits and layouts as plain data: what every Taizhang package shares. No dependencies.
 * @packageDocumentation
 */
export { type CellError, type CellValue, isBlank, isCellError, textOf } from "./cell.ts";
export type {
  CellContent,
  Correct,
  Edit,
  InsertColumn,
  InsertRows,
  SetCell,
  UnmergeFill,
} from "./edit.ts";
export {
  cellKey,
  cellOfKey,
  columnCount,
  formatAt,
  formulaAt,
  type Grid,
  gridOf,
  isUncalculated,
  valueAt,
} from "./grid.ts";
export {
  type LayoutCell,
  type LayoutChoice,
  type LayoutLight,
  type LayoutStyle,
  layoutCell,
  type SheetLayout,
} from "./layout.ts";
export { type CellPlace, cellPlace } from "./place.ts";
export {
  cellRef,
  columnIndex,
  columnName,
  contains,
  lastColumn,
  lastRow,
  parseCell,
  parseRange,
  quoteSheet,
  type Range,
  rangeRef,
} from "./reference.ts";
