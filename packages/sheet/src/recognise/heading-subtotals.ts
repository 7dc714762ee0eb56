import { add, compare, type Decimal, decimalOfNumber, zero } from "@taizhang/quantity";
import type { Field } from "../field.ts";
import type { Column, TableRow } from "../table.ts";
import { fold } from "./heading.ts";
import { own, ownText, type SheetView } from "./sheet-view.ts";

const sums: ReadonlySet<Field> = new Set<Field>([
  "target",
  "actualCumulative",
  "actualPeriod",
  "actualLastYear",
  "investmentTotal",
  "investmentPlan",
  "investmentActual",
]);
const numbered = /^(?:第?[一二三四五六七八九十]{1,3}(?:[、.．,，)]|部分|类)|\([一二三四五六七八九十]{1,3}\))/;
/** A longer table has no headings with sums among its rows. */
const mostRows = 20_000;
/** （一） stands within 一、. */
const inner = /^\(/;
const counted = /\((?:共)?(\d{1,3})(?:个|项|件|处|户|家)(?:项目|任务)?\)$/;

/**
 * The rows, with those marked as subtotals that head the rows below them and hold their sums: 一、基础设施（2个） above two
 * projects (带数的标题行). The label says how many rows follow, or every amount of it is the sum of theirs. （一） within 一、
 * comes first, so that what it heads is not counted again above it.
 */
export function withHeadingSubtotals(
  view: SheetView,
  columns: readonly Column[],
  rows: readonly TableRow[],
): readonly TableRow[] {
  const amounts = columns.filter(({ field }) => sums.has(field)).map(({ index }) => index);
  if (amounts.length === 0 || rows.length > mostRows) return rows;
  const labels = rows.map((row) => (row.kind === "data" ? labelOf(view, columns, row) : undefined));
  if (!labels.some((label) => label !== undefined)) return rows;
  const heads = new Map<number, string>();
  for (const isInner of [true, false])
    for (const [at, row] of rows.entries()) {
      const label = labels[at];
      if (label === undefined || inner.test(label) !== isInner) continue;
      const below = detailsBelow(
        rows,
        at,
        (next) => heads.has(next),
        (next) => {
          const other = labels[next];
          return other !== undefined && (isInner || !inner.test(other));
        },
      );
      const number = counted.exec(label)?.[1];
      if (below.length > 0 && (number === `${below.length}` || addsUp(view, amounts, row, below)))
        heads.set(at, label);
    }
  let section: string | undefined;
  return rows.map((row, at) => {
    const saw = heads.get(at);
    if (saw !== undefined) {
      section = saw;
      return { ...row, kind: "subtotal", evidence: [{ rule: "headsItsSum", saw }], section };
    }
    if (row.kind === "total" || row.kind === "subtotal" || row.kind === "section") section = undefined;
    return row.kind === "data" && section !== undefined ? { ...row, section } : row;
  });
}

/** Some row of data is numbered as a heading is: without one no row heads its sum. */
export const holdsLabels = (
  view: SheetView,
  columns: readonly Column[],
  rows: readonly TableRow[],
): boolean =>
  rows.length <= mostRows &&
  rows.some((row) => row.kind === "data" && labelOf(view, columns, row) !== undefined);

/** The first text of a row, where it is numbered as a heading is. */
function labelOf(view: SheetView, columns: readonly Column[], { row }: TableRow): string | undefined {
  const first = columns.find(({ index }) => own(view, row, index) !== null);
  const text = first ? fold(ownText(view, row, first.index)) : "";
  return text.length <= 40 && numbered.test(text) ? text : undefined;
}

/** The rows of data after a heading, without the headings among them, to what ends it. */
function detailsBelow(
  rows: readonly TableRow[],
  at: number,
  isHeading: (next: number) => boolean,
  ends: (next: number) => boolean,
): readonly TableRow[] {
  const below: TableRow[] = [];
  for (let next = at + 1; next < rows.length; next++) {
    const row = rows[next] as TableRow;
    if (isHeading(next) || ["blank", "ofWhich", "repeatedHeader"].includes(row.kind)) continue;
    if (row.kind !== "data" || ends(next)) break;
    below.push(row);
  }
  return below;
}

/** Each amount of the row is the sum of those below it, and one at least is not zero. */
function addsUp(
  view: SheetView,
  amounts: readonly number[],
  { row }: TableRow,
  below: readonly TableRow[],
): boolean {
  let filled = 0;
  for (const column of amounts) {
    const whole = numberAt(view, row, column);
    if (whole === undefined) continue;
    const sum = below.reduce((total, one) => add(total, numberAt(view, one.row, column) ?? zero), zero);
    if (compare(whole, sum) !== 0) return false;
    if (compare(whole, zero) !== 0) filled++;
  }
  return filled > 0;
}

function numberAt(view: SheetView, row: number, column: number): Decimal | undefined {
  const value = own(view, row, column);
  return typeof value === "number" ? decimalOfNumber(value) : undefined;
}
