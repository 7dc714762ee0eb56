import {
  type CellContent,
  cellKey,
  contains,
  formatAt,
  formulaAt,
  type Grid,
  gridOf,
  layoutCell,
  parseRange,
  type Range,
  type SheetLayout,
  valueAt,
} from "@taizhang/grid";
import { applyEdits } from "@taizhang/sheet";
import { HostFailure } from "./failure.ts";
import type {
  BlockPart,
  CellWrite,
  GridPart,
  Mark,
  Outline,
  Workbook,
  WorkbookEvent,
  Written,
} from "./workbook.ts";

/** A workbook in memory, for tests and for looking at the pane without Excel (内存工作簿). */
export interface MemoryWorkbook extends Workbook {
  readonly grids: () => readonly Grid[];
  /** What the user does in the sheet: the change is made and told. */
  readonly type: (sheet: string, ref: string, content: CellContent) => void;
  readonly activate: (sheet: string) => void;
  readonly selected: () => { readonly sheet: string; readonly ref: string };
  readonly protect: (sheet: string) => void;
  readonly marks: () => readonly Mark[];
}

/** A memory workbook of the grids. @example memoryWorkbook([gridOf("台账", rows)], "台账.xlsx") */
export function memoryWorkbook(given: readonly Grid[], file = "台账.xlsx"): MemoryWorkbook {
  let grids = given;
  let active = given[0]?.name ?? "";
  let ref = "A1";
  const listeners = new Set<(event: WorkbookEvent) => void>();
  const guarded = new Set<string>();
  const kept = new Map<string, string>();
  let marked: readonly Mark[] = [];
  const tell = (event: WorkbookEvent) => {
    for (const listener of listeners) listener(event);
  };
  const gridNamed = (sheet: string): Grid => {
    const grid = grids.find(({ name }) => name === sheet);
    if (!grid) throw new HostFailure("gone", sheet);
    return grid;
  };
  const put = (writes: readonly CellWrite[]) => {
    for (const { sheet, ref: at, merge } of writes)
      if (merge) grids = grids.map((grid) => (grid.name === sheet ? merged(grid, at) : grid));
    const edits = writes.map(({ sheet, ref: at, before, after, unmerge }) =>
      unmerge
        ? ({ kind: "unmergeFill", at: { kind: "cell", file: "", sheet, ref: at }, before } as const)
        : ({ kind: "setCell", at: { kind: "cell", file: "", sheet, ref: at }, before, after } as const),
    );
    const result = applyEdits(grids, edits);
    grids = result.grids;
    return writes.filter((_, index) => result.applied.includes(edits[index] as (typeof edits)[number]));
  };
  return {
    grids: () => grids,
    type: (sheet, at, after) => {
      const range = parseRange(at);
      if (range) put([{ sheet, ref: at, before: contentAt(gridNamed(sheet), range), after }]);
      tell({ kind: "changed", sheet, ref: at, by: "user", moved: false });
    },
    activate: (sheet) => {
      active = sheet;
      tell({ kind: "activated", sheet });
    },
    selected: () => ({ sheet: active, ref }),
    protect: (sheet) => guarded.add(sheet),
    marks: () => marked,
    ping: async () => {},
    outline: async () => ({
      file,
      active,
      isStructureProtected: false,
      sheets: grids.map((grid) => outlineOf(grid, guarded)),
    }),
    read: async ({ sheets, rows }, onPart) => {
      for (const grid of grids) if (sheets?.includes(grid.name) ?? true) onPart(partOf(grid, rows));
    },
    readBlocks: async ({ changed, leaning }) =>
      [...changed, ...leaning].flatMap(({ sheet, range }) => blockOf(gridNamed(sheet), range)),
    write: async (writes): Promise<Written> => {
      if (writes.some(({ sheet }) => guarded.has(sheet))) throw new HostFailure("protected");
      const applied = put(writes);
      const skipped = writes
        .filter((write) => !applied.includes(write))
        .map((write) => {
          const range = parseRange(write.ref);
          return { write, now: range && contentAt(gridNamed(write.sheet), range) };
        });
      return { applied, skipped };
    },
    addSheets: async (sheets) => {
      if (sheets.some(({ layout }) => grids.some(({ name }) => name === layout.name)))
        throw new HostFailure("busy");
      grids = [...grids, ...sheets.map(({ layout }) => gridOfLayout(layout))];
      active = sheets[0]?.layout.name ?? active;
      return sheets.map(({ layout }) => partOf(gridOfLayout(layout), undefined));
    },
    removeSheets: async (names) => {
      grids = grids.filter(({ name }) => !names.includes(name));
      if (names.includes(active)) active = grids[0]?.name ?? "";
    },
    mark: async (marks) => {
      const left = new Set([...marked, ...marks].flatMap(({ sheet }) => (guarded.has(sheet) ? [sheet] : [])));
      marked = [
        ...marked.filter(({ sheet }) => left.has(sheet)),
        ...marks.filter(({ sheet }) => !left.has(sheet)),
      ];
      return [...left];
    },
    hasMarks: async () => marked.length > 0,
    openAnother: async () => {},
    recall: async (name) => kept.get(name),
    remember: async (name, text) => {
      kept.set(name, text);
    },
    select: async (sheet, at) => {
      const { hiddenRows, hiddenColumns } = gridNamed(sheet);
      const { top = 0, left = 0 } = parseRange(at) ?? {};
      active = sheet;
      ref = at;
      return hiddenRows.has(top) ? { hidden: "row" } : hiddenColumns.has(left) ? { hidden: "column" } : {};
    },
    reveal: async (sheet, at) => {
      const { top = 0, left = 0 } = parseRange(at) ?? {};
      const without = (hidden: ReadonlySet<number>, one: number) =>
        new Set([...hidden].filter((line) => line !== one));
      grids = grids.map((grid) =>
        grid.name === sheet
          ? {
              ...grid,
              hiddenRows: without(grid.hiddenRows, top),
              hiddenColumns: without(grid.hiddenColumns, left),
            }
          : grid,
      );
      active = sheet;
      ref = at;
    },
    unlocked: async (cells) => cells.map(({ sheet }) => !guarded.has(sheet)),
    selection: async () => ({ sheet: active, ref }),
    listen: async (onEvent) => {
      listeners.add(onEvent);
      return async () => {
        listeners.delete(onEvent);
      };
    },
  };
}

