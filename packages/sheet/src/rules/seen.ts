import { type CellValue, isBlank } from "@taizhang/grid";
import { amountFields, type Field, rateFields } from "../field.ts";
import type { SeenRow } from "./rule.ts";

/** For rules that take nothing from single rows: only headers, merges, kinds of rows, or what stands above the table. */
export const nothing = (): string => "";

const end = "\u0001";

const keyOf = (value: CellValue | undefined): string =>
  value === undefined || value === null
    ? end
    : typeof value === "object"
      ? `!${value.error}${end}`
      : `${typeof value}${value}${end}`;

/** What stands in the columns of these fields, as it stands (所见各列). */
export function printed({ view, row }: SeenRow, ...fields: readonly Field[]): string {
  const cells = view.table.grid.rows[row];
  let text = "";
  for (const field of fields) for (const { index } of view.columnsOf(field)) text += keyOf(cells?.[index]);
  return text;
}

/** All amounts and rates of the row, as they stand. */
export const figures = (seen: SeenRow): string => printed(seen, ...amountFields, ...rateFields);

/** What the row is called and whose it is. */
export const names = ({ entries }: SeenRow): string =>
  entries
    .map(({ id, task, indicator, program, unit, org, division, leads }) =>
      [id, task, indicator, program, unit, org, division, ...leads].join(end),
    )
    .join("\u0002");

/** Which of these columns of the sheet are blank in the row. */
export const blanks = ({ view, row }: SeenRow, columns: readonly number[]): string =>
  columns.map((column) => (isBlank(view.table.grid.rows[row]?.[column] ?? null) ? "0" : "1")).join("");
