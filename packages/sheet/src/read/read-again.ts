import { type CellValue, textOf } from "@taizhang/grid";
import { stretchAt } from "../at-row.ts";
import type { Entry } from "../entry.ts";
import { squeeze } from "../recognise/heading.ts";
import type { Table, TableRow } from "../table.ts";
import { bracketedAmount } from "./accounting-negative.ts";
import { entriesOfRow, type Reader, readerOf } from "./entries.ts";
import { isDitto } from "./row-cells.ts";
import type { RowEntries } from "./row-entries.ts";

/** Tables of more rows than this are not kept alive by an entry: it keeps its own row. */
const fewRows = 2_000;

/**
 * The entries of a table of which some rows changed, the others as they were read before (再读条目). Undefined where rows
 * below may lean on a changed one: 同上, or a task and a program printed once for several rows. The table's columns and
 * kinds of rows are those of `before`.
 */
export function readAgain(
  table: Table,
  before: Table,
  entries: RowEntries,
  rows: readonly number[],
): RowEntries | undefined {
  const changed = new Map<number, readonly Entry[]>();
  for (const row of rows) {
    const [index] = stretchAt(table.rows, row);
    const own = table.rows[index];
    if (!own || leans(table, before, own, table.rows[index + 1])) return undefined;
    const reader = readerOf(ownTable(table, own));
    printAbove(reader, table, index);
    const fresh: Entry[] = [];
    entriesOfRow(reader, own, fresh);
    if (entries.at(row).length !== fresh.length) return undefined;
    changed.set(row, fresh);
  }
  return entries.with(changed);
}

const carried = ["program", "task"] as const;

const textsIn = ({ grid, columns }: Table, { row }: TableRow, field: (typeof carried)[number]) => {
  const texts = columns
    .filter((column) => column.field === field)
    .map(({ index }) => grid.rows[row]?.[index]);
  return texts.map((value) => squeeze(textOf(value ?? null))).join("");
};

/** Below zero, by its sign or perhaps by its brackets: what (500) means depends on its column. */
const isSigned = (value: CellValue): boolean =>
  typeof value === "number" ? value < 0 : typeof value === "string" && bracketedAmount(value) !== undefined;

/** The next row may repeat what the changed one says, or other rows mean something else by it. */
function leans(table: Table, before: Table, own: TableRow, next: TableRow | undefined): boolean {
  if (!next || next.kind === "blank" || next.kind === "repeatedHeader") return true;
  const [old, now, below] = [before, table, table].map(
    ({ grid }, index) => grid.rows[index < 2 ? own.row : next.row],
  );
  const width = Math.max(old?.length ?? 0, now?.length ?? 0);
  for (let column = 0; column < width; column++) {
    const [was, is] = [old?.[column] ?? null, now?.[column] ?? null];
    if (was !== is && (isDitto(below?.[column] ?? null) || isSigned(was) || isSigned(is))) return true;
  }
  return carried.some(
    (field) =>
      table.columns.some((column) => column.field === field) &&
      textsIn(before, own, field) !== textsIn(table, own, field) &&
      (next.kind !== "data" || textsIn(table, next, field) === ""),
  );
}

/** The table for the new entries: of a large one with the row alone, unless its cells lean on other rows. */
function ownTable(table: Table, { row }: TableRow): Table {
  const { grid } = table;
  const cells = grid.rows[row];
  if (
    grid.rows.length <= fewRows ||
    cells?.some((value) => isDitto(value ?? null) || isSigned(value ?? null))
  )
    return table;
  if (grid.merges.some(({ top, bottom }) => row >= top && row <= bottom)) return table;
  const rows: (typeof cells)[] = [];
  rows[row] = cells;
  return { ...table, grid: { ...grid, rows } };
}

/** The last program and task printed above, since the section began. */
function printAbove(reader: Reader, table: Table, index: number): void {
  const missing = new Set<(typeof carried)[number]>(
    carried.filter((field) => table.columns.some((column) => column.field === field)),
  );
  const own = table.rows[index];
  for (const field of missing) if (own && textsIn(table, own, field) !== "") missing.delete(field);
  if (missing.size === 0) return;
  const above = readerOf(table);
  for (let at = index - 1; at >= 0 && missing.size > 0; at--) {
    const row = table.rows[at];
    if (!row || row.kind === "section") return;
    above.above.clear();
    entriesOfRow(above, row, []);
    for (const field of missing) {
      const said = above.above.get(field);
      if (said === undefined) continue;
      reader.above.set(field, said);
      missing.delete(field);
    }
  }
}
