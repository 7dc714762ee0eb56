import { isForbidden } from "../model/locks.ts";
import type { Block } from "../model/sheet.ts";
import { accessDenied } from "../protocol/api-error.ts";
import { RangeContent } from "./range-content.ts";
import { RangeFormat } from "./range-format.ts";
import { addin } from "./scope.ts";
import { select } from "./sheet-acts.ts";
import { Worksheet } from "./worksheet.ts";

export class Range extends RangeContent {
  readonly type: string = "Range";

  range(block: Block): Range {
    return new Range(this.book, this.sheet, block);
  }
  get Worksheet(): Worksheet {
    return new Worksheet(this.book, this.sheet);
  }
  get Format(): RangeFormat {
    return new RangeFormat(this.book, this.sheet, [this.block]);
  }

  get RowHidden(): boolean | null {
    return someOrAll(this.block.top, this.block.bottom, this.sheet.hiddenRows);
  }
  set RowHidden(hidden: boolean) {
    this.#hide("hiddenRows", "allowFormatRows", this.block.top, this.block.bottom, hidden);
    const { block, sheet } = this;
    this.book.events.raise({ kind: "rowHidden", sheetId: sheet.id, block, hidden, source: addin.source });
  }
  get ColumnHidden(): boolean | null {
    return someOrAll(this.block.left, this.block.right, this.sheet.hiddenColumns);
  }
  set ColumnHidden(hidden: boolean) {
    this.#hide("hiddenColumns", "allowFormatColumns", this.block.left, this.block.right, hidden);
  }
  get Hidden(): boolean | null {
    if (this.RowHidden === true || this.ColumnHidden === true) return true;
    return this.RowHidden === null || this.ColumnHidden === null ? null : false;
  }

  Select(): void {
    if (this.sheet.visibility !== "Visible") throw accessDenied("cells of a hidden sheet cannot be selected");
    select(this.book, this.sheet, [this.block]);
  }

  #hide(
    key: "hiddenRows" | "hiddenColumns",
    option: string,
    first: number,
    last: number,
    hidden: boolean,
  ): void {
    if (isForbidden(this.sheet, option)) throw accessDenied(`sheet ${this.sheet.name} is protected`);
    const lines = new Set(this.sheet[key]);
    for (let line = first; line <= last; line++) {
      if (hidden) lines.add(line);
      else lines.delete(line);
    }
    this.book.journal.set(this.sheet, key, lines);
  }
}

/** True or false where all lines agree, else null. */
function someOrAll(first: number, last: number, set: ReadonlySet<number>): boolean | null {
  let inside = 0;
  for (const line of set) if (line >= first && line <= last) inside++;
  return inside === 0 ? false : inside === last - first + 1 ? true : null;
}
