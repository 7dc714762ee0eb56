import { add, compare, type Decimal, decimalOfNumber, isZero, zero } from "@taizhang/quantity";
import type { Field } from "../field.ts";
import type { Column, TableRow } from "../table.ts";
import { rowsByKind } from "./rows-by-kind.ts";
import { own, type SheetView } from "./sheet-view.ts";

/** The columns whose figures a row may hold the sums of. */
export const addedFields: ReadonlySet<Field> = new Set<Field>([
  "target",
  "actualCumulative",
  "actualPeriod",
  "actualLastYear",
  "investmentPlan",
  "investmentActual",
]);
const mostRows = 2_000;

/**
 * The rows, with the first or the last one marked as total where it says nothing of the kind, or is the only one that does
 * with a name before it, and is the sum of all others: 眉山市 above its counties, 收入合计 above the taxes. At least half of the columns must add up; rates among them do not.
 */
export function withSilentTotal(
  view: SheetView,
  columns: readonly Column[],
  rows: readonly TableRow[],
): readonly TableRow[] {
  const { named, data: count } = rowsByKind(rows);
  const [only] = named;
  if (only ? named.length > 1 || !isNamedSum(only) : !columns.some(({ field }) => field === "division"))
    return rows;
  if (count + named.length > mostRows || count + named.length < 3) return rows;
  const data = rows.filter((row) => row.kind === "data" || row === only);
  const amounts = columns.filter(({ field }) => addedFields.has(field));
  for (const candidate of [data[0], data.at(-1)]) {
    const others = data.filter((row) => row !== candidate);
    // 一般公共预算收入合计 is the total where it stands at the edge and is the sum of all rows, and not of some.
    if (!candidate || (only && candidate !== only)) continue;
    let added = 0;
    for (const { index } of amounts) if (isSum(view, index, candidate.row, others)) added++;
    if (added > 0 && added >= amounts.length / 2)
      return rows.map((row) =>
        row === candidate
          ? { ...row, kind: "total", evidence: [{ rule: only ? "namedSum" : "sumOfRows", saw: `${added}` }] }
          : row,
      );
  }
  return rows;
}

/** 收入合计 by its words; 一、续建项目（2个） and 小计 are of a part. */
const isNamedSum = ({ kind, evidence: [told] }: TableRow): boolean =>
  kind === "subtotal" && told?.rule === "word" && told.saw.includes("合计");

/** Exactly the sum of the others, of which two at least are not zero. */
function isSum(view: SheetView, column: number, row: number, others: readonly TableRow[]): boolean {
  const whole = numberAt(view, row, column);
  if (whole === undefined || isZero(whole) || !isNearlySum(view, column, row, others)) return false;
  let sum: Decimal = zero;
  let parts = 0;
  for (const other of others) {
    const part = numberAt(view, other.row, column);
    if (part === undefined || isZero(part)) continue;
    sum = add(sum, part);
    parts++;
  }
  return parts >= 2 && compare(sum, whole) === 0;
}

/** As far as doubles tell: most rows are no sum, and that is seen without a single decimal. */
function isNearlySum(view: SheetView, column: number, row: number, others: readonly TableRow[]): boolean {
  let sum = 0;
  let size = 0;
  for (const other of others) {
    const part = own(view, other.row, column);
    if (typeof part !== "number") continue;
    sum += part;
    size += Math.abs(part);
  }
  const whole = own(view, row, column);
  return typeof whole === "number" && !(Math.abs(sum - whole) > (size + Math.abs(whole)) * 1e-9);
}

function numberAt(view: SheetView, row: number, column: number): Decimal | undefined {
  const value = own(view, row, column);
  return typeof value === "number" ? decimalOfNumber(value) : undefined;
}
