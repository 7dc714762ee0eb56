import type { Field } from "../field.ts";
import { fieldOfParts, fieldOfWord, isListWord, mayBeWord } from "./header-words.ts";
import { fold, readHeading } from "./heading.ts";
import { looksLikeOrgs } from "./org-word.ts";
import { blockAt, filledColumns, own, ownText, type SheetView } from "./sheet-view.ts";
import { looksLikeUnit } from "./unit-word.ts";

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
  /** The first row of data. */
  readonly firstDataRow: number;
  /** Cells of the block that are words of the header-words file. */
  readonly hits: number;
}

const mostHeaderRows = 6;
const longestHeading = 40;

/** What a row would be worth as a header row. */
interface RowScore {
  readonly texts: number;
  readonly hits: number;
  readonly fields: readonly (Field | "list" | undefined)[];
  readonly columns: readonly number[];
}

/** Fields by which forms above a table are headed: 填报单位 | 区民政局 | 报告期 | 10月. */
const formFields: ReadonlySet<Field | "list" | undefined> = new Set<Field | "list">([
  "task",
  "lead",
  "support",
  "reporter",
  "division",
  "period",
  "start",
  "deadline",
  "contact",
  "owner",
  "leader",
  "note",
  "program",
  "investmentTotal",
  "funding",
  "id",
  "list",
  "fundingSource",
  "unit",
]);

/** The header blocks of a sheet from top to bottom; a header repeated in the body is found later, with the rows (找表头). */
export function findHeaders(view: SheetView): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  for (let row = 0; row <= view.bottom; row++) {
    if (blocks.length > 0 && !holdsWords(view, row)) continue;
    const score = scoreRow(view, row);
    if (!score || !isHeader(view, row, score)) continue;
    const previous = blocks.at(-1);
    if (previous && !startsTable(view, previous, row, score)) continue;
    const block = extend(view, row, score, previous ? previous.firstDataRow : 0);
    blocks.push(block);
    row = block.firstDataRow - 1;
  }
  return blocks;
}

/** Two listed words at least, and no number before them: a quick look before a row within the data is scored. */
function holdsWords(view: SheetView, row: number): boolean {
  const cells = view.grid.rows[row];
  if (!cells) return false;
  let words = 0;
  let others = 0;
  for (const value of cells) {
    if (value === undefined || value === null) continue;
    if (typeof value !== "string") return false;
    if (mayBeWord(value) && fieldOfWord(readHeading(value).name)) words++;
    else if (value !== "") others++;
    if (words >= 2) return true;
    if (others > 8) return false;
  }
  return false;
}

/** Counts a row's words; undefined as soon as it cannot be a header: a number, a sentence, too few texts. */
function scoreRow(view: SheetView, row: number): RowScore | undefined {
  const cells = view.grid.rows[row];
  if (!cells) return undefined;
  const columns: number[] = [];
  const fields: (Field | "list" | undefined)[] = [];
  let hits = 0;
  for (let column = 0; column < cells.length; column++) {
    const value = cells[column];
    if (value === undefined || value === null || value === "") continue;
    if (typeof value !== "string") {
      if (typeof value === "number" && value >= 1990 && value <= 2100 && Number.isInteger(value)) {
        columns.push(column);
        fields.push(undefined);
        continue;
      }
      return undefined;
    }
    if (value.length > longestHeading * 2) return undefined;
    if (value.trim() === "") continue;
    columns.push(column);
    const field = fieldOfCell(value);
    fields.push(field);
    if (field) hits++;
    else if (columns.length === 6 && hits === 0) return undefined;
  }
  return columns.length < 2 ? undefined : { texts: columns.length, hits, fields, columns };
}

function fieldOfCell(raw: string): Field | "list" | undefined {
  const heading = readHeading(raw);
  if (heading.shown.length > longestHeading) return undefined;
  const word = fieldOfWord(heading.name);
  if (word) return word;
  if (heading.name === "单位") return "unit";
  if (isListWord(heading.name)) return "list";
  if (heading.name.length > 20) return undefined;
  const parts = fieldOfParts(heading.full);
  return parts ?? (heading.unit && heading.name.length > 1 ? "other" : undefined);
}

function isHeader(view: SheetView, row: number, { texts, hits, fields, columns }: RowScore): boolean {
  if (hits < 2 || hits < texts * 0.4) return false;
  return !isForm(view, row, fields, columns);
}

/** Key | value | key | value, the values perhaps still blank. */
function isForm(
  view: SheetView,
  row: number,
  fields: RowScore["fields"],
  columns: readonly number[],
): boolean {
  const colons = columns.filter((column) =>
    /^(?!其中)[^:]{2,12}:./.test(fold(ownText(view, row, column))),
  ).length;
  if (colons > 0 && colons >= columns.length * 0.4) return true;
  if (areKeysAndValues(view, row, columns)) return true;
  const known = fields.filter((field) => field !== undefined);
  if (!known.every((field) => formFields.has(field))) return false;
  const apart = columns.every((column, index) => {
    const after = blockAt(view, row, column).right + 1;
    return index === columns.length - 1 || (columns[index + 1] as number) > after;
  });
  return apart;
}

