import type { Fix, FixId } from "@taizhang/finding";
import {
  type CellPlace,
  type CellValue,
  cellKey,
  type Edit,
  formatAt,
  type Grid,
  parseCell,
  valueAt,
} from "@taizhang/grid";

/** A fix that writes one value, guarded by what stands there (改一格). Formulas are never overwritten: undefined. */
export function fixCell(
  id: FixId,
  grid: Grid,
  at: CellPlace,
  value: CellValue,
  format?: string,
): Fix | undefined {
  const edit = setCell(grid, at, value, format);
  return edit && { id, edits: [edit] };
}

/** A fix of several cells; undefined where one of them cannot be written. */
export function fixCells(id: FixId, edits: readonly (Edit | undefined)[]): Fix | undefined {
  const whole = edits.filter((edit) => edit !== undefined);
  return edits.length > 0 && whole.length === edits.length ? { id, edits: whole } : undefined;
}

/** The edit that writes a value into a cell without a formula. A number leaves the text format "@". */
export function setCell(grid: Grid, at: CellPlace, value: CellValue, format?: string): Edit | undefined {
  const place = parseCell(at.ref);
  if (!place || grid.formulas.has(cellKey(place.row, place.column))) return undefined;
  const before = valueAt(grid, place.row, place.column);
  const own = formatAt(grid, place.row, place.column);
  const next = format ?? (typeof value === "number" && own === "@" ? "General" : undefined);
  return {
    kind: "setCell",
    at,
    before: { value: before, ...(own ? { format: own } : {}) },
    after: { value, ...(next ? { format: next } : {}) },
  };
}
