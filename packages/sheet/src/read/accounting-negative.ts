import { halfWidth } from "@taizhang/quantity";
import type { Cell } from "../entry.ts";
import type { Column, Table } from "../table.ts";

const bracketed = /^\(((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\)$/;
const known = new WeakMap<Table, Map<Column, boolean>>();

/** The amount in (500), without the brackets, or undefined for any other text (加括号的数). @example bracketedAmount("（1,200）") // "1,200" */
export const bracketedAmount = (text: string): string | undefined =>
  text.length > 40 ? undefined : bracketed.exec(halfWidth(text).replace(/\s+/g, ""))?.[1];

/**
 * The text of −500 where a cell says (500), as accountants write it, and other numbers of its column are negative too
 * (会计写法的负数). In a column without any the brackets may as well set a remark apart, and nothing is certain.
 */
export function accountingNegative(
  { value, column }: Pick<Cell, "value" | "column">,
  table: Table,
): string | undefined {
  const amount = typeof value === "string" ? bracketedAmount(value) : undefined;
  return amount !== undefined && hasNegatives(table, column) ? `-${amount}` : undefined;
}

function hasNegatives(table: Table, column: Column): boolean {
  const columns = known.get(table) ?? new Map<Column, boolean>();
  known.set(table, columns);
  let found = columns.get(column);
  if (found === undefined) {
    found = table.rows.some(({ row }) => {
      const value = table.grid.rows[row]?.[column.index];
      return typeof value === "number" && value < 0;
    });
    columns.set(column, found);
  }
  return found;
}
