import { cellKey, type Grid, type Range } from "@taizhang/grid";
import type { BlockPart, GridPart } from "../workbook/workbook.ts";

type Rows = Grid["rows"][number][];
type Formats = Grid["formats"][number][];

interface Draft {
  readonly rows: Rows;
  readonly formats: Formats;
  readonly formulas: Map<number, string>;
  readonly hiddenRows: Set<number>;
  readonly frame: NonNullable<GridPart["frame"]>;
}

/** The sheets of the workbook as their parts come in (收格). */
export interface SheetStore {
  /** Takes a part; a sheet takes its place once its last part is there. */
  readonly put: (part: GridPart) => void;
  /** Takes what a block of a known sheet holds now. */
  readonly patch: (part: BlockPart) => void;
  /** The sheet as it was last read to its end. */
  readonly grid: (name: string) => Grid | undefined;
  /** How often the sheet was read to its end or patched. */
  readonly version: (name: string) => number;
  /** Resolves when another sheet was read to its end or patched. */
  readonly arrival: () => Promise<void>;
}

/** An empty store. */
export function sheetStore(): SheetStore {
  const drafts = new Map<string, Draft>();
  const grids = new Map<string, Grid>();
  const versions = new Map<string, number>();
  let waiting: (() => void)[] = [];
  const keep = (grid: Grid) => {
    grids.set(grid.name, grid);
    versions.set(grid.name, (versions.get(grid.name) ?? 0) + 1);
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  };
  return {
    put: ({ sheet, top, rows, formulas, formats, hiddenRows = [], frame, last }) => {
      if (frame)
        drafts.set(sheet, { rows: [], formats: [], formulas: new Map(), hiddenRows: new Set(), frame });
      const draft = drafts.get(sheet);
      if (!draft) return;
      for (const [index, row] of rows.entries()) draft.rows[top + index] = row;
      for (const [index, row] of formats.entries()) draft.formats[top + index] = row;
      for (const [key, formula] of formulas) draft.formulas.set(key, formula);
      for (const row of hiddenRows) draft.hiddenRows.add(row);
      if (!last) return;
      drafts.delete(sheet);
      keep(gridFrom(sheet, draft));
    },
    patch: (part) => {
      const grid = grids.get(part.sheet);
      if (grid) keep(patched(grid, part));
    },
    grid: (name) => grids.get(name),
    version: (name) => versions.get(name) ?? 0,
    arrival: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

const gridFrom = (name: string, { rows, formats, formulas, hiddenRows, frame }: Draft): Grid => ({
  name,
  rows: Array.from(rows),
  formats: Array.from(formats),
  formulas,
  merges: frame.merges,
  visibility: frame.visibility,
  hiddenRows,
  hiddenColumns: new Set(frame.hiddenColumns),
  date1904: false,
});

/** The grid with a block as it stands now; rows outside the block, and formulas that did not change, stay the same objects. */
function patched(grid: Grid, { range, rows, formulas, formats, merges }: BlockPart): Grid {
  const { top, left } = range;
  const nextRows = [...grid.rows];
  const nextFormats = [...grid.formats];
  for (const [index, values] of rows.entries()) {
    nextRows[top + index] = withCells(grid.rows[top + index], left, values);
    const own = formats[index] ?? new Array(values.length).fill(undefined);
    if (grid.formats[top + index] || formats[index])
      nextFormats[top + index] = withCells(grid.formats[top + index], left, own);
  }
  return {
    ...grid,
    rows: Array.from(nextRows),
    formats: Array.from(nextFormats),
    formulas: withFormulas(grid.formulas, range, formulas),
    ...(merges ? { merges: [...grid.merges.filter((one) => !meet(one, range)), ...merges] } : {}),
  };
}

function withCells<T>(row: readonly (T | undefined)[] | undefined, left: number, cells: readonly T[]) {
  const next: (T | undefined)[] = [...(row ?? [])];
  while (next.length < left) next.push(undefined);
  for (const [offset, cell] of cells.entries()) next[left + offset] = cell;
  return next;
}

function withFormulas(
  known: Grid["formulas"],
  { top, left, bottom, right }: Range,
  found: BlockPart["formulas"],
): Grid["formulas"] {
  const now = new Map(found);
  let same = true;
  for (let row = top; same && row <= bottom; row++)
    for (let column = left; same && column <= right; column++)
      same = known.get(cellKey(row, column)) === now.get(cellKey(row, column));
  if (same) return known;
  const next = new Map(known);
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const formula = now.get(cellKey(row, column));
      if (formula === undefined) next.delete(cellKey(row, column));
      else next.set(cellKey(row, column), formula);
    }
  return next;
}

const meet = (a: Range, b: Range): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
