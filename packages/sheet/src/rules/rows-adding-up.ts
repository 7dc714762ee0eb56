import { add, compare, type Decimal } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import type { Column, TableRow } from "../table.ts";
import { amountOfCell } from "./amounts.ts";
import { amountColumns, cellInColumn } from "./column-cells.ts";
import { indicatorOf } from "./indicator-of.ts";
import { mayAddUp } from "./plain-sums.ts";
import { rowsWith } from "./row-index.ts";
import type { TableView } from "./subject.ts";

/** Rows that may add up: all rows of a cross-tab, or the rows of one indicator and unit of a long table. */
interface Group {
  readonly rows: readonly (readonly Entry[])[];
}

/** The groups of a table in which a row may be the sum of others. */
export function groupsOf(view: TableView): Group[] {
  if (view.table.shape === "crossTab") {
    const byRow = new Map<number, Entry[]>();
    for (const entry of view.data) {
      if (indicatorOf(entry).acrossOrgs !== "sum") continue;
      const row = byRow.get(entry.row);
      if (row) row.push(entry);
      else byRow.set(entry.row, [entry]);
    }
    return [{ rows: [...byRow.values()] }];
  }
  const groups = new Map<string, Entry[][]>();
  for (const entry of view.data) {
    const key = groupKey(entry);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push([entry]);
    else groups.set(key, [[entry]]);
  }
  return [...groups.values()]
    .filter(
      ([first, ...others]) => others.length >= 3 && first?.[0] && indicatorOf(first[0]).acrossOrgs === "sum",
    )
    .map((rows) => ({ rows }));
}

/** Whether some row of a long table's group with a key is the sum of others. */
export function holdsSubtotal(view: TableView, key: string): boolean {
  const rows = rowsWith(view, groupKey, key);
  const first = view.rowEntries.dataAt(rows[0] ?? -1);
  if (rows.length < 4 || !first[0] || indicatorOf(first[0]).acrossOrgs !== "sum") return false;
  const columns = columnsOf(view, first);
  if (columns.length < 2 || !mayAddUp(view, rows, columns, sectionIn(view))) return false;
  return !subtotalsIn(view, { rows: rows.map((row) => view.rowEntries.dataAt(row)) }).next().done;
}

/** What the rows of a group of a long table share: indicator and unit, of a named org. */
export const groupKey = ({ indicator, unit, division, leads }: Entry): string | undefined =>
  indicator && (division || leads.length > 0) ? `${indicator}|${unit ?? ""}` : undefined;

interface Vector {
  readonly entry: Entry;
  /** By column, "0" for a blank; undefined where a figure cannot be used. */
  readonly values: readonly Decimal[];
}

/** The rows of a group that are the sums of others, with the rows they add up. */
export function* subtotalsIn(
  view: TableView,
  { rows }: Group,
): Generator<{ entry: Entry; details: readonly Entry[] }> {
  if (rows.length < 4) return;
  const columns = columnsOf(view, rows[0] ?? []);
  const lines = rows.flatMap(([entry]) => (entry ? [entry.row] : []));
  if (columns.length < 2 || !mayAddUp(view, lines, columns, sectionIn(view))) return;
  const vectors = rows.flatMap((row): Vector[] => {
    const [entry] = row;
    const values = columns.map((column) => amountOfRow(row, column));
    return entry && values.every((value) => value !== undefined)
      ? [{ entry, values: values as Decimal[] }]
      : [];
  });
  if (vectors.length !== rows.length) return;
  const zeros = columns.map(() => "0" as Decimal);
  const all = vectors.reduce((sum, { values }) => plus(sum, values), zeros);
  const section = sectionIn(view);
  // One row that is the sum of all others.
  for (const { entry, values } of vectors)
    if (isTelling(values) && same(plus(values, values), all)) {
      yield { entry, details: vectors.filter((other) => other.entry !== entry).map((other) => other.entry) };
      return;
    }
  // A row that sums up the block above it, since the section or the last such row began.
  let block: Vector[] = [];
  let sum = zeros;
  for (const vector of vectors) {
    if (block[0] && section(block[0].entry.row) !== section(vector.entry.row)) [block, sum] = [[], zeros];
    if (block.length >= 3 && isTelling(vector.values) && same(sum, vector.values)) {
      yield { entry: vector.entry, details: block.map(({ entry }) => entry) };
      [block, sum] = [[], zeros];
    } else {
      block.push(vector);
      sum = plus(sum, vector.values);
    }
  }
}

/** The columns in which rows like this one may add up. */
const columnsOf = (view: TableView, row: readonly Entry[]): Column[] => [
  ...new Set(row.flatMap((entry) => [...amountColumns(view, entry)])),
];

const known = new WeakMap<readonly TableRow[], ReadonlyMap<number, string | undefined>>();

/** The section of a row, looked up once a table. */
function sectionIn({ table: { rows } }: TableView): (row: number) => string | undefined {
  let sections = known.get(rows);
  if (!sections) {
    sections = new Map(rows.flatMap(({ row, section }) => (section === undefined ? [] : [[row, section]])));
    known.set(rows, sections);
  }
  return (row) => sections.get(row);
}

function amountOfRow(row: readonly Entry[], column: Column): Decimal | undefined {
  for (const entry of row) {
    const cell = cellInColumn(entry, column);
    if (!cell) continue;
    if (cell.carried) return "0" as Decimal;
    const { status, amount } = amountOfCell(cell, entry);
    if (status === "unusable" || status === "pending") return undefined;
    return amount ?? ("0" as Decimal);
  }
  return "0" as Decimal;
}

const plus = (a: readonly Decimal[], b: readonly Decimal[]): Decimal[] =>
  a.map((value, index) => add(value, b[index] ?? ("0" as Decimal)));
const same = (a: readonly Decimal[], b: readonly Decimal[]): boolean =>
  a.every((value, index) => value === b[index]);

/** At least two different figures of ten or more: ones and noughts add up by chance. */
const isTelling = (values: readonly Decimal[]): boolean =>
  new Set(values.filter((value) => compare(value, "10" as Decimal) >= 0)).size >= 2;
