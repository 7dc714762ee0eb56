import { isRowLabel } from "./below-header.ts";
import { joinedHeading } from "./broken-header.ts";
import type { HeaderBlock } from "./header-rows.ts";
import { fieldOfWord } from "./header-words.ts";
import { fold, type Heading, readHeading, squeeze } from "./heading.ts";
import { measures } from "./measure-words.ts";
import { ownText, type SheetView, shownAt } from "./sheet-view.ts";
import { looksLikeUnit } from "./unit-word.ts";

/** The headings over a column from the top down; a heading merged over several columns stands over each of them. */
export function pathOf(
  view: SheetView,
  header: HeaderBlock,
  column: number,
  spans: readonly boolean[],
): Heading[] {
  if (header.spelt) return [joinedHeading(view, header.top, header.bottom, column)];
  const path: Heading[] = [];
  for (let row = header.top; row <= header.bottom; row++) {
    const value = shownAt(view, row, column);
    let text = typeof value === "string" || typeof value === "number" ? squeeze(`${value}`) : "";
    if (text === "" && row < header.bottom && !spans[row - header.top])
      text = leftHeading(view, header, row, column);
    if (text === "" || path.at(-1)?.shown === text) continue;
    if (header.between?.includes(view.mergeAt(row, column)?.top ?? row) && isRowLabel(text)) continue;
    const above = path.at(-1);
    const unit = fold(text).replace(/[()]/g, "");
    // 城镇新增就业 over 人 over 目标: a row of units between two rows of words.
    if (above && row < header.bottom && looksLikeUnit(unit))
      path[path.length - 1] = { ...above, unit: above.unit ?? unit };
    else path.push(readHeading(text));
  }
  return joinBroken(path);
}

/** Which header rows have headings merged sideways; in the others a blank may continue the heading on its left. */
export const hasSpans = (view: SheetView, header: HeaderBlock): boolean[] => {
  const spans: boolean[] = [];
  for (let row = header.top; row <= header.bottom; row++) {
    let found = false;
    for (let column = header.left; column <= header.right && !found; column++) {
      const merge = view.mergeAt(row, column);
      found = merge !== undefined && merge.right > merge.left;
    }
    spans.push(found);
  }
  return spans;
};

/** Unmerged group headings: the text on the left reaches over the blanks, as far as measures stand below. */
function leftHeading(view: SheetView, header: HeaderBlock, row: number, column: number): string {
  if (view.mergeAt(row, column)) return "";
  let below = "";
  for (let line = row + 1; line <= header.bottom && below === ""; line++) below = ownText(view, line, column);
  const word = below === "" ? undefined : fieldOfWord(readHeading(below).name);
  if (below === "" || (word !== undefined && !measures.has(word) && word !== "progress")) return "";
  for (let left = column - 1; left >= header.left; left--) {
    const text = ownText(view, row, left);
    if (text === "") continue;
    const under = ownText(view, row + 1, left);
    return under === "" || view.mergeAt(row, left) ? "" : squeeze(text);
  }
  return "";
}

/** 年度 over 目标, or 任务 over 名称, in two cells: one broken word. */
function joinBroken(path: Heading[]): Heading[] {
  const [first, second] = path;
  if (path.length !== 2 || !first || !second) return path;
  const joined = readHeading(first.shown + second.shown);
  const word = fieldOfWord(joined.name);
  return word !== undefined && fieldOfWord(second.name) === undefined && first.shown.length <= 4
    ? [joined]
    : path;
}
