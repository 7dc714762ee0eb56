import { type CellValue, isBlank } from "@taizhang/grid";
import type { RowKind, TableRow } from "../table.ts";
import { isNumberRow } from "./below-header.ts";
import { isFoot, isLabel } from "./foot.ts";
import { sumRows } from "./formula-rows.ts";
import { groupLabel } from "./group-label.ts";
import type { HeaderBlock } from "./header-rows.ts";
import { fold } from "./heading.ts";
import { blockAt, own, ownText, type SheetView } from "./sheet-view.ts";
import { totalKind } from "./total-label.ts";

/** A quick look: a letter that every label of a total, subtotal or 其中 row holds, spaced or not. */
const anyLabel = /[计分其总全平#＃]/;
const averageWord =
  /^(?:全[省市区县州旗国镇盟]|合计|总|各?(?:区县|县区|县市区|市县|地区|乡镇|街道|单位|部门))?(?:的|算术|加权|简单|总)?平均(?:数|值|水平)?$/;
/** 其中：…, or #…, as statistical tables mark a part. */
const ofWhichWord = /^(?:(?:[（(]?\d*[）)]?)?其中[:：、]?|#(?=[\u4e00-\u9fff]))/;
const numbered =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:[、.．,，)）]|部分|类|章)|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．](?!\d)|[IVX]{1,4}[、.．]|[①-⑳]|第[一二三四五六七八九十\d]{1,3}(?:部分|类|章|项))/;
const chineseNumber = /^[（(]?[一二三四五六七八九十]{1,3}[)）、.]?$/;
const noteWord =
  /^(?:[★☆◆*※#]?(?:备注|注|说明|填表说明|附注|附|注释|填报说明|编制说明|填报要求|指标解释)\d*[:：.、]|(?:单位|部门|科室|统计|审核|主要|分管|填报|填表|制表|复核|报送)?(?:负责人|填报人|填表人|审核人|制表人|复核人|经办人|联系人|联系电话|审核|填报日期|填表日期|报出日期|填报时间|报送时间|上报时间|领导签字|签字|签章|盖章|电话|日期)(?:\(.{1,4}\))?[:：]|注[:：]?$|★|※|\*\S|第\d{1,3}页|.{2,40}\(续表?\d{0,2}\)$|续表\d{0,2}$)/;
const signature = /[（(](?:签字|签章|盖章|签名)[)）]/;

/** The kinds of all rows of a table, from the first data row to `bottom`. Total, subtotal and 其中 rows are told by words, place and formulas (行的性质). */
export function kindsOf(
  view: SheetView,
  header: HeaderBlock,
  keys: readonly number[],
  bottom: number,
  look = lookAtRows(view, header, keys, bottom),
): TableRow[] {
  const rows: TableRow[] = [];
  for (let row = header.firstDataRow; row <= bottom; row++) {
    // 甲 1 2 3=2/1 comes again below the words of the header.
    if (
      header.numberRow !== undefined &&
      rows.at(-1)?.kind === "repeatedHeader" &&
      isNumberRow(view, row, header.left, header.right)
    ) {
      rows.push(as(row, "repeatedHeader", "numberRow", ""));
      continue;
    }
    const kind = look(view, row);
    const after = rows.at(-1)?.kind === "ofWhich" && kind.kind === "data" && isIndented(view, keys, row);
    rows.push(after ? as(row, "ofWhich", "indented", "其中") : kind);
  }
  endWithNotes(view, header, rows);
  return withSections(view, header, rows);
}

/** What a row is by itself and the row below it, in a view with the same headers, merges and formulas. */
export type LookAtRow = (view: SheetView, row: number) => TableRow;

export function lookAtRows(
  view: SheetView,
  header: HeaderBlock,
  keys: readonly number[],
  bottom: number,
): LookAtRow {
  const sums = sumRows(view, header, bottom);
  const words = headerWords(view, header);
  return (now, row) => kindOf(now, header, keys, row, words, sums.get(row), bottom);
}

function kindOf(
  view: SheetView,
  header: HeaderBlock,
  keys: readonly number[],
  row: number,
  words: HeaderWords,
  sum: { all: boolean; ref: string } | undefined,
  bottom: number,
): TableRow {
  const cells = view.grid.rows[row];
  let filled = 0;
  let numbers = 0;
  let labelled = 0;
  let first = -1;
  let last = -1;
  if (cells)
    for (let column = header.left; column <= header.right && column < cells.length; column++) {
      const value = cells[column] ?? null;
      if (isBlank(value)) continue;
      filled++;
      if (first < 0) first = column;
      if (typeof value === "number") {
        numbers++;
        if (last >= 0 && isLabel(cells[last])) labelled++;
      }
      last = column;
    }
  if (filled === 0) return { row, kind: "blank", evidence: none };
  const firstValue = own(view, row, first);
  if (
    typeof firstValue === "number" &&
    filled > 2 &&
    keys.every((column) => isPlainKey(own(view, row, column)) && !view.mergeAt(row, column))
  )
    return sum
      ? as(row, sum.all ? "total" : "subtotal", "formula", sum.ref)
      : { row, kind: "data", evidence: none };
  const firstText = fold(ownText(view, row, first));
  if (words[first]?.includes(firstText) && isRepeated(view, words, row, header))
    return as(row, "repeatedHeader", "headerWords", firstText);
  for (const column of keys) {
    const raw = own(view, row, column);
    if (typeof raw !== "string" || raw.length > 40 || !anyLabel.test(raw)) continue;
    const text = fold(raw);
    if (text === "" || text.length > 24) continue;
    if (averageWord.test(text)) return as(row, "note", "statistic", text);
    const total = totalKind(text);
    if (total) return as(row, total, "word", text);
    if (ofWhichWord.test(text)) return as(row, "ofWhich", "word", text);
  }
  if (view.grid.merges.length > 0)
    for (const column of keys) {
      const label = labelAbove(view, row, column);
      const total = label === undefined ? undefined : totalKind(label);
      if (label && total) return as(row, total, "mergedWord", label);
      if (label && ofWhichWord.test(label)) return as(row, "ofWhich", "mergedWord", "其中");
    }
  // 报出日期：with a date in the next cell, 联系电话：with a number
  const isTold = numbers === labelled;
  if (isTold && noteWord.test(firstText)) return as(row, "note", "word", firstText.slice(0, 20));
  if (isTold && signature.test(firstText)) return as(row, "note", "signature", firstText.slice(0, 20));
  if (numbers === 0 || (filled === 2 && typeof own(view, row, first) === "number")) {
    const block = blockAt(view, row, first);
    const wide =
      block.right - block.left + 1 >= (header.right - header.left + 1) * 0.5 && block.right > block.left;
    const alone =
      filled === 1 ||
      (filled === 2 && (chineseNumber.test(firstText) || /^\d{1,2}$/.test(firstText)) && keys.includes(last));
    const second = filled === 2 ? fold(ownText(view, row, last)) : "";
    if (
      filled === 1 &&
      row < bottom &&
      (wide || (numbered.test(firstText) && firstText.length <= 60)) &&
      block.top === block.bottom
    )
      return as(row, "section", wide ? "spans" : "numbering", firstText.slice(0, 40));
    if (
      filled === 1 &&
      row < bottom &&
      keys.includes(first) &&
      firstText.length <= 40 &&
      headsNumbered(view, keys, row)
    )
      return as(row, "section", "beforeNumbers", firstText);
    if (alone && filled === 2 && chineseNumber.test(firstText) && second.length <= 40)
      return as(row, "section", "numbering", firstText + second);
    if (alone && filled === 1 && firstText.length > 30 && header.left === first && /[。；]$/.test(firstText))
      return as(row, "note", "sentence", firstText.slice(0, 20));
  }
  if (sum) return as(row, sum.all && !numbered.test(firstText) ? "total" : "subtotal", "formula", sum.ref);
  return { row, kind: "data", evidence: none };
}

/** The row has no number of its own, and the rows before and after it have: 就业创业工程 between 3 and 4. */
function headsNumbered(view: SheetView, keys: readonly number[], row: number): boolean {
  const seq = keys.find((column) => isNumber(own(view, row + 1, column)));
  return seq !== undefined && own(view, row, seq) === null && view.mergeAt(row, seq) === undefined;
}

const isNumber = (value: CellValue): boolean =>
  typeof value === "number" || (typeof value === "string" && /^\d{1,3}$/.test(value));

/** A key cell that can be no label. */
const isPlainKey = (value: CellValue): boolean => typeof value !== "string" || !anyLabel.test(value);

const none: TableRow["evidence"] = [];
const as = (row: number, kind: RowKind, rule: string, saw: string): TableRow => ({
  row,
  kind,
  evidence: [{ rule, saw }],
});

/** The words of the row begin further right than their column, or behind a dash: they go on with the 其中 above. */
const isIndented = (view: SheetView, keys: readonly number[], row: number): boolean =>
  keys.some((column) => {
    const value = own(view, row, column);
    return (
      typeof value === "string" &&
      /^(?:\u3000|\s{2}|[—－–-]{1,2}(?=[\u3400-\u9fff]))/.test(value) &&
      value.trim() !== ""
    );
  });

/** The label of the merged cell above that a cell continues: 其中, or 全市 over a row for each indicator. */
function labelAbove(view: SheetView, row: number, column: number): string | undefined {
  const merge = view.mergeAt(row, column);
  if (merge === undefined || merge.top >= row) return undefined;
  const label = fold(ownText(view, merge.top, merge.left));
  return label.length <= 24 ? label : undefined;
}

/** The words of a header by column. */
type HeaderWords = readonly (readonly string[] | undefined)[];

function headerWords(view: SheetView, header: HeaderBlock): HeaderWords {
  const words: string[][] = [];
  for (let row = header.top; row < header.firstDataRow; row++)
    for (let column = header.left; column <= header.right; column++) {
      const value = own(view, row, column);
      if (typeof value !== "string" || value.trim() === "") continue;
      const list = words[column] ?? [];
      list.push(fold(value));
      words[column] = list;
    }
  return words;
}

function isRepeated(view: SheetView, words: HeaderWords, row: number, header: HeaderBlock): boolean {
  let filled = 0;
  let same = 0;
  for (let column = header.left; column <= header.right; column++) {
    const text = fold(ownText(view, row, column));
    if (text === "") continue;
    filled++;
    if (words[column]?.includes(text)) same++;
  }
  return same >= 2 && same >= filled * 0.6;
}

/** Below the last row of data stand notes and signatures, never sections. */
function endWithNotes(view: SheetView, header: HeaderBlock, rows: TableRow[]): void {
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index] as TableRow;
    if (row.kind === "blank" || row.kind === "note") continue;
    if (
      row.kind === "section" ||
      (row.kind === "data" && (isFoot(view, header, row.row) || isUncounted(view, header, rows, index)))
    )
      rows[index] = as(row.row, "note", "afterData", fold(ownText(view, row.row, header.left)).slice(0, 20));
    else break;
  }
}

