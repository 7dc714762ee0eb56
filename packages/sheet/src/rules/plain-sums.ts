import { formatAt } from "@taizhang/grid";
import type { Entry } from "../entry.ts";
import { shownBy } from "../read/shown-by.ts";
import type { Column } from "../table.ts";
import type { TableView } from "./subject.ts";
import { tenThousandths } from "./ten-thousandths.ts";

/**
 * False where surely no row is the sum of the others, nor of three or more above it in its section (快速核对): whole
 * numbers of ten-thousandths tell it without rounding. Texts, percentages and longer numbers are for the exact look.
 */
export function mayAddUp(
  view: TableView,
  rows: readonly (readonly Entry[])[],
  columns: readonly Column[],
  sectionOf: (row: number) => string | undefined,
): boolean {
  const { shape, unitNote, grid, headerRows } = view.table;
  if (shape !== "long" || unitNote !== undefined) return true;
  if (grid.merges.some(({ bottom }) => bottom > headerRows[1])) return true;
  const all = columns.map(() => 0);
  const units: number[][] = [];
  for (const [entry] of rows) {
    const own = entry && unitsOf(view, entry.row, columns);
    if (!own) return true;
    units.push(own);
    for (const [index, value] of own.entries()) all[index] = (all[index] ?? 0) + value;
  }
  if (!all.every(Number.isSafeInteger)) return true;
  let block = 0;
  let section: string | undefined;
  let sum = columns.map(() => 0);
  for (const [index, own] of units.entries()) {
    if (own.every((value, column) => value * 2 === all[column])) return true;
    const here = sectionOf(rows[index]?.[0]?.row ?? -1);
    if (block > 0 && here !== section) {
      block = 0;
      sum = columns.map(() => 0);
    }
    if (block === 0) section = here;
    if (block >= 3 && own.every((value, column) => value === sum[column])) return true;
    block++;
    for (const [column, value] of own.entries()) sum[column] = (sum[column] ?? 0) + value;
  }
  return false;
}

function unitsOf({ table: { grid } }: TableView, row: number, columns: readonly Column[]) {
  const units: number[] = [];
  for (const { index } of columns) {
    const value = grid.rows[row]?.[index] ?? null;
    const found =
      value === null || value === "" ? 0 : typeof value === "number" ? tenThousandths(value) : undefined;
    const shown = shownBy(formatAt(grid, row, index));
    if (found === undefined || shown.percent || shown.date) return undefined;
    units.push(found);
  }
  return units;
}
