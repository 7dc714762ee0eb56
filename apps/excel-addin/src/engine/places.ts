import { cellRef, type Grid, parseCell, parseRange, rangeRef } from "@taizhang/grid";
import { withCells } from "./formula-parts.ts";
import type { Snapshot, SummarySheet } from "./snapshot.ts";

/** A cell by row and column, from 0. */
export interface At {
  readonly row: number;
  readonly column: number;
}

/** Where what stands on a summary goes in a refresh (去向). */
export interface Places {
  /** The row of the snapshot that stands in a row of the sheet. */
  readonly rowOf: ReadonlyMap<number, number>;
  /** The last row of the sheet that is ours. */
  readonly end: number;
  /** How many columns were ours. */
  readonly width: number;
  /** The row of the new sheet for a row of the snapshot; undefined where it is no longer there. */
  readonly newRow: (row: number) => number | undefined;
  /** Where a cell goes: ours and what stands beside go with their row, what stands below makes room. */
  readonly to: (row: number, column: number) => At | undefined;
}

/** The places of a summary that stands in these rows. */
export function placesOf(
  before: Snapshot,
  standing: readonly (number | undefined)[],
  { layout, rows }: SummarySheet,
): Places {
  const rowOf = new Map(standing.flatMap((at, row) => (at === undefined ? [] : [[at, row] as const])));
  const end = Math.max(...rowOf.keys());
  const widthOf = (all: readonly (readonly unknown[])[]) => Math.max(...all.map((row) => row.length));
  const [width, newWidth] = [widthOf(before.held), widthOf(layout.rows)];
  const room = Math.max(0, layout.rows.length - 1 - end);
  const keys = new Map(rows.keys.map((key, row) => [key, row]));
  const newRow = (row: number) => keys.get(before.keys[row] ?? "");
  const headings = (all: readonly string[] | undefined) => all ?? [];
  const [old, now] = [headings(before.asked[before.header]), headings(headingsOf(layout, rows.header))];
  const newColumn = (column: number): number | undefined => {
    if (column >= width) return column + newWidth - width;
    const at = now.indexOf((old[column] ?? "").split("\n")[0] ?? "");
    return at < 0 ? undefined : at;
  };
  const to = (row: number, column: number): At | undefined => {
    const own = rowOf.get(row);
    if (own === undefined) return row > end ? { row: row + room, column } : undefined;
    const at = newRow(own);
    const over = own < before.header ? column : newColumn(column);
    return at === undefined || over === undefined ? undefined : { row: at, column: over };
  };
  return { rowOf, end, width, newRow, to };
}

const headingsOf = ({ rows }: SummarySheet["layout"], header: number): string[] =>
  (rows[header] ?? []).map((cell) =>
    typeof cell === "object" && cell !== null && "value" in cell ? `${cell.value ?? ""}` : `${cell ?? ""}`,
  );

const mostRows = 20_000;

/** A formula that refers to cells of the summary, once these have gone to their places; undefined where one is gone. */
export const formulaAfter = (
  formula: string,
  own: (sheet: string | undefined) => boolean,
  { to }: Pick<Places, "to">,
): string | undefined =>
  withCells(formula, (cells, sheet) => {
    const range = own(sheet) ? parseRange(cells.replaceAll("$", "")) : undefined;
    if (!range || range.bottom - range.top > mostRows) return cells;
    const rows = new Set<number>();
    const columns = new Set<number>();
    for (let row = range.top; row <= range.bottom; row++)
      for (let column = range.left; column <= range.right; column++) {
        const at = to(row, column);
        if (!at) return undefined;
        rows.add(at.row);
        columns.add(at.column);
      }
    const after = {
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      left: Math.min(...columns),
      right: Math.max(...columns),
    };
    const isWhole =
      after.bottom - after.top === range.bottom - range.top &&
      after.right - after.left === range.right - range.left;
    return isWhole ? pinnedAs(cells, rangeRef(after)) : undefined;
  });

/** The reference with the $ signs of the old one. */
function pinnedAs(old: string, ref: string): string {
  const ends = ref.split(":");
  return old
    .split(":")
    .map((end, index) => {
      const [, column = "", row = ""] = /^(\$?)[A-Z]+(\$?)/i.exec(end) ?? [];
      const at = parseCell(ends[index] ?? ends[0] ?? "");
      const [, letters = "", digits = ""] =
        /^([A-Z]+)(\d+)$/.exec(at ? cellRef(at.row, at.column) : "") ?? [];
      return `${column}${letters}${row}${digits}`;
    })
    .join(":");
}

/** Formulas of other sheets, and where their cells of the summary go. */
export function formulasElsewhere(
  grids: readonly Grid[],
  sheet: string,
  ours: ReadonlySet<string>,
  places: Places,
): { readonly grid: Grid; readonly at: At; readonly formula: string; readonly after: string | undefined }[] {
  const isOwn = (named: string | undefined) => named?.toLowerCase() === sheet.toLowerCase();
  return grids.flatMap((grid) =>
    ours.has(grid.name)
      ? []
      : [...grid.formulas].flatMap(([key, formula]) => {
          if (!formula.includes("!")) return [];
          const after = formulaAfter(formula, isOwn, places);
          const at = { row: Math.floor(key / 16_384), column: key % 16_384 };
          return after === formula ? [] : [{ grid, at, formula, after }];
        }),
  );
}
