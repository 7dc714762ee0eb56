import type { Book } from "../model/book.ts";
import type { Block, Sheet } from "../model/sheet.ts";
import type { Chart as ChartData, Table as TableData } from "../model/sheet-objects.ts";
import type { HostObject } from "../protocol/host-object.ts";

/** A range as those see it that lead back to it: a comment, a table, a name. */
export interface RangeObject extends HostObject {
  readonly sheet: Sheet;
  readonly block: Block;
  readonly Address: string;
  readonly Left: number;
  readonly Top: number;
  readonly Width: number;
  readonly Height: number;
  readonly Text: string[][];
  get Values(): unknown[][];
  set Values(values: unknown);
  readonly Formulas: unknown[][];
  readonly NumberFormat: string[][];
  GetCell(row: number, column: number): RangeObject;
  GetRow(row: number): RangeObject;
  GetColumn(column: number): RangeObject;
  Clear(applyTo?: string): void;
  /** Another range of the same sheet. */
  range(block: Block): RangeObject;
  /** Throws unless the sheet's protection lets the cells be written. */
  mayWrite(): void;
}

/** Several blocks of a sheet as those see them that lead back to them. */
export interface AreasObject extends HostObject {
  readonly sheet: Sheet;
  readonly blocks: readonly Block[];
  readonly Address: string;
}

/** A sheet as those see it that lead back to it. */
export interface WorksheetObject extends HostObject {
  readonly sheet: Sheet;
  GetRange(address?: string | null): RangeObject;
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): RangeObject;
}

/** A table as its columns, rows, filter and order see it. */
export interface TableObject extends HostObject {
  readonly scope: Scope;
  readonly sheet: Sheet;
  readonly table: TableData;
  readonly AutoFilter: TableFilterObject;
  GetRange(): RangeObject;
  GetDataBodyRange(): RangeObject;
  GetHeaderRowRange(): RangeObject;
  GetTotalRowRange(): RangeObject;
  headerText(column: number): string;
  setBlock(block: Block, columnIds: readonly number[]): void;
  setFilter(criteria: TableData["filter"]): void;
  insertRows(at: number, values: unknown[][]): void;
}

/** A table's filter as that of one of its columns sees it. */
interface TableFilterObject {
  Apply(range: RangeObject | string, column?: number | null, criteria?: object | null): void;
  ClearColumnCriteria(column: number): void;
}

/** A chart as its series see it. */
export interface ChartObject extends HostObject {
  readonly scope: Scope;
  readonly sheet: Sheet;
  readonly chart: ChartData;
}

/**
 * The workbook, and what makes the objects of it that others lead back to: a comment has a range, and a range its sheet.
 * Each file of the API thus imports only what stands below it.
 */
export interface Scope {
  readonly book: Book;
  range(sheet: Sheet, block: Block): RangeObject;
  areas(sheet: Sheet, blocks: readonly Block[]): AreasObject;
  worksheet(sheet: Sheet): WorksheetObject;
}
