import { lastColumn, lastRow } from "@taizhang/grid";
import { columnsOf, isWholeColumns, isWholeRows, rowsOf } from "../model/address.ts";
import { itemNotFound } from "../protocol/api-error.ts";
import type { RangeObject } from "./back-links.ts";
import { SheetObject } from "./scope.ts";

/** The rows and columns that stay in sight. */
export class WorksheetFreezePanes extends SheetObject {
  readonly type = "WorksheetFreezePanes";
  FreezeAt(range: RangeObject | string): void {
    const { block } = typeof range === "string" ? this.scope.worksheet(this.sheet).GetRange(range) : range;
    this.#set(isWholeColumns(block) ? 0 : rowsOf(block), isWholeRows(block) ? 0 : columnsOf(block));
  }
  FreezeRows(count = 1): void {
    this.#set(count, 0);
  }
  FreezeColumns(count = 1): void {
    this.#set(0, count);
  }
  Unfreeze(): void {
    this.#set(0, 0);
  }
  GetLocation(): RangeObject {
    const range = this.GetLocationOrNullObject();
    if (!range) throw itemNotFound("nothing is frozen");
    return range;
  }
  GetLocationOrNullObject(): RangeObject | null {
    const { rows, columns } = this.sheet.frozen;
    if (rows === 0 && columns === 0) return null;
    const block = {
      top: 0,
      left: 0,
      bottom: rows === 0 ? lastRow : rows - 1,
      right: columns === 0 ? lastColumn : columns - 1,
    };
    return this.scope.range(this.sheet, block);
  }
  #set(rows: number, columns: number): void {
    this.book.journal.set(this.sheet, "frozen", { rows, columns });
  }
}
