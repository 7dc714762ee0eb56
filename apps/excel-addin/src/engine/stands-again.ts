import { formulaAt, type Grid, parseRange, valueAt } from "@taizhang/grid";
import { sameContent } from "../workbook/content.ts";
import type { CellWrite } from "../workbook/workbook.ts";

/** True if every cell again holds what it held before it was written: Excel's own undo took the action back (已被撤销). */
export const standsAgain = (grids: readonly Grid[], writes: readonly CellWrite[]): boolean =>
  writes.length > 0 &&
  writes.every(({ sheet, ref, before, after }) => {
    const grid = grids.find(({ name }) => name === sheet);
    const range = parseRange(ref);
    if (!grid || !range) return false;
    const formula = formulaAt(grid, range.top, range.left);
    const now = {
      value: valueAt(grid, range.top, range.left),
      ...(formula === undefined ? {} : { formula }),
    };
    return sameContent(now, before) && !sameContent(now, after);
  });
