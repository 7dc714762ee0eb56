import type { Grid } from "@taizhang/grid";
import type { Column, Evidence, ReasonCode, SheetReading, Table, TableRow } from "../table.ts";
import { type Correction, columnsOf } from "./columns.ts";
import { findHeaders, type HeaderBlock } from "./header-rows.ts";
import { kindsOf } from "./row-kind.ts";
import { filledColumns, own, type SheetView, viewOf } from "./sheet-view.ts";
import { splitSideways } from "./side-by-side.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";
import { judge } from "./target-sheet.ts";

/** What the user said before about recognition (识别设置). */
export interface RecogniseOptions {
  readonly corrections?: readonly Correction[];
}

/**
 * The tables of a sheet with the meaning of their columns and rows, or why it is no target sheet (识别工作表).
 * Never throws, whatever the grid. The domain page §5.
 * @example recogniseSheet(gridOf("民政局", [["任务名称", "年度目标"], ["新建养老中心", 3]]), "民政局.xlsx").tables[0]?.shape // "long"
 */
export function recogniseSheet(
  grid: Grid,
  file: string,
  { corrections = [] }: RecogniseOptions = {},
): SheetReading {
  const view = viewOf(grid);
  if (view.bottom < 0) return { grid, file, tables: [], reason: { code: "empty", args: {} } };
  const headers = findHeaders(view);
  const first = headers[0];
  if (!first)
    return { grid, file, tables: [], reason: { code: isText(view) ? "text" : "noHeader", args: {} } };
  const tables: Table[] = [];
  const refusals: ReasonCode[] = [];
  const top = surroundingsOf(view, 0, first.top - 1, file);
  for (const [index, header] of headers.entries()) {
    const floor = floorOf(view, header, headers[index + 1]);
    const above = headers[index - 1];
    const around = above
      ? { ...top, ...surroundingsOf(view, floorOf(view, above, header) + 1, header.top - 1, "") }
      : top;
    for (const part of splitSideways(view, header, floor)) {
      const read = readTable(view, file, part, floor, around, corrections);
      if (read.code === "targets") tables.push(read.table);
      else refusals.push(read.code);
    }
  }
  const code = tables.length > 0 ? "targets" : (worth.find((one) => refusals.includes(one)) ?? "noHeader");
  return { grid, file, tables, reason: { code, args: { row: `${first.top + 1}` } } };
}

/** The readings of all sheets of a workbook; a sheet without org or period takes them from the others (识别工作簿). */
export function recogniseWorkbook(
  grids: readonly Grid[],
  file: string,
  options: RecogniseOptions = {},
): SheetReading[] {
  const readings = grids.map((grid) => recogniseSheet(grid, file, options));
  const org = onlyOne(readings, (table) => table.org?.name);
  const period = onlyOne(readings, (table) => table.period?.value);
  return readings.map((reading) => ({
    ...reading,
    tables: reading.tables.map((table) => ({
      ...table,
      ...(!table.org && org ? { org: { name: org.value, evidence: [org.evidence] } } : {}),
      ...(!table.period && period ? { period: { value: period.value, evidence: [period.evidence] } } : {}),
    })),
  }));
}

/** What all sheets of a workbook that say it agree on. */
function onlyOne(
  readings: readonly SheetReading[],
  of: (table: Table) => string | undefined,
): { value: string; evidence: Evidence } | undefined {
  const found = new Map<string, string>();
  for (const { grid, tables } of readings)
    for (const table of tables) {
      const value = of(table);
      if (value) found.set(value, grid.name);
    }
  const [only] = found;
  return found.size === 1 && only
    ? { value: only[0], evidence: { rule: "otherSheet", saw: only[1] } }
    : undefined;
}

const worth: readonly ReasonCode[] = ["noData", "noTargetColumn", "list", "noHeader"];

function readTable(
  view: SheetView,
  file: string,
  header: HeaderBlock,
  floor: number,
  around: Surroundings,
  corrections: readonly Correction[],
): { table: Table; code: ReasonCode } {
  const { columns, drafts, shape } = columnsOf(view, header, {
    title: around.title ?? view.grid.name,
    unitNote: around.unitNote,
    corrections,
    bottom: floor,
  });
  const keys = keyColumns(columns);
  const rows = trimBlanks(kindsOf(view, header, keys, floor));
  const last =
    rows.findLast(({ kind }) => kind !== "blank" && kind !== "note")?.row ?? header.firstDataRow - 1;
  const table: Table = {
    grid: view.grid,
    file,
    range: { top: header.top, left: header.left, bottom: last, right: header.right },
    headerRows: [header.top, header.firstDataRow - 1],
    shape,
    columns,
    rows,
    ...(around.org ? { org: around.org } : {}),
    ...(around.period ? { period: around.period } : {}),
    ...(around.unitNote ? { unitNote: around.unitNote } : {}),
    role: roleOf(columns, rows),
  };
  return { table, code: judge(columns, drafts, rows, shape) };
}

const keyFields: ReadonlySet<string> = new Set([
  "seq",
  "id",
  "program",
  "task",
  "indicator",
  "division",
  "lead",
  "reporter",
  "kind",
]);

/** The columns where 合计 and 其中 may stand; at least the first. */
function keyColumns(columns: readonly Column[]): number[] {
  const keys = columns.filter(({ field }) => keyFields.has(field)).map(({ index }) => index);
  const first = columns[0]?.index ?? 0;
  return (keys.includes(first) ? keys : [first, ...keys]).slice(0, 8);
}

const trimBlanks = (rows: readonly TableRow[]): TableRow[] =>
  rows.slice(0, rows.findLastIndex(({ kind }) => kind !== "blank") + 1);

const actualFields: ReadonlySet<string> = new Set([
  "actualPeriod",
  "actualCumulative",
  "investmentActual",
  "completion",
  "progress",
  "status",
]);

function roleOf(columns: readonly Column[], rows: readonly TableRow[]): Table["role"] {
  if (!columns.some(({ field }) => actualFields.has(field))) return "ledger";
  const regions =
    columns.some(({ field }) => field === "division") &&
    rows.filter(({ kind }) => kind === "data").length > 1;
  return regions && rows.some(({ kind }) => kind === "total") ? "summary" : "return";
}

/** The last row that may belong to a table: above the next header and its title lines. */
function floorOf(view: SheetView, header: HeaderBlock, next: HeaderBlock | undefined): number {
  if (!next) return view.bottom;
  let row = next.top - 1;
  while (row >= header.firstDataRow) {
    const filled = filledColumns(view, row);
    if (filled.length > 2 || filled.some((column) => typeof view.grid.rows[row]?.[column] === "number"))
      break;
    row--;
  }
  return row;
}

/** Nothing but sentences: instructions, a cover letter. */
function isText(view: SheetView): boolean {
  let texts = 0;
  let numbers = 0;
  let rows = 0;
  for (let row = 0; row <= Math.min(view.bottom, 200); row++) {
    const filled = filledColumns(view, row, 0, Math.min(view.right, 200));
    if (filled.length > 0) rows++;
    for (const column of filled) {
      if (typeof own(view, row, column) === "number") numbers++;
      else texts++;
    }
  }
  return numbers === 0 && texts <= rows * 1.5;
}
