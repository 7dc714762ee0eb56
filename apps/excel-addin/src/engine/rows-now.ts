import type { Grid } from "@taizhang/grid";
import { heldKey, type Snapshot } from "./snapshot.ts";

/**
 * Where each row of a written sheet stands now, for the user may have sorted, inserted or deleted rows; undefined for a
 * row that is gone. Undefined altogether where the headings stand elsewhere: then nothing can be told apart (行在哪里).
 */
export function rowsNow(before: Snapshot, grid: Grid): readonly (number | undefined)[] | undefined {
  if (headingsMoved(before, grid)) return undefined;
  const { header, held } = before;
  const nameOf = (row: number) => nameFrom(before, (column) => held[row]?.[column] ?? "");
  const nameAt = (row: number) => nameFrom(before, (column) => heldKey(grid, row, column));
  const known = new Set(held.map((_, row) => nameOf(row)));
  const byName = new Map<string, number[]>();
  for (let row = header + 1; row < grid.rows.length; row++)
    byName.set(nameAt(row), [...(byName.get(nameAt(row)) ?? []), row]);
  const found: (number | undefined)[] = held.map((_, row) =>
    row <= header || nameAt(row) === nameOf(row) ? row : undefined,
  );
  const taken = new Set(found);
  const settle = (row: number, at: number | undefined) => {
    if (at === undefined || taken.has(at)) return;
    found[row] = at;
    taken.add(at);
  };
  const open = () => held.flatMap((_, row) => (found[row] === undefined ? [row] : []));
  for (const row of open()) {
    const free = (byName.get(nameOf(row)) ?? []).filter((at) => !taken.has(at));
    settle(row, free.length === 1 ? free[0] : undefined);
  }
  // a row that stands where it stood, under a name that the user gave it
  for (const row of open()) if (!known.has(nameAt(row)) && !isBlankRow(grid, row)) settle(row, row);
  return found;
}

const nameFrom = ({ names }: Snapshot, text: (column: number) => string): string =>
  names.map(text).join("\n");

const isBlankRow = (grid: Grid, row: number): boolean =>
  !(grid.rows[row] ?? []).some((_, column) => heldKey(grid, row, column) !== "");

/** A heading that the user renamed is still in its place; one that stands in another column, or row, is not. */
function headingsMoved({ header, held }: Snapshot, grid: Grid): boolean {
  const headings = held[header] ?? [];
  const now = (grid.rows[header] ?? []).map((_, column) => heldKey(grid, header, column));
  const stays = (column: number) => now[column] === headings[column];
  if (headings.filter((_, column) => stays(column)).length * 2 < headings.length) return true;
  return headings.some(
    (heading, column) =>
      heading !== "" && !stays(column) && now.some((one, at) => one === heading && one !== headings[at]),
  );
}
