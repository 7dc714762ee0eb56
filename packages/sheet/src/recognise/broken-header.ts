import { fieldOfWord } from "./header-words.ts";
import { readHeading, squeeze } from "./heading.ts";
import { filledColumns, own, type SheetView, shownAt } from "./sheet-view.ts";

/** A header whose words are spelt down over several rows of cells: 任, 务, 名, 称 (竖排表头). */
interface BrokenHeader {
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly hits: number;
}

const mostRows = 6;
const longestPiece = 5;

/** The header that begins in the row, if its columns read as words only when their cells are joined. */
export function brokenHeader(view: SheetView, row: number): BrokenHeader | undefined {
  const columns = filledColumns(view, row, 0, Math.min(view.right, 200));
  const left = columns[0];
  const right = columns.at(-1);
  if (left === undefined || right === undefined || columns.length < 3) return undefined;
  let best: BrokenHeader | undefined;
  for (let bottom = row; bottom < row + mostRows && bottom <= view.bottom; bottom++) {
    if (!isPieces(view, bottom, left, right)) break;
    if (bottom === row) continue;
    const hits = columns.filter((column) =>
      fieldOfWord(joinedHeading(view, row, bottom, column).name),
    ).length;
    if (hits >= 3 && hits >= columns.length * 0.6 && hits > (best?.hits ?? 0))
      best = { bottom, left, right, hits };
  }
  return best;
}

/** Short texts only, all within the header. */
function isPieces(view: SheetView, row: number, left: number, right: number): boolean {
  const filled = filledColumns(view, row);
  return (
    filled.length > 1 &&
    filled.every((column) => {
      const value = own(view, row, column);
      return (
        column >= left &&
        column <= right &&
        typeof value === "string" &&
        squeeze(value).length <= longestPiece
      );
    })
  );
}

/** The words of a column read from the top down as one. */
export function joinedHeading(view: SheetView, top: number, bottom: number, column: number) {
  let text = "";
  for (let row = top; row <= bottom; row++) {
    const value = own(view, row, column) === null ? null : shownAt(view, row, column);
    if (typeof value === "string") text += squeeze(value);
  }
  return readHeading(text);
}
