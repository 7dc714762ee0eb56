import { isDepartmentRow, isNumberRow, isUnitRow } from "./below-header.ts";
import type { Correction, HeaderCorrection } from "./correction.ts";
import type { HeaderBlock } from "./header-rows.ts";
import { blockAt, filledColumns, type SheetView } from "./sheet-view.ts";

/** True for a correction that names header rows, and not what a column means. */
export const namesHeader = (correction: Correction): correction is HeaderCorrection =>
  "headerRows" in correction;

/** The header rows that the user gave for a sheet; the last word holds (指定表头行). */
export const headerGiven = (
  sheet: string,
  corrections: readonly Correction[],
): HeaderCorrection | undefined => {
  const name = sheet.trim();
  return corrections.filter(namesHeader).findLast((one) => one.sheet.trim() === name);
};

/**
 * The header block of rows that the user gave; rows of units, departments and column numbers below them belong to it.
 * Undefined where nothing stands in these rows, or nothing below.
 */
export function givenHeader(view: SheetView, { headerRows }: HeaderCorrection): HeaderBlock | undefined {
  const [top, bottom] = [Math.min(...headerRows) - 1, Math.max(...headerRows) - 1];
  if (top < 0 || bottom >= view.bottom) return undefined;
  let [left, right] = [Number.POSITIVE_INFINITY, -1];
  for (let row = top; row <= bottom; row++)
    for (const column of filledColumns(view, row)) {
      left = Math.min(left, column);
      right = Math.max(right, blockAt(view, row, column).right);
    }
  if (right < 0) return undefined;
  let next = bottom + 1;
  const extras: { departmentRow?: number; unitRow?: number; numberRow?: number } = {};
  for (let count = 0; count < 3 && next < view.bottom; count++)
    if (extras.numberRow === undefined && isNumberRow(view, next, left, right)) extras.numberRow = next++;
    else if (extras.unitRow === undefined && isUnitRow(view, next, left, right)) extras.unitRow = next++;
    else if (extras.departmentRow === undefined && isDepartmentRow(view, next, left, right))
      extras.departmentRow = next++;
    else break;
  return { top, bottom, left, right: Math.min(right, view.right), ...extras, firstDataRow: next, hits: 0 };
}
