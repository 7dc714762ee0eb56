import type { Grid } from "@taizhang/grid";
import type { Field } from "../field.ts";
import type { SheetReading, Table, TableRow } from "../table.ts";
import { sampleRows } from "./column-data.ts";
import { isEmpty, isFoot } from "./foot.ts";
import { placeFields, withGroupRows } from "./group-rows.ts";
import { type HeaderBlock, lookForHeaders } from "./header-rows.ts";
import { holdsLabels, withHeadingSubtotals } from "./heading-subtotals.ts";
import { heldFields, withHeldPlaces } from "./held-places.ts";
import { withPartsThatAddUp } from "./part-rows.ts";
import { codeOf, periodOf, type ReadTable, readColumns } from "./read-table.ts";
import type { LookedAt } from "./recognise.ts";
import { holdsWords } from "./row-score.ts";
import { own, type SheetView } from "./sheet-view.ts";
import { splitSideways } from "./side-by-side.ts";
import { withoutStatistics } from "./statistic-rows.ts";
import { addedFields, withSilentTotal } from "./sum-rows.ts";

/** How far from its own row a look for headers may reach, with room to spare. */
const reach = 24;
/** How far below a header `splitSideways` looks for blank columns. */
const sideways = 60;

/**
 * The reading of a sheet of which some rows of data have other values, where all the rest of it surely is as it was
 * (再识别): the same headers, columns, kinds of rows, org and period. Undefined where that is not sure, and the sheet must
 * be recognised as a whole. Formulas, formats and merges are those of the grid before.
 */
export function recogniseAgain(
  { reading, seen }: LookedAt,
  grid: Grid,
  rows: readonly number[],
): LookedAt | undefined {
  if (!seen || seen.isSplit || reading.tables.length === 0) return undefined;
  const view: SheetView = { ...seen.view, grid };
  const [first] = seen.headers;
  if (!first || !rows.every((row) => isPlainRow(seen, view, row))) return undefined;
  const last = first.firstDataRow - 1;
  if (rows.some((row) => row - last <= reach) && !same(lookForHeaders(view, last).blocks, [first]))
    return undefined;
  const tables: ReadTable[] = [];
  for (const read of seen.tables) {
    const inside = rows.filter((row) => isInside(read, row));
    const again = inside.length === 0 ? read : readAgain(seen, read, view, inside);
    if (!again) return undefined;
    tables.push({ ...again, table: { ...again.table, grid } });
  }
  return {
    reading: { ...reading, grid, tables: tables.map(({ table }) => table) },
    seen: { ...seen, view, tables },
  };
}

type Seen = NonNullable<LookedAt["seen"]>;

const isInside = ({ header, table }: ReadTable, row: number): boolean =>
  row >= header.firstDataRow && row <= table.range.bottom;

/** A row of data of one of the tables, far from all that was looked at as a header, which keeps the sheet's extent. */
function isPlainRow({ view: before, looked, tables, headers }: Seen, view: SheetView, row: number): boolean {
  const read = tables.find((one) => isInside(one, row));
  if (!read || row >= view.bottom + 1 || holdsWords(view, row)) return false;
  // Below the floor of a table with another one beneath it stand that one's titles.
  if (headers.length > 1 && row >= read.floor) return false;
  if (looked.some((other) => Math.abs(other - row) <= reach)) return false;
  return changedColumns(before, view, row).every(
    (column) =>
      column <= view.right &&
      before.mergeAt(row, column) === undefined &&
      (column < view.right || isHeaded(read.header, view, column)),
  );
}

/** The header reaches to the sheet's last column, whatever stands below it. */
function isHeaded({ top, firstDataRow }: HeaderBlock, view: SheetView, column: number): boolean {
  for (let row = top; row < firstDataRow; row++) {
    const value = own(view, row, column);
    if (typeof value === "number" || (typeof value === "string" && value.trim() !== "")) return true;
  }
  return false;
}

function changedColumns(before: SheetView, view: SheetView, row: number): number[] {
  const [old, now] = [before.grid.rows[row] ?? [], view.grid.rows[row] ?? []];
  const columns: number[] = [];
  for (let column = 0; column < Math.max(old.length, now.length); column++)
    if ((old[column] ?? null) !== (now[column] ?? null)) columns.push(column);
  return columns;
}

function readAgain(
  seen: Seen,
  read: ReadTable,
  view: SheetView,
  rows: readonly number[],
): ReadTable | undefined {
  const { header, foot, floor } = read;
  if (rows.some((row) => !isKept(seen, read, view, row))) return undefined;
  if (
    rows.some((row) => row <= header.firstDataRow + sideways) &&
    !same(splitSideways(view, header, floor), [header])
  )
    return undefined;
  const sampled = new Set(sampleRows(header.firstDataRow, foot));
  const isTold = rows.some((row) => sampled.has(row) || row <= header.firstDataRow + sideways);
  if (isTold && !keepsColumns(seen, read, view)) return undefined;
  return keepsSums(seen.view, read, view, rows);
}

