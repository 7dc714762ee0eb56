import { type CellValue, isBlank } from "@taizhang/grid";
import type { HeaderBlock } from "./header-rows.ts";
import { fold } from "./heading.ts";
import { own, ownText, type SheetView } from "./sheet-view.ts";

/** The last row above blank rows and signatures: what stands below says nothing of a column (表尾). */
export function aboveFoot(view: SheetView, header: HeaderBlock, bottom: number): number {
  let row = bottom;
  while (row > header.firstDataRow && (isEmpty(view, header, row) || isFoot(view, header, row))) row--;
  return row;
}

export const isEmpty = (view: SheetView, { left, right }: HeaderBlock, row: number): boolean => {
  const cells = view.grid.rows[row];
  if (cells)
    for (let column = left; column <= right; column++) if (!isBlank(cells[column] ?? null)) return false;
  return true;
};

/** 报出日期： or 联系电话： with its value in the next cell; 审核： with a number is a row of its own. */
export const isLabel = (value: CellValue | undefined): boolean =>
  typeof value === "string" && /(?:电话|手机|号码|日期|时间)\s*[:：]\s*$/.test(value);

/** 填报人：… 审核人：… : texts with colons only, and what stands in the cell behind one. */
export function isFoot(view: SheetView, header: HeaderBlock, row: number): boolean {
  let texts = 0;
  let colons = 0;
  let before: CellValue = null;
  for (let column = header.left; column <= header.right; column++) {
    const value = own(view, row, column);
    if (isBlank(value)) continue;
    const isValue = isLabel(before);
    before = value;
    if (typeof value !== "string") {
      if (isValue) continue;
      return false;
    }
    texts++;
    if (/[:：]/.test(value) && value.length <= 60) colons++;
  }
  if (texts === 1 && header.right - header.left >= 2) return colons === 1 || isSentence(view, row, header);
  return colons >= 1 && colons >= texts * 0.5;
}

/** One text at the left of the last row: 应报5家，实报5家。 */
const isSentence = (view: SheetView, row: number, { left, right }: HeaderBlock): boolean => {
  for (let column = left; column <= right; column++) {
    const text = fold(ownText(view, row, column));
    if (text !== "") return text.length >= 6 && /[。;；,，]/.test(text);
  }
  return false;
};
