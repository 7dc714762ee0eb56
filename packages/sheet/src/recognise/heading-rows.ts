import { fieldOfWord } from "./header-words.ts";
import { fold, readHeading } from "./heading.ts";
import { measures } from "./measure-words.ts";
import { looksLikeOrgs } from "./org-word.ts";
import { areKeysAndValues, fieldOfCell, isSheetTitle, longestHeading } from "./row-score.ts";
import { blockAt, filledColumns, own, ownText, type SheetView } from "./sheet-view.ts";
import { looksLikeUnit } from "./unit-word.ts";

/** A row of group headings above the header: several cells, or one that spans only some columns. */
export function groupRow(view: SheetView, row: number, left: number, right: number) {
  const filled = filledColumns(view, row);
  if (filled.length === 0) return undefined;
  for (const column of filled) {
    const value = own(view, row, column);
    const text = fold(ownText(view, row, column));
    if (typeof value !== "string" || text.length > longestHeading || /[:：。；]/.test(text)) return undefined;
    if (text.length > 20 && /，|,/.test(text)) return undefined;
    if (isSheetTitle(text)) return undefined;
    if (/^(?:附件|附表|附|表)\d*$|^截[至止]|^20\d\d年\d{1,2}月(?:\d{1,2}日)?$/.test(text)) return undefined;
  }
  const blocks = filled.map((column) => blockAt(view, row, column));
  // What is merged down into the row of headings below heads a column, and is no key of a form.
  const isForm = areKeysAndValues(view, row, filled) || isKeyAndValue(view, row, filled);
  if (isForm && blocks.every(({ bottom }) => bottom === row)) return undefined;
  if (blocks.some((block) => cutsHeading(view, block))) return undefined;
  const width = right - left + 1;
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return undefined;
  const spans = blocks.some((block) => block.right > block.left || block.bottom > row);
  if (blocks.length === 1) {
    const wide = first.right - first.left + 1;
    if (wide < 2 || wide > width * 0.6 || first.left === left) return undefined;
  } else if (!spans && !blocks.some((block) => reachesRight(view, block.top, block.right + 1)))
    return undefined;
  return { left: Math.min(left, first.left), right: last.right };
}

/** A line that ends over the middle of a merged heading, as 某某局编印 at the right edge, stands over the table and is no group of it. */
const cutsHeading = (view: SheetView, { left, right, bottom }: ReturnType<typeof blockAt>): boolean =>
  [left, right].some((column) => {
    const below = view.mergeAt(bottom + 1, column);
    return right > left && below !== undefined && (below.left < left || below.right > right);
  });

/** 项目名称 in one cell, its value over all others, and the next key or heading right below: a line of a form. */
function isKeyAndValue(view: SheetView, row: number, filled: readonly number[]): boolean {
  const [key, value] = filled;
  if (key === undefined || value === undefined || filled.length !== 2) return false;
  const [first, second] = [blockAt(view, row, key), blockAt(view, row, value)];
  const alone = first.bottom === row && first.right === key && own(view, row + 1, key) !== null;
  return alone && second.left === key + 1 && second.right >= view.right;
}

/** Unmerged: the cell beside the heading is blank, and below it a heading stands that this one reaches over. */
const reachesRight = (view: SheetView, row: number, column: number): boolean =>
  own(view, row, column) === null &&
  [1, 2, 3].some(
    (down) =>
      typeof own(view, row + down, column) === "string" &&
      [...Array(down - 1)].every((_, step) => own(view, row + step + 1, column) === null),
  );

