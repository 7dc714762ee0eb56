import type { Replacement } from "./byte-edits.ts";
import { attributeText, type CellSpan, elementSpan, type RowSpan, type SheetSpans } from "./cell-locator.ts";
import { children } from "./cell-patch.ts";
import { isName } from "./xml-bytes.ts";
import { isTrue } from "./xml-tags.ts";
import { decodeUtf8 } from "./xml-text.ts";

/** A cell that the sheet's part does not hold yet. */
export interface NewCell {
  readonly row: number;
  readonly column: number;
  readonly xml: string;
}

/** Puts new cells where they belong, in rows that are there or in new ones. `cells` are those of the part. */
export function insertCells(
  bytes: Uint8Array,
  { prefix, rows, data }: SheetSpans,
  cells: readonly CellSpan[],
  added: readonly NewCell[],
): Replacement[] {
  const replacements: Replacement[] = [];
  const byRow = new Map<number, NewCell[]>();
  for (const cell of [...added].sort((one, other) => one.row - other.row || one.column - other.column)) {
    const there = byRow.get(cell.row);
    if (there) there.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const spanOf = new Map(rows.map((span) => [span.row, span]));
  const cellsOf = new Map<number, CellSpan[]>([...byRow.keys()].map((row) => [row, []]));
  for (const cell of cells) cellsOf.get(cell.row)?.push(cell);
  const newRows: { before: number; xml: string }[] = [];
  for (const [row, inRow] of byRow) {
    const span = spanOf.get(row);
    if (!span) {
      const xml = `<${prefix}row r="${row + 1}">${inRow.map(({ xml }) => xml).join("")}</${prefix}row>`;
      newRows.push({ before: rows.find((one) => one.row > row)?.start ?? data.close, xml });
    } else if (span.inner === span.end) {
      const xml = inRow.map(({ xml }) => xml).join("");
      replacements.push(opened(bytes, span, `${xml}</${prefix}row>`));
    } else
      for (const { column, xml } of inRow) {
        const next = cellsOf.get(row)?.find((cell) => cell.column > column && cell.start >= span.start);
        const at = next?.start ?? span.close;
        replacements.push({ start: at, end: at, text: xml });
      }
  }
  if (newRows.length > 0 && data.inner === data.end)
    replacements.push(opened(bytes, data, `${newRows.map(({ xml }) => xml).join("")}</${prefix}sheetData>`));
  else for (const { before, xml } of newRows) replacements.push({ start: before, end: before, text: xml });
  return replacements;
}

/** Turns `<a/>` into `<a>` with content and an end tag. */
const opened = (bytes: Uint8Array, { inner }: RowSpan, content: string): Replacement => {
  const slash = bytes.lastIndexOf(47, inner - 1);
  return { start: slash, end: inner, text: `>${content}` };
};

/** The style that an absent cell shows: its row's, else its column's. */
export function inheritedStyle(
  bytes: Uint8Array,
  { prefix, rows, data }: SheetSpans,
  row: number,
  column: number,
): number {
  const span = rows.find((one) => one.row === row);
  if (span && isTrue(attributeText(bytes, span.start, "customFormat")))
    return Number(attributeText(bytes, span.start, "s") ?? 0);
  const before = decodeUtf8(bytes, 0, data.start);
  if (!before.includes(`<${prefix}cols`)) return 0;
  const columns = elementSpan(bytes, prefix, "cols", 0);
  for (const child of children(bytes, columns.start, columns.end)) {
    if (!isName(bytes, child.start + 1 + prefix.length, "col")) continue;
    const low = Number(attributeText(bytes, child.start, "min"));
    const high = Number(attributeText(bytes, child.start, "max"));
    if (column + 1 >= low && column + 1 <= high)
      return Number(attributeText(bytes, child.start, "style") ?? 0);
  }
  return 0;
}
