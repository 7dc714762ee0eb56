import { type CellValue, lastColumn, lastRow } from "@taizhang/grid";
import type { SheetFormulas } from "./formula-part.ts";
import type { GridBuilder } from "./grid-builder.ts";
import { isoSerial } from "./iso-date.ts";
import { parseNumber } from "./number-bytes.ts";
import { isDateFormat } from "./number-formats.ts";
import { richText, type SharedStrings, withoutSections } from "./shared-strings.ts";
import { damaged } from "./unreadable.ts";
import { behindBlank, behindElement, behindMarkup, behindTag, isName, nameEnds } from "./xml-bytes.ts";
import { isTrue, readTag } from "./xml-tags.ts";
import { cellText, decodeUtf8 } from "./xml-text.ts";

/** What cells need of the sheet and of the rest of the workbook. */
export interface CellContext {
  readonly prefix: string;
  readonly grid: GridBuilder;
  readonly formulas: SheetFormulas;
  readonly strings: SharedStrings;
  /** Number format codes by cell style. */
  readonly styleFormats: readonly (string | undefined)[];
  readonly date1904: boolean;
  /** Is told of a cell whose content makes no sense. */
  readonly broken: (row: number, column: number) => void;
}

/** Reads cells; `row` and `column` are where the last one stood. */
export interface CellReader {
  readonly toRow: (row: number) => void;
  readonly row: () => number;
  /** Reads the cell whose name ends at the offset, and returns the offset behind the cell. */
  readonly read: (from: number) => number;
}

/** A cell whose content cannot be read. It must not look like an empty one, so it reads as an error value. */
const brokenValue: CellValue = { error: "#VALUE!" };

// the types of a cell (its attribute t), by what reading does with them
const asNumber = 0;
const asShared = 1;
const asText = 2;
const asInline = 3;
const asBoolean = 4;
const asError = 5;
const asDate = 6;

