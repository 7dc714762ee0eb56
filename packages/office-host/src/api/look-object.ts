import { type Block, type Sheet, styleAt, widthOf } from "../model/sheet.ts";
import type { CellStyle, StyleChange } from "../model/style.ts";
import { restyle } from "../model/writing.ts";
import type { Scope } from "./back-links.ts";
import { addin, SheetObject } from "./scope.ts";

/** Something of the look of all cells of some blocks. */
export abstract class LookObject extends SheetObject {
  readonly blocks: readonly Block[];
  constructor(scope: Scope, sheet: Sheet, blocks: readonly Block[]) {
    super(scope, sheet);
    this.blocks = blocks;
  }

  /** The one value that all cells share, or null where they differ. */
  protected shared<T>(pick: (style: CellStyle | undefined) => T): T | null {
    const { sheet, blocks } = this;
    let value: T | undefined;
    for (const { top, left, bottom, right } of blocks) {
      // beyond the last cell all rows look as their columns do: one more row stands for them
      const lastRow = Math.min(bottom, Math.max(top, sheet.rows.length, ...sheet.rowStyles.keys()));
      const lastColumn = Math.min(right, Math.max(left, widthOf(sheet), ...sheet.columnStyles.keys()));
      for (let row = top; row <= lastRow; row++)
        for (let column = left; column <= lastColumn; column++) {
          const here = pick(styleAt(sheet, row, column));
          if (value === undefined) value = here;
          else if (value !== here) return null;
        }
    }
    return value ?? null;
  }

  protected change(change: (style: CellStyle | undefined) => StyleChange): void {
    const { book, sheet } = this;
    this.allow("allowFormatCells");
    for (const block of this.blocks) restyle(book, sheet, block, (style) => change(style), addin);
  }
}
