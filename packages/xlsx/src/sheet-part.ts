import { cellRef, type Grid, lastColumn, lastRow, parseRange, type Range } from "@taizhang/grid";
import { cellReader } from "./cell-part.ts";
import { sheetFormulas } from "./formula-part.ts";
import { type Budget, gridBuilder } from "./grid-builder.ts";
import type { ReadLimits } from "./limits.ts";
import { parseNumber } from "./number-bytes.ts";
import type { SharedStrings } from "./shared-strings.ts";
import { damaged, tooLarge } from "./unreadable.ts";
import {
  type AttributeBytes,
  behindMarkup,
  behindTag,
  isName,
  nameEnds,
  nextAttribute,
  prefixOfRoot,
} from "./xml-bytes.ts";
import { isTrue, readTag, type Tag } from "./xml-tags.ts";
import { decodeUtf8 } from "./xml-text.ts";

/** What a sheet needs of the rest of the workbook. */
export interface SheetContext {
  readonly name: string;
  readonly visibility: Grid["visibility"];
  readonly date1904: boolean;
  readonly strings: SharedStrings;
  /** Number format codes by cell style. */
  readonly styleFormats: readonly (string | undefined)[];
  readonly limits: ReadLimits;
  readonly budget: Budget;
}

/** A sheet as read, with the cells whose content makes no sense. */
export interface ReadSheet {
  readonly grid: Grid;
  /** Blocks that one array formula or data table fills. */
  readonly arrays: readonly Range[];
  readonly broken: { count: number; first: string };
}

/** Reads the part of one sheet into a grid (读工作表), going over its bytes once. */
export function readSheet(bytes: Uint8Array, context: SheetContext): ReadSheet {
  const { name, limits, budget, visibility, date1904 } = context;
  const grid = gridBuilder(name, budget);
  const formulas = sheetFormulas(budget);
  const merges: Range[] = [];
  const hiddenColumns: [number, number][] = [];
  const broken = { count: 0, first: "" };
  const breakCell = (row: number, column: number): void => {
    if (broken.count++ === 0) broken.first = cellRef(row, column);
  };
  const prefix = prefixOfRoot(bytes);
  const cells = cellReader(bytes, { ...context, prefix, grid, formulas, broken: breakCell });

  const attribute: AttributeBytes = { name: 0, nameEnd: 0, value: 0, valueEnd: 0 };
  const readRow = (behindName: number): number => {
    let row = cells.row() + 1;
    let hidden = false;
    let at = behindName;
    for (;;) {
      const next = nextAttribute(bytes, at, attribute);
      if (next === -1) break;
      at = next;
      const { name: start, nameEnd, value, valueEnd } = attribute;
      if (nameEnd - start === 1 && bytes[start] === 114) row = parseNumber(bytes, value, valueEnd) - 1;
      else if (isName(bytes, start, "hidden")) hidden = isTrue(decodeUtf8(bytes, value, valueEnd));
    }
    if (!(Number.isInteger(row) && row >= 0 && row <= lastRow)) damaged(`row ${row + 1}`);
    cells.toRow(row);
    if (hidden) grid.hideRow();
    return behindTag(bytes, at);
  };
  const readColumn = (tag: Tag): void => {
    const low = Number(tag.attribute("min"));
    const high = Number(tag.attribute("max"));
    if (isTrue(tag.attribute("hidden")) && low >= 1 && high >= low && high <= lastColumn + 1)
      hiddenColumns.push([low - 1, high - 1]);
  };
  const readMerge = (tag: Tag): void => {
    const range = parseRange(tag.attribute("ref") ?? "");
    if (range && (range.top !== range.bottom || range.left !== range.right)) merges.push(range);
    if (merges.length > limits.merges) tooLarge(`${name}: ${limits.merges} mergeCell`);
  };

  const end = bytes.length;
  const tagAt = (from: number, tagEnd: number): Tag => {
    const text = decodeUtf8(bytes, from, tagEnd);
    return readTag(text, 0, text.length);
  };
  for (let at = 0; ; ) {
    while (at < end && bytes[at] !== 60) at++;
    if (at >= end) break;
    const first = bytes[at + 1];
    if (first === 47) {
      at += 2;
      continue;
    }
    if (first === 33 || first === 63) {
      at = behindMarkup(bytes, at);
      continue;
    }
    const own = at + 1 + prefix.length;
    const letter = bytes[own];
    if (letter === 99 && nameEnds(bytes[own + 1])) {
      at = cells.read(own + 1);
      continue;
    }
    if (letter === 114 && isName(bytes, own, "row")) {
      at = readRow(own + 3);
      continue;
    }
    const tagEnd = behindTag(bytes, at);
    if (letter === 99 && isName(bytes, own, "col")) readColumn(tagAt(at, tagEnd));
    else if (letter === 109 && isName(bytes, own, "mergeCell")) readMerge(tagAt(at, tagEnd));
    at = tagEnd;
  }

  grid.finish();
  for (const key of formulas.finish()) breakCell(Math.floor(key / 16_384), key % 16_384);
  const hidden = new Set<number>();
  for (const [low, high] of hiddenColumns)
    for (let column = low; column <= Math.min(high, grid.width() - 1); column++) hidden.add(column);
  return {
    grid: {
      name,
      rows: grid.rows,
      formulas: formulas.byCell,
      formats: grid.formats,
      merges,
      hiddenRows: grid.hiddenRows,
      hiddenColumns: hidden,
      visibility,
      date1904,
    },
    arrays: formulas.arrays,
    broken,
  };
}
