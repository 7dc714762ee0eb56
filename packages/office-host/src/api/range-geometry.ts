import { lastColumn, lastRow } from "@taizhang/grid";
import {
  addressOf,
  blockOf,
  cellsOf,
  columnsOf,
  intersection,
  isWholeColumns,
  isWholeRows,
  locate,
  rowsOf,
} from "../model/address.ts";
import { type Block, cellAt, type Sheet, standardHeight, usedBlock, widthOf } from "../model/sheet.ts";
import { columnPoints, rowPoints } from "../model/sizes.ts";
import { recalculate } from "../model/writing.ts";
import { ApiError, invalidArgument, itemNotFound } from "../protocol/api-error.ts";
import type { RangeObject, Scope } from "./back-links.ts";
import { SheetObject } from "./scope.ts";

/** Where a range is, and the ranges that are found from it. */
export abstract class RangeGeometry extends SheetObject {
  readonly block: Block;
  constructor(scope: Scope, sheet: Sheet, block: Block) {
    super(scope, sheet);
    const { top, left, bottom, right } = block;
    const inside = top >= 0 && left >= 0 && bottom <= lastRow && right <= lastColumn;
    if (!inside || top > bottom || left > right || ![top, left, bottom, right].every(Number.isInteger))
      throw invalidArgument(`no such cells: ${JSON.stringify(block)}`);
    this.block = block;
  }

  /** A range of the same sheet. */
  abstract range(block: Block): RangeObject;

