import type { Field } from "../field.ts";
import { fieldOfParts, fieldOfWord, isListWord, mayBeWord } from "./header-words.ts";
import { fold, readHeading } from "./heading.ts";
import { blockAt, filledColumns, ownText, type SheetView } from "./sheet-view.ts";

/** Longer texts head no column. */
export const longestHeading = 40;

/** What a row would be worth as a header row. */
export interface RowScore {
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

/** Two listed words at least, and no number before them: a quick look before a row within the data is scored. */
export function holdsWords(view: SheetView, row: number): boolean {
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
export function scoreRow(view: SheetView, row: number, unknown = false): RowScore | undefined {
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
    else if (columns.length === 6 && hits === 0 && !unknown) return undefined;
  }
  return columns.length < 2 ? undefined : { texts: columns.length, hits, fields, columns };
}

/** The field that a cell names as a heading, as far as its words say. */
export function fieldOfCell(raw: string): Field | "list" | undefined {
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

/** Enough of the row are words of headings, and it is no row of a form. */
export function isHeader(view: SheetView, row: number, { texts, hits, fields, columns }: RowScore): boolean {
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
  const texts = columns.map((column) => fold(ownText(view, row, column)));
  const colons = texts.filter((text) => /^(?!其中)[^:]{2,12}:./.test(text)).length;
  if (colons > 0 && colons >= columns.length * 0.4) return true;
  if (texts.some((text) => wholeDay.test(text) || isSheetTitle(text))) return true;
  if (areKeysAndValues(view, row, columns) || isOverSentences(view, row, columns)) return true;
  const known = fields.filter((field) => field !== undefined);
  if (!known.every((field) => formFields.has(field))) return false;
  const apart = columns.every((column, index) => {
    const after = blockAt(view, row, column).right + 1;
    return index === columns.length - 1 || (columns[index + 1] as number) > after;
  });
  return apart;
}

/** 2025年11月税收收入目标完成情况表 beside another such: titles of tables, and no headings (folded text). */
export const isSheetTitle = (text: string): boolean =>
  /^.{7,}(?:表|台账|清单|名单|名录|一览|汇总|通报)(?:\([^()]*\)|[一二三四五\d]{1,2})?$/.test(text) &&
  !/列表|报表|代表|附表/.test(text);

const wholeDay = /^20\d\d(?:年\d{1,2}月\d{1,2}日|[-./]\d{1,2}[-./]\d{1,2})$/;

/** 年度总体目标 merged down beside 预期目标 and 实际完成情况 with sentences below: a block of a form. */
function isOverSentences(view: SheetView, row: number, columns: readonly number[]): boolean {
  const first = blockAt(view, row, columns[0] as number);
  if (first.bottom === row) return false;
  const texts: string[] = [];
  for (let below = row + 1; below <= first.bottom; below++)
    for (const column of filledColumns(view, below)) texts.push(ownText(view, below, column));
  return texts.length > 0 && texts.every((text) => text.length > longestHeading || /[。；]/.test(text));
}

/** 项目名称 | … | 主管部门 | …: words and values by turns. */
export function areKeysAndValues(view: SheetView, row: number, columns: readonly number[]): boolean {
  if (columns.length < 4 || columns.length > 8 || columns.length % 2 === 1) return false;
  return columns.every((column, index) => {
    const field = fieldOfWord(readHeading(ownText(view, row, column)).name);
    return index % 2 === 0 ? field !== undefined && formFields.has(field) : field === undefined;
  });
}
