import { linesIn } from "./lines.ts";
import type { Span } from "./plan.ts";
import { isHeading, type TableColumn, tableColumn } from "./table-columns.ts";

/** A table that was pasted into a text: its columns and the cells of its rows (粘贴表格). */
export interface PastedTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Span[])[];
  /** The section row that stands before each row, where one does and is no row of cells. */
  readonly sections?: readonly (Span | undefined)[];
  /** The lines behind the last row begin here. */
  readonly end: number;
}

const leastHeadings = 2;

/** The table of a stretch whose lines have tabs; `known` are the columns of a table that a section row has parted. */
export function tabbedTable(
  text: string,
  { start, end }: Span,
  known: readonly TableColumn[] | undefined,
): PastedTable | undefined {
  if (!text.slice(start, end).includes("\t")) return undefined;
  let columns = known;
  let last = start;
  const rows: Span[][] = [];
  for (const { start: from, end: to } of linesIn(text, { start, end })) {
    if (text.slice(from, to).includes("\t")) {
      const cells = cellsOf(text, from, to);
      const words = cells.map((cell) => text.slice(cell.start, cell.end));
      if (words.filter(isHeading).length >= leastHeadings) {
        columns = words.map(tableColumn);
        last = to;
      } else if (columns) {
        rows.push(cells);
        last = to;
      }
    }
  }
  return columns ? { columns: withUnit(text, { start, end }, columns), rows, end: last } : undefined;
}

/** Above a table stands the unit of its amounts: 单位：万元. */
export function withUnit(
  text: string,
  { start, end }: Span,
  columns: readonly TableColumn[],
): readonly TableColumn[] {
  const unit = /单位\s*:\s*((?:万|亿|千)?元)/.exec(text.slice(start, Math.min(end, start + 2_000)))?.[1];
  return unit
    ? columns.map((one) => (/投资|资金/.test(one.heading) && !one.unit ? { ...one, unit } : one))
    : columns;
}

function cellsOf(text: string, start: number, end: number): Span[] {
  const cells: Span[] = [];
  let from = start;
  while (from <= end) {
    const next = text.indexOf("\t", from);
    const to = next < 0 || next > end ? end : next;
    cells.push(trimmed(text, from, to));
    from = to + 1;
  }
  return cells;
}

export function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** A table whose cells stand one a line, with its place from the headings on. */
export interface LinedTable extends PastedTable, Span {}
