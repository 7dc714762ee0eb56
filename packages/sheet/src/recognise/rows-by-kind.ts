import type { TableRow } from "../table.ts";

/** What the rows of a table are, counted (行的种类). */
interface RowsByKind {
  /** Totals and subtotals. */
  readonly named: readonly TableRow[];
  /** How many rows of data there are. */
  readonly data: number;
  /** There are 其中 rows. */
  readonly hasParts: boolean;
}

const known = new WeakMap<readonly TableRow[], RowsByKind>();

/** Counted once a list of rows: after an edit of a value the rows are as they were, and asked again. */
export function rowsByKind(rows: readonly TableRow[]): RowsByKind {
  const before = known.get(rows);
  if (before) return before;
  const named: TableRow[] = [];
  let data = 0;
  let hasParts = false;
  for (const row of rows) {
    if (row.kind === "data") data++;
    else if (row.kind === "total" || row.kind === "subtotal") named.push(row);
    else hasParts ||= row.kind === "ofWhich";
  }
  const found = { named, data, hasParts };
  known.set(rows, found);
  return found;
}
