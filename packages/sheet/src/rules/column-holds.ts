import type { CellValue } from "@taizhang/grid";
import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import type { Column, Table, TableRow } from "../table.ts";
import { type TableView, valueIn } from "./subject.ts";

/** What the rows of a table hold in a column: nothing but blanks, or numbers, texts and other values (列中所有). */
interface Held {
  readonly numbers: boolean;
  /** Texts with something in them. */
  readonly texts: boolean;
  /** Error values, TRUE and FALSE. */
  readonly others: boolean;
}

/**
 * One look at a column that all rules share: a return has as many columns that nobody filled in as others, and which of
 * them hold a text is no question of each rule. It tells of the cells themselves, not of what merged cells and 同上 carry.
 */
export function heldIn({ table }: Pick<TableView, "table">, { index }: Column): Held {
  let known = looked.get(table);
  if (!known) {
    known = [];
    looked.set(table, known);
  }
  const before = known[index];
  if (before) return before;
  const held = lookAt(table, index);
  known[index] = held;
  return held;
}

const looked = new WeakMap<Table, Held[]>();

function lookAt({ grid, rows }: Table, index: number): Held {
  let numbers = false;
  let texts = false;
  let others = false;
  for (const { row } of rows) {
    const value: CellValue | undefined = grid.rows[row]?.[index];
    if (value === undefined || value === null) continue;
    if (typeof value === "number") numbers = true;
    else if (typeof value === "string") texts ||= value.trim() !== "";
    else others = true;
  }
  return { numbers, texts, others };
}

/** The columns in which some row holds a text. */
export const columnsWithText = (view: TableView): readonly Column[] =>
  view.table.columns.filter((column) => heldIn(view, column).texts);

/** The fields of these whose columns hold a text. */
export const fieldsWithText = <F extends Field>(view: TableView, fields: Iterable<F>): F[] =>
  [...fields].filter((field) => view.columnsOf(field).some((column) => heldIn(view, column).texts));

/** The fields of these whose columns hold anything at all. */
export const fieldsHeld = <F extends Field>(view: TableView, fields: Iterable<F>): F[] =>
  [...fields].filter((field) => view.columnsOf(field).some((column) => !isEmpty(heldIn(view, column))));

/** Nothing but blanks. */
export const isEmpty = ({ numbers, texts, others }: Held): boolean => !numbers && !texts && !others;

/** An entry's field whose own value passes a first look. */
interface Candidate<F extends Field> {
  readonly entry: Entry;
  readonly field: F;
  readonly value: CellValue;
}

/**
 * The entries and fields whose own value passes a first look, row by row (初看): rules take a closer look at these alone.
 * Of a hundred thousand rows no cell is made, and nothing is handed from one generator to another.
 */
export function candidates<F extends Field>(
  view: TableView,
  entries: readonly Entry[],
  fields: readonly F[],
  mayBe: (value: CellValue, entry: Entry, field: F) => boolean,
): Candidate<F>[] {
  const found: Candidate<F>[] = [];
  const { shape, grid } = view.table;
  const columns = fields.map((field) => {
    const list = view.columnsOf(field);
    return shape === "long" && list.length === 1 ? list[0]?.index : undefined;
  });
  for (const entry of entries) {
    const cells = grid.rows[entry.row];
    for (let at = 0; at < fields.length; at++) {
      const field = fields[at] as F;
      const column = columns[at];
      const value = column === undefined ? valueIn(view, entry, field) : (cells?.[column] ?? null);
      if (value !== null && mayBe(value, entry, field)) found.push({ entry, field, value });
    }
  }
  return found;
}

/** The first look of rules that read texts. */
export const isText = (value: CellValue): boolean => typeof value === "string" && value !== "";

/** A text in a row. */
interface TextAt {
  readonly row: number;
  readonly column: Column;
  readonly text: string;
}

/** The texts of a table that pass a first look, row by row (初看文字). A text that stands below itself is not looked at again. */
export function textsWith(
  view: TableView,
  columns: readonly Column[],
  isOf: (row: TableRow) => boolean,
  mayBe: (text: string) => boolean,
): TextAt[] {
  const found: TextAt[] = [];
  const above = columns.map(() => ({ text: "", passes: mayBe("") }));
  for (const row of view.table.rows) {
    const cells = view.table.grid.rows[row.row];
    if (!cells || !isOf(row)) continue;
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] as Column;
      const text = cells[column.index];
      if (typeof text !== "string") continue;
      const last = above[at] as { text: string; passes: boolean };
      if (text !== last.text) {
        last.text = text;
        last.passes = mayBe(text);
      }
      if (last.passes) found.push({ row: row.row, column, text });
    }
  }
  return found;
}
