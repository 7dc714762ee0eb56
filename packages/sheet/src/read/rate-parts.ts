import { formatAt, formulaAt } from "@taizhang/grid";
import type { Amount, Cell, Entry } from "../entry.ts";
import type { Column, Table } from "../table.ts";
import { readAmount } from "./amount.ts";
import { ReadCell } from "./read-cell.ts";

/** A part of the row's rate as it is printed beside it. */
export interface PrintedPart {
  readonly name: string;
  readonly cell: Cell;
  readonly amount: Amount;
}

const columns = new WeakMap<Table, readonly [Column, Column] | "none">();

function columnsOf(table: Table): readonly [Column, Column] | "none" {
  const known = columns.get(table);
  if (known) return known;
  const numerator = table.columns.find(({ part }) => part === "numerator");
  const denominator = table.columns.find(({ part }) => part === "denominator");
  const found = numerator && denominator ? ([numerator, denominator] as const) : "none";
  columns.set(table, found);
  return found;
}

/** Numerator and denominator of the entry's rate, where the table has columns of them (分子、分母). */
export function ratePartsOf(entry: Entry): readonly [PrintedPart, PrintedPart] | undefined {
  const found = columnsOf(entry.table);
  if (found === "none") return undefined;
  const [numerator, denominator] = found;
  return [printed(entry, numerator), printed(entry, denominator)];
}

function printed(entry: Entry, column: Column): PrintedPart {
  const { table, row } = entry;
  const value = table.grid.rows[row]?.[column.index] ?? null;
  const formula = table.grid.formulas.size > 0 ? formulaAt(table.grid, row, column.index) : undefined;
  const cell = new ReadCell(
    table,
    row,
    column,
    value,
    false,
    formula,
    formatAt(table.grid, row, column.index),
  );
  const name = column.path.at(-1) ?? "";
  const unit = column.unit ?? /[人户件个处所起次家宗例村项座亩](?=数?$)/u.exec(name)?.[0];
  const { unit: _, ...bare } = entry;
  return { name, cell, amount: readAmount(cell, unit === undefined ? bare : { ...bare, unit }) };
}
