import { bodyOf } from "../model/address.ts";
import { deleteCells, insertCells } from "../model/moving.ts";
import { writeInputs } from "../model/writing.ts";
import { invalidArgument, itemNotFound } from "../protocol/api-error.ts";
import type { HostCollection } from "../protocol/host-object.ts";
import { Filter } from "./auto-filter.ts";
import type { RangeObject, TableObject } from "./back-links.ts";
import { addin, SheetObject } from "./scope.ts";

abstract class TablePart extends SheetObject {
  readonly owner: TableObject;
  constructor(owner: TableObject) {
    super(owner.scope, owner.sheet);
    this.owner = owner;
  }
}

/** Rows of values as the client gives them: one value, one row or several. */
const rowsOf = (given: unknown, columns: number): unknown[][] => {
  if (given === undefined || given === null) return [Array(columns).fill(null)];
  if (!Array.isArray(given)) return [Array(columns).fill(given)];
  const rows = Array.isArray(given[0]) ? (given as unknown[][]) : [given as unknown[]];
  if (rows.some((row) => row.length !== columns))
    throw invalidArgument(`rows of ${columns} values are needed`);
  return rows;
};

export class TableColumnCollection extends TablePart implements HostCollection {
  readonly type = "TableColumnCollection";
  items(): TableColumn[] {
    return this.owner.table.columnIds.map((id) => new TableColumn(this.owner, id));
  }
  get Count(): number {
    return this.owner.table.columnIds.length;
  }
  GetCount(): number {
    return this.Count;
  }
  GetItem(key: number | string): TableColumn {
    return this.GetItemOrNullObject(key) ?? missing(`column ${key}`);
  }
  GetItemOrNullObject(key: number | string): TableColumn | null {
    return this.items().find((column) => column.Id === key || column.Name === key) ?? null;
  }
  GetItemAt(index: number): TableColumn {
    return this.items()[index] ?? missing(`column ${index}`);
  }
  Add(index?: number | null, values?: unknown, name?: string | null): TableColumn {
    const { book, sheet, owner } = this;
    const { block, columnIds } = owner.table;
    const at = index === undefined || index === null || index < 0 ? columnIds.length : index;
    const column = { ...block, left: block.left + at, right: block.left + at };
    insertCells(book, sheet, column, "Right", addin);
    const id = Math.max(0, ...columnIds) + 1;
    owner.setBlock({ ...block, right: block.right + 1 }, [
      ...columnIds.slice(0, at),
      id,
      ...columnIds.slice(at),
    ]);
    writeInputs(book, sheet, { ...column, bottom: column.top }, [[name ?? `列${id}`]], addin);
    if (values !== undefined && values !== null) {
      const given = Array.isArray(values)
        ? (values as unknown[][]).map((row) => (Array.isArray(row) ? row[0] : row))
        : [];
      const body = bodyOf(owner.table);
      const rows = Array.from({ length: block.bottom - block.top + 1 }, (_, row) => [given[row] ?? null]);
      if (given.length > 0) writeInputs(book, sheet, column, rows, addin);
      else
        writeInputs(
          book,
          sheet,
          { ...column, top: body.top, bottom: body.bottom },
          Array(body.bottom - body.top + 1).fill([values]),
          addin,
        );
    }
    return new TableColumn(owner, id);
  }
}

export class TableColumn extends TablePart {
  readonly type = "TableColumn";
  readonly #id: number;
  constructor(owner: TableObject, id: number) {
    super(owner);
    this.#id = id;
  }
  get Id(): number {
    return this.#id;
  }
  get Index(): number {
    const index = this.owner.table.columnIds.indexOf(this.#id);
    return index < 0 ? missing(`column ${this.#id}`) : index;
  }
  get Name(): string {
    return this.owner.headerText(this.Index);
  }
  set Name(name: string) {
    this.GetHeaderRowRange().Values = [[name]];
  }
  get Values(): unknown[][] {
    return this.GetRange().Values;
  }
  set Values(values: unknown) {
    this.GetRange().Values = values;
  }
  get Filter(): Filter {
    return new Filter(this.owner, this.Index);
  }
  GetRange(): RangeObject {
    return this.owner.GetRange().GetColumn(this.Index);
  }
  GetDataBodyRange(): RangeObject {
    return this.owner.GetDataBodyRange().GetColumn(this.Index);
  }
  GetHeaderRowRange(): RangeObject {
    return this.owner.GetHeaderRowRange().GetColumn(this.Index);
  }
  GetTotalRowRange(): RangeObject {
    return this.owner.GetTotalRowRange().GetColumn(this.Index);
  }
  Delete(): void {
    const { block, columnIds } = this.owner.table;
    const column = block.left + this.Index;
    const rest = columnIds.filter((id) => id !== this.#id);
    deleteCells(this.book, this.sheet, { ...block, left: column, right: column }, "Left", addin);
    this.owner.setBlock({ ...block, right: block.right - 1 }, rest);
  }
}

export class TableRowCollection extends TablePart implements HostCollection {
  readonly type = "TableRowCollection";
  items(): TableRow[] {
    return Array.from({ length: this.Count }, (_, index) => new TableRow(this.owner, index));
  }
  get Count(): number {
    const body = bodyOf(this.owner.table);
    return Math.max(0, body.bottom - body.top + 1);
  }
  GetCount(): number {
    return this.Count;
  }
  GetItemAt(index: number): TableRow {
    return this.items()[index] ?? missing(`row ${index}`);
  }
  Add(index?: number | null, values?: unknown, _alwaysInsert?: boolean | null): TableRow {
    const at = index === undefined || index === null || index < 0 ? this.Count : index;
    if (at > this.Count) throw invalidArgument(`row ${at}`);
    this.owner.insertRows(at, rowsOf(values, this.owner.table.columnIds.length));
    return new TableRow(this.owner, at);
  }
}

export class TableRow extends TablePart {
  readonly type = "TableRow";
  readonly #index: number;
  constructor(owner: TableObject, index: number) {
    super(owner);
    this.#index = index;
  }
  get Index(): number {
    return this.#index;
  }
  get Values(): unknown[][] {
    return this.GetRange().Values;
  }
  set Values(values: unknown) {
    this.GetRange().Values = values;
  }
  GetRange(): RangeObject {
    return this.owner.GetDataBodyRange().GetRow(this.#index);
  }
  Delete(): void {
    const { block, columnIds } = this.owner.table;
    deleteCells(this.book, this.sheet, this.GetRange().block, "Up", addin);
    this.owner.setBlock({ ...block, bottom: block.bottom - 1 }, columnIds);
  }
}

function missing(what: string): never {
  throw itemNotFound(what);
}
