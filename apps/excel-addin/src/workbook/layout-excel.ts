import {
  columnName,
  isCellError,
  type LayoutCell,
  layoutCell,
  parseCell,
  rangeRef,
  type SheetLayout,
} from "@taizhang/grid";
import { cellsABatch } from "./blocks.ts";
import { asText } from "./content.ts";
import { type Look, lightColours, looks } from "./layout-looks.ts";

/** A block that was written, and its first row. */
export interface WrittenBlock {
  readonly top: number;
  readonly range: Excel.Range;
}

/** Puts a layout on an empty sheet; long sheets go in blocks of 20,000 cells, one round trip each. Returns the blocks, loaded at the next. */
export async function putLayout(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  layout: SheetLayout,
): Promise<WrittenBlock[]> {
  const rows = layout.rows.map((row) => row.map(layoutCell));
  const width = Math.max(1, ...rows.map((row) => row.length));
  const step = Math.max(1, Math.floor(cellsABatch / width));
  const blocks: WrittenBlock[] = [];
  for (let top = 0; top < rows.length; top += step) {
    if (top > 0) await context.sync();
    blocks.push({ top, range: putRows(sheet, rows.slice(top, top + step), top, width) });
  }
  putFrame(sheet, layout, width);
  return blocks;
}

function putRows(
  sheet: Excel.Worksheet,
  rows: readonly LayoutCell[][],
  top: number,
  width: number,
): Excel.Range {
  const range = sheet.getRangeByIndexes(top, 0, rows.length, width);
  const cells = rows.map((row) => Array.from({ length: width }, (_, column) => row[column]));
  range.numberFormat = cells.map((row) => row.map((cell) => cell?.format ?? "General"));
  range.formulas = cells.map((row) => row.map(enteredCell));
  for (const [style, blocks] of runsOf(rows, top))
    for (const block of blocks) dress(sheet.getRange(block), looks[style]);
  for (const [row, line] of rows.entries())
    for (const [column, cell] of line.entries())
      if (cell.link?.startsWith("#")) putLink(sheet, top + row, column, cell);
  range.load("values,formulas,numberFormat");
  return range;
}

function enteredCell(cell: LayoutCell | undefined): string | number | boolean {
  const value = cell?.value ?? null;
  if (cell?.formula !== undefined) return `=${cell.formula}`;
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "string" && value !== "" && cell?.format !== "@" ? asText(value) : value;
}

/** Blocks of cells that look alike: runs of a row, put together over rows below each other. */
function runsOf(rows: readonly LayoutCell[][], top: number): Map<keyof typeof looks, string[]> {
  const open = new Map<
    string,
    { style: keyof typeof looks; left: number; right: number; top: number; bottom: number }
  >();
  const found = new Map<keyof typeof looks, string[]>();
  const close = (run: {
    style: keyof typeof looks;
    left: number;
    right: number;
    top: number;
    bottom: number;
  }) => found.set(run.style, [...(found.get(run.style) ?? []), rangeRef(run)]);
  for (const [index, row] of rows.entries()) {
    const seen = new Set<string>();
    for (let left = 0; left < row.length; ) {
      const style = row[left]?.style;
      let right = left;
      while (right + 1 < row.length && row[right + 1]?.style === style) right++;
      if (style) {
        const key = `${style} ${left} ${right}`;
        const run = open.get(key);
        if (run?.bottom === top + index - 1) run.bottom++;
        else {
          if (run) close(run);
          open.set(key, { style, left, right, top: top + index, bottom: top + index });
        }
        seen.add(key);
      }
      left = right + 1;
    }
  }
  for (const run of open.values()) close(run);
  return found;
}

/** The lines around and between the cells of a block. */
export const edges = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
] as const;

/** Gives a block the look of a style. */
export function dress(
  range: Excel.Range,
  { bold, size, colour, fill, border, horizontal, wrap }: Look,
): void {
  const { format } = range;
  if (bold) format.font.bold = true;
  if (size) format.font.size = size;
  if (colour) format.font.color = colour;
  if (fill) format.fill.color = fill;
  if (horizontal) format.horizontalAlignment = horizontal;
  if (wrap) format.wrapText = true;
  format.verticalAlignment = "Center";
  if (border)
    for (const edge of edges) {
      const line = format.borders.getItem(edge);
      line.style = "Continuous";
      line.color = "#8C8C8C";
    }
}

function putLink(
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  { link = "", value }: LayoutCell,
): void {
  sheet.getCell(row, column).hyperlink = {
    documentReference: link.slice(1),
    textToDisplay: `${value ?? ""}`,
  };
}

/** The width of a column in points, from its width in characters. */
export const pointsOf = (characters: number): number => characters * 7 * 0.75 + 4;

/** Everything that belongs to the whole sheet: merges, widths, panes, lists, lights, filter, print. */
function putFrame(sheet: Excel.Worksheet, layout: SheetLayout, width: number): void {
  for (const merge of layout.merges ?? []) sheet.getRange(merge).merge();
  for (const [index, characters] of (layout.widths ?? []).entries())
    if (characters !== undefined)
      sheet.getRange(`${columnName(index)}:${columnName(index)}`).format.columnWidth = pointsOf(characters);
  for (const [row, points] of Object.entries(layout.heights ?? {}))
    sheet.getRange(`${Number(row) + 1}:${Number(row) + 1}`).format.rowHeight = points;
  const frozen = layout.freeze === undefined ? undefined : parseCell(layout.freeze);
  if (frozen && frozen.row > 0 && frozen.column > 0)
    sheet.freezePanes.freezeAt(
      sheet.getRange(rangeRef({ top: 0, left: 0, bottom: frozen.row - 1, right: frozen.column - 1 })),
    );
  else if (frozen && frozen.row > 0) sheet.freezePanes.freezeRows(frozen.row);
  for (const { ref, list, from } of layout.choices ?? [])
    sheet.getRange(ref).dataValidation.rule = {
      list: { inCellDropDown: true, source: from ? `=${from}` : (list ?? []).join(",") },
    };
  for (const { ref, equals, light } of layout.lights ?? []) {
    const format = sheet.getRange(ref).conditionalFormats.add("CellValue").cellValue;
    const [fill, font] = lightColours[light];
    format.format.fill.color = fill;
    format.format.font.color = font;
    format.rule = { formula1: `="${equals}"`, operator: "EqualTo" };
  }
  if (layout.autoFilter !== undefined) sheet.autoFilter.apply(sheet.getRange(layout.autoFilter));
  for (const column of layout.hiddenColumns ?? [])
    sheet.getRange(`${columnName(column)}:${columnName(column)}`).columnHidden = true;
  if (layout.visibility === "hidden") sheet.visibility = "Hidden";
  putPrint(sheet, layout, width);
}

function putPrint(sheet: Excel.Worksheet, { print, rows }: SheetLayout, width: number): void {
  if (!print) return;
  const page = sheet.pageLayout;
  if (print.landscape) page.orientation = "Landscape";
  if (print.fitToWidth) page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  if (print.repeatRows) page.setPrintTitleRows(`$${print.repeatRows[0]}:$${print.repeatRows[1]}`);
  page.setPrintArea(rangeRef({ top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right: width - 1 }));
}
