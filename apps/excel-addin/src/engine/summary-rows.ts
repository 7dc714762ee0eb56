import { layoutCell, type SheetLayout } from "@taizhang/grid";
import type { GroupBy, RollUpCell, TaskCounts } from "@taizhang/kpi";
import type { RowNames } from "../workbook/workbook.ts";

/** What tells the rows of the sheet 汇总 apart: the indicator and whose it is. */
export const summaryRows = (
  layout: SheetLayout,
  cells: readonly RollUpCell[],
  by: readonly GroupBy[],
): RowNames => {
  const header = layout.rows.length - cells.length - 1;
  const groups = by.map((_, index) => 2 + index);
  return {
    kind: "summary",
    header,
    names: [1, ...groups, 2 + by.length],
    told: [1, ...groups],
    keys: keysOf(layout, header, (row) => {
      const cell = cells[row];
      return cell && [cell.indicatorKey, cell.unit, ...groupKey(cell.key)];
    }),
  };
};

/** What tells the rows of the sheet 任务办理情况 apart: whose tasks they are. */
export const countsRows = (
  layout: SheetLayout,
  counts: readonly TaskCounts[],
  by: readonly GroupBy[],
): RowNames => ({
  kind: "counts",
  header: 1,
  names: by.length === 0 ? [0] : by.map((_, index) => index),
  told: by.length === 0 ? [0] : by.map((_, index) => index),
  keys: keysOf(layout, 1, (row) => {
    const count = counts[row];
    return count && groupKey(count.key);
  }),
});

/** What tells the rows of the sheet 数据来源 apart: the cell, and for what it counts. */
export const sourcesRows = (layout: SheetLayout): RowNames => {
  const names = [1, 2, 3, 5, 6, 7, 8];
  const textOf = (row: number, column: number) =>
    `${layoutCell(layout.rows[2 + row]?.[column] ?? null).value}`;
  return {
    kind: "sources",
    header: 1,
    names,
    told: [1, 2, 3, 7, 8],
    keys: keysOf(layout, 1, (row) => names.map((column) => textOf(row, column))),
  };
};

const groupKey = (key: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(key).flatMap(([dimension, name]) => (name === undefined ? [] : [`${dimension}=${name}`]));

/** A key a row: rows above the data by their place, a foot as such, two of one name by their order. */
function keysOf(
  { rows }: SheetLayout,
  header: number,
  key: (row: number) => readonly string[] | undefined,
): string[] {
  const seen = new Map<string, number>();
  return rows.map((_, row) => {
    if (row <= header) return `#${row}`;
    const own = key(row - header - 1);
    if (!own) return "#foot";
    const text = own.join("\n");
    const times = seen.get(text) ?? 0;
    seen.set(text, times + 1);
    return times === 0 ? text : `${text}\n#${times}`;
  });
}
