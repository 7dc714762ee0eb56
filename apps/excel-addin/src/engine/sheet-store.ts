import type { Grid } from "@taizhang/grid";
import type { GridPart } from "../workbook/workbook.ts";

type Rows = Grid["rows"][number][];
type Formats = Grid["formats"][number][];

interface Draft {
  readonly rows: Rows;
  readonly formats: Formats;
  readonly formulas: Map<number, string>;
  frame: NonNullable<GridPart["frame"]>;
}

const noFrame: Draft["frame"] = { merges: [], visibility: "visible", hiddenRows: [], hiddenColumns: [] };

/** The sheets of the workbook as the parts come in (收格). */
export interface SheetStore {
  readonly put: (part: GridPart) => void;
  /** The sheets in the workbook's order; a sheet that was not read is not among them. */
  readonly grids: (order: readonly string[]) => Grid[];
  readonly replace: (grid: Grid) => void;
}

/** An empty store. A first part of a sheet replaces what was there. */
export function sheetStore(): SheetStore {
  const drafts = new Map<string, Draft>();
  const grids = new Map<string, Grid>();
  return {
    put: ({ sheet, top, rows, formulas, formats, frame }) => {
      let draft = drafts.get(sheet);
      if (frame || !draft) {
        draft = { rows: [], formats: [], formulas: new Map(), frame: frame ?? noFrame };
        drafts.set(sheet, draft);
      }
      grids.delete(sheet);
      for (const [index, row] of rows.entries()) draft.rows[top + index] = row;
      for (const [index, row] of formats.entries()) draft.formats[top + index] = row;
      for (const [key, formula] of formulas) draft.formulas.set(key, formula);
    },
    grids: (order) =>
      order.flatMap((name) => {
        const known = grids.get(name);
        if (known) return [known];
        const draft = drafts.get(name);
        if (!draft) return [];
        const grid = gridFrom(name, draft);
        grids.set(name, grid);
        return [grid];
      }),
    replace: (grid) => {
      grids.set(grid.name, grid);
    },
  };
}

const gridFrom = (name: string, { rows, formats, formulas, frame }: Draft): Grid => ({
  name,
  rows: Array.from(rows),
  formats: Array.from(formats),
  formulas,
  merges: frame.merges,
  visibility: frame.visibility,
  hiddenRows: new Set(frame.hiddenRows),
  hiddenColumns: new Set(frame.hiddenColumns),
  date1904: false,
});
