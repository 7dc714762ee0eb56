import { rangeRef } from "@taizhang/grid";
import { recogniseWorkbook, type SheetReading, type Table } from "@taizhang/sheet";
import { type ExpectedTable, gridsOf, type LayoutCase } from "./layout-cases.ts";

/** What was compared and what differed, for one layout. */
export interface Comparison {
  columns: number;
  columnsRight: number;
  refusals: number;
  refusalsRight: number;
  readonly differences: string[];
}

/** Recognises a layout and holds the result against what must be said about it. */
export function compare(layout: LayoutCase): Comparison {
  const result: Comparison = { columns: 0, columnsRight: 0, refusals: 0, refusalsRight: 0, differences: [] };
  const readings = recogniseWorkbook(gridsOf(layout), layout.fileName);
  for (const wanted of layout.expect.sheets) {
    const reading = readings.find(({ grid }) => grid.name === wanted.name) as SheetReading;
    const is = reading.tables.length > 0;
    if (!wanted.isTargetSheet) {
      result.refusals++;
      if (!is) result.refusalsRight++;
    }
    if (is !== wanted.isTargetSheet)
      result.differences.push(`${wanted.name}: target sheet ${is} (${reading.reason.code})`);
    const tables = wanted.tables ?? [];
    if (tables.length !== reading.tables.length)
      result.differences.push(
        `${wanted.name}: ${reading.tables.length} tables (${reading.tables.map(({ range }) => rangeRef(range))}), not ${tables.length}`,
      );
    for (const [index, table] of tables.entries()) compareTable(table, reading.tables[index], result);
  }
  return result;
}

function compareTable(wanted: ExpectedTable, table: Table | undefined, result: Comparison): void {
  result.columns += wanted.columns.length;
  if (!table) return;
  const differ = (what: string, is: unknown, not: unknown): void => {
    if (JSON.stringify(is) !== JSON.stringify(not))
      result.differences.push(`${wanted.range} ${what}: ${JSON.stringify(is)}, not ${JSON.stringify(not)}`);
  };
  differ("range", rangeRef(table.range), wanted.range);
  differ(
    "headerRows",
    table.headerRows.map((row) => row + 1),
    wanted.headerRows,
  );
  differ("shape", table.shape, wanted.shape);
  // A region alone in title or file name: the layouts name no org, the domain page §5 lets them speak.
  const regionOnly = table.org?.evidence.some(({ rule }) => rule === "regionOnly");
  if (wanted.org || !regionOnly) differ("org", table.org?.name, wanted.org);
  differ("period", table.period?.value, wanted.period);
  const kinds: Record<string, number[]> = {};
  for (const { row, kind } of table.rows)
    if (kind !== "data" && kind !== "blank" && row <= table.range.bottom)
      kinds[kind] = [...(kinds[kind] ?? []), row + 1];
  differ("rows", sorted(kinds), sorted(wanted.rows ?? {}));
  for (const column of wanted.columns) {
    const found = table.columns.find(({ index }) => index === column.index);
    const right = found?.field === column.field && found.indicator === column.indicator;
    if (right) result.columnsRight++;
    else
      result.differences.push(
        `column ${column.index} ${found?.path.join("/")}: ${found?.field} ${found?.indicator ?? ""}, not ${column.field} ${column.indicator ?? ""}`,
      );
  }
}

const sorted = (kinds: Readonly<Record<string, readonly number[]>>) =>
  Object.fromEntries(
    Object.entries(kinds)
      .filter(([, rows]) => rows.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
