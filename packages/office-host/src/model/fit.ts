import { shownText } from "./number-text.ts";
import { type Block, cellAt, type Sheet, standardHeight, styleAt } from "./sheet.ts";
import { columnWidth } from "./sizes.ts";

/** Widths in points of a text: Chinese characters count twice a digit. */
const textPoints = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? size : size * 0.55), 0);

/** Column widths that show the longest text of each column of the block. */
export function fitColumns(sheet: Sheet, block: Block): ReadonlyMap<number, number> {
  const widths = new Map(sheet.columnWidths);
  for (let column = block.left; column <= block.right; column++) {
    let most = 0;
    for (let row = block.top; row <= Math.min(block.bottom, sheet.rows.length - 1); row++) {
      const style = styleAt(sheet, row, column);
      const value = cellAt(sheet, row, column)?.value ?? null;
      if (value === null || style?.wrap) continue;
      most = Math.max(
        most,
        textPoints(shownText(value, style?.numberFormat ?? "General"), style?.fontSize ?? 11),
      );
    }
    if (most > 0) widths.set(column, Math.round((most + 6) * 4) / 4);
  }
  return widths;
}

/** Row heights that show all lines of the wrapped texts of each row of the block. */
export function fitRows(sheet: Sheet, block: Block): ReadonlyMap<number, number> {
  const heights = new Map(sheet.rowHeights);
  for (let row = block.top; row <= Math.min(block.bottom, sheet.rows.length - 1); row++) {
    let most = standardHeight;
    for (
      let column = block.left;
      column <= Math.min(block.right, (sheet.rows[row]?.length ?? 0) - 1);
      column++
    ) {
      const inMerge = sheet.merges.some(
        ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
      );
      if (inMerge) continue; // Excel does not fit merged cells either
      const style = styleAt(sheet, row, column);
      const size = style?.fontSize ?? 11;
      const text = String(cellAt(sheet, row, column)?.value ?? "");
      const width = columnWidth(sheet, column) - 6;
      const lines = style?.wrap ? Math.ceil(textPoints(text, size) / Math.max(width, size)) : 1;
      most = Math.max(most, Math.max(lines, text.split("\n").length) * size * 1.36);
    }
    // a fitted row is nobody's own height
    if (most <= standardHeight) heights.delete(row);
    else heights.set(row, Math.min(409.5, Math.round(most * 4) / 4));
  }
  return heights;
}
