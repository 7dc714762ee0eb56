import { type CellPlace, type CellValue, cellPlace, cellRef, textOf } from "@taizhang/grid";
import type { Amount, Cell } from "../entry.ts";
import type { Column, Table } from "../table.ts";

/**
 * A cell of an entry that makes its place and its text when they are first asked for, and remembers the amount that
 * was read from it (读出的格). Of a hundred thousand rows a check asks most cells for their value alone.
 */
export class ReadCell implements Cell {
  readonly column: Column;
  readonly value: CellValue;
  declare readonly formula?: string;
  declare readonly format?: string;
  readonly carried: boolean;
  /** What `readAmount` made of the cell, kept by whoever asked. */
  amount: Amount | undefined = undefined;
  readonly #table: Table;
  readonly #row: number;
  #text: string | undefined;
  #at: CellPlace | undefined;

  constructor(
    table: Table,
    row: number,
    column: Column,
    value: CellValue,
    carried: boolean,
    formula: string | undefined,
    format: string | undefined,
  ) {
    this.#table = table;
    this.#row = row;
    this.column = column;
    this.value = value;
    this.carried = carried;
    if (formula !== undefined) this.formula = formula;
    if (format !== undefined) this.format = format;
  }

  get text(): string {
    this.#text ??= textOf(this.value).trim();
    return this.#text;
  }

  get at(): CellPlace {
    this.#at ??= cellPlace(this.#table.file, this.#table.grid.name, cellRef(this.#row, this.column.index));
    return this.#at;
  }
}
