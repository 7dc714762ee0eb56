import { isDepartmentRow, isGlossRow, isLabelledRow, isNumberRow, isUnitRow } from "./below-header.ts";
import { brokenHeader } from "./broken-header.ts";
import { fold } from "./heading.ts";
import { groupRow, subheaderRow } from "./heading-rows.ts";
import { isHeaderByForm, isMeasuredHeader, isPlainHeader } from "./plain-header.ts";
import { holdsWords, isHeader, type RowScore, scoreRow } from "./row-score.ts";
import { blockAt, filledColumns, ownText, type SheetView } from "./sheet-view.ts";

/** A header on a sheet: its rows and its columns, from 0 (表头区). */
export interface HeaderBlock {
  /** The first and last row of heading words. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Rows between the words and the data: departments, units, column numbers. */
  readonly departmentRow?: number;
  readonly unitRow?: number;
  readonly numberRow?: number;
  /** Rows of units or departments between two rows of words: what stands over the key columns there is their label. */
  readonly between?: readonly number[];
  /** The first row of data. */
  readonly firstDataRow: number;
  /** The words are spelt down, a piece in each row. */
  readonly spelt?: true;
  /** Cells of the block that are words of the header-words file. */
  readonly hits: number;
}

const mostHeaderRows = 6;
/** Further down no header is looked for but by its words. */
const farthestOther = 60;

/**
 * The header blocks of a sheet from top to bottom, down to a row (找表头), and the rows below the first that hold words of
 * headings and were looked at closely. A header repeated in the body is found later, with the rows.
 */
export function lookForHeaders(
  view: SheetView,
  until: number,
): { readonly blocks: HeaderBlock[]; readonly looked: readonly number[] } {
  const blocks: HeaderBlock[] = [];
  const looked: number[] = [];
  for (let row = 0; row <= until; row++) {
    if (blocks.length > 0) {
      if (!holdsWords(view, row)) continue;
      looked.push(row);
    }
    const score = scoreRow(view, row);
    if (!score || !isHeader(view, row, score)) {
      const other = blocks.length === 0 && row < farthestOther ? otherHeader(view, row, score) : undefined;
      if (!other) continue;
      blocks.push(other);
      row = other.firstDataRow - 1;
      continue;
    }
    const previous = blocks.at(-1);
    if (previous && !startsTable(view, previous, row, score)) continue;
    const block = extend(view, row, score, previous ? previous.firstDataRow : 0);
    blocks.push(block);
    row = block.firstDataRow - 1;
  }
  // No row of known headings: one that stands where a header stands, under a title of tasks.
  for (let row = 0; blocks.length === 0 && row <= Math.min(until, farthestOther); row++) {
    const score = scoreRow(view, row, true);
    if (score && isHeaderByForm(view, row, score)) blocks.push(extend(view, row, score, 0));
  }
  return { blocks, looked };
}

/** A header that the words of its row alone do not give away: spelt down, or indicators beside one key column. */
function otherHeader(view: SheetView, row: number, score: RowScore | undefined): HeaderBlock | undefined {
  const spelt = brokenHeader(view, row);
  if (spelt) return { top: row, ...spelt, spelt: true, firstDataRow: spelt.bottom + 1 };
  return score && (isPlainHeader(view, row, score) || isMeasuredHeader(view, row, score))
    ? extend(view, row, score, 0)
    : undefined;
}

/** Below a table: a header of its own, not the same one again and not a row of data that happens to hold such words. */
function startsTable(view: SheetView, previous: HeaderBlock, row: number, score: RowScore): boolean {
  if (score.hits < 3 && !(score.hits === score.texts && isAlone(view, row - 1))) return false;
  if (score.hits < score.texts * 0.6) return false;
  const same = score.columns.filter((column) => {
    const text = fold(ownText(view, row, column));
    for (let above = previous.top; above <= previous.bottom; above++)
      if (fold(ownText(view, above, column)) === text) return true;
    return false;
  }).length;
  return same < score.texts * 0.6 || hasCaption(view, previous, row);
}

/** The same header again under a caption of its own: one table a block, and not a page's repeated header. */
function hasCaption(view: SheetView, previous: HeaderBlock, row: number): boolean {
  const caption = filledColumns(view, row - 1);
  const first = filledColumns(view, previous.top - 1);
  const [column] = caption;
  if (column === undefined || caption.length > 1 || row - 1 < previous.firstDataRow) return false;
  const text = ownText(view, row - 1, column);
  if (/续表|^\(续\)|^（续）/.test(text)) return false;
  const above = previous.top - 1 < 0 ? "" : ownText(view, previous.top - 1, first[0] ?? 0);
  return (
    text !== above &&
    (first.length === 1
      ? filledColumns(view, previous.top - 2).length === 1 || numberedCaption(above)
      : filledColumns(view, row - 2).length === 0)
  );
}

