import {
  type CellContent,
  type CellValue,
  cellKey,
  contains,
  formatAt,
  formulaAt,
  isCellError,
  parseCell,
  parseRange,
  type Range,
  type SetCell,
  type UnmergeFill,
  valueAt,
} from "@taizhang/grid";
import type { FormulaSheet } from "./dependents.ts";

/** Why an edit was not made: the cell holds something else, is not there, or a file edit may not do it. */
export type SkipReason = "changed" | "notFound" | "unsupported";

/** The edits of one sheet, collected before anything is written. */
export interface CellOverlay {
  readonly cells: Map<number, CellContent>;
  readonly unmerged: Range[];
  /** Makes the edit, or says why not. */
  readonly apply: (edit: SetCell | UnmergeFill) => SkipReason | undefined;
}

/** An overlay of a sheet. `fixed` are blocks whose cells belong together with other parts: table headers. */
export function cellOverlay({ grid, arrays }: FormulaSheet, fixed: readonly Range[]): CellOverlay {
  const cells = new Map<number, CellContent>();
  const unmerged: Range[] = [];

  /** What the cell holds now, with the edits made so far. */
  const contentAt = (row: number, column: number): CellContent => {
    const formula = formulaAt(grid, row, column);
    const format = formatAt(grid, row, column);
    const read = {
      value: valueAt(grid, row, column),
      ...(formula === undefined ? {} : { formula }),
      ...(format === undefined ? {} : { format }),
    };
    return cells.get(cellKey(row, column)) ?? read;
  };
  const mergeAt = (row: number, column: number): Range | undefined =>
    grid.merges.find((merge) => contains(merge, row, column) && !unmerged.includes(merge));
  const isFixed = (row: number, column: number): boolean =>
    fixed.some((block) => contains(block, row, column)) ||
    arrays.some(
      (block) => (block.top !== block.bottom || block.left !== block.right) && contains(block, row, column),
    );

  const setCell = ({ at, before, after }: SetCell): SkipReason | undefined => {
    const cell = parseCell(at.ref);
    if (!cell) return "notFound";
    const { row, column } = cell;
    const merge = mergeAt(row, column);
    if (merge && (merge.top !== row || merge.left !== column)) return "unsupported";
    if (isFixed(row, column) || !isWritable(after)) return "unsupported";
    if (!holds(contentAt(row, column), before)) return "changed";
    cells.set(cellKey(row, column), after);
    return undefined;
  };

  const unmergeFill = ({ at, before }: UnmergeFill): SkipReason | undefined => {
    const range = parseRange(at.ref);
    const merge = range && mergeAt(range.top, range.left);
    if (!range || !merge || merge.top !== range.top || merge.left !== range.left) return "notFound";
    const alone = range.top === range.bottom && range.left === range.right;
    if (!alone && (merge.bottom !== range.bottom || merge.right !== range.right)) return "changed";
    const anchor = contentAt(merge.top, merge.left);
    if (!holds(anchor, before)) return "changed";
    // the result of a formula, written as a value, would not follow it
    const size = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);
    if (anchor.formula !== undefined || size > 100_000) return "unsupported";
    const rest: [number, number][] = [];
    for (let row = merge.top; row <= merge.bottom; row++)
      for (let column = merge.left; column <= merge.right; column++)
        if (row !== merge.top || column !== merge.left) rest.push([row, column]);
    if (rest.some(([row, column]) => isFixed(row, column))) return "unsupported";
    unmerged.push(merge);
    if (anchor.value !== null)
      for (const [row, column] of rest) cells.set(cellKey(row, column), { value: anchor.value });
    return undefined;
  };

  return { cells, unmerged, apply: (edit) => (edit.kind === "setCell" ? setCell(edit) : unmergeFill(edit)) };
}

/** True if the content is what the edit expects; a format is compared only where one is expected. */
const holds = (is: CellContent, expected: CellContent): boolean =>
  isSame(is.value, expected.value) &&
  is.formula === expected.formula?.replace(/^=/, "") &&
  (expected.format === undefined || (is.format ?? "General") === expected.format);

const isSame = (one: CellValue, other: CellValue): boolean =>
  isCellError(one) ? isCellError(other) && one.error === other.error : one === other;

/** False for what no cell can hold. */
const isWritable = ({ value, formula }: CellContent): boolean =>
  (typeof value !== "number" || Number.isFinite(value)) &&
  (typeof value !== "string" || value.length <= 32_767) &&
  (formula === undefined || (formula.replace(/^=/, "") !== "" && formula.length <= 8192));
