import type { Fix } from "@taizhang/finding";
import {
  type CellContent,
  cellRef,
  type Edit,
  formatAt,
  type Grid,
  parseCell,
  parseRange,
  valueAt,
} from "@taizhang/grid";
import { add, type Decimal, decimal, decimalOfNumber } from "@taizhang/quantity";
import { applyEdits } from "@taizhang/sheet";
import type { CellWrite } from "../workbook/workbook.ts";
import type { Preview, TotalMoved } from "./protocol.ts";

/** What the fixes would write, cell by cell; of two that write one cell the first stands (预览). */
export function previewOf(grids: readonly Grid[], fixes: readonly Fix[]): Preview {
  const writes: CellWrite[] = [];
  const fixOf: number[] = [];
  const stale: number[] = [];
  const taken = new Set<string>();
  for (const [index, { edits }] of fixes.entries()) {
    const own = edits.filter(writable);
    if (own.length < edits.length || applyEdits(grids, own).skipped.length > 0) {
      stale.push(index);
      continue;
    }
    for (const edit of own) {
      const key = `${edit.at.sheet}!${edit.at.ref}`;
      if (taken.has(key)) continue;
      taken.add(key);
      writes.push(writeOf(grids, edit));
      fixOf.push(index);
    }
  }
  return { writes, fixOf, stale, totals: totalsMoved(grids, writes) };
}

type Writable = Extract<Edit, { kind: "setCell" | "unmergeFill" }>;
const writable = (edit: Edit): edit is Writable => edit.kind === "setCell" || edit.kind === "unmergeFill";

/** The write of an edit, with the cell's format as it stands, so that undoing restores it. */
function writeOf(grids: readonly Grid[], edit: Writable): CellWrite {
  const { sheet, ref } = edit.at;
  const grid = grids.find(({ name }) => name === sheet);
  const range = parseRange(ref);
  const format = grid && range ? formatAt(grid, range.top, range.left) : undefined;
  const before: CellContent = { ...edit.before, ...(format === undefined ? {} : { format }) };
  return edit.kind === "setCell"
    ? { sheet, ref, before, after: edit.after }
    : { sheet, ref, before, after: edit.before, unmerge: true };
}

/** The cells that a SUM adds up, block by block. */
const sumOf =
  /^SUM\((\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?:,\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)*)\)$/i;

/** Each plain SUM of the same sheet over an edited cell, before and after; sums that do not move are left out. */
function totalsMoved(grids: readonly Grid[], writes: readonly CellWrite[]): TotalMoved[] {
  const moved: TotalMoved[] = [];
  for (const grid of grids) {
    const own = writes.flatMap((write, index) =>
      write.sheet === grid.name && !write.unmerge ? [{ write, index, ...place(write) }] : [],
    );
    if (own.length === 0) continue;
    const {
      grids: [after = grid],
    } = applyEdits(
      [grid],
      own.map(({ write }) => ({
        kind: "setCell",
        at: { kind: "cell", file: "", sheet: write.sheet, ref: write.ref },
        before: withoutFormat(write.before),
        after: write.after,
      })),
    );
    for (const [key, formula] of grid.formulas) {
      const blocks = sumOf
        .exec(formula)?.[1]
        ?.split(",")
        .flatMap((ref) => parseRange(ref) ?? []);
      const by = own.filter(({ row, column }) =>
        blocks?.some(
          (block) => row >= block.top && row <= block.bottom && column >= block.left && column <= block.right,
        ),
      );
      if (!blocks || by.length === 0) continue;
      const sum = (of: Grid) => blocks.map((block) => added(of, block)).reduce(add);
      const [was, now] = [sum(grid), sum(after)];
      if (was !== now)
        moved.push({
          sheet: grid.name,
          ref: cellRef(Math.floor(key / 16_384), key % 16_384),
          before: was,
          after: now,
          by: by.map(({ index }) => index),
        });
    }
  }
  return moved;
}

const place = ({ ref }: CellWrite) => parseCell(ref) ?? { row: -1, column: -1 };
const withoutFormat = ({ format: _, ...content }: CellContent): CellContent => content;

/** What the sheet's own SUM counts: numbers only. */
function added(grid: Grid, block: { top: number; left: number; bottom: number; right: number }): Decimal {
  let total = decimal("0");
  for (let row = block.top; row <= Math.min(block.bottom, grid.rows.length - 1); row++)
    for (let column = block.left; column <= block.right; column++) {
      const value = valueAt(grid, row, column);
      const amount = typeof value === "number" ? decimalOfNumber(value) : undefined;
      if (amount !== undefined) total = add(total, amount);
    }
  return total;
}
