import { type CellContent, cellRef, type Grid, layoutCell } from "@taizhang/grid";
import type { CellWrite } from "../workbook/workbook.ts";
import { joined, nameAt, type OwnCell } from "./own-cells.ts";
import type { Places } from "./places.ts";
import { contentAt, type Snapshot, type SummarySheet } from "./snapshot.ts";

/** A row of a summary and what a refresh changes in it, in values and not in formulas (逐行对比). */
export interface RowLine {
  readonly sheet: string;
  readonly name: string;
  /** Its row before and after, from 1; without `from` it is new, without `to` it is no longer there. */
  readonly from?: number;
  readonly to?: number;
  /** The cells whose value changes; none where the row only moves or its formulas only name other cells. */
  readonly cells: readonly CellLine[];
}

export interface CellLine {
  readonly ref: string;
  readonly heading: string;
  readonly before: CellContent;
  readonly after: CellContent;
  /** The row holds a figure of the user's: what the formula comes to is Excel's to say. */
  readonly follows?: true;
}

interface LinesOf {
  readonly before: Snapshot;
  readonly sheet: SummarySheet;
  readonly grid: Grid;
  readonly places: Places;
  readonly own: readonly OwnCell[];
  readonly writes: readonly CellWrite[];
}

/** The rows of a sheet that a refresh touches, in their new order; those that go come last. */
export function rowLines({ before, sheet, grid, places, own, writes }: LinesOf): RowLine[] {
  const { layout, rows } = sheet;
  const edited = new Set(own.flatMap(({ kind, to }) => (kind === "edit" && to ? [to] : [])));
  const editedRows = new Set([...edited].map(rowNumber));
  const touched = new Set(
    writes.flatMap((write) => (write.sheet === grid.name ? [rowNumber(write.ref)] : [])),
  );
  const from = new Map<number, number>();
  for (const [at, row] of places.rowOf) {
    const to = places.newRow(row);
    if (to !== undefined) from.set(to, at);
  }
  const lines = layout.rows.flatMap((cells, row): RowLine[] => {
    const at = from.get(row);
    const changed = cells.map(layoutCell).flatMap((next, column): CellLine[] => {
      const ref = cellRef(row, column);
      if (edited.has(ref)) return [];
      const was = at === undefined ? nothing : contentBefore(column, at);
      if (isAlike(was, next)) return [];
      const follows = next.formula !== undefined && editedRows.has(row + 1);
      return [{ ref, heading: heading(column), before: was, after: next, ...(follows ? { follows } : {}) }];
    });
    if (changed.length === 0 && at === row && !touched.has(row + 1)) return [];
    const name =
      row <= rows.header
        ? ""
        : joined(rows.told.map((column) => `${layoutCell(cells[column] ?? null).value ?? ""}`));
    return [
      { sheet: grid.name, name, to: row + 1, cells: changed, ...(at === undefined ? {} : { from: at + 1 }) },
    ];
  });
  const gone = [...places.rowOf].flatMap(([at, row]): RowLine[] => {
    if (places.newRow(row) !== undefined) return [];
    const cells = (before.held[row] ?? []).flatMap((_, column): CellLine[] => {
      const was = contentAt(grid, at, column);
      return isAlike(was, nothing)
        ? []
        : [{ ref: cellRef(at, column), heading: heading(column), before: was, after: nothing }];
    });
    return [{ sheet: grid.name, name: nameAt(before, grid, at), from: at + 1, cells }];
  });
  return [...lines, ...gone];

  function heading(column: number): string {
    const { value } = layoutCell(layout.rows[rows.header]?.[column] ?? null);
    return typeof value === "string" ? value : "";
  }

  /** What stood in the column of the same heading. */
  function contentBefore(column: number, at: number): CellContent {
    const own = places.rowOf.get(at);
    const old = (before.held[own ?? 0] ?? []).findIndex((_, was) => places.to(at, was)?.column === column);
    return old < 0 ? nothing : contentAt(grid, at, old);
  }
}

const nothing: CellContent = { value: null };
const rowNumber = (ref: string): number => Number(/\d+$/.exec(ref)?.[0]);

/** Two cells that show the same. */
const isAlike = (a: CellContent, b: CellContent): boolean =>
  (a.formula !== undefined && a.formula === b.formula && typeof a.value !== "number") ||
  (shown(a) === shown(b) &&
    (shown(a) === "" || typeof a.value !== "number" || (a.format ?? "") === (b.format ?? "")));

/** Excel keeps 15 digits of a number. */
const shown = ({ value }: CellContent): string =>
  value === null
    ? ""
    : typeof value === "object"
      ? value.error
      : typeof value === "number"
        ? value.toPrecision(15)
        : `${value}`;
