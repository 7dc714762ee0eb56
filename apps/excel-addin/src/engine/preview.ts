import type { Fix } from "@taizhang/finding";
import { type CellContent, type Edit, formatAt, type Grid, parseRange } from "@taizhang/grid";
import { applyEdits } from "@taizhang/sheet";
import type { CellWrite } from "../workbook/workbook.ts";
import type { Preview } from "./protocol.ts";
import { totalsMoved } from "./totals-moved.ts";

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
  const numbers = numbersBeside(grids, writes);
  return {
    writes,
    fixOf,
    stale,
    totals: totalsMoved(grids, writes),
    ...(numbers > 0 ? { numbersBeside: numbers } : {}),
  };
}

/** How many cells of the column hold numbers, where one text is to become a number; else 0. */
function numbersBeside(grids: readonly Grid[], [write, ...more]: readonly CellWrite[]): number {
  if (!write || more.length > 0 || write.unmerge) return 0;
  if (typeof write.before.value !== "string" || typeof write.after.value !== "number") return 0;
  const grid = grids.find(({ name }) => name === write.sheet);
  const column = parseRange(write.ref)?.left ?? 0;
  return grid?.rows.filter((row) => typeof row?.[column] === "number").length ?? 0;
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