/** 项目名称 | … | 主管部门 | …: words and values by turns. */
function areKeysAndValues(view: SheetView, row: number, columns: readonly number[]): boolean {
  if (columns.length < 4 || columns.length > 8 || columns.length % 2 === 1) return false;
  return columns.every((column, index) => {
    const field = fieldOfWord(readHeading(ownText(view, row, column)).name);
    return index % 2 === 0 ? field !== undefined && formFields.has(field) : field === undefined;
  });
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
  while (top > floor && row - top < mostHeaderRows - 1) {
    const extent = groupRow(view, top - 1, left, right);
    if (!extent) break;
    left = Math.min(left, extent.left);
    right = Math.max(right, extent.right);
    top--;
  }
  let bottom = row;
  while (bottom - top < mostHeaderRows - 1) {
    // Units may stand in a row of their own between two rows of words.
    const skip = isUnitRow(view, bottom + 1, left, right) ? 1 : 0;
    const extent = subheaderRow(view, bottom + 1 + skip, top, bottom, left, right);
    if (!extent) break;
    right = Math.max(right, extent.right);
    bottom += 1 + skip;
  }
  let next = bottom + 1;
  const extras: { departmentRow?: number; unitRow?: number; numberRow?: number } = {};
  for (let count = 0; count < 3; count++) {
    if (extras.numberRow === undefined && isNumberRow(view, next, left, right)) extras.numberRow = next++;
    else if (extras.unitRow === undefined && isUnitRow(view, next, left, right)) extras.unitRow = next++;
    else if (extras.departmentRow === undefined && isDepartmentRow(view, next, left, right))
      extras.departmentRow = next++;
    else break;
  }
  return {
    top,
    bottom,
    left,
    right: Math.min(right, view.right),
    ...extras,
    firstDataRow: next,
    hits: score.hits,
  };
}

/** A row of group headings above the header: several cells, or one that spans only some columns. */
function groupRow(view: SheetView, row: number, left: number, right: number) {
  const filled = filledColumns(view, row);
  if (filled.length === 0) return undefined;
  for (const column of filled) {
    const value = own(view, row, column);
    const text = fold(ownText(view, row, column));
    if (typeof value !== "string" || text.length > longestHeading || /[:：。；]/.test(text)) return undefined;
    if (text.length > 20 && /，|,/.test(text)) return undefined;
    if (/^(?:附件|附表|附|表)\d*$|^截[至止]|^20\d\d年\d{1,2}月(?:\d{1,2}日)?$/.test(text)) return undefined;
  }
  if (areKeysAndValues(view, row, filled)) return undefined;
  const blocks = filled.map((column) => blockAt(view, row, column));
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

/** Unmerged: the cell beside the heading is blank, and below it a heading stands that this one reaches over. */
const reachesRight = (view: SheetView, row: number, column: number): boolean =>
  own(view, row, column) === null &&
  [1, 2, 3].some(
    (down) =>
      typeof own(view, row + down, column) === "string" &&
      [...Array(down - 1)].every((_, step) => own(view, row + step + 1, column) === null),
  );

/** A row of headings below others: its cells stand under spanning headings, or finish a broken word. */
function subheaderRow(
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
  let under = 0;
  for (const column of filled) {
    const value = own(view, row, column);
    if (typeof value !== "string" || value.length > longestHeading * 2) return undefined;
    if (column < left) return undefined;
    const heading = readHeading(value);
    if (heading.shown.length > longestHeading) return undefined;
    if (isUnder(view, row, column, top, bottom)) under++;
    else if (!finishesWord(view, column, bottom, value)) return undefined;
  }
  if (filled.every((column) => looksLikeUnit(fold(ownText(view, row, column)).replace(/[()]/g, ""))))
    return undefined;
  if (filled.length > 1 && filled.every((column) => looksLikeOrgs(ownText(view, row, column))))
    return undefined;
  if (under === 0 && filled.length < 2) return undefined;
  const last = blockAt(view, row, filled.at(-1) as number).right;
  return { right: Math.max(right, last) };
}

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

/** 1 2 3 4, or 甲 乙 1 2, or formulas such as 3=2/1: the columns are numbered. */
function isNumberRow(view: SheetView, row: number, left: number, right: number): boolean {
  const filled = filledColumns(view, row, left, right);
  if (filled.length < 3 || filled.length < (right - left + 1) * 0.5) return false;
  let expected: number | undefined;
  let numbered = 0;
  for (const column of filled) {
    const text = fold(ownText(view, row, column)).replace(/[()①-⑳]/g, "");
    if (/^[甲乙丙丁戊己庚辛A-Z]$|^栏次$|^-$/.test(text)) {
      numbered++;
      continue;
    }
    const number = /^(\d{1,2})(?:=.*)?$/.exec(text)?.[1];
    if (number === undefined) return false;
    if (expected !== undefined && Number(number) !== expected) return false;
    expected = Number(number) + 1;
    numbered++;
  }
  return numbered >= 3;
}

/** All that stands in the row are units: 人, %, 万元. */
function isUnitRow(view: SheetView, row: number, left: number, right: number): boolean {
  const texts = filledColumns(view, row, left, right).map((column) =>
    fold(ownText(view, row, column)).replace(/[()]/g, ""),
  );
  const units = texts.filter(looksLikeUnit).length;
  return (
    units >= 2 &&
    units >= texts.length - 1 &&
    texts.every((text) => looksLikeUnit(text) || /^(?:计量)?单位$/.test(text))
  );
}

/** Departments under the headings of a cross-tab; the key columns are blank or say 责任部门. */
function isDepartmentRow(view: SheetView, row: number, left: number, right: number): boolean {
  const filled = filledColumns(view, row, left, right);
  const first = filled[0];
  if (first === undefined) return false;
  const label = fold(ownText(view, row, first));
  const labelled =
    /^(?:责任|牵头|主管|数据)?(?:部门|单位|责任部门)(?:或.*)?$|(?:责任|牵头|主管|落实|考核)(?:部门|单位|科室)/.test(
      label,
    );
  const rest = labelled ? filled.slice(1) : filled;
  if (rest.length === 0 || (!labelled && (first === left || rest.length < 1))) return false;
  return rest.every((column) => looksLikeOrgs(ownText(view, row, column)));
}
