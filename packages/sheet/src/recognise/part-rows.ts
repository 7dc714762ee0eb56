import { add, compare, type Decimal, decimalOfNumber, isZero, zero } from "@taizhang/quantity";
import type { Column, TableRow } from "../table.ts";
import { rowsByKind } from "./rows-by-kind.ts";
import { own, type SheetView } from "./sheet-view.ts";
import { addedFields } from "./sum-rows.ts";

const mostParts = 12;

/**
 * The rows, with those marked as parts that go on with a 其中 above and complete it: 其中：税收收入 and then 非税收入 have
 * together what the row before has, in every column of amounts (其中的其余部分). They would be counted twice.
 */
export function withPartsThatAddUp(
  view: SheetView,
  columns: readonly Column[],
  rows: readonly TableRow[],
): readonly TableRow[] {
  if (!rowsByKind(rows).hasParts) return rows;
  const amounts = columns.flatMap(({ field, index }) => (addedFields.has(field) ? [index] : []));
  const parts = new Set<TableRow>();
  for (const [index, whole] of rows.entries())
    if (whole.kind === "data" && rows[index + 1]?.kind === "ofWhich")
      for (const row of restOf(view, amounts, rows, index)) parts.add(row);
  if (parts.size === 0) return rows;
  return rows.map((row) =>
    parts.has(row) ? { ...row, kind: "ofWhich", evidence: [{ rule: "sumOfParts", saw: "其中" }] } : row,
  );
}

/** The rows of data behind the 其中 rows of a whole that make up what these lack. */
function restOf(
  view: SheetView,
  amounts: readonly number[],
  rows: readonly TableRow[],
  at: number,
): readonly TableRow[] {
  const whole = rows[at] as TableRow;
  const sums = new Map<number, Decimal>();
  for (const column of amounts) {
    const value = numberAt(view, whole, column);
    if (value !== undefined && !isZero(value)) sums.set(column, zero);
  }
  if (sums.size === 0) return [];
  const rest: TableRow[] = [];
  for (const row of rows.slice(at + 1, at + 1 + mostParts)) {
    if (row.kind !== "ofWhich" && row.kind !== "data") return [];
    if (row.kind === "data") rest.push(row);
    else if (rest.length > 0) return [];
    for (const [column, sum] of sums) {
      const part = numberAt(view, row, column);
      if (part === undefined) return [];
      sums.set(column, add(sum, part));
    }
    const isWhole = [...sums].every(
      ([column, sum]) => compare(sum, numberAt(view, whole, column) as Decimal) === 0,
    );
    if (isWhole) return rest;
  }
  return [];
}

function numberAt(view: SheetView, { row }: TableRow, column: number): Decimal | undefined {
  const value = own(view, row, column);
  return typeof value === "number" ? decimalOfNumber(value) : undefined;
}
