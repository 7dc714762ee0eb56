import type { CellValue } from "@taizhang/grid";
import type { Field } from "../field.ts";
import type { Column, Table } from "../table.ts";
import type { TableView } from "./subject.ts";

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