/** A reader of the cells of one sheet (读单元格), over its bytes. */
export function cellReader(bytes: Uint8Array, context: CellContext): CellReader {
  const { prefix, grid, formulas, strings, styleFormats, date1904 } = context;
  const prefixLength = prefix.length;
  const end = bytes.length;
  let row = -1;
  let column = -1;
  let style = 0;
  let type = asNumber;

  const toRow = (next: number): void => {
    row = next;
    column = -1;
    grid.toRow(next);
  };

  /** Reads `r="B4"` from behind its quote and returns the offset of the closing quote. */
  const readReference = (from: number, quote: number): number => {
    let letters = 0;
    let digits = 0;
    let p = from;
    for (; p < end && bytes[p] !== quote; p++) {
      const byte = bytes[p] as number;
      if (byte <= 57) digits = digits * 10 + byte - 48;
      else if (digits > 0) damaged("r");
      else letters = letters * 26 + (byte & 31);
    }
    if (!(letters >= 1 && letters <= lastColumn + 1 && digits >= 1 && digits <= lastRow + 1))
      damaged(`r=${decodeUtf8(bytes, from, Math.min(p, from + 20))}`);
    if (digits - 1 !== row) toRow(digits - 1);
    column = letters - 1;
    return p;
  };

  const readType = (at: number, quote: number): number => {
    switch (bytes[at]) {
      case 115: // s, str
        return bytes[at + 1] === quote ? asShared : asText;
      case 105:
        return asInline;
      case 98:
        return asBoolean;
      case 101:
        return asError;
      case 100:
        return asDate;
      default:
        return asNumber;
    }
  };

  const readFormula = (name: number): number => {
    // most cells of a shared formula hold `<f t="shared" si="0"/>`, which needs no tag object
    const shared = sharedIndex(bytes, name + 1);
    if (shared >= 0) {
      formulas.share(shared, row, column);
      return behindTag(bytes, name);
    }
    const tagEnd = behindTag(bytes, name);
    const empty = bytes[tagEnd - 2] === 47;
    const contentEnd = empty ? tagEnd : endOfContent(tagEnd);
    const plain = tagEnd - name === 2;
    const tag = plain ? undefined : readTag(`<${decodeUtf8(bytes, name, tagEnd)}`, 0, tagEnd - name + 1);
    formulas.add(bytes, tagEnd, contentEnd, tag, row, column);
    return empty ? tagEnd : behindTag(bytes, contentEnd);
  };

  /** The offset of the `</` that ends an element without children, past comments and CDATA. */
  const endOfContent = (from: number): number => {
    for (let p = from; ; ) {
      while (p < end && bytes[p] !== 60) p++;
      if (bytes[p + 1] === 47) return p;
      if (p >= end || bytes[p + 1] !== 33) damaged("XML");
      p = behindMarkup(bytes, p);
    }
  };

  /** The value of an element `v` (or of text that stood between comments) as the cell's type reads it. */
  const contentValue = (start: number, valueEnd: number, plain: boolean): CellValue => {
    if (plain && type <= asShared) {
      if (valueEnd === start) return null;
      const number = parseNumber(bytes, start, valueEnd);
      if (type === asNumber) return Number.isFinite(number) ? number : brokenValue;
      return strings.at(number) ?? brokenValue;
    }
    const xml = decodeUtf8(bytes, start, valueEnd);
    const text = cellText(plain ? xml : withoutSections(xml));
    if (type === asText || type === asInline) return text;
    const word = text.trim();
    if (word === "") return null;
    if (type === asBoolean) return isTrue(word);
    if (type === asError) return { error: word };
    if (type === asDate) return isoSerial(word, date1904) ?? brokenValue;
    const number = Number(word);
    if (type === asShared) return strings.at(number) ?? brokenValue;
    return Number.isFinite(number) ? number : brokenValue;
  };

  const readContent = (from: number): number => {
    let p = from;
    let value: CellValue = null;
    let hasFormula = false;
    let isoTime = false;
    for (;;) {
      while (p < end && bytes[p] !== 60) p++;
      if (p >= end) damaged("XML");
      const next = bytes[p + 1];
      if (next === 47) {
        if (bytes[p + 2 + prefixLength] !== 99) damaged("XML");
        p += 4 + prefixLength;
        break;
      }
      const name = p + 1 + prefixLength;
      if (next === 33) p = behindMarkup(bytes, p);
      else if (bytes[name] === 118 && nameEnds(bytes[name + 1])) {
        const start = bytes[name + 1] === 62 ? name + 2 : behindTag(bytes, name);
        const empty = bytes[start - 2] === 47;
        p = start;
        if (!empty) while (p < end && bytes[p] !== 60) p++;
        const plain = empty || bytes[p + 1] === 47;
        if (!plain) p = endOfContent(p);
        value = contentValue(start, p, plain);
        if (type === asDate) isoTime = p - start > 10;
        if (!empty) p += 4 + prefixLength;
      } else if (bytes[name] === 102 && nameEnds(bytes[name + 1])) {
        hasFormula = true;
        p = readFormula(name);
      } else {
        const after = behindElement(bytes, p);
        if (isName(bytes, name, "is")) value = richText(decodeUtf8(bytes, p, after), prefix);
        p = after;
      }
    }
    if (value === null && !hasFormula) return p;
    if (value === brokenValue) context.broken(row, column);
    let format = styleFormats[style];
    if (type === asDate && !isDateFormat(format)) format = isoTime ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd";
    grid.put(column, value, format);
    return p;
  };

  const read = (from: number): number => {
    let p = from;
    style = 0;
    type = asNumber;
    column++;
    for (;;) {
      let letter = bytes[p];
      if (letter === 32) {
        p++;
        continue;
      }
      if (letter === undefined) damaged("XML");
      if (letter === 62) break;
      if (letter === 47) return checked(p + 2);
      if (letter < 32) {
        p++;
        continue;
      }
      let quote = bytes[p + 2];
      if (bytes[p + 1] === 61) p += 3;
      else {
        // a longer name, or blanks around the sign
        const nameStart = p;
        while (p < end && bytes[p] !== 61 && (bytes[p] as number) > 32) p++;
        if (p - nameStart > 1) letter = 0;
        p = behindBlank(bytes, p);
        if (bytes[p] !== 61) damaged("XML");
        p = behindBlank(bytes, p + 1);
        quote = bytes[p++];
      }
      if (quote !== 34 && quote !== 39) damaged("XML");
      if (letter === 114) p = readReference(p, quote);
      else if (letter === 115)
        for (; p < end && bytes[p] !== quote; p++) style = style * 10 + (bytes[p] as number) - 48;
      else {
        if (letter === 116) type = readType(p, quote);
        while (p < end && bytes[p] !== quote) p++;
      }
      p++;
    }
    return readContent(checked(p + 1));
  };

  const checked = (p: number): number => (column > lastColumn || row < 0 ? damaged("c") : p);

  return { toRow, row: () => row, read };
}

const sharedStart = ' t="shared" si="';

/** The number in ` t="shared" si="7"/>` at the offset; -1 if anything else stands there. */
function sharedIndex(bytes: Uint8Array, at: number): number {
  for (let letter = 0; letter < sharedStart.length; letter++)
    if (bytes[at + letter] !== sharedStart.charCodeAt(letter)) return -1;
  let index = 0;
  let p = at + sharedStart.length;
  for (; p < at + 24 && bytes[p] !== 34; p++) index = index * 10 + (bytes[p] as number) - 48;
  return bytes[p + 1] === 47 ? index : -1;
}
