import { formatAt, isBlank, textOf, valueAt } from "@taizhang/grid";
import { dateOfSerial, isDateFormat } from "@taizhang/quantity";
import { fold } from "../recognise/heading.ts";
import type { Table } from "../table.ts";

const key = /^(?:填报|填表|报送|上报|报出)(?:日期|时间):?/;
const day = /(20\d\d)(?:年|[-./])(1[0-2]|0?[1-9])(?:月|[-./])([12]\d|3[01]|0?[1-9])日?(?!\d)/;
/** Figures are asked for by the end of a month or in the first days of the next; between the two the day tells nothing. */
const [lastOfNext, firstOfOwn] = [10, 20];

/**
 * The month that the figures of a form are of, by the day on which it was filled in (填报日期): 2016-10-26 is of October,
 * and so is 2016-11-03. Undefined where no such day stands above the table, and for one in the midst of a month.
 */
export function monthByFilling({ grid, headerRows: [header] }: Table): string | undefined {
  for (let row = Math.max(0, header - 30); row < header; row++)
    for (const [column, value] of (grid.rows[row] ?? []).entries()) {
      const text = typeof value === "string" ? fold(value) : "";
      const label = key.exec(text)?.[0];
      if (label === undefined) continue;
      const found = day.exec(text.slice(label.length) || nextIn(grid, row, column));
      if (found) return monthOf(Number(found[1]), Number(found[2]), Number(found[3]));
    }
  return undefined;
}

/** The text of the next cell that is filled in; a date as 2016-10-26. */
function nextIn(grid: Table["grid"], row: number, column: number): string {
  const next = (grid.rows[row] ?? []).findIndex((value, index) => index > column && !isBlank(value ?? null));
  const value = next < 0 ? null : valueAt(grid, row, next);
  const isDate = typeof value === "number" && isDateFormat(formatAt(grid, row, next) ?? "");
  return (isDate ? dateOfSerial(value, grid.date1904) : undefined) ?? fold(textOf(value));
}

function monthOf(year: number, month: number, date: number): string | undefined {
  if (date > lastOfNext && date < firstOfOwn) return undefined;
  const months = year * 12 + month - 1 - (date <= lastOfNext ? 1 : 0);
  return `${Math.floor(months / 12)}-${`${(months % 12) + 1}`.padStart(2, "0")}`;
}
