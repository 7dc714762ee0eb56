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
  rows: readonly number[],
  columns: readonly Column[],
  sectionOf: (row: number) => string | undefined,
): boolean {
  const { shape, unitNote, grid, headerRows } = view.table;
  if (shape !== "long" || unitNote !== undefined) return true;
  if (grid.merges.some(({ bottom }) => bottom > headerRows[1])) return true;
  // A sum is one in every column: where the first tells of none, nobody asks the others.
  return mayAddUpIn(view, rows, columns.slice(0, 1), sectionOf) && mayAddUpIn(view, rows, columns, sectionOf);
}

function mayAddUpIn(
  view: TableView,
  rows: readonly number[],
  columns: readonly Column[],
  sectionOf: (row: number) => string | undefined,
): boolean {
  const width = columns.length;
  const units = new Float64Array(rows.length * width);
  const all = new Float64Array(width);
  for (let index = 0; index < rows.length; index++) {
    if (!putUnits(view, rows[index] ?? -1, columns, units, index * width)) return true;
    for (let column = 0; column < width; column++)
      all[column] = at(all, column) + at(units, index * width + column);
  }
  if (!all.every(Number.isSafeInteger)) return true;
  const doubled = (from: number): boolean => {
    for (let column = 0; column < width; column++)
      if (at(units, from + column) * 2 !== at(all, column)) return false;
    return true;
  };
  let block = 0;
  let section: string | undefined;
  const sum = new Float64Array(width);
  const isSum = (from: number): boolean => {
    for (let column = 0; column < width; column++)
      if (at(units, from + column) !== at(sum, column)) return false;
    return true;
  };
  for (let index = 0; index < rows.length; index++) {
    const from = index * width;
    if (doubled(from)) return true;
    const here = sectionOf(rows[index] ?? -1);
    if (block > 0 && here !== section) {
      block = 0;
      sum.fill(0);
    }
    if (block === 0) section = here;
    if (block >= 3 && isSum(from)) return true;
    block++;
    for (let column = 0; column < width; column++) sum[column] = at(sum, column) + at(units, from + column);
  }
  return false;
}

const at = (list: Float64Array, index: number): number => list[index] ?? 0;

/** Puts the ten-thousandths of a row's figures in their places; false where one of them is for the exact look. */
function putUnits(
  { table: { grid } }: TableView,
  row: number,
  columns: readonly Column[],
  units: Float64Array,
  from: number,
): boolean {
  const cells = grid.rows[row];
  const formats = grid.formats[row];
  for (let at = 0; at < columns.length; at++) {
    const index = columns[at]?.index ?? -1;
    const value = cells?.[index] ?? null;
    const found =
      value === null || value === "" ? 0 : typeof value === "number" ? tenThousandths(value) : undefined;
    if (found === undefined) return false;
    const format = formats?.[index];
    if (format !== undefined && isOther(format)) return false;
    units[from + at] = found;
  }
  return true;
}

/** Shown as a hundredth or as a day: not the number that it holds. */
const isOther = (format: string): boolean => {
  const { percent, date } = shownBy(format);
  return percent || date;
};
