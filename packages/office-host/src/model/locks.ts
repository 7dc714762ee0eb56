import { type Block, type Sheet, styleAt } from "./sheet.ts";

/** True if the sheet is protected and some cell of the block is locked, as cells are unless set otherwise. */
export function isLocked(sheet: Sheet, block: Block): boolean {
  if (!sheet.protection) return false;
  const bottom = Math.min(block.bottom, Math.max(block.top, sheet.rows.length));
  const right = Math.min(block.right, block.left + 16_383);
  for (let row = block.top; row <= bottom; row++)
    for (let column = block.left; column <= right; column++)
      if (styleAt(sheet, row, column)?.locked !== false) return true;
  return false;
}

/** True if the protection of the sheet forbids what the option allows, such as `allowFormatCells`. */
export const isForbidden = (sheet: Sheet, option: string): boolean =>
  sheet.protection !== undefined && sheet.protection.options[option] !== true;
