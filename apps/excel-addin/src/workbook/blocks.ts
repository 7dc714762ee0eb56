import type { Range } from "@taizhang/grid";

/** A batch of more cells would stop the page for too long, and a big one is refused by Excel on the web. */
export const cellsABatch = 20_000;

/** How many cells a block has. */
export const cellsIn = ({ top, left, bottom, right }: Range): number =>
  (bottom - top + 1) * (right - left + 1);

/** The block in pieces of whole rows, each of at most 20,000 cells. */
export function piecesOf(range: Range): Range[] {
  const rows = Math.max(1, Math.floor(cellsABatch / (range.right - range.left + 1)));
  const pieces: Range[] = [];
  for (let top = range.top; top <= range.bottom; top += rows)
    pieces.push({ ...range, top, bottom: Math.min(range.bottom, top + rows - 1) });
  return pieces;
}
