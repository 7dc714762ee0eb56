import { intersection } from "../model/address.ts";
import type { Block } from "../model/sheet.ts";
import { select } from "../model/sheet-acts.ts";
import { recalculate, restyle } from "../model/writing.ts";
import { ApiError, accessDenied, itemNotFound } from "../protocol/api-error.ts";
import type { AreasObject, WorksheetObject } from "./back-links.ts";
import { cellRanges, pickProperties, setProperties } from "./cell-properties.ts";
import { ConditionalFormatCollection } from "./conditional-formats.ts";
import { DataValidation } from "./data-validation.ts";
import { RangeFormat } from "./range-format.ts";
import { RangeSearch } from "./range-search.ts";
import { addin } from "./scope.ts";
import { RangeSort } from "./sort.ts";
import { specialBlocks } from "./special-cells.ts";
import { TableScopedCollection, tablesAt } from "./tables.ts";

type Properties = Readonly<Record<string, unknown>>;

/** Of more merged areas in a range Excel gives none. */
const mostMerged = 512;

export class Range extends RangeSearch {
  readonly type: string = "Range";

  range(block: Block): Range {
    return new Range(this.scope, this.sheet, block);
  }
  get Worksheet(): WorksheetObject {
    return this.scope.worksheet(this.sheet);
  }
  get Format(): RangeFormat {
    return new RangeFormat(this.scope, this.sheet, [this.block]);
  }
  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.scope, this.sheet, [this.block]);
  }
  get DataValidation(): DataValidation {
    return new DataValidation(this.scope, this.sheet, [this.block]);
  }
  get Sort(): RangeSort {
    return new RangeSort(this.scope, this.sheet, this.block);
  }
  get Style(): string | null {
    return this.Format.styleName();
  }
  set Style(styleName: string) {
    this.allow("allowFormatCells");
    restyle(
      this.book,
      this.sheet,
      this.block,
      () => ({ styleName: styleName === "Normal" ? undefined : styleName }),
      addin,
    );
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
  Calculate(): void {
    recalculate(this.book, true);
  }
  SetDirty(): void {}
  GetTables(fullyContained?: boolean | null): TableScopedCollection {
    return new TableScopedCollection(
      this.scope,
      tablesAt(this.scope, this.sheet, this.block, fullyContained === true),
    );
  }
  GetMergedAreas(): AreasObject {
    const areas = this.GetMergedAreasOrNullObject();
    if (!areas) throw itemNotFound("nothing is merged");
    return areas;
  }
  GetMergedAreasOrNullObject(): AreasObject | null {
    const merged = this.sheet.merges.filter((merge) => intersection(merge, this.block));
    if (merged.length > mostMerged)
      throw new ApiError("GeneralException", `more than ${mostMerged} merged areas in a range`);
    return this.#areas(merged);
  }
  GetSpecialCells(cellType: string, valueTypes?: string | null): AreasObject {
    const areas = this.GetSpecialCellsOrNullObject(cellType, valueTypes);
    if (!areas) throw itemNotFound(`no such cells: ${cellType}`);
    return areas;
  }
  GetSpecialCellsOrNullObject(cellType: string, valueTypes?: string | null): AreasObject | null {
    return this.#areas(specialBlocks(this.book, this.sheet, this.block, cellType, valueTypes));
  }
  GetCellProperties(wanted: Properties): Record<string, unknown>[][] {
    return cellRanges(this).map((row) => row.map((cell) => pickProperties(cell, wanted)));
  }
  GetRowProperties(wanted: Properties): Record<string, unknown>[] {
    const { top, bottom } = this.block;
    return Array.from({ length: bottom - top + 1 }, (_, at) => pickProperties(this.GetRow(at), wanted));
  }
  GetColumnProperties(wanted: Properties): Record<string, unknown>[] {
    const { left, right } = this.block;
    return Array.from({ length: right - left + 1 }, (_, at) => pickProperties(this.GetColumn(at), wanted));
  }
  SetCellProperties(given: readonly (readonly Properties[])[]): void {
    const cells = cellRanges(this);
    this.matrix(given).forEach((row, down) => {
      row.forEach((properties, across) => {
        const cell = cells[down]?.[across];
        if (cell && properties) setProperties(cell, properties as Properties);
      });
    });
  }
  SetRowProperties(given: readonly Properties[]): void {
    given.forEach((properties, at) => void setProperties(this.GetRow(at), properties));
  }
  SetColumnProperties(given: readonly Properties[]): void {
    given.forEach((properties, at) => void setProperties(this.GetColumn(at), properties));
  }
  GetSpillParentOrNullObject(): Range | null {
    return null;
  }
  GetSpillingToRangeOrNullObject(): Range | null {
    return null;
  }

  #areas(blocks: readonly Block[]): AreasObject | null {
    return blocks.length > 0 ? this.scope.areas(this.sheet, blocks) : null;
  }
  #hide(
    key: "hiddenRows" | "hiddenColumns",
    option: string,
    first: number,
    last: number,
    hidden: boolean,
  ): void {
    this.allow(option);
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
