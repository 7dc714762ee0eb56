import type { Grid, Range } from "@taizhang/grid";
import { mayBeAnything, type Part, partsOf } from "./formula-parts.ts";

/** A cell with a formula. */
export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

interface Parted extends FormulaCell {
  readonly parts: readonly Part[];
}

/** One key for each cell of a workbook; Excel takes no notice of capitals in the names of sheets. */
export const placeKey = (sheet: string, row: number, column: number): string =>
  `${sheet.toLowerCase()}!${row * 16_384 + column}`;

/**
 * The formulas that follow these blocks, in whatever sheet and over however many steps (跟着变的公式). One whose cells cannot
 * be told from its text may follow, and is among them.
 */
export function followers(
  grids: readonly Grid[],
  blocks: readonly { readonly sheet: string; readonly range: Range }[],
): FormulaCell[] {
  let open = grids.flatMap(formulasOf);
  const found = open.filter(({ parts }) => mayBeAnything(parts));
  open = open.filter(({ parts }) => !mayBeAnything(parts));
  let front = blocks.map(({ sheet, range }) => ({ sheet: sheet.toLowerCase(), range }));
  while (front.length > 0) {
    const next: Parted[] = [];
    const rest: Parted[] = [];
    for (const cell of open) (leans(cell, front) ? next : rest).push(cell);
    open = rest;
    for (const cell of next) found.push(cell);
    front = next.map(({ sheet, row, column }) => ({
      sheet: sheet.toLowerCase(),
      range: { top: row, bottom: row, left: column, right: column },
    }));
  }
  return found;
}

const known = new WeakMap<Grid["formulas"], Parted[]>();

/** The formulas of a sheet in their parts; worked out once as long as no formula changes. */
function formulasOf({ name, formulas }: Grid): Parted[] {
  let cells = known.get(formulas);
  if (!cells) {
    cells = [...formulas].map(([key, formula]) => ({
      sheet: name,
      row: Math.floor(key / 16_384),
      column: key % 16_384,
      formula,
      parts: partsOf(formula),
    }));
    known.set(formulas, cells);
  }
  return cells;
}

const leans = (
  { sheet, parts }: Parted,
  front: readonly { readonly sheet: string; readonly range: Range }[],
): boolean =>
  parts.some(
    (part) =>
      part.kind === "cells" &&
      front.some(
        (one) => one.sheet === (part.sheet ?? sheet).toLowerCase() && overlaps(one.range, part.range),
      ),
  );

const overlaps = (a: Range, b: Range): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