/**
 * The table, where names and figures of several rows make no total or subtotal of one, as they made none before. Each of
 * the three looks is asked only where a changed cell is among those that it goes by.
 */
function keepsSums(
  before: SheetView,
  read: ReadTable,
  view: SheetView,
  changed: readonly number[],
): ReadTable | undefined {
  const { columns, rows } = read.table;
  if (holdsMade(rows)) return undefined;
  const touched = new Set(changed.flatMap((row) => changedColumns(before, view, row)));
  const touches = (fields: ReadonlySet<Field>): boolean =>
    columns.some(({ field, index }) => touched.has(index) && fields.has(field));
  const keeps = (tell: typeof withGroupRows): boolean => {
    const told = tell(view, columns, rows);
    return told === rows || told.every((row, index) => row === rows[index]);
  };
  if (touches(placeFields) && !keeps(withGroupRows)) return undefined;
  if (touches(heldFields) && !keeps(withHeldPlaces)) return undefined;
  if (touches(addedFields) && !(keeps(withSilentTotal) && keeps(withPartsThatAddUp))) return undefined;
  const hasLabels = read.hasLabels ?? holdsLabels(before, columns, rows);
  const own = changed.map((row) => rows[row - read.header.firstDataRow]).filter((row) => row !== undefined);
  if (!hasLabels && !holdsLabels(view, columns, own)) return { ...read, hasLabels };
  return keeps(withHeadingSubtotals) ? { ...read, hasLabels: true } : undefined;
}

const made = new WeakMap<readonly TableRow[], boolean>();
const makers: ReadonlySet<string> = new Set([
  "sumOfRows",
  "sumOfParts",
  "namedSum",
  "groupOfPlaces",
  "namesGroup",
  "heldByPlace",
  "heldUnclear",
  "speaksOfZone",
  "headsItsSum",
]);

/** Some row was made a total or subtotal by what stands in others, or is one to ask about. */
function holdsMade(rows: readonly TableRow[]): boolean {
  const known = made.get(rows) ?? rows.some(({ evidence }) => evidence.some(({ rule }) => makers.has(rule)));
  made.set(rows, known);
  return known;
}

/** The row, and the one above it that looks down at it, are of the kind that they were. */
function isKept(seen: Seen, read: ReadTable, view: SheetView, row: number): boolean {
  const { table, header, foot, look } = read;
  const { view: before } = seen;
  const index = row - header.firstDataRow;
  const [above, own] = [table.rows[index - 1], table.rows[index]];
  if (own?.row !== row || row > foot || isEmpty(view, header, row)) return false;
  if (own.kind === "ofWhich" || above?.kind === "ofWhich" || above?.kind === "repeatedHeader") return false;
  if (own.kind !== "data" && own.kind !== "total" && own.kind !== "subtotal") return false;
  if (own.kind !== "data" && !onlyNumbers(before, view, row)) return false;
  if ((row === foot || row === table.range.bottom) && isFoot(view, header, row)) return false;
  if (!same(look(before, row), look(view, row))) return false;
  if (above && !same(look(before, row - 1), look(view, row - 1))) return false;
  if (withoutStatistics(view, table.columns, [own])[0] !== own) return false;
  const period = table.columns.find(({ field }) => field === "period");
  return !period || !changedColumns(before, view, row).includes(period.index);
}

/** Numbers became other numbers: labels of totals head what stands below them. */
const onlyNumbers = (before: SheetView, view: SheetView, row: number): boolean =>
  changedColumns(before, view, row).every(
    (column) => typeof own(before, row, column) === "number" && typeof own(view, row, column) === "number",
  );

function keepsColumns({ options }: Seen, read: ReadTable, view: SheetView): boolean {
  const { table, header, foot, around, code } = read;
  const { columns, drafts, shape, likelihood } = readColumns(
    view,
    header,
    foot,
    around,
    options.corrections ?? [],
  );
  return (
    shape === table.shape &&
    same(columns, table.columns) &&
    same(periodOf(view, around, columns, drafts, table.rows), table.period) &&
    codeOf(view, { ...read, likelihood }, table, drafts, options.targetsElsewhere ?? false) === code
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The reading with a grid of other values. */
export const withGrid = (reading: SheetReading, grid: Grid): SheetReading => ({
  ...reading,
  grid,
  tables: reading.tables.map((table): Table => ({ ...table, grid })),
});
