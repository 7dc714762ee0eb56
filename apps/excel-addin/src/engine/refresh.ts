import { type CellContent, cellRef, type Grid, layoutCell, parseCell } from "@taizhang/grid";
import type { CellWrite, Refit } from "../workbook/workbook.ts";
import { isOurs, type OwnCell, ownCells, ownFormulas } from "./own-cells.ts";
import { type Places, placesOf } from "./places.ts";
import { refitOf } from "./refit.ts";
import { type RowLine, rowLines } from "./refresh-lines.ts";
import { rowsNow } from "./rows-now.ts";
import { askedKey, contentAt, contentKey, type Snapshot, type SummarySheet } from "./snapshot.ts";

/** What a refresh would do to one sheet (刷新前先看). */
export interface Refresh {
  readonly sheet: string;
  /** Every cell to write; the user's own cells stay, or go with their rows. */
  readonly writes: readonly CellWrite[];
  /** What would be written instead of the user's figures among ours, where the user wants the new ones. */
  readonly instead: readonly CellWrite[];
  readonly own: readonly OwnCell[];
  /** What changes, row by row. */
  readonly lines: readonly RowLine[];
  /** What changes beside the cells because there are more or fewer rows. */
  readonly refit?: Refit;
}

const general = "General";

/**
 * Compares the sheets as they stand with what was written and what would be written now; undefined where the headings of
 * one stand elsewhere and no row can be told (刷新).
 */
export function refreshOf(
  snapshots: readonly Snapshot[],
  sheets: readonly SummarySheet[],
  grids: readonly Grid[],
): readonly Refresh[] | undefined {
  const pairs = snapshots.flatMap((before) => {
    const sheet = sheets.find(({ rows }) => rows.kind === before.kind);
    const grid = grids.find(({ name }) => name === before.sheet);
    return sheet && grid ? [{ before, sheet, grid, standing: rowsNow(before, grid) }] : [];
  });
  const loosely = pairs.some(({ standing }) => standing?.some((at, row) => at !== row));
  const ours = new Set(snapshots.map(({ sheet }) => sheet));
  const refreshes = pairs.flatMap(({ before, sheet, grid, standing }) => {
    if (!standing) return [];
    const places = placesOf(before, standing, sheet);
    const own = [...ownCells(before, grid, places, loosely), ...ownFormulas(grids, grid.name, ours, places)];
    return [oneRefresh(before, sheet, grid, places, own, loosely)];
  });
  return refreshes.length === pairs.length ? refreshes : undefined;
}

function oneRefresh(
  before: Snapshot,
  sheet: SummarySheet,
  grid: Grid,
  places: Places,
  own: readonly OwnCell[],
  loosely: boolean,
): Refresh {
  const writes: CellWrite[] = [];
  const instead: CellWrite[] = [];
  const { layout } = sheet;
  const stays = new Map(
    own.flatMap((cell) => (cell.sheet === grid.name && cell.to ? [[cell.to, cell]] : [])),
  );
  const height = Math.max(
    layout.rows.length,
    grid.rows.length,
    ...[...stays.keys()].map((ref) => rowOf(ref) + 1),
  );
  for (let row = 0; row < height; row++) {
    const cells = (layout.rows[row] ?? []).map(layoutCell);
    const width = Math.max(cells.length, grid.rows[row]?.length ?? 0, widthOf(stays, row));
    for (let column = 0; column < width; column++) {
      const ref = cellRef(row, column);
      const now = contentAt(grid, row, column);
      const mine = stays.get(ref);
      const next = cells[column];
      const wanted = mine ? moved(mine, ref) : plain(next);
      const isAsked = () => {
        const at = places.rowOf.get(row);
        return (
          at === row &&
          isOurs(before.held[at]?.[column] ?? "", now, loosely) &&
          next !== undefined &&
          askedKey(next) === before.asked[at]?.[column]
        );
      };
      if (!mine && isAsked()) continue;
      if (!same(now, wanted, mine !== undefined)) writes.push(write(grid.name, ref, now, wanted));
      if (mine?.kind === "edit" && next && !same(now, plain(next), false))
        instead.push(write(grid.name, ref, now, plain(next)));
    }
  }
  for (const { sheet: name, ref, kind, now, after } of own)
    if (kind === "formula" && now.formula !== after.formula) writes.push(write(name, ref, now, after));
  const refit = refitOf(before, sheet);
  const lines = rowLines({ before, sheet, grid, places, own, writes });
  return { sheet: grid.name, writes, instead, own, lines, ...(refit ? { refit } : {}) };
}

const rowOf = (ref: string): number => parseCell(ref)?.row ?? 0;

const widthOf = (stays: ReadonlyMap<string, OwnCell>, row: number): number =>
  Math.max(
    0,
    ...[...stays.keys()].flatMap((ref) => {
      const at = parseCell(ref);
      return at?.row === row ? [at.column + 1] : [];
    }),
  );

/** The user's cell where it goes; its number format goes with it. */
const moved = ({ ref: from, after }: OwnCell, to: string): CellContent =>
  from === to ? after : { ...after, format: after.format ?? general };

const plain = (cell: CellContent | undefined): CellContent =>
  cell === undefined || cell.value === ""
    ? { value: null, ...(cell?.formula === undefined ? {} : { formula: cell.formula }) }
    : {
        value: cell.value,
        ...(cell.formula === undefined ? {} : { formula: cell.formula }),
        ...(cell.format === undefined ? {} : { format: cell.format }),
      };

const same = (now: CellContent, wanted: CellContent, isOwn: boolean): boolean =>
  contentKey(now) === contentKey(wanted) &&
  (contentKey(now) === "" || (isOwn && wanted.format === undefined) || formatOf(now) === formatOf(wanted));

const formatOf = ({ format }: CellContent): string => format ?? general;

const write = (sheet: string, ref: string, before: CellContent, wanted: CellContent): CellWrite => ({
  sheet,
  ref,
  before,
  after: formatOf(before) === formatOf(wanted) ? wanted : { ...wanted, format: formatOf(wanted) },
});
