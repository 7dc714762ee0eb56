import {
  addressOf,
  blockRef,
  cellsOf,
  intersection,
  isWholeColumns,
  isWholeRows,
  locate,
} from "../model/address.ts";
import { type Block, type Sheet, usedBlock } from "../model/sheet.ts";
import { select } from "../model/sheet-acts.ts";
import { invalidArgument, itemNotFound } from "../protocol/api-error.ts";
import type { HostCollection } from "../protocol/host-object.ts";
import type { Scope, WorksheetObject } from "./back-links.ts";
import { ConditionalFormatCollection } from "./conditional-formats.ts";
import { DataValidation } from "./data-validation.ts";
import { Range } from "./range.ts";
import { RangeFormat } from "./range-format.ts";
import { SheetObject } from "./scope.ts";
import { specialBlocks } from "./special-cells.ts";
import { TableScopedCollection, tablesAt } from "./tables.ts";

/** Several ranges of one sheet. */
export class RangeAreas extends SheetObject {
  readonly type = "RangeAreas";
  readonly blocks: readonly Block[];
  constructor(scope: Scope, sheet: Sheet, blocks: readonly Block[]) {
    super(scope, sheet);
    if (blocks.length === 0) throw invalidArgument("no areas");
    this.blocks = blocks;
  }

  get Areas(): RangeCollection {
    return new RangeCollection(this.scope, this.sheet, this.blocks);
  }
  get Worksheet(): WorksheetObject {
    return this.scope.worksheet(this.sheet);
  }
  get Format(): RangeFormat {
    return new RangeFormat(this.scope, this.sheet, this.blocks);
  }
  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.scope, this.sheet, this.blocks);
  }
  get DataValidation(): DataValidation {
    return new DataValidation(this.scope, this.sheet, this.blocks);
  }
  get Address(): string {
    return this.blocks.map((block) => addressOf(this.sheet, block)).join(",");
  }
  get AddressLocal(): string {
    return this.Address;
  }
  get AreaCount(): number {
    return this.blocks.length;
  }
  get CellCount(): number {
    return this.blocks.reduce((sum, block) => sum + cellsOf(block), 0);
  }
  get IsEntireColumn(): boolean {
    return this.blocks.every(isWholeColumns);
  }
  get IsEntireRow(): boolean {
    return this.blocks.every(isWholeRows);
  }

  get Style(): string | null {
    return this.Format.styleName();
  }
  set Style(style: string) {
    for (const range of this.#ranges()) range.Style = style;
  }

  Calculate(): void {}
  SetDirty(): void {}
  Clear(applyTo = "All"): void {
    for (const range of this.#ranges()) range.Clear(applyTo);
  }
  GetEntireColumn(): RangeAreas {
    return this.#areas(this.#ranges().map((range) => range.GetEntireColumn().block));
  }
  GetEntireRow(): RangeAreas {
    return this.#areas(this.#ranges().map((range) => range.GetEntireRow().block));
  }
  GetOffsetRangeAreas(rows: number, columns: number): RangeAreas {
    return this.#areas(this.#ranges().map((range) => range.GetOffsetRange(rows, columns).block));
  }
  GetIntersection(other: Range | RangeAreas | string): RangeAreas {
    return this.GetIntersectionOrNullObject(other) ?? nothing("the areas do not meet");
  }
  GetIntersectionOrNullObject(other: Range | RangeAreas | string): RangeAreas | null {
    const others =
      typeof other === "string"
        ? (locate(this.book, this.sheet, other)?.blocks ?? [])
        : other instanceof RangeAreas
          ? other.blocks
          : [other.block];
    return this.#some(this.blocks.flatMap((a) => others.flatMap((b) => intersection(a, b) ?? [])));
  }
  GetSpecialCells(cellType: string, valueTypes?: string | null): RangeAreas {
    return this.GetSpecialCellsOrNullObject(cellType, valueTypes) ?? nothing(`no such cells: ${cellType}`);
  }
  GetSpecialCellsOrNullObject(cellType: string, valueTypes?: string | null): RangeAreas | null {
    return this.#some(
      this.blocks.flatMap((block) => specialBlocks(this.book, this.sheet, block, cellType, valueTypes)),
    );
  }
  GetUsedRangeAreas(valuesOnly?: boolean): RangeAreas {
    return this.GetUsedRangeAreasOrNullObject(valuesOnly) ?? nothing("nothing is used");
  }
  GetUsedRangeAreasOrNullObject(valuesOnly?: boolean): RangeAreas | null {
    return this.#some(this.blocks.flatMap((block) => usedBlock(this.sheet, valuesOnly, block) ?? []));
  }
  GetTables(fullyContained?: boolean): TableScopedCollection {
    const tables = this.blocks.flatMap((block) => tablesAt(this.scope, this.sheet, block, fullyContained));
    return new TableScopedCollection(
      this.scope,
      tables.filter(({ Id }, at) => tables.findIndex((one) => one.Id === Id) === at),
    );
  }
  Select(): void {
    select(this.book, this.sheet, this.blocks);
  }

  #ranges(): Range[] {
    return this.blocks.map((block) => new Range(this.scope, this.sheet, block));
  }
  #areas(blocks: readonly Block[]): RangeAreas {
    const seen = new Set<string>();
    return new RangeAreas(
      this.scope,
      this.sheet,
      blocks.filter((block) => seen.size !== seen.add(blockRef(block)).size),
    );
  }
  #some(blocks: readonly Block[]): RangeAreas | null {
    return blocks.length > 0 ? this.#areas(blocks) : null;
  }
}

export class RangeCollection extends SheetObject implements HostCollection {
  readonly type = "RangeCollection";
  readonly #blocks: readonly Block[];
  constructor(scope: Scope, sheet: Sheet, blocks: readonly Block[]) {
    super(scope, sheet);
    this.#blocks = blocks;
  }
  items(): Range[] {
    return this.#blocks.map((block) => new Range(this.scope, this.sheet, block));
  }
  GetCount(): number {
    return this.#blocks.length;
  }
  GetItemAt(index: number): Range {
    return this.items()[index] ?? nothing(`range ${index}`);
  }
}

function nothing(what: string): never {
  throw itemNotFound(what);
}