/** The grid with a block merged: only its first cell keeps what it holds. */
function merged(grid: Grid, ref: string): Grid {
  const block = parseRange(ref);
  if (!block) return grid;
  const rows = grid.rows.map((cells, row) =>
    cells?.map((value, column) =>
      contains(block, row, column) && (row !== block.top || column !== block.left) ? null : value,
    ),
  );
  return { ...grid, rows, merges: [...grid.merges, block] };
}

/** The grid that a layout makes. */
function gridOfLayout({ name, rows }: SheetLayout): Grid {
  const formulas = new Map<number, string>();
  const cells = rows.map((row, index) =>
    row.map((cell, column) => {
      const { value, formula } = layoutCell(cell);
      if (formula !== undefined) formulas.set(cellKey(index, column), formula);
      return value === "" ? null : value;
    }),
  );
  const formats = rows.map((row) => row.map((cell) => layoutCell(cell).format));
  return gridOf(name, cells, { formulas, formats });
}

function contentAt(grid: Grid, { top, left }: Range): CellContent {
  const formula = formulaAt(grid, top, left);
  const format = formatAt(grid, top, left);
  return {
    value: valueAt(grid, top, left),
    ...(formula === undefined ? {} : { formula }),
    ...(format === undefined ? {} : { format }),
  };
}

function outlineOf(grid: Grid, guarded: ReadonlySet<string>): Outline["sheets"][number] {
  const filled = grid.rows.flatMap((row, index) =>
    row?.some((value) => value !== null && value !== undefined) ? [index] : [],
  );
  const [top] = filled;
  const bottom = filled.at(-1);
  const right = Math.max(0, ...grid.rows.map((row) => (row?.length ?? 0) - 1));
  return {
    id: grid.name,
    name: grid.name,
    visibility: grid.visibility,
    isProtected: guarded.has(grid.name),
    ...(top === undefined || bottom === undefined ? {} : { used: { top, left: 0, bottom, right } }),
  };
}

const partOf = (grid: Grid, rows: readonly [number, number] | undefined): GridPart => ({
  sheet: grid.name,
  top: rows?.[0] ?? 0,
  rows: rows ? grid.rows.slice(...rows) : grid.rows,
  formulas: [...grid.formulas].filter(
    ([key]) => !rows || (key >= cellKey(rows[0], 0) && key < cellKey(rows[1], 0)),
  ),
  formats: rows ? grid.formats.slice(...rows) : grid.formats,
  hiddenRows: [...grid.hiddenRows].filter((row) => !rows || (row >= rows[0] && row < rows[1])),
  last: true,
  frame: {
    merges: grid.merges,
    visibility: grid.visibility,
    hiddenColumns: [...grid.hiddenColumns],
  },
});

/** What a block of the grid holds. */
function blockOf(grid: Grid, range: Range): BlockPart {
  const lines = Array.from({ length: range.bottom - range.top + 1 }, (_, index) => range.top + index);
  const columns = Array.from({ length: range.right - range.left + 1 }, (_, index) => range.left + index);
  return {
    sheet: grid.name,
    range,
    rows: lines.map((row) => columns.map((column) => valueAt(grid, row, column))),
    formulas: lines.flatMap((row) =>
      columns.flatMap((column) => {
        const formula = formulaAt(grid, row, column);
        return formula === undefined ? [] : [[cellKey(row, column), formula] as const];
      }),
    ),
    formats: lines.map((row) => columns.map((column) => formatAt(grid, row, column))),
    merges: grid.merges.filter(
      ({ top, left, bottom, right }) =>
        top <= range.bottom && bottom >= range.top && left <= range.right && right >= range.left,
    ),
  };
}
