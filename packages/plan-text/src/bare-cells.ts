import { alignCells, fitsCell, isClosingCell } from "./cell-alignment.ts";
import type { Span } from "./plan.ts";
import type { LinedTable } from "./table-cells.ts";
import { withUnit } from "./table-cells.ts";
import { isHeading, type TableColumn, tableColumn } from "./table-columns.ts";

/** A line of a text with its words, the first letters of a long one. */
export interface CellLine extends Span {
  readonly words: string;
  /** True where an empty line stands before it. */
  readonly apart: boolean;
}

const fewestColumns = 3;
const mostColumns = 10;
const share = 0.8;
const nearlyAll = 0.9;
const after = /^(?:注|说明|备注|填表|附件|附表|合计|小计|总计|第?[一二三四五六七八九十]{1,3}[、.章])/;

/**
 * A table whose cells stand one a line and whose rows have no numbers (无序号的一格一行表): a run of known headings, one of them
 * for departments, then rows that are as wide as the headings, or that end where the last column's names or dates do. Undefined where
 * the lines do not fit the columns.
 */
export function bareTable(
  text: string,
  all: readonly CellLine[],
  first: number,
): { table: LinedTable; next: number } | undefined {
  let start = first;
  while (start - first < mostColumns && isHeading(all[start]?.words ?? "")) start += 1;
  const head = all.slice(first, start);
  if (head.length < fewestColumns) return undefined;
  const columns = withUnit(
    text,
    { start: Math.max(0, (head[0]?.start ?? 0) - 200), end: head[0]?.start ?? 0 },
    head.map(({ words }) => tableColumn(words)),
  );
  const isKnown = columns.some(({ kind }) => kind === "org") && !columns.some(({ kind }) => kind === "no");
  if (!isKnown || columns[0]?.kind === "org") return undefined;
  let stop = start;
  while (stop < all.length && !after.test(all[stop]?.words ?? "")) stop += 1;
  const lines = all.slice(start, stop);
  const rows = byWidth(lines, columns) ?? byClosing(text, lines, columns);
  if (!rows) return undefined;
  const end = lines.at(-1)?.end ?? 0;
  return { table: { columns, rows, start: head[0]?.start ?? 0, end }, next: stop };
}

/** Rows of as many lines as there are headings, where most cells of names and dates are such. */
function byWidth(lines: readonly CellLine[], columns: readonly TableColumn[]): Span[][] | undefined {
  const width = columns.length;
  if (lines.length < 2 * width || lines.length % width !== 0) return undefined;
  let judged = 0;
  let fit = 0;
  lines.forEach(({ words }, at) => {
    const column = columns[at % width];
    if (column?.kind !== "org" && column?.kind !== "deadline") return;
    judged += 1;
    if (fitsCell(words, column.kind)) fit += 1;
  });
  if (fit < judged * nearlyAll) return undefined;
  return Array.from({ length: lines.length / width }, (_, row) => [
    ...lines.slice(row * width, (row + 1) * width),
  ]);
}

/** Rows that end where names or a date end and words begin again; cells may be missing or broken within them. */
function byClosing(
  text: string,
  lines: readonly CellLine[],
  columns: readonly TableColumn[],
): Span[][] | undefined {
  if (!/^(?:org|deadline)$/.test(columns.at(-1)?.kind ?? "")) return undefined;
  const groups: CellLine[][] = [];
  let group: CellLine[] = [];
  lines.forEach((line, at) => {
    group.push(line);
    const next = lines[at + 1];
    if (isClosingCell(line.words) && (!next || !isClosingCell(next.words))) {
      groups.push(group);
      group = [];
    }
  });
  if (group.length > 0 || groups.length < 2) return undefined;
  const near = groups.filter(({ length }) => length >= 2 && Math.abs(length - columns.length) <= 2).length;
  return near >= groups.length * share ? groups.map((one) => alignCells(text, one, columns)) : undefined;
}
