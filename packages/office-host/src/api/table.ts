import { bodyOf, intersection, locate } from "../model/address.ts";
import { insertCells } from "../model/moving.ts";
import { type Block, cellAt, type Sheet } from "../model/sheet.ts";
import type { Table as TableData } from "../model/sheet-objects.ts";
import { writeInputs } from "../model/writing.ts";
import { ApiError, invalidArgument, itemNotFound } from "../protocol/api-error.ts";
import { TableFilter } from "./auto-filter.ts";
import type { RangeObject, Scope, WorksheetObject } from "./back-links.ts";
import { addin, SheetObject } from "./scope.ts";
import { TableSort } from "./sort.ts";
import { TableColumnCollection, TableRowCollection } from "./table-parts.ts";

export class Table extends SheetObject {
  readonly type = "Table";
  readonly #table: TableData;
  constructor(scope: Scope, sheet: Sheet, table: TableData) {
    super(scope, sheet);
    this.#table = table;
  }
  get table(): TableData {
    if (!this.sheet.tables.includes(this.#table)) throw itemNotFound(`table ${this.#table.name} was deleted`);
    return this.#table;
  }
  get Id(): string {
    return this.table.id;
  }
  get LegacyId(): string {
    return this.table.id;
  }
  get Name(): string {
    return this.table.name;
  }
  set Name(name: string) {
    const taken = this.book.sheets.some(({ tables }) =>
      tables.some((one) => one !== this.table && one.name.toLowerCase() === name.toLowerCase()),
    );
    if (taken) throw new ApiError("ItemAlreadyExists", `There is a table ${name} already.`);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.]{0,254}$/u.test(name)) throw invalidArgument(`table name ${name}`);
    this.#set("name", name);
  }
  get Style(): string {
    return this.table.style;
  }
  set Style(style: string) {
    this.#set("style", style);
  }
  get ShowHeaders(): boolean {
    return this.table.showHeaders;
  }
  set ShowHeaders(shown: boolean) {
    if (shown === this.table.showHeaders) return;
    const { block } = this.table;
    this.#set("showHeaders", shown);
    this.#set("block", { ...block, top: block.top + (shown ? -1 : 1) });
  }
  get ShowTotals(): boolean {
    return this.table.showTotals;
  }
  set ShowTotals(shown: boolean) {
    if (shown === this.table.showTotals) return;
    const { block } = this.table;
    this.#set("showTotals", shown);
    this.#set("block", { ...block, bottom: block.bottom + (shown ? 1 : -1) });
    if (shown)
      writeInputs(
        this.book,
        this.sheet,
        { ...block, top: block.bottom + 1, bottom: block.bottom + 1, right: block.left },
        [["汇总"]],
        addin,
      );
  }
  get ShowBandedRows(): boolean {
    return this.#option("ShowBandedRows", true);
  }
  set ShowBandedRows(shown: boolean) {
    this.#setOption("ShowBandedRows", shown);
  }
  get ShowBandedColumns(): boolean {
    return this.#option("ShowBandedColumns", false);
  }
  set ShowBandedColumns(shown: boolean) {
    this.#setOption("ShowBandedColumns", shown);
  }
  get ShowFilterButton(): boolean {
    return this.#option("ShowFilterButton", true);
  }
  set ShowFilterButton(shown: boolean) {
    this.#setOption("ShowFilterButton", shown);
  }
  get HighlightFirstColumn(): boolean {
    return this.#option("HighlightFirstColumn", false);
  }
  set HighlightFirstColumn(shown: boolean) {
    this.#setOption("HighlightFirstColumn", shown);
  }
  get HighlightLastColumn(): boolean {
    return this.#option("HighlightLastColumn", false);
  }
  set HighlightLastColumn(shown: boolean) {
    this.#setOption("HighlightLastColumn", shown);
  }
  get Worksheet(): WorksheetObject {
    return this.scope.worksheet(this.sheet);
  }
  get Columns(): TableColumnCollection {
    return new TableColumnCollection(this);
  }
  get Rows(): TableRowCollection {
    return new TableRowCollection(this);
  }
  get Sort(): TableSort {
    return new TableSort(this);
  }
  get AutoFilter(): TableFilter {
    return new TableFilter(this);
  }

  ClearFilters(): void {
    this.AutoFilter.ClearCriteria();
  }
  ReapplyFilters(): void {
    this.AutoFilter.Reapply();
  }
  ConvertToRange(): RangeObject {
    const range = this.GetRange();
    this.#remove();
    return range;
  }
  Delete(): void {
    const { book, sheet, table } = this;
    const { block } = table;
    this.#remove();
    this.scope.range(sheet, block).Clear("All");
    book.events.raise({
      kind: "tableDeleted",
      sheetId: sheet.id,
      tableId: table.id,
      name: table.name,
      source: addin.source,
    });
  }
  GetRange(): RangeObject {
    return this.range(this.table.block);
  }
  GetDataBodyRange(): RangeObject {
    return this.range(bodyOf(this.table));
  }
  GetHeaderRowRange(): RangeObject {
    if (!this.table.showHeaders) throw new ApiError("InvalidOperation", "The table has no header row.");
    return this.range({ ...this.table.block, bottom: this.table.block.top });
  }
  GetTotalRowRange(): RangeObject {
    if (!this.table.showTotals) throw new ApiError("InvalidOperation", "The table has no total row.");
    return this.range({ ...this.table.block, top: this.table.block.bottom });
  }
  Resize(newRange: RangeObject | string): void {
    const block =
      typeof newRange === "string" ? locate(this.book, this.sheet, newRange)?.blocks[0] : newRange.block;
    if (!block || block.top !== this.table.block.top || !intersection(block, this.table.block))
      throw invalidArgument("a resized table keeps its header row");
    this.#set("block", block);
    this.#set(
      "columnIds",
      Array.from({ length: block.right - block.left + 1 }, (_, at) => this.table.columnIds[at] ?? at + 1000),
    );
  }

  range(block: Block): RangeObject {
    return this.scope.range(this.sheet, block);
  }
  headerText(column: number): string {
    return String(cellAt(this.sheet, this.table.block.top, this.table.block.left + column)?.value ?? "");
  }
  /** Puts rows into the table at an index of its body; below the table everything moves down. */
  insertRows(index: number, values: readonly (readonly unknown[])[]): void {
    const body = bodyOf(this.table);
    const at = body.top + index;
    const { block } = this.table;
    insertCells(this.book, this.sheet, { ...block, top: at, bottom: at + values.length - 1 }, "Down", addin);
    this.#set("block", { ...block, bottom: block.bottom + values.length });
    writeInputs(this.book, this.sheet, { ...block, top: at, bottom: at + values.length - 1 }, values, addin);
  }
  setBlock(block: Block, columnIds: readonly number[]): void {
    this.#set("block", block);
    this.#set("columnIds", columnIds);
  }
  setFilter(filter: TableData["filter"]): void {
    this.#set("filter", filter);
  }

  #remove(): void {
    const { table } = this;
    this.book.journal.set(
      this.sheet,
      "tables",
      this.sheet.tables.filter((one) => one !== table),
    );
  }
  #set<K extends keyof TableData>(key: K, value: TableData[K]): void {
    this.book.journal.set(this.table, key, value);
  }
  #option(name: string, start: boolean): boolean {
    return Boolean(this.table.options[name] ?? start);
  }
  #setOption(name: string, value: boolean): void {
    this.book.journal.set(this.table.options, name, value);
  }
}
