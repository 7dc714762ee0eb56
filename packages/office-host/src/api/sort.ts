import { bodyOf } from "../model/address.ts";
import type { Book } from "../model/book.ts";
import { translated } from "../model/formula-shift.ts";
import { type Block, cellAt, type HostCell, type Sheet } from "../model/sheet.ts";
import { recalculate, writeCells } from "../model/writing.ts";
import { ApiError, invalidArgument } from "../protocol/api-error.ts";
import type { Scope, TableObject } from "./back-links.ts";
import { addin, SheetObject } from "./scope.ts";

export interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
  readonly sortOn?: string;
}

export class RangeSort extends SheetObject {
  readonly type = "RangeSort";
  readonly #block: Block;
  constructor(scope: Scope, sheet: Sheet, block: Block) {
    super(scope, sheet);
    this.#block = block;
  }
  Apply(
    fields: readonly SortField[],
    matchCase?: boolean | null,
    hasHeaders?: boolean | null,
    orientation?: string | null,
  ): void {
    this.allow("allowSort");
    if (orientation === "Columns") throw invalidArgument("office-host sorts rows only");
    const block = hasHeaders ? { ...this.#block, top: this.#block.top + 1 } : this.#block;
    sortRows(this.book, this.sheet, block, fields, matchCase === true);
  }
}

export class TableSort extends SheetObject {
  readonly type = "TableSort";
  readonly #table: TableObject;
  constructor(table: TableObject) {
    super(table.scope, table.sheet);
    this.#table = table;
  }
  get Fields(): unknown[] {
    return (this.#table.table.options.SortFields as unknown[] | undefined) ?? [];
  }
  get MatchCase(): boolean {
    return false;
  }
  get Method(): string {
    return "PinYin";
  }
  Apply(fields: readonly SortField[], matchCase?: boolean | null): void {
    sortRows(this.book, this.sheet, bodyOf(this.#table.table), fields, matchCase === true);
    this.book.journal.set(this.#table.table.options, "SortFields", fields);
  }
  Clear(): void {
    this.book.journal.set(this.#table.table.options, "SortFields", undefined);
  }
  Reapply(): void {
    this.Apply(this.Fields as SortField[]);
  }
}

/** Rows in the order of the fields: numbers, texts, booleans, errors; blanks always last. Equal rows keep their order. */
function sortRows(
  book: Book,
  sheet: Sheet,
  block: Block,
  fields: readonly SortField[],
  matchCase: boolean,
): void {
  const { top, left, bottom, right } = block;
  if (
    sheet.merges.some(
      (merge) => merge.top <= bottom && merge.bottom >= top && merge.left <= right && merge.right >= left,
    )
  )
    throw new ApiError("InvalidOperation", "Merged cells cannot be sorted.");
  recalculate(book);
  const last = Math.min(bottom, sheet.rows.length - 1);
  const rows = Array.from({ length: Math.max(0, last - top + 1) }, (_, at) => top + at);
  const order = [...rows].sort((a, b) => {
    for (const { key, ascending = true } of fields) {
      const [one, two] = [rank(cellAt(sheet, a, left + key)), rank(cellAt(sheet, b, left + key))];
      if (one.kind === 5 || two.kind === 5) {
        if (one.kind !== two.kind) return one.kind - two.kind;
        continue;
      }
      const by = one.kind - two.kind || compare(one.value, two.value, matchCase);
      if (by !== 0) return ascending ? by : -by;
    }
    return a - b;
  });
  const cells = rows.map((row, at) => {
    const from = order[at] as number;
    return Array.from({ length: right - left + 1 }, (_, across): HostCell | undefined => {
      const cell = cellAt(sheet, from, left + across);
      return cell?.formula === undefined
        ? cell
        : { ...cell, formula: translated(cell.formula, row - from, 0) };
    });
  });
  writeCells(book, sheet, { ...block, bottom: last }, cells, addin);
}

function rank(cell: HostCell | undefined): { kind: number; value: unknown } {
  const value = cell?.value ?? null;
  const kind =
    value === null
      ? 5
      : typeof value === "number"
        ? 1
        : typeof value === "string"
          ? 2
          : typeof value === "boolean"
            ? 3
            : 4;
  return { kind, value };
}

function compare(a: unknown, b: unknown, matchCase: boolean): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "zh-CN", { sensitivity: matchCase ? "variant" : "accent" });
}