  get Address(): string {
    return addressOf(this.sheet, this.block);
  }
  get AddressLocal(): string {
    return this.Address;
  }
  get CellCount(): number {
    const count = cellsOf(this.block);
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get ColumnCount(): number {
    return columnsOf(this.block);
  }
  get ColumnIndex(): number {
    return this.block.left;
  }
  get RowCount(): number {
    return rowsOf(this.block);
  }
  get RowIndex(): number {
    return this.block.top;
  }
  get IsEntireColumn(): boolean {
    return isWholeColumns(this.block);
  }
  get IsEntireRow(): boolean {
    return isWholeRows(this.block);
  }
  get Height(): number {
    return isWholeColumns(this.block)
      ? rowsOf(this.block) * standardHeight
      : rowPoints(this.sheet, this.block);
  }
  get Width(): number {
    return columnPoints(this.sheet, this.block);
  }
  get Left(): number {
    return this.block.left === 0
      ? 0
      : columnPoints(this.sheet, { ...this.block, left: 0, right: this.block.left - 1 });
  }
  get Top(): number {
    return this.block.top === 0
      ? 0
      : rowPoints(this.sheet, { ...this.block, top: 0, bottom: this.block.top - 1 });
  }

  GetCell(row: number, column: number): RangeObject {
    return this.range(blockOf(this.block.top + row, this.block.left + column));
  }
  GetRow(row: number): RangeObject {
    return this.range({ ...this.block, top: this.block.top + row, bottom: this.block.top + row });
  }
  GetColumn(column: number): RangeObject {
    return this.range({ ...this.block, left: this.block.left + column, right: this.block.left + column });
  }
  GetLastCell(): RangeObject {
    return this.range(blockOf(this.block.bottom, this.block.right));
  }
  GetLastRow(): RangeObject {
    return this.range({ ...this.block, top: this.block.bottom });
  }
  GetLastColumn(): RangeObject {
    return this.range({ ...this.block, left: this.block.right });
  }
  GetEntireColumn(): RangeObject {
    return this.range({ ...this.block, top: 0, bottom: lastRow });
  }
  GetEntireRow(): RangeObject {
    return this.range({ ...this.block, left: 0, right: lastColumn });
  }
  GetOffsetRange(rows: number, columns: number): RangeObject {
    const { top, left, bottom, right } = this.block;
    return this.range({
      top: top + rows,
      left: left + columns,
      bottom: bottom + rows,
      right: right + columns,
    });
  }
  GetResizedRange(rows: number, columns: number): RangeObject {
    return this.range({ ...this.block, bottom: this.block.bottom + rows, right: this.block.right + columns });
  }
  GetAbsoluteResizedRange(rows: number, columns: number): RangeObject {
    return this.range(blockOf(this.block.top, this.block.left, rows, columns));
  }
  GetRowsAbove(count = 1): RangeObject {
    const { top } = this.block;
    return this.range({ ...this.block, top: top - count, bottom: top - 1 });
  }
  GetRowsBelow(count = 1): RangeObject {
    const { bottom } = this.block;
    return this.range({ ...this.block, top: bottom + 1, bottom: bottom + count });
  }
  GetColumnsBefore(count = 1): RangeObject {
    const { left } = this.block;
    return this.range({ ...this.block, left: left - count, right: left - 1 });
  }
  GetColumnsAfter(count = 1): RangeObject {
    const { right } = this.block;
    return this.range({ ...this.block, left: right + 1, right: right + count });
  }
  GetBoundingRect(other: RangeObject | string): RangeObject {
    const b = this.blockGiven(other);
    const a = this.block;
    return this.range({
      top: Math.min(a.top, b.top),
      left: Math.min(a.left, b.left),
      bottom: Math.max(a.bottom, b.bottom),
      right: Math.max(a.right, b.right),
    });
  }
  GetIntersection(other: RangeObject | string): RangeObject {
    const found = this.GetIntersectionOrNullObject(other);
    if (!found) throw itemNotFound("the ranges do not meet");
    return found;
  }
  GetIntersectionOrNullObject(other: RangeObject | string): RangeObject | null {
    const block = intersection(this.block, this.blockGiven(other));
    return block ? this.range(block) : null;
  }
  GetUsedRange(valuesOnly?: boolean): RangeObject {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.range(blockOf(this.block.top, this.block.left));
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean): RangeObject | null {
    recalculate(this.book);
    const used = usedBlock(this.sheet, valuesOnly, this.block);
    return used ? this.range(used) : null;
  }
  /** The block around the range that blank rows and columns bound (Ctrl+A). */
  GetSurroundingRegion(): RangeObject {
    let { top, left, bottom, right } = this.block;
    const filled = (block: Block): boolean => {
      for (let row = Math.max(0, block.top); row <= Math.min(lastRow, block.bottom); row++)
        for (let column = Math.max(0, block.left); column <= Math.min(lastColumn, block.right); column++) {
          const cell = cellAt(this.sheet, row, column);
          if (cell && (cell.value !== null || cell.formula !== undefined)) return true;
        }
      return false;
    };
    for (let grown = true; grown; ) {
      grown = false;
      const wide = { left: left - 1, right: right + 1 };
      if (top > 0 && filled({ top: top - 1, bottom: top - 1, ...wide })) [top, grown] = [top - 1, true];
      if (bottom < lastRow && filled({ top: bottom + 1, bottom: bottom + 1, ...wide }))
        [bottom, grown] = [bottom + 1, true];
      const high = { top: top - 1, bottom: bottom + 1 };
      if (left > 0 && filled({ left: left - 1, right: left - 1, ...high })) [left, grown] = [left - 1, true];
      if (right < lastColumn && filled({ left: right + 1, right: right + 1, ...high }))
        [right, grown] = [right + 1, true];
    }
    return this.range({ top, left, bottom, right });
  }
  GetRangeEdge(direction: string, _activeCell?: RangeObject | string | null): RangeObject {
    return this.range(blockOf(...this.#edge(direction)));
  }
  GetExtendedRange(direction: string, _activeCell?: RangeObject | string | null): RangeObject {
    const [row, column] = this.#edge(direction);
    return this.GetBoundingRect(this.range(blockOf(row, column)));
  }
  /** The client asks for this before it splits a large write. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== rowsOf(this.block) || columns !== columnsOf(this.block)) throw wrongShape();
  }

  /** The block that an argument means: a range, or an address on this sheet. */
  protected blockGiven(given: RangeObject | string): Block {
    if (typeof given !== "string") return given.block;
    const place = locate(this.book, this.sheet, given);
    const [first] = place?.blocks ?? [];
    if (!first || place?.sheet !== this.sheet) throw invalidArgument(`address ${given}`);
    return first;
  }

  /** Where Ctrl and an arrow key lead from the first cell. */
  #edge(direction: string): [number, number] {
    const [down, across] = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] }[direction] ?? [];
    if (down === undefined || across === undefined) throw invalidArgument(`direction ${direction}`);
    const filled = (row: number, column: number): boolean =>
      (cellAt(this.sheet, row, column)?.value ?? null) !== null;
    const width = Math.max(1, widthOf(this.sheet));
    const inside = (row: number, column: number): boolean =>
      row >= 0 && column >= 0 && row < this.sheet.rows.length && column <= lastColumn && column < width;
    let [row, column] = [this.block.top, this.block.left];
    const run = filled(row, column) && filled(row + down, column + across);
    let last: [number, number] | undefined;
    while (inside(row + down, column + across)) {
      [row, column] = [row + down, column + across];
      if (run && !filled(row, column)) return [row - down, column - across];
      if (filled(row, column)) {
        if (!run) return [row, column];
        last = [row, column];
      }
    }
    if (run && last) return last;
    if (direction === "Up") return [0, column];
    if (direction === "Left") return [row, 0];
    return direction === "Down" ? [lastRow, column] : [row, lastColumn];
  }
}

export const wrongShape = (): ApiError =>
  new ApiError(
    "InvalidArgument",
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