/** A row of headings below others: its cells stand under spanning headings, or finish a broken word. */
export function subheaderRow(
  view: SheetView,
  row: number,
  top: number,
  bottom: number,
  left: number,
  right: number,
) {
  if (row > view.bottom) return undefined;
  const filled = filledColumns(view, row, 0, view.right);
  if (filled.length === 0) return undefined;
  if (areMeasures(view, row, filled, left)) return { right: Math.max(right, filled.at(-1) as number) };
  let under = 0;
  let lone = 0;
  for (const column of filled) {
    const value = own(view, row, column);
    if (typeof value !== "string" || value.length > longestHeading * 2) return undefined;
    if (column < left) return undefined;
    const heading = readHeading(value);
    if (heading.shown.length > longestHeading) return undefined;
    if (isUnder(view, row, column, top, bottom)) under++;
    else if (!finishesWord(view, column, bottom, value)) {
      if (!isOneUnderOne(view, row, column, bottom)) return undefined;
      lone++;
    }
  }
  if (lone > 0 && under < filled.length * 0.6) return undefined;
  if (filled.every((column) => looksLikeUnit(fold(ownText(view, row, column)).replace(/[()]/g, ""))))
    return undefined;
  const orgs = filled.length > 1 && filled.every((column) => looksLikeOrgs(ownText(view, row, column)));
  if (orgs && !sharesHeading(view, bottom, filled)) return undefined;
  if (under === 0 && filled.length < 2) return undefined;
  const last = blockAt(view, row, filled.at(-1) as number).right;
  return { right: Math.max(right, last) };
}

/** 任务数 | 任务数 | 完成数: words of measures and nothing else, whatever stands above them. */
const areMeasures = (view: SheetView, row: number, columns: readonly number[], left: number): boolean =>
  columns.length >= 2 &&
  columns.every((column) => {
    const field = column < left ? undefined : fieldOfWord(readHeading(ownText(view, row, column)).name);
    return field !== undefined && measures.has(field) && typeof own(view, row, column) === "string";
  });

/** A group of one column: its heading spans nothing, and stands beside groups that do. */
const isOneUnderOne = (view: SheetView, row: number, column: number, bottom: number): boolean =>
  bottom === row - 1 && ownText(view, bottom, column) !== "" && view.mergeAt(bottom, column) === undefined;

/** Two of the cells stand under one spanning heading: 东风镇, 红旗乡 under 目标任务; departments have a heading each. */
const sharesHeading = (view: SheetView, bottom: number, columns: readonly number[]): boolean =>
  columns.some((column, index) => {
    const next = columns[index + 1];
    const above = view.mergeAt(bottom, column);
    return next !== undefined && above !== undefined && next <= above.right;
  });

/** The cell stands under a heading that spans several columns, or under a gap that such a heading leaves. */
function isUnder(view: SheetView, row: number, column: number, top: number, bottom: number): boolean {
  const above = view.mergeAt(bottom, column);
  if (above && above.right > above.left && above.bottom < row) return true;
  if (above && above.bottom >= row) return false;
  for (let line = bottom; line >= top; line--) {
    const merge = view.mergeAt(line, column);
    if (merge && merge.right > merge.left && merge.bottom < row) return fieldless(view, bottom, line, column);
    if (own(view, line, column) !== null && ownText(view, line, column) !== "") {
      // Unmerged: the heading's right neighbour is blank, so it may span; the word below must be one of ours.
      return (
        ownText(view, line, column + 1) === "" &&
        !view.mergeAt(line, column) &&
        (ownText(view, row, column + 1) !== "" || areTexts(view, row + 1, column)) &&
        fieldOfCell(ownText(view, row, column)) !== undefined
      );
    }
  }
  // A blank above: it belongs to the heading on its left.
  return fieldOfCell(ownText(view, row, column)) !== undefined;
}

/** Two headings beside each other: what stands over the first may stand over both. */
const areTexts = (view: SheetView, row: number, column: number): boolean =>
  typeof own(view, row, column) === "string" && typeof own(view, row, column + 1) === "string";

const fieldless = (view: SheetView, bottom: number, line: number, column: number): boolean => {
  for (let row = line + 1; row <= bottom; row++) if (ownText(view, row, column) !== "") return false;
  return true;
};

/** 年度 over 目标, each in its own cell: together they are one word of ours. */
function finishesWord(view: SheetView, column: number, bottom: number, below: string): boolean {
  const above = ownText(view, bottom, column);
  if (above === "" || above.length > 8 || below.length > 8) return false;
  return fieldOfWord(readHeading(above + below).name) !== undefined;
}
