import { type CellValue, formatAt, formulaAt, isBlank, textOf } from "@taizhang/grid";
import type { Cell } from "../entry.ts";
import type { Field } from "../field.ts";
import type { MergeIndex } from "../recognise/merges.ts";
import type { Column, Table } from "../table.ts";
import { ReadCell } from "./read-cell.ts";

/** The columns that make one entry of a row, by field. */
export interface EntryColumns {
  readonly table: Table;
  readonly mergeAt: MergeIndex;
  readonly columns: readonly Column[];
  readonly byField: ReadonlyMap<Field, FieldColumns>;
  readonly recent: RecentRows;
}

/** The columns of a field, the surest first, and the place of its cell among those of a row. */
export interface FieldColumns {
  readonly columns: readonly Column[];
  readonly place: number;
}

/**
 * The rows of a table whose cells are kept: the last few hundred that were asked for one (近用行). All cells of a small
 * table stay; of a large one, keeping them costs more than making them again.
 */
export interface RecentRows {
  readonly rows: RowCells[];
  next: number;
}

const mostRecent = 512;

/** Text fields whose merged cells mean "same as above" sideways as well (同上). */
const textFields: ReadonlySet<Field> = new Set<Field>([
  "program",
  "task",
  "kind",
  "indicator",
  "unit",
  "direction",
  "lead",
  "support",
  "reporter",
  "division",
  "period",
  "start",
  "deadline",
  "leader",
  "owner",
  "contact",
]);

/**
 * The cell of a row in a column as it stands, or as the merged block over it says: then `carried` is true, its place is
 * still its own, and whoever adds numbers leaves it out, because the block counts once.
 */
export function cellOf(table: Table, row: number, column: Column, mergeAt: MergeIndex): Cell {
  const { grid } = table;
  const own = grid.rows[row]?.[column.index] ?? null;
  const from = origin(table, row, column, own, mergeAt);
  const value = from ? (grid.rows[from.row]?.[from.column] ?? null) : own;
  const carried = from !== undefined && !isBlank(value);
  const at = carried ? from : { row, column: column.index };
  const formula = grid.formulas.size > 0 ? formulaAt(grid, at.row, at.column) : undefined;
  return new ReadCell(
    table,
    row,
    column,
    carried ? value : own,
    carried,
    formula,
    formatAt(grid, at.row, at.column),
  );
}

/** 同上: the cell says what the one above it says. */
export const isDitto = (value: CellValue): boolean =>
  typeof value === "string" && value.length <= 4 && ditto.test(value);

const ditto = /^\s*(?:同上|[〃″"”]|同上行)\s*$/;

/** Where the value of a cell stands that says 同上, or that a merged block covers. */
function origin(
  table: Table,
  row: number,
  column: Column,
  own: CellValue,
  mergeAt: MergeIndex,
): { row: number; column: number } | undefined {
  if (isDitto(own)) return saidAbove(table, row, column);
  return isBlank(own) && table.grid.merges.length > 0 ? mergeOrigin(table, row, column, mergeAt) : undefined;
}

/** The next cell above that says something itself. */
function saidAbove(
  table: Table,
  row: number,
  { index }: Column,
): { row: number; column: number } | undefined {
  const said = (at: number): string => textOf(table.grid.rows[at]?.[index] ?? null);
  let above = row - 1;
  while (above > table.headerRows[1] && (isPageBreak(table, above) || ditto.test(said(above)))) above--;
  return above > table.headerRows[1] ? { row: above, column: index } : undefined;
}

/** The header repeated on a new page, or a blank row: 同上 below it means the last row of the page before. */
function isPageBreak(table: Table, row: number): boolean {
  const found = table.rows[row - table.headerRows[1] - 1];
  return found?.row === row && (found.kind === "repeatedHeader" || found.kind === "blank");
}

/** The first cell of the merged block, if it lies in the data: above, or for texts to the left. */
function mergeOrigin(
  table: Table,
  row: number,
  column: Column,
  mergeAt: MergeIndex,
): { row: number; column: number } | undefined {
  const merge = mergeAt(row, column.index);
  if (!merge || merge.top <= table.headerRows[1]) return undefined;
  const aside = merge.left < column.index;
  return (merge.top < row && !aside) ||
    (aside && textFields.has(column.field) && merge.left >= table.range.left)
    ? { row: merge.top, column: merge.left }
    : undefined;
}

/** The text of a cell or of the merged block over it, without making a `Cell` of it. */
export function textAt(table: Table, row: number, column: Column | undefined, mergeAt: MergeIndex): string {
  if (!column) return "";
  const { grid } = table;
  let value: CellValue = grid.rows[row]?.[column.index] ?? null;
  const from = origin(table, row, column, value, mergeAt);
  if (from) value = grid.rows[from.row]?.[from.column] ?? null;
  return typeof value === "string" ? value : textOf(value);
}

/**
 * The cells of one entry by field, each made when it is first asked for: 100,000 rows of 16 columns have 1.6 million
 * cells, of which most checks look at a few.
 */
export class RowCells implements ReadonlyMap<Field, Cell> {
  readonly #row: number;
  readonly #columns: EntryColumns;
  /** By the place of their field: quicker and smaller than a Map a row. */
  #made: (Cell | undefined)[] | undefined;

  constructor(row: number, columns: EntryColumns) {
    this.#row = row;
    this.#columns = columns;
  }

  get size(): number {
    return this.#columns.byField.size;
  }

  has(field: Field): boolean {
    return this.#columns.byField.has(field);
  }

  get(field: Field): Cell | undefined {
    const { byField, table, mergeAt, recent } = this.#columns;
    const found = byField.get(field);
    if (!found) return undefined;
    const { columns, place } = found;
    const before = this.#made?.[place];
    if (before) return before;
    const column = speaking(table, this.#row, columns);
    if (!column) return undefined;
    const cell = cellOf(table, this.#row, column, mergeAt);
    if (!this.#made) {
      this.#made = new Array<Cell | undefined>(byField.size);
      this.#keep(recent);
    }
    this.#made[place] = cell;
    return cell;
  }

  /** Takes the place of the row whose cells were made longest ago. */
  #keep(recent: RecentRows): void {
    const oldest = recent.rows[recent.next];
    if (oldest) oldest.#made = undefined;
    recent.rows[recent.next] = this;
    recent.next = (recent.next + 1) % mostRecent;
  }

  forEach(each: (cell: Cell, field: Field, map: ReadonlyMap<Field, Cell>) => void): void {
    for (const [field, cell] of this) each(cell, field, this);
  }

  *entries(): MapIterator<[Field, Cell]> {
    for (const field of this.#columns.byField.keys()) {
      const cell = this.get(field);
      if (cell) yield [field, cell];
    }
  }

  keys(): MapIterator<Field> {
    return this.#columns.byField.keys();
  }

  *values(): MapIterator<Cell> {
    for (const [, cell] of this.entries()) yield cell;
  }

  [Symbol.iterator](): MapIterator<[Field, Cell]> {
    return this.entries();
  }
}

/** Of repeated columns the first; of columns for single months that of the report's month, else the last that is filled. */
export function speaking(
  table: Table,
  row: number,
  columns: readonly Column[] | undefined,
): Column | undefined {
  const first = columns?.[0];
  if (!first || columns.length === 1 || !columns.every(({ node }) => node !== undefined)) return first;
  const month = table.period?.value.slice(5);
  const wanted = month ? `M${Number(month)}` : undefined;
  return (
    columns.find(({ node }) => node === wanted) ??
    columns.findLast(({ index }) => !isBlank(table.grid.rows[row]?.[index] ?? null)) ??
    first
  );
}
