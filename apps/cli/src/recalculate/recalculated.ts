import {
  type CellContent,
  type CellValue,
  cellKey,
  cellOfKey,
  cellPlace,
  cellRef,
  type Edit,
  type Grid,
  parseRange,
  type SetCell,
  valueAt,
} from "@taizhang/grid";
import { toNumber } from "@taizhang/quantity";
import { applyEdits } from "@taizhang/sheet";
import { type FormulaValue, formulaValue } from "./formula-value.ts";

/** A formula worked out anew: its value, and whether an edited cell is in it. */
interface Result {
  readonly value: CellValue | undefined;
  readonly follows: boolean;
}

/**
 * The edits that keep the results of sums and rates true after these edits (连带重算): for each formula that follows an
 * edited cell and that came to what its cell shows before, its new result. Formulas that cannot be worked out here
 * are left out: whoever writes the file takes their results away.
 * @example recalculated([grid], edits).map(({ at, after }) => [at.ref, after.value]) // [["D5", 6000]]
 */
export function recalculated(grids: readonly Grid[], edits: readonly Edit[]): SetCell[] {
  const { grids: edited } = applyEdits(grids, edits);
  return edited.flatMap((grid, index) => {
    const old = grids[index];
    const own = edits.filter(({ at }) => at.sheet === grid.name);
    if (!old || own.length === 0 || grid.formulas.size === 0) return [];
    return inSheet(old, grid, own);
  });
}

function inSheet(old: Grid, grid: Grid, edits: readonly Edit[]): SetCell[] {
  const touched = cellsOf(edits);
  const known = new Map<number, Result>();
  const resultOf = (row: number, column: number): Result => {
    const key = cellKey(row, column);
    const formula = grid.formulas.get(key);
    if (formula === undefined || touched.has(key))
      return { value: valueAt(grid, row, column), follows: touched.has(key) };
    const before = known.get(key);
    if (before) return before;
    known.set(key, { value: undefined, follows: true }); // a circle ends here
    let follows = false;
    const value = formulaValue(formula, (row, column) => {
      const found = resultOf(row, column);
      follows ||= found.follows;
      return found.value;
    });
    const stood = valueAt(old, row, column);
    const result = follows
      ? { value: wasTrue(old, formula, stood) ? cellValue(value) : undefined, follows }
      : { value: stood === null ? undefined : stood, follows };
    known.set(key, result);
    return result;
  };
  const found: SetCell[] = [];
  for (const [key, formula] of grid.formulas) {
    if (touched.has(key)) continue;
    const [row, column] = cellOfKey(key);
    const { value, follows } = resultOf(row, column);
    if (!follows || value === undefined) continue;
    const before: CellContent = { value: valueAt(old, row, column), formula };
    const at = cellPlace(edits[0]?.at.file ?? "", grid.name, cellRef(row, column));
    found.push({ kind: "setCell", at, before, after: { value, formula } });
  }
  return found;
}

function cellsOf(edits: readonly Edit[]): ReadonlySet<number> {
  const cells = new Set<number>();
  for (const { at } of edits) {
    const range = parseRange(at.ref);
    if (!range) continue;
    for (let row = range.top; row <= range.bottom; row++)
      for (let column = range.left; column <= range.right; column++) cells.add(cellKey(row, column));
  }
  return cells;
}

/** The formula came to what its cell showed: otherwise it says something else here than in a spreadsheet. */
function wasTrue(old: Grid, formula: string, stood: CellValue): boolean {
  if (stood === null) return false;
  const value = cellValue(
    formulaValue(formula, (row, column) => {
      const there = valueAt(old, row, column);
      return there === null && old.formulas.has(cellKey(row, column)) ? undefined : there;
    }),
  );
  if (typeof value !== "number" || typeof stood !== "number") return value === stood;
  return Math.abs(value - stood) <= Math.abs(stood) * 1e-12;
}

/** The value as a cell holds it. */
function cellValue(value: FormulaValue | undefined): CellValue | undefined {
  if (value === undefined) return undefined;
  if (value === null) return 0;
  return typeof value === "string" ? toNumber(value) : value.text;
}
