import type { Grid } from "@taizhang/grid";

/**
 * The rows of a sheet that hold other values than before, in ascending order (改动的行); undefined where more changed than
 * values: formulas, formats, merges, hidden rows, or how many rows there are. Whoever wrote the rows may say which ones he
 * touched.
 */
export function changedRows(
  before: Grid,
  now: Grid,
  touched?: ReadonlySet<number>,
): readonly number[] | undefined {
  if (before.rows.length !== now.rows.length || before.date1904 !== now.date1904) return undefined;
  if (!sameMap(before.formulas, now.formulas) || !sameLines(before.formats, now.formats)) return undefined;
  if (!sameMerges(before.merges, now.merges) || before.visibility !== now.visibility) return undefined;
  if (!sameSet(before.hiddenRows, now.hiddenRows) || !sameSet(before.hiddenColumns, now.hiddenColumns))
    return undefined;
  const isOther = (row: number): boolean => !sameLine(before.rows[row], now.rows[row]);
  if (touched) return [...touched].filter(isOther).sort((a, b) => a - b);
  const rows: number[] = [];
  for (let row = 0; row < now.rows.length; row++)
    if (before.rows[row] !== now.rows[row] && isOther(row)) rows.push(row);
  return rows;
}

const sameMerges = (a: Grid["merges"], b: Grid["merges"]): boolean =>
  a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));

/**
 * The grid with the rows, formulas and formats of the one before where they are the same, so that what was read of them
 * need not be kept twice.
 */
export function adopting(before: Grid, now: Grid, rows: readonly number[]): Grid {
  const changed = new Set(rows);
  const isOwn = now.formulas === before.formulas && now.formats === before.formats;
  if (isOwn && now.rows.every((line, row) => line === before.rows[row] || changed.has(row))) return now;
  const lines = [...before.rows];
  for (const row of rows) lines[row] = now.rows[row];
  return { ...before, rows: lines };
}

type Line = readonly unknown[] | undefined;

function sameLine(a: Line, b: Line): boolean {
  if (a === b) return true;
  const length = Math.max(a?.length ?? 0, b?.length ?? 0);
  for (let index = 0; index < length; index++) if (!sameValue(a?.[index], b?.[index])) return false;
  return true;
}

function sameLines(a: readonly Line[], b: readonly Line[]): boolean {
  if (a === b) return true;
  for (let index = 0; index < Math.max(a.length, b.length); index++)
    if (!sameLine(a[index], b[index])) return false;
  return true;
}

const sameValue = (a: unknown, b: unknown): boolean =>
  (a ?? null) === (b ?? null) || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));

function sameMap(a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}

function sameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const one of a) if (!b.has(one)) return false;
  return true;
}
