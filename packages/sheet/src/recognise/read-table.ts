import type { Column, ReasonCode, Table, TableRow } from "../table.ts";
import type { Draft } from "./column-meaning.ts";
import { columnsOf } from "./columns.ts";
import type { Correction } from "./correction.ts";
import { aboveFoot } from "./foot.ts";
import { withGroupRows } from "./group-rows.ts";
import { periodOfHeader } from "./header-period.ts";
import type { HeaderBlock } from "./header-rows.ts";
import { withHeadingSubtotals } from "./heading-subtotals.ts";
import { withHeldPlaces } from "./held-places.ts";
import { measures } from "./measure-words.ts";
import { areRowsUnnamed } from "./orgs-across.ts";
import { withPartsThatAddUp } from "./part-rows.ts";
import { withPrograms } from "./programs.ts";
import { type Period, periodIn } from "./report-period.ts";
import { kindsOf, type LookAtRow, lookAtRows } from "./row-kind.ts";
import { ownText, type SheetView } from "./sheet-view.ts";
import { withoutStatistics } from "./statistic-rows.ts";
import { withSilentTotal } from "./sum-rows.ts";
import { indicatorOfCaption, type Surroundings } from "./surroundings.ts";
import { judge } from "./target-sheet.ts";
import { subjectOfTitle } from "./title-subject.ts";
import { areHeadingsDown, areMeasuresDown } from "./turned.ts";

/** The table under a header, and whether it is one of targets. `floor` is the last row that may belong to it. */
export function readTable(
  view: SheetView,
  file: string,
  header: HeaderBlock,
  floor: number,
  around: Surroundings,
  corrections: readonly Correction[],
  targetsElsewhere: boolean,
): ReadTable {
  const foot = aboveFoot(view, header, floor);
  const { columns, drafts, shape, likelihood } = readColumns(view, header, foot, around, corrections);
  const look = lookAtRows(view, header, keyColumns(columns), floor);
  const marked = [
    withoutStatistics,
    withPartsThatAddUp,
    withGroupRows,
    withHeldPlaces,
    withHeadingSubtotals,
    withSilentTotal,
  ].reduce(
    (told: readonly TableRow[], next) => next(view, columns, told),
    trimBlanks(kindsOf(view, header, keyColumns(columns), floor, look)),
  );
  const rows = withPrograms(marked);
  const last =
    rows.findLast(({ kind }) => kind !== "blank" && kind !== "note")?.row ?? header.firstDataRow - 1;
  const org = around.said ?? around.org;
  const period = periodOf(view, around, columns, drafts, rows);
  const subject = namesRows(columns) ? undefined : subjectOfTitle(around.title);
  const table: Table = {
    grid: view.grid,
    file,
    range: { top: header.top, left: header.left, bottom: last, right: header.right },
    headerRows: [header.top, header.firstDataRow - 1],
    shape,
    columns,
    rows,
    ...(org ? { org } : {}),
    ...(period ? { period } : {}),
    ...(subject ? { subject } : {}),
    ...(around.unitNote ? { unitNote: around.unitNote } : {}),
    ...(around.unitNotes ? { unitNotes: around.unitNotes } : {}),
    role: roleOf(columns, rows, around.title),
  };
  const own = { header, floor, foot, around, look, likelihood };
  return { table, code: codeOf(view, own, table, drafts, targetsElsewhere), ...own };
}

/** Why the table is one of targets, or what it is instead. */
export function codeOf(
  view: SheetView,
  { header, floor, around, likelihood }: Pick<ReadTable, "header" | "floor" | "around" | "likelihood">,
  { columns, rows, shape }: Table,
  drafts: readonly Draft[],
  targetsElsewhere: boolean,
): ReasonCode {
  const code = judge(columns, drafts, rows, shape, targetsElsewhere, around.title, likelihood);
  const turned =
    code === "targets" &&
    (areRowsUnnamed(drafts) ||
      areFigures(columns) ||
      areMeasuresDown(view, header.firstDataRow, floor, header.left) ||
      // Headings that stand down are met by chance in a row as well; there the clues alone do not make a table.
      ((judge(columns, drafts, rows, shape, targetsElsewhere, around.title, 0.5) !== code ||
        columns.some(({ evidence }) => evidence.some(({ rule }) => rule === "clues"))) &&
        areHeadingsDown(view)));
  return turned ? "turned" : code;
}

