import { type Finding, finding } from "@taizhang/finding";
import { isBlank } from "@taizhang/grid";
import { sum } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import type { Column } from "../table.ts";
import { amountOfCell, inOneUnit, near, tolerance } from "./amounts.ts";
import { cellInColumn } from "./column-cells.ts";
import type { TableView } from "./subject.ts";

const monthOf = ({ path }: Column): number =>
  Number(/^(?:20\d\d年)?(\d{1,2})月份?(?:完成数?|完成情况|实绩)?$/.exec(path.at(-1) ?? "")?.[1] ?? 0);

/** The columns 1月, 2月, … from January on without a gap (各月列); none where the table has other ones. */
export function monthColumns(view: TableView): readonly Column[] {
  const columns = view.columnsOf("actualPeriod");
  if (columns.length < 2 || view.columnsOf("actualCumulative").length !== 1) return [];
  return columns.every((column, at) => monthOf(column) === at + 1) ? columns : [];
}

/** M01 where the months of the year do not make the cumulative figure beside them. Months to come are blank at the end. */
export function monthsDiffer(entry: Entry, columns: readonly Column[]): Finding | undefined {
  const whole = entry.cells.get("actualCumulative");
  if (!whole || whole.carried) return undefined;
  const cells = columns.map((column) => cellInColumn(entry, column));
  const last = cells.findLastIndex((cell) => cell !== undefined && !isBlank(cell.value));
  const filled = cells.slice(0, last + 1).flatMap((cell) => cell ?? []);
  const now = amountOfCell(whole, entry);
  const amounts = filled.map((cell) => amountOfCell(cell, entry));
  if (filled.length < 2 || filled.some(({ carried }) => carried)) return undefined;
  if ([now, ...amounts].some(({ status }) => status !== "reported") || now.amount === undefined)
    return undefined;
  const parts = amounts.flatMap((one) => inOneUnit(one, now)?.[0] ?? []);
  if (parts.length < filled.length) return undefined;
  const expected = sum(parts);
  const places = Math.max(now.places, ...amounts.map((one) => one.places));
  const room = places === 0 ? tolerance(30, 1) : tolerance(places, parts.length + 1);
  if (near(now.amount, expected, room)) return undefined;
  return finding("M01", { kind: "months", found: now.amount, months: parts.length, expected }, [whole.at], {
    related: filled.map(({ at }) => at),
  });
}
