import { contains, parseCell, parseRange } from "@taizhang/grid";
import type { Cell, Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { put } from "../multimap.ts";
import type { Table } from "../table.ts";
import { blankOf } from "./blank-cell.ts";

/** What whoever reports types in; the form's own formulas are none of it. */
export const typedFields: readonly Field[] = [
  "actualPeriod",
  "actualCumulative",
  "investmentActual",
  "stage",
  "progress",
  "status",
  "problem",
  "nextStep",
  "evidence",
];

const isTyped = (cell: Cell | undefined): boolean =>
  cell !== undefined && !cell.carried && cell.text !== "" && cell.formula === undefined;

/**
 * The rows of a table without the running sums that a formula carries on from the months before (公式沿用的累计): a workbook with
 * a sheet a month shows May's sum in December though nothing was reported since. Such a cell is blank where the month's own
 * figure beside it, which the formula adds, is, and the org has typed nothing at all into the table.
 */
export function withoutCarriedOn(table: Table, entries: readonly Entry[]): readonly Entry[] {
  if (table.grid.formulas.size === 0) return entries;
  const silent = new Map<string, Entry[]>();
  const rows = entries.filter(({ kind }) => kind === "data");
  for (const entry of rows) put(silent, entry.org ?? "", entry);
  for (const [org, own] of silent)
    if (
      !own.some(addsBlankMonth) ||
      own.some(({ cells }) => typedFields.some((field) => isTyped(cells.get(field))))
    )
      silent.delete(org);
  if (silent.size === 0) return entries;
  // A sum over rows of which none is left is carried on as they are.
  const isWhole = rows.every(({ org = "" }) => silent.has(org));
  return entries.map((entry) => {
    const cell = entry.cells.get("actualCumulative");
    const isCarried = entry.kind === "data" ? silent.has(entry.org ?? "") : isWhole;
    if (cell?.formula === undefined || !isCarried) return entry;
    return { ...entry, cells: new Map([...entry.cells, ["actualCumulative", blankOf(cell)]]) };
  });
}

/** True where nothing of what is to be reported is filled in, other than by formulas that carry on from before (空表). */
export const isEmptyForm = (table: Table, entries: readonly Entry[]): boolean =>
  withoutCarriedOn(table, entries).every(({ cells }) =>
    typedFields.every((field) => (cells.get(field)?.text ?? "") === ""),
  );

/** '5月'!E4+D4 in E4 of June, SUM('1月:6月'!D4) likewise: a sum to which D4 would add what is done in the month. */
function addsBlankMonth({ cells, table }: Entry): boolean {
  const [sum, month] = [cells.get("actualCumulative"), cells.get("actualPeriod")];
  const place = month?.text === "" && month.formula === undefined ? parseCell(month.at.ref) : undefined;
  if (sum?.formula === undefined || sum.text === "" || !place) return false;
  for (const [, sheets = "", ref = ""] of sum.formula.replaceAll("$", "").matchAll(reference)) {
    const names = sheets.replace(/^'|'$/g, "").split(":");
    const range = sheets === "" || names.includes(table.grid.name) ? parseRange(ref) : undefined;
    if (range && contains(range, place.row, place.column)) return true;
  }
  return false;
}

/** D4, A3:M3, 明细!A3:M3, '1月:6月'!D4: the sheets and the cells. */
const reference = /(?:('[^']+'|[^\s'!()+\-*/^&=<>,;]+)!)?([A-Z]{1,3}[1-9]\d*(?::[A-Z]{1,3}[1-9]\d*)?)/gi;