/** 现场照片 | （此处粘贴） below rows that are numbered: words where all others have a number, and hardly anything beside them. */
function isUncounted(
  view: SheetView,
  header: HeaderBlock,
  rows: readonly TableRow[],
  index: number,
): boolean {
  const { row } = rows[index] as TableRow;
  const value = own(view, row, header.left);
  if (typeof value !== "string" || isNumber(value) || index < 2) return false;
  let filled = 0;
  for (let column = header.left; column <= header.right; column++)
    if (!isBlank(own(view, row, column))) filled++;
  const above = rows.slice(0, index).filter(({ kind }) => kind === "data");
  return filled <= 2 && above.length > 1 && above.every((one) => isNumber(own(view, one.row, header.left)));
}

/** 一、续建项目（2个） with its sums beside it: a subtotal that heads the rows below. */
const headsRows = (view: SheetView, header: HeaderBlock, row: number): boolean => {
  for (let column = header.left; column <= header.right; column++) {
    const text = fold(ownText(view, row, column));
    if (text !== "") return numbered.test(text) || chineseNumber.test(text);
  }
  return false;
};

function withSections(view: SheetView, header: HeaderBlock, rows: readonly TableRow[]): TableRow[] {
  let section: string | undefined;
  return rows.map((row) => {
    if (row.kind === "section" || (row.kind === "subtotal" && headsRows(view, header, row.row))) {
      const texts: string[] = [];
      for (let column = header.left; column <= header.right; column++) {
        const text = ownText(view, row.row, column);
        if (text !== "" && typeof own(view, row.row, column) === "string") texts.push(text);
        if (row.kind === "subtotal" && texts.length > 0 && !chineseNumber.test(fold(texts.at(-1) ?? "")))
          break;
      }
      // 城区小计 is the sum of some places and no part of the plan.
      const named = fold(texts.at(-1) ?? "").replace(/(?:小计|合计|汇总)$/, "");
      if (row.kind === "subtotal" && (named === "" || groupLabel(named) !== undefined)) {
        section = undefined;
        return row;
      }
      section = texts
        .join(/^[（(]?[一二三四五六七八九十]+$/.test(texts[0] ?? "") ? "、" : " ")
        .replace(/\s+/g, " ");
      return row.kind === "section" ? { ...row, section } : row;
    }
    return section && row.kind !== "blank" && row.kind !== "note" ? { ...row, section } : row;
  });
}
