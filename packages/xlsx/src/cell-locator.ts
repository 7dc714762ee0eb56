import { cellKey, parseCell } from "@taizhang/grid";
import { damaged } from "./unreadable.ts";
import {
  type AttributeBytes,
  behindElement,
  behindMarkup,
  behindTag,
  isName,
  nextAttribute,
  prefixOfRoot,
} from "./xml-bytes.ts";
import { decodeUtf8 } from "./xml-text.ts";

/** A cell's place in the bytes of a sheet's part. */
export interface CellSpan {
  readonly key: number;
  readonly row: number;
  readonly column: number;
  /** From its `<` to behind its end. */
  readonly start: number;
  readonly end: number;
}

/** A row's place. `inner` is behind its tag, `close` before its end tag; they are equal for `<row/>`. */
export interface RowSpan {
  readonly row: number;
  readonly start: number;
  readonly inner: number;
  readonly close: number;
  readonly end: number;
}

/** What there is to know of a sheet's part before it is changed. */
export interface SheetSpans {
  readonly prefix: string;
  readonly rows: readonly RowSpan[];
  readonly data: RowSpan;
}

/** Calls back for each cell of the wanted rows, in the order of the file, and returns where all rows are (找单元格). */
export function locateCells(
  bytes: Uint8Array,
  wanted: (row: number) => boolean,
  visit: (cell: CellSpan) => void,
): SheetSpans {
  const prefix = prefixOfRoot(bytes);
  const data = elementSpan(bytes, prefix, "sheetData", 0);
  const rows: RowSpan[] = [];
  let row = -1;
  for (let at = data.inner; at < data.close; ) {
    at = nextTag(bytes, at);
    if (at >= data.close) break;
    if (!isName(bytes, at + 1 + prefix.length, "row")) {
      at = behindElement(bytes, at);
      continue;
    }
    const inner = behindTag(bytes, at);
    const end = behindElement(bytes, at);
    const close = bytes[inner - 2] === 47 ? inner : lastTag(bytes, end);
    const number = attributeText(bytes, at, "r");
    if (number !== undefined) row = Number(number) - 1;
    else row++;
    rows.push({ row, start: at, inner, close, end });
    at = end;
    if (!wanted(row)) continue;
    let column = -1;
    for (let cell = nextTag(bytes, inner); cell < close; cell = nextTag(bytes, cell)) {
      const cellEnd = behindElement(bytes, cell);
      if (isName(bytes, cell + 1 + prefix.length, "c")) {
        const place = parseCell(attributeText(bytes, cell, "r") ?? "") ?? { row, column: column + 1 };
        column = place.column;
        visit({ key: cellKey(place.row, column), ...place, start: cell, end: cellEnd });
      }
      cell = cellEnd;
    }
  }
  return { prefix, rows, data };
}

/** The span of the first element of that name from an offset on. */
export function elementSpan(bytes: Uint8Array, prefix: string, name: string, from: number): RowSpan {
  for (let at = nextTag(bytes, from); at < bytes.length; at = nextTag(bytes, at + 1))
    if (isName(bytes, at + 1 + prefix.length, name)) {
      const inner = behindTag(bytes, at);
      const end = behindElement(bytes, at);
      return { row: -1, start: at, inner, close: bytes[inner - 2] === 47 ? inner : lastTag(bytes, end), end };
    }
  return damaged(name);
}

/** The offset of the next start or end tag, past comments and instructions. */
export function nextTag(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    while (at < bytes.length && bytes[at] !== 60) at++;
    if (bytes[at + 1] !== 33 && bytes[at + 1] !== 63) return at;
    at = behindMarkup(bytes, at);
  }
}

const lastTag = (bytes: Uint8Array, end: number): number => bytes.lastIndexOf(60, end - 1);

const found: AttributeBytes = { name: 0, nameEnd: 0, value: 0, valueEnd: 0 };

/** The attributes of the tag at an offset, by their offsets. */
export function attributesAt(bytes: Uint8Array, tag: number): AttributeBytes[] {
  let at = tag + 1;
  while ((bytes[at] as number) > 32 && bytes[at] !== 47 && bytes[at] !== 62) at++;
  const all: AttributeBytes[] = [];
  for (at = nextAttribute(bytes, at, found); at !== -1; at = nextAttribute(bytes, at, found))
    all.push({ ...found });
  return all;
}

/** The raw text of an attribute of the tag at an offset. */
export function attributeText(bytes: Uint8Array, tag: number, name: string): string | undefined {
  const attribute = attributesAt(bytes, tag).find((one) => isName(bytes, one.name, name));
  return attribute && decodeUtf8(bytes, attribute.value, attribute.valueEnd);
}
