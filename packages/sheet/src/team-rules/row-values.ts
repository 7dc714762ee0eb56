import { isBlank } from "@taizhang/grid";
import { convert, type Decimal, dateOfSerial, decimalOfNumber, isDateFormat } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import { amountFields, type Field, rateFields } from "../field.ts";
import { readAmount } from "../read/amount.ts";
import { fieldLabel } from "../recognise/header-words.ts";
import { squeeze } from "../recognise/heading.ts";
import { cellInColumn } from "../rules/column-cells.ts";
import { rateIn } from "../rules/rate.ts";
import type { Column, Table } from "../table.ts";
import { Amount, blankCell } from "./cel-environment.ts";

const amounts: ReadonlySet<Field> = new Set(amountFields);
const rates: ReadonlySet<Field> = new Set(rateFields);

/** Finds the column that a name in an expression means: the sheet's heading, its whole path, or the standard heading. */
export function columnNamed({ columns }: Table, name: string): Column | undefined {
  const wanted = squeeze(name);
  return (
    columns.find(({ path }) => squeeze(path.at(-1) ?? "") === wanted || squeeze(path.join("/")) === wanted) ??
    columns.find(({ field }) => field !== "other" && fieldLabel(field, "zh-CN") === wanted)
  );
}

/**
 * What a cell is in an expression (单元格取值): an exact amount in the row's unit, a rate in percent, a day as
 * "2016-10-25", a text, or `blankCell`.
 */
export function valueInExpression(entry: Entry, column: Column): { cell: Cell | undefined; value: unknown } {
  const cell =
    entry.cells.get(column.field)?.column === column
      ? entry.cells.get(column.field)
      : cellInColumn(entry, column);
  return { cell, value: (cell ? readCell(cell, entry) : undefined) ?? blankCell };
}

function readCell(cell: Cell, entry: Entry): unknown {
  const { value, column, format } = cell;
  if (isBlank(value)) return null;
  if (amounts.has(column.field)) return amountOf(cell, entry);
  if (rates.has(column.field)) {
    const rate = rateIn(cell);
    return rate ? new Amount(rate.printed) : cell.text;
  }
  if (typeof value === "boolean") return value;
  if (typeof value !== "number") return cell.text;
  if (format !== undefined && isDateFormat(format))
    return dateOfSerial(value, entry.table.grid.date1904) ?? cell.text;
  const number = decimalOfNumber(value);
  return number === undefined ? cell.text : new Amount(number);
}

function amountOf(cell: Cell, entry: Entry): unknown {
  const { status, amount, unit, power } = readAmount(cell, entry);
  if (status !== "reported" || amount === undefined) return status === "missing" ? null : cell.text;
  return new Amount(inUnitOfRow(amount, unit, power, entry.unit));
}

/** 2000万 in a row counted in 元 is 20000000. */
function inUnitOfRow(
  amount: Decimal,
  unit: string | undefined,
  power: number,
  rowUnit: string | undefined,
): Decimal {
  if (rowUnit === undefined || unit === undefined) return amount;
  const printed = `${({ 4: "万", 8: "亿", 3: "千", 2: "百" } as Record<number, string>)[power] ?? ""}${unit}`;
  return printed === rowUnit ? amount : (convert(amount, printed, rowUnit) ?? amount);
}
