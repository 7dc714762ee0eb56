import { type CellValue, formatAt, isCellError } from "@taizhang/grid";
import { remembered } from "../remembered.ts";
import { textOfColumn } from "./column-text.ts";
import type { SheetView } from "./sheet-view.ts";

/** What stands below a heading, counted over a sample of rows (列中数据). */
export interface ColumnData {
  readonly sampled: number;
  readonly filled: number;
  readonly numbers: number;
  /** Numbers shown as percent, and texts such as 95%. */
  readonly percents: number;
  /** Texts that hold one amount: ≥50个, 2000万, 约30. */
  readonly amounts: number;
  /** Of these, texts that go on telling: 37处投入使用. */
  readonly told: number;
  /** Texts that say how far a figure may go: ≥50个, 不低于95%, 6500人以上. */
  readonly bounds: number;
  readonly texts: number;
  readonly longTexts: number;
  /** Texts that hold a figure: 建成充电桩260个, 已划线655个. */
  readonly figured: number;
  readonly orgs: number;
  readonly places: number;
  readonly units: number;
  /** Of these, spans of time: 月 and 季 may say how often. */
  readonly timeUnits: number;
  readonly dates: number;
  /** Of the dates those that may as well be a range or a number: 1-2, 25.3. */
  readonly spans: number;
  /** Of the dates those written as 5/10, which may be five of ten. */
  readonly fractions: number;
  /** Each number is one more than the one above. */
  readonly counting: boolean;
  readonly distinct: number;
  /** A few short texts, as they stand. */
  readonly samples: readonly string[];
  /** The numbers of the first rows, a row a place: what two columns have to do with each other is told by them. */
  readonly figures: readonly (number | undefined)[];
}

const most = 40;
const mostFigures = 12;
const dateFormat = /(?:^|[^a-z\\])(?:y{1,4}|m{1,4}[-/月"]|d{1,2}(?:[-/日"]|$))/i;

const blank = textOfColumn("");

/** Counts what stands in a column below its heading, over a sample of rows; headings repeated in the body are no data (列数据概览). */
export function dataOf(
  { grid }: SheetView,
  column: number,
  rows: readonly number[],
  headings: readonly string[] = [],
): ColumnData {
  let sampled = 0;
  let filled = 0;
  let numbers = 0;
  let percents = 0;
  let amounts = 0;
  let worded = 0;
  let bounds = 0;
  let texts = 0;
  let longTexts = 0;
  let figured = 0;
  let orgs = 0;
  let places = 0;
  let units = 0;
  let timeUnits = 0;
  let dates = 0;
  let spans = 0;
  let fractions = 0;
  let steps = 0;
  let last: number | undefined;
  const samples: string[] = [];
  const figures: (number | undefined)[] = [];
  // Made when the first value is met: a return has many blank columns.
  let seen: Set<CellValue> | undefined;
  let above = "";
  let one = blank;
  for (const row of rows) {
    const cells = grid.rows[row];
    if (!cells) continue;
    sampled++;
    const value = cells[column] ?? null;
    if (value === null || isCellError(value) || typeof value === "boolean") continue;
    if (typeof value === "number") {
      filled++;
      numbers++;
      if (sampled <= mostFigures) figures[sampled - 1] = value;
      seen = (seen ?? new Set()).add(value);
      const format = formatAt(grid, row, column);
      if (format?.includes("%")) percents++;
      else if (format && isDate(format) && value > 20_000) dates++;
      if (last !== undefined && value === last + 1) steps++;
      last = value;
      continue;
    }
    if (value !== above) one = textOfColumn(value);
    above = value;
    const { text, kind } = one;
    if (kind === "nothing" || headings.includes(text)) continue;
    filled++;
    seen = (seen ?? new Set()).add(text);
    if (one.count !== undefined) {
      if (last !== undefined && one.count === last + 1) steps++;
      last = one.count;
    }
    if (one.isBound) bounds++;
    if (kind === "percent") {
      if (sampled <= mostFigures) figures[sampled - 1] = Number.parseFloat(text);
      percents++;
      amounts++;
    } else if (kind === "unit") {
      units++;
      if (one.isFurther) timeUnits++;
    } else if (kind === "date") {
      dates++;
      if (one.isFurther) spans++;
      if (/^\d+[/／]\d+$/.test(text)) fractions++;
    } else if (kind === "amount") {
      amounts++;
      if (one.isFurther) worded++;
    } else {
      texts++;
      if (text.length <= 4 && samples.length < 12) samples.push(text);
      if (text.length > 16) longTexts++;
      if (one.isFurther) figured++;
      if (kind === "place" || kind === "placeOrg") places++;
      if (kind === "org" || kind === "placeOrg") orgs++;
    }
  }
  const counting = numbers + amounts > 1 && steps >= (numbers + amounts - 1) * 0.6;
  const distinct = seen?.size ?? 0;
  return {
    sampled,
    filled,
    numbers,
    percents,
    amounts,
    told: worded,
    bounds,
    texts,
    longTexts,
    figured,
    orgs,
    places,
    units,
    timeUnits,
    dates,
    spans,
    fractions,
    counting,
    distinct,
    samples,
    figures,
  };
}

/** The format shows a date; a workbook has few formats and many cells. */
const isDate = remembered((format) => dateFormat.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, "")), 1_000);

/** All rows of a short table; the first two dozen and some spread over the rest of a long one. */
export function sampleRows(top: number, bottom: number): number[] {
  const rows: number[] = [];
  const dense = Math.min(bottom, top + most - 17);
  for (let row = top; row <= dense; row++) rows.push(row);
  const rest = bottom - dense;
  const step = Math.max(1, Math.floor(rest / 16));
  for (let row = dense + step; row <= bottom && rows.length < most; row += step) rows.push(row);
  return rows;
}
