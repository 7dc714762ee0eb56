import { type Block, type Sheet, standardHeight } from "./sheet.ts";

/** Width in points of a column of so many characters, in the standard font (7 px a digit, 5 px of margin). */
export const pointsOfCharacters = (characters: number): number => Math.round(characters * 7 + 5) * 0.75;

/** The width of the block's columns in points; hidden ones have none. */
export function columnPoints(sheet: Sheet, { left, right }: Block): number {
  let points = 0;
  for (let column = left; column <= right; column++)
    if (!sheet.hiddenColumns.has(column)) points += columnWidth(sheet, column);
  return points;
}

/** The height of the block's rows in points; hidden ones have none. */
export function rowPoints(sheet: Sheet, block: Block): number {
  let points = 0;
  for (let row = block.top; row <= block.bottom; row++)
    if (!sheet.hiddenRows.has(row)) points += rowHeight(sheet, row);
  return points;
}

export const columnWidth = (sheet: Sheet, column: number): number =>
  sheet.columnWidths.get(column) ?? pointsOfCharacters(sheet.standardWidth);

export const rowHeight = (sheet: Sheet, row: number): number => sheet.rowHeights.get(row) ?? standardHeight;