const numberedCaption = (text: string): boolean =>
  /^(?:指标|表|任务)?[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[:：、.． ]/.test(text);

/** A blank row or a title stands above. */
const isAlone = (view: SheetView, row: number): boolean => filledColumns(view, row).length <= 1;

function extend(view: SheetView, row: number, score: RowScore, floor: number): HeaderBlock {
  let left = score.columns[0] as number;
  let right = blockAt(view, row, score.columns.at(-1) as number).right;
  let top = row;
  const between: number[] = [];
  while (top > floor && row - top < mostHeaderRows - 1) {
    const extent = groupRow(view, top - 1, left, right);
    if (!extent) break;
    left = Math.min(left, extent.left);
    right = Math.max(right, extent.right);
    top--;
    if (isDepartmentRow(view, top, left, right) || isUnitRow(view, top, left, right)) between.push(top);
  }
  let bottom = row;
  while (bottom - top < mostHeaderRows - 1) {
    // Units or departments may stand in a row of their own between two rows of words.
    let skip = 0;
    let extent = subheaderRow(view, bottom + 1, top, bottom, left, right);
    if (
      !extent &&
      (isUnitRow(view, bottom + 1, left, right) || isDepartmentRow(view, bottom + 1, left, right))
    ) {
      skip = 1;
      extent = subheaderRow(view, bottom + 2, top, bottom + 1, left, right);
    }
    if (!extent) break;
    if (skip > 0 || isDepartmentRow(view, bottom + 1, left, right)) between.push(bottom + 1);
    right = Math.max(right, extent.right);
    bottom += 1 + skip;
  }
  while (bottom < view.bottom && isCovered(view, bottom + 1, left, right)) bottom++;
  let next = bottom + 1;
  const extras: { departmentRow?: number; unitRow?: number; numberRow?: number } = {};
  for (let count = 0; count < 6; count++) {
    if (extras.numberRow === undefined && isNumberRow(view, next, left, right)) extras.numberRow = next++;
    else if (extras.unitRow === undefined && isUnitRow(view, next, left, right)) extras.unitRow = next++;
    else if (extras.departmentRow === undefined && isDepartmentRow(view, next, left, right))
      extras.departmentRow = next++;
    else if (isGlossRow(view, next, left, right) || isLabelledRow(view, next, left, right)) next++;
    else break;
  }
  while (right > left + 1 && isNoteColumn(view, right, top, next)) right--;
  return {
    top,
    bottom,
    left: left - bareColumns(view, next, left - 1, -1),
    right: Math.min(right + bareColumns(view, next, right + 1, 1), view.right),
    ...extras,
    // The first row of words is none between others: 单位 over the names of indicators, beside 东城区 and 西城区.
    ...(between.some((one) => one > top) ? { between: between.filter((one) => one > top) } : {}),
    firstDataRow: next,
    hits: score.hits,
  };
}

/** Headings merged downwards over a row of their own that holds nothing. */
function isCovered(view: SheetView, row: number, left: number, right: number): boolean {
  let covered = 0;
  for (let column = left; column <= right; column++) {
    if (ownText(view, row, column) !== "") return false;
    const merge = view.mergeAt(row, column);
    if (merge && merge.top < row && ownText(view, merge.top, merge.left) !== "") covered++;
  }
  return covered > (right - left + 1) / 2;
}

/** 单位：亿元 right of the last heading, over nothing: a note in the header's row. */
function isNoteColumn(view: SheetView, column: number, top: number, firstDataRow: number): boolean {
  let notes = 0;
  for (let row = top; row < firstDataRow + 12; row++) {
    const text = fold(ownText(view, row, column));
    if (text === "" && !view.mergeAt(row, column)) continue;
    if (row >= firstDataRow || !/^[^:]{2,6}:./.test(text)) return false;
    notes++;
  }
  return notes > 0;
}

/** How many columns beside the header, two at most, hold data under no heading: names left of the first one. */
function bareColumns(view: SheetView, firstDataRow: number, column: number, step: 1 | -1): number {
  let found = 0;
  for (let at = column; at >= 0 && at <= view.right && found < 2; at += step) {
    let filled = 0;
    for (let row = firstDataRow; row < firstDataRow + 6; row++) if (ownText(view, row, at) !== "") filled++;
    if (filled < Math.min(3, Math.max(2, view.bottom - firstDataRow))) break;
    found++;
  }
  return found;
}
