import { type CellValue, formatAt } from "@taizhang/grid";
import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { type TableView, valueIn } from "./subject.ts";
import { tenThousandths } from "./ten-thousandths.ts";

/**
 * Looks at bare numbers that settle the usual case before anything exact is calculated (快速核对). They only ever say
 * "this surely agrees"; what they leave open is decided by exact decimals, so no amount is judged in floating point.
 */

/** The columns of the fields say the same unit, so that their bare numbers compare. */
function sameUnit({ columnsOf }: TableView, a: Field, b: Field): boolean {
  const [x, y] = [columnsOf(a), columnsOf(b)];
  return x.length === 1 && y.length === 1 && x[0]?.unit === y[0]?.unit;
}

const isNumber = (value: CellValue): value is number => typeof value === "number";

/** Shown as a percentage or a date: then the number is not what is printed. */
function isFormatted({ table, columnsOf }: TableView, { row }: Entry, field: Field): boolean {
  const [column] = columnsOf(field);
  return column !== undefined && formatAt(table.grid, row, column.index)?.includes("%") === true;
}

/**
 * The printed rate in percent where it is surely cumulative actual ÷ target in percent: a number with one digit after
 * the point at most, less than a printed digit away.
 */
export function plainRate(view: TableView, entry: Entry): number | undefined {
  if (view.table.shape !== "long" || !sameUnit(view, "target", "actualCumulative")) return undefined;
  const rate = valueIn(view, entry, "completion");
  const target = valueIn(view, entry, "target");
  const actual = valueIn(view, entry, "actualCumulative");
  if (!isNumber(rate) || !isNumber(target) || !isNumber(actual) || target <= 0 || actual <= 0)
    return undefined;
  if (isFormatted(view, entry, "target") || isFormatted(view, entry, "actualCumulative")) return undefined;
  const printed = isFormatted(view, entry, "completion") ? rate * 100 : rate;
  const exact = (actual / target) * 100;
  const away = Math.abs(printed - exact);
  // A fraction (0.96) beside 0.96% is for the exact look.
  if (exact < 2) return undefined;
  if (
    Number.isInteger(rate)
      ? away < 0.99
      : Number.isInteger(Math.round(rate * 1e6) / 1e5)
        ? away < 0.099
        : away < exact * 1e-9
  )
    return printed;
  return undefined;
}

/** True where last month's cumulative and this month's figure, not below zero, surely make the cumulative, to the last digit. */
export function plainSum(view: TableView, entry: Entry): boolean {
  if (view.table.shape !== "long") return false;
  const now = valueIn(view, entry, "actualCumulative");
  const before = valueIn(view, entry, "actualLastCumulative");
  const month = valueIn(view, entry, "actualPeriod");
  if (!isNumber(now) || !isNumber(before) || !isNumber(month) || month < 0) return false;
  if (
    !sameUnit(view, "actualCumulative", "actualLastCumulative") ||
    !sameUnit(view, "actualCumulative", "actualPeriod")
  )
    return false;
  if (Number.isSafeInteger(now) && Number.isSafeInteger(before) && Number.isSafeInteger(month))
    return before + month === now;
  const [sum, past, grown] = [tenThousandths(now), tenThousandths(before), tenThousandths(month)];
  if (sum === undefined || past === undefined || grown === undefined || past + grown !== sum) return false;
  return !(["actualCumulative", "actualLastCumulative", "actualPeriod"] as const).some((field) =>
    isFormatted(view, entry, field),
  );
}

/** True where two bare numbers in one unit are surely within a thousandfold of each other. */
export function plainlyClose(view: TableView, entry: Entry, a: Field, b: Field): boolean {
  const [x, y] = [valueIn(view, entry, a), valueIn(view, entry, b)];
  if (y === null) return true;
  if (!isNumber(x) || !isNumber(y) || !sameUnit(view, a, b)) return false;
  if (isFormatted(view, entry, a) || isFormatted(view, entry, b)) return false;
  const ratio = Math.abs(x / y);
  return x === 0 || y === 0 || (ratio < 1_000 && ratio > 0.001);
}

/** True where the printed 同比 is surely cumulative ÷ last year − 1, or where one of the three is blank. */
export function plainGrowth(view: TableView, entry: Entry): boolean {
  if (view.table.shape !== "long" || !sameUnit(view, "actualCumulative", "actualLastYear")) return false;
  const rate = valueIn(view, entry, "yearOnYear");
  const now = valueIn(view, entry, "actualCumulative");
  const before = valueIn(view, entry, "actualLastYear");
  if (rate === null || now === null || before === null) return true;
  if (!isNumber(rate) || !isNumber(now) || !isNumber(before) || before <= 0) return false;
  if (isFormatted(view, entry, "yearOnYear")) return false;
  return Math.abs(rate - (now / before - 1) * 100) < 0.05;
}
