import { type CellValue, formatAt, isCellError } from "@taizhang/grid";
import { squeeze } from "./heading.ts";
import { looksLikeOrgs, looksLikePlace } from "./org-word.ts";
import { remembered } from "./remembered.ts";
import { own, type SheetView } from "./sheet-view.ts";
import { looksLikeUnit } from "./unit-word.ts";

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
const amountText =
  /^[≥≤><约＞＜±+\-－不少低高超过于达到力争以]{0,6}[\d０-９][\d０-９,，.．]*(?:\s*[-—~～至]\s*[\d.]+)?\s*[万亿千百]?[^\d，。；]{0,8}$/;
const boundText =
  /^(?:[≥≤><＞＜≧≦]=?|不[低高少多超]于?过?|至少|控制在|达到?|力争)[^\d]{0,6}\d|\d[^\d]{0,5}(?:以[上下内]|之内)$/;
/** What is said where nothing can be reported tells nothing of the column. */
const notApplicable = /^(?:[-—–―－/／]+|不涉及)$/;
const told = /\d[\d,.]*[\u4e00-\u9fff]{4,}$/;
/** 1-2 may be a range, 25.3 a number; 6-30 is a day. */
const span = /^(?:\d{1,2}[-—–~～](?:[1-9]|1\d|2[0-7])|\d{1,3}[.．]\d{1,2})$/;
const unitOfTime = /^(?:[年季月旬周日天]|季度|半年|星期)$/;
const dateText =
  /^(?:20\d\d[年./-])?\d{1,2}[月./-](?:\d{1,2}日?)?(?:[上中下]旬|底|末|前|底前|末前|份)?$|^20\d\d[年./-]|^(?:长期|全年|常态化|持续推进|年底前?|年内|持续|\d{1,2}月底前?|X年底前?)$/;
const dateFormat = /(?:^|[^a-z\\])(?:y{1,4}|m{1,4}[-/月"]|d{1,2}(?:[-/日"]|$))/i;

/** Counts what stands in a column below its heading, over at most forty rows; headings repeated in the body are no data (列数据概览). */
export function dataOf(
  view: SheetView,
  column: number,
  top: number,
  bottom: number,
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
  let steps = 0;
  let last: number | undefined;
  const samples: string[] = [];
  const figures: (number | undefined)[] = [];
  // Made when the first value is met: a return has many blank columns.
  let seen: Set<CellValue> | undefined;
  for (const row of sampleRows(top, bottom)) {
    const cells = view.grid.rows[row];
    if (!cells) continue;
    sampled++;
    const value = own(view, row, column);
    if (value === null || isCellError(value) || typeof value === "boolean") continue;
    if (typeof value === "number") {
      filled++;
      numbers++;
      if (sampled <= mostFigures) figures[sampled - 1] = value;
      seen = (seen ?? new Set()).add(value);
      const format = formatAt(view.grid, row, column);
      if (format?.includes("%")) percents++;
      else if (format && isDate(format) && value > 20_000) dates++;
      if (last !== undefined && value === last + 1) steps++;
      last = value;
      continue;
    }
    const text = squeeze(value);
    if (text === "" || notApplicable.test(text) || headings.includes(text)) continue;
    filled++;
    seen = (seen ?? new Set()).add(text);
    if (/^\d{1,4}$/.test(text)) {
      if (last !== undefined && Number(text) === last + 1) steps++;
      last = Number(text);
    }
    const kind = kindOfText(value, text);
    if (text.length <= 20 && boundText.test(text)) bounds++;
    if (kind === "percent") {
      if (sampled <= mostFigures) figures[sampled - 1] = Number.parseFloat(text);
      percents++;
      amounts++;
    } else if (kind === "unit") {
      units++;
      if (unitOfTime.test(text)) timeUnits++;
    } else if (kind === "date") {
      dates++;
      if (span.test(text)) spans++;
    } else if (kind === "amount") {
      amounts++;
      if (told.test(text)) worded++;
    } else {
      texts++;
      if (text.length <= 4 && samples.length < 12) samples.push(text);
      if (text.length > 16) longTexts++;
      if (/\d/.test(text)) figured++;
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
    counting,
    distinct,
    samples,
    figures,
  };
}

type TextKind = "percent" | "unit" | "date" | "amount" | "place" | "org" | "placeOrg" | "text";
const kinds = new Map<string, TextKind>();

/** What one text is; the same texts come again in row after row and sheet after sheet. */
function kindOfText(value: string, text: string): TextKind {
  if (text.length > 40) return looksLikeOrgs(value) ? "org" : "text";
  const known = kinds.get(value);
  if (known) return known;
  if (kinds.size > 20_000) kinds.clear();
  const kind = lookAtText(value, text);
  kinds.set(value, kind);
  return kind;
}

function lookAtText(value: string, text: string): TextKind {
  if (/^[-+]?[\d.,]+[%％]$/.test(text)) return "percent";
  if (looksLikeUnit(text) || isGlossedUnit(value)) return "unit";
  if (dateText.test(text)) return "date";
  if (amountText.test(text)) return "amount";
  const place = looksLikePlace(text);
  // A place is read as an org as well, unless spaces part its name.
  if (looksLikeOrgs(value)) return place ? "placeOrg" : "org";
  return place ? "place" : "text";
}

/** The format shows a date; a workbook has few formats and many cells. */
const isDate = remembered((format) => dateFormat.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, "")), 1_000);

/** 万美元 10k USD, persons 人: a unit in two languages. */
function isGlossedUnit(value: string): boolean {
  if (!/[A-Za-z]/.test(value)) return false;
  const found = glossed.exec(value.trim());
  const unit = found?.[1] ?? found?.[2];
  return unit !== undefined && looksLikeUnit(unit);
}

const glossed =
  /^([\u4e00-\u9fff/]{1,8})[\s(（/]+[0-9A-Z][A-Z0-9 .,/²³]*[)）]?$|^[0-9A-Z][A-Z0-9 .,/²³]*[\s(（/]+([\u4e00-\u9fff/]{1,8})[)）]?$/i;

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
