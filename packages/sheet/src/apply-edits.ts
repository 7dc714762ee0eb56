import {
  type CellContent,
  type CellValue,
  cellKey,
  type Edit,
  formatAt,
  formulaAt,
  type Grid,
  isCellError,
  parseCell,
  parseRange,
  type SetCell,
  type UnmergeFill,
  valueAt,
} from "@taizhang/grid";

/** What became of a batch of edits: the new grids, and which edits were made (改后结果). */
export interface Applied {
  readonly grids: readonly Grid[];
  readonly applied: readonly Edit[];
  /** Edits whose cell no longer holds what they expected, or that memory cannot make (insertions, corrections). */
  readonly skipped: readonly Edit[];
}

/**
 * The grids of one file after the edits, each guarded by what stood there before (应用修改). The given grids stay as
 * they are. Cells never shift here: insertions are for a host that can, corrections go to recognition.
 * @example applyEdits([grid], findings.flatMap(({ fix }) => fix?.edits ?? [])).skipped // []
 */
export function applyEdits(grids: readonly Grid[], edits: readonly Edit[]): Applied {
  const edited = new Set(edits.map(({ at }) => at.sheet));
  const drafts = new Map(
    grids.filter(({ name }) => edited.has(name)).map((grid) => [grid.name, draftOf(grid)]),
  );
  const applied: Edit[] = [];
  const skipped: Edit[] = [];
  for (const edit of edits) {
    const draft = drafts.get(edit.at.sheet);
    const made =
      draft !== undefined &&
      ((edit.kind === "setCell" && set(draft, edit)) || (edit.kind === "unmergeFill" && fill(draft, edit)));
    (made ? applied : skipped).push(edit);
  }
  return { grids: grids.map((grid) => drafts.get(grid.name)?.grid ?? grid), applied, skipped };
}

/** A grid whose rows are copied when they are first written. */
interface Draft {
  grid: Grid;
  readonly rows: (readonly (CellValue | undefined)[] | undefined)[];
  /** Copied when first written: what no edit touches stays the same object. */
  formats?: (readonly (string | undefined)[] | undefined)[];
  formulas?: Map<number, string>;
}

function draftOf(grid: Grid): Draft {
  const rows = [...grid.rows];
  return { grid: { ...grid, rows }, rows };
}

function formulasOf(draft: Draft): Map<number, string> {
  if (draft.formulas) return draft.formulas;
  draft.formulas = new Map(draft.grid.formulas);
  draft.grid = { ...draft.grid, formulas: draft.formulas };
  return draft.formulas;
}

function formatsOf(draft: Draft): (readonly (string | undefined)[] | undefined)[] {
  if (draft.formats) return draft.formats;
  draft.formats = [...draft.grid.formats];
  draft.grid = { ...draft.grid, formats: draft.formats };
  return draft.formats;
}

function write(draft: Draft, row: number, column: number, { value, formula, format }: CellContent): void {
  const cells = [...(draft.rows[row] ?? [])];
  cells[column] = value;
  draft.rows[row] = cells;
  if (draft.grid.formulas.get(cellKey(row, column)) !== formula) {
    if (formula === undefined) formulasOf(draft).delete(cellKey(row, column));
    else formulasOf(draft).set(cellKey(row, column), formula);
  }
  if (format === undefined) return;
  const code = format === "General" ? undefined : format;
  if (draft.grid.formats[row]?.[column] === code) return;
  const codes = [...(draft.grid.formats[row] ?? [])];
  codes[column] = code;
  formatsOf(draft)[row] = codes;
}

const sameValue = (a: CellValue, b: CellValue): boolean =>
  isCellError(a) ? isCellError(b) && a.error === b.error : a === b;

function holds(grid: Grid, row: number, column: number, before: CellContent): boolean {
  if (!sameValue(valueAt(grid, row, column), before.value)) return false;
  if ((formulaAt(grid, row, column) ?? undefined) !== before.formula) return false;
  return before.format === undefined || formatAt(grid, row, column) === before.format;
}

function set(draft: Draft, { at, before, after }: SetCell): boolean {
  const place = parseCell(at.ref);
  if (!place || !holds(draft.grid, place.row, place.column, before)) return false;
  write(draft, place.row, place.column, after);
  return true;
}

function fill(draft: Draft, { at, before }: UnmergeFill): boolean {
  const range = parseRange(at.ref);
  const { merges } = draft.grid;
  const index = merges.findIndex(
    (merge) =>
      merge.top === range?.top &&
      merge.left === range?.left &&
      merge.bottom === range?.bottom &&
      merge.right === range?.right,
  );
  if (!range || index < 0 || !sameValue(valueAt(draft.grid, range.top, range.left), before.value))
    return false;
  draft.grid = { ...draft.grid, merges: merges.filter((_, at) => at !== index) };
  const format = formatAt(draft.grid, range.top, range.left);
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++)
      if (row !== range.top || column !== range.left)
        write(draft, row, column, { value: before.value, ...(format ? { format } : {}) });
  return true;
}
