import { cellsOf, intersection, locate } from "../model/address.ts";
import { activeSheet } from "../model/book.ts";
import { type Block, cellAt, type Sheet } from "../model/sheet.ts";
import type { Table as TableData } from "../model/sheet-objects.ts";
import { writeInputs } from "../model/writing.ts";
import { ApiError, invalidArgument, itemNotFound } from "../protocol/api-error.ts";
import type { HostCollection } from "../protocol/host-object.ts";
import type { RangeObject, Scope } from "./back-links.ts";
import { addin, BookObject } from "./scope.ts";
import { Table } from "./table.ts";

/** The tables of the workbook, or of one sheet. */
export class TableCollection extends BookObject implements HostCollection {
  readonly type: string = "TableCollection";
  readonly #sheet: Sheet | undefined;
  constructor(scope: Scope, sheet?: Sheet) {
    super(scope);
    this.#sheet = sheet;
  }
  items(): Table[] {
    const sheets = this.#sheet ? [this.#sheet] : this.book.sheets;
    return sheets.flatMap((sheet) => sheet.tables.map((table) => new Table(this.scope, sheet, table)));
  }
  get Count(): number {
    return this.items().length;
  }
  GetCount(): number {
    return this.Count;
  }
  Add(address: RangeObject | string, hasHeaders: boolean): Table {
    const range = typeof address === "string" ? this.#range(address) : address;
    return addTable(this.scope, range.sheet, range.block, hasHeaders);
  }
  GetItem(key: string): Table {
    return this.GetItemOrNullObject(key) ?? missing(key);
  }
  GetItemOrNullObject(key: string): Table | null {
    return (
      this.items().find(
        (table) => table.Id === key || table.Name.toLowerCase() === String(key).toLowerCase(),
      ) ?? null
    );
  }
  GetItemAt(index: number): Table {
    return this.items()[index] ?? missing(String(index));
  }
  #range(address: string): RangeObject {
    const place = locate(this.book, this.#sheet ?? activeSheet(this.book), address);
    const [block] = place?.blocks ?? [];
    if (!place || !block) throw invalidArgument(`address ${address}`);
    return this.scope.range(place.sheet, block);
  }
}

/** The tables that a range touches, or holds whole. */
export class TableScopedCollection extends BookObject implements HostCollection {
  readonly type = "TableScopedCollection";
  readonly #tables: readonly Table[];
  constructor(scope: Scope, tables: readonly Table[]) {
    super(scope);
    this.#tables = tables;
  }
  items(): readonly Table[] {
    return this.#tables;
  }
  GetCount(): number {
    return this.#tables.length;
  }
  GetFirst(): Table {
    return this.#tables[0] ?? missing("first");
  }
  GetItem(key: string): Table {
    return this.GetItemOrNullObject(key) ?? missing(key);
  }
  GetItemOrNullObject(key: string): Table | null {
    return this.#tables.find((table) => table.Id === key || table.Name === key) ?? null;
  }
}

function missing(what: string): never {
  throw itemNotFound(`table ${what}`);
}

function addTable(scope: Scope, sheet: Sheet, given: Block, hasHeaders: boolean): Table {
  const { book } = scope;
  if (sheet.protection) throw new ApiError("AccessDenied", `Sheet ${sheet.name} is protected.`);
  const block = hasHeaders ? given : { ...given, bottom: given.bottom + 1 };
  if (cellsOf(block) > 5_000_000) throw invalidArgument("a table of so many cells");
  if (sheet.tables.some((table) => intersection(table.block, block)))
    throw new ApiError("InvalidArgument", "A table cannot overlap another table.");
  if (sheet.merges.some((merge) => intersection(merge, block)))
    throw new ApiError("InvalidArgument", "A table cannot hold merged cells.");
  const columns = Array.from({ length: block.right - block.left + 1 }, (_, at) => at + 1);
  // a header must be a text, and each must differ
  const taken = new Set<string>();
  const headers = columns.map((number) => {
    const shown = hasHeaders ? cellAt(sheet, block.top, block.left + number - 1)?.value : null;
    const text = shown === null || shown === undefined || shown === "" ? `列${number}` : String(shown);
    let free = text;
    for (let at = 2; taken.has(free.toLowerCase()); at++) free = `${text}${at}`;
    taken.add(free.toLowerCase());
    return free.startsWith("=") ? `'${free}` : /^[\d.]/.test(free) ? `'${free}` : free;
  });
  writeInputs(book, sheet, { ...block, bottom: block.top }, [headers], addin);
  const number = book.sheets.reduce((sum, one) => sum + one.tables.length, 0) + 1;
  const table: TableData = {
    id: String(book.nextId++),
    name: `表${number}`,
    block,
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    options: {},
    columnIds: columns,
    filter: [],
  };
  book.journal.set(sheet, "tables", [...sheet.tables, table]);
  book.events.raise({
    kind: "tableAdded",
    sheetId: sheet.id,
    tableId: table.id,
    name: table.name,
    source: addin.source,
  });
  return new Table(scope, sheet, table);
}

/** The tables of a sheet that a block touches. */
export const tablesAt = (scope: Scope, sheet: Sheet, block: Block, fullyContained = false): Table[] =>
  sheet.tables
    .filter((table) => {
      const common = intersection(table.block, block);
      return common !== undefined && (!fullyContained || cellsOf(common) === cellsOf(table.block));
    })
    .map((table) => new Table(scope, sheet, table));