/** 目标值 | ≥6% | ≥97%: a row of what is aimed at, and no headings. */
const areFigures = (columns: readonly Column[]): boolean =>
  columns.filter(({ path }) => /^[=＝≥≤<>＜＞]?\d[\d.,]*[%％]?$/.test(path.at(-1) ?? "")).length >
    columns.length / 2 && columns.some(({ path }) => /[=＝≥≤<>＜＞%％]/.test(path.at(-1) ?? ""));

/** The period that the sheet says outright, else its rows, its header, or what stands above it. */
export const periodOf = (
  view: SheetView,
  around: Surroundings,
  columns: readonly Column[],
  drafts: readonly Draft[],
  rows: readonly TableRow[],
): Period | undefined =>
  around.saidPeriod ??
  periodOfRows(view, columns, rows) ??
  periodOfHeader(view.grid, columns, drafts, rows, around.period) ??
  around.period;

/** A table under a header, whether it is one of targets, and what a second look after a change begins with. */
export interface ReadTable {
  readonly table: Table;
  readonly code: ReasonCode;
  readonly header: HeaderBlock;
  readonly floor: number;
  /** The last row above blank rows and signatures. */
  readonly foot: number;
  readonly around: Surroundings;
  readonly look: LookAtRow;
  /** How likely it is a table of targets by its clues, from 0 to 1. */
  readonly likelihood: number;
  /** Whether some row of data is numbered as a heading is; unknown until a second look asks. */
  readonly hasLabels?: boolean;
}

/** The columns of a table with its shape; a caption above it names the indicator of its value columns. */
export function readColumns(
  view: SheetView,
  header: HeaderBlock,
  foot: number,
  around: Surroundings,
  corrections: readonly Correction[],
  unaided = false,
) {
  const found = columnsOf(view, header, {
    unaided,
    title: around.title ?? view.grid.name,
    unitNote: around.unitNote,
    unitNotes: around.unitNotes,
    corrections,
    year: Number((around.saidPeriod ?? around.period)?.value.slice(0, 4)) || undefined,
    bottom: foot,
  });
  return found.shape === "long" ? { ...found, columns: withCaption(found.columns, around.caption) } : found;
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

/** A column, or the heading over columns, says what the rows count. */
const namesRows = (columns: readonly Column[]): boolean =>
  columns.some(
    ({ field, indicator }) => field === "task" || field === "indicator" || indicator !== undefined,
  );

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

function roleOf(columns: readonly Column[], rows: readonly TableRow[], title = ""): Table["role"] {
  // 形象进度 alone is planned in a ledger and reached in a table of progress.
  const isReached = ({ field, path }: Column) =>
    field === "stage" && !/节点|计划|目标/.test(path.join("")) && /进展|进度|情况|通报|调度/.test(title);
  if (!columns.some((column) => actualFields.has(column.field) || isReached(column))) return "ledger";
  const regions =
    columns.some(({ field }) => field === "division") &&
    rows.filter(({ kind }) => kind === "data").length > 1;
  return regions && rows.some(({ kind }) => kind === "total") ? "summary" : "return";
}

/** One block an indicator, with the indicator in the line above it: it is that of the value columns. */
function withCaption(columns: readonly Column[], caption: string | undefined): readonly Column[] {
  const indicator = indicatorOfCaption(caption);
  const has = (field: Column["field"]): boolean => columns.some((column) => column.field === field);
  if (!indicator || has("task") || has("indicator") || !(has("division") || has("lead"))) return columns;
  return columns.map((column) =>
    measures.has(column.field) && !column.indicator ? { ...column, indicator } : column,
  );
}

/** The one period that a column 报告期 gives all rows. */
function periodOfRows(
  view: SheetView,
  columns: readonly Column[],
  rows: readonly TableRow[],
): Period | undefined {
  const column = columns.find(({ field }) => field === "period");
  if (!column) return undefined;
  const values = new Set<string | undefined>();
  let saw = "";
  for (const { row, kind } of rows) {
    const text = kind === "data" ? ownText(view, row, column.index) : "";
    if (text === "") continue;
    saw = text;
    values.add(periodIn(text));
    if (values.size > 1) return undefined;
  }
  const [value] = values;
  return value ? { value, evidence: [{ rule: "periodColumn", saw }] } : undefined;
}
