import { addressOf, blockOf } from "../model/address.ts";
import { type Block, cellAt } from "../model/sheet.ts";
import type { ChartSeries } from "../model/sheet-objects.ts";
import type { RangeObject } from "./back-links.ts";

/**
 * The series that Excel makes of a block of cells: a line of texts at its edge names the categories, the first cell of
 * each line names the series; by columns where there are at least as many rows.
 */
export function seriesOf(source: RangeObject, seriesBy: string): ChartSeries[] {
  const { sheet, block } = source;
  const rows = block.bottom - block.top + 1;
  const columns = block.right - block.left + 1;
  const byColumns = seriesBy === "Columns" || (seriesBy !== "Rows" && rows >= columns);
  const isText = (row: number, column: number): boolean => {
    const value = cellAt(sheet, row, column)?.value ?? null;
    return typeof value === "string" || value === null;
  };
  const headed = rows > 1 && columns > 1 ? [block.top, block.left] : [block.top];
  const firstRow = rows > 1 && allIn({ ...block, bottom: block.top }, isText) ? block.top + 1 : block.top;
  const firstColumn =
    columns > 1 && headed.length > 1 && allIn({ ...block, top: firstRow, right: block.left }, isText)
      ? block.left + 1
      : block.left;
  const inner: Block = { ...block, top: firstRow, left: firstColumn };
  const lines = byColumns
    ? Array.from({ length: inner.right - inner.left + 1 }, (_, at) =>
        blockOf(inner.top, inner.left + at, inner.bottom - inner.top + 1),
      )
    : Array.from({ length: inner.bottom - inner.top + 1 }, (_, at) =>
        blockOf(inner.top + at, inner.left, 1, inner.right - inner.left + 1),
      );
  const categories = byColumns
    ? firstColumn > block.left && { ...inner, left: block.left, right: block.left }
    : firstRow > block.top && { ...inner, top: block.top, bottom: block.top };
  return lines.map((line, at) => {
    const head = byColumns
      ? firstRow > block.top && cellAt(sheet, block.top, line.left)?.value
      : firstColumn > block.left && cellAt(sheet, line.top, block.left)?.value;
    return {
      values: addressOf(sheet, line),
      categories: categories ? addressOf(sheet, categories) : undefined,
      settings: { Name: head ? String(head) : `系列${at + 1}` },
    };
  });
}

function allIn(block: Block, test: (row: number, column: number) => boolean): boolean {
  for (let row = block.top; row <= block.bottom; row++)
    for (let column = block.left; column <= block.right; column++) if (!test(row, column)) return false;
  return true;
}
