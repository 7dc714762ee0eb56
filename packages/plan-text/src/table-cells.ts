import type { Span } from "./plan.ts";
import { isHeading, type TableColumn, tableColumn } from "./table-columns.ts";

/** A table that was pasted into a text: its columns and the cells of its rows (粘贴表格). */
export interface PastedTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Span[])[];
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
  let from = start;
  while (from < end) {
    const next = text.indexOf("\n", from);
    const to = next < 0 || next > end ? end : next;
    if (text.slice(from, to).includes("\t")) {
      const cells = cellsOf(text, from, to);
      const words = cells.map((cell) => text.slice(cell.start, cell.end));
      if (words.filter(isHeading).length >= leastHeadings) columns = words.map(tableColumn);
      else if (columns) {
        rows.push(cells);
        last = to;
      }
    }
    from = to + 1;
  }
  return columns && rows.length > 0 ? { columns, rows, end: last } : undefined;
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

/**
 * The table of a stretch in which each cell stands on a line of its own, as a word processor leaves it: headings, and
 * then 1, its cells, 2, its cells. Each row must have as many cells as there are headings.
 */
export function linedTable(text: string, lines: readonly Span[]): PastedTable | undefined {
  const words = (line: Span | undefined) => (line ? text.slice(line.start, line.end).trim() : "");
  const first = lines.findIndex(
    (line, at) => /^序号$|^编号$/.test(words(line)) && isHeading(words(lines[at + 1])),
  );
  if (first < 0) return undefined;
  let width = 0;
  while (isHeading(words(lines[first + width]))) width += 1;
  if (width < 3) return undefined;
  const columns = lines.slice(first, first + width).map((line) => tableColumn(words(line)));
  const rows: Span[][] = [];
  let at = first + width;
  for (let number = 1; new RegExp(`^${number}[、.]?$`).test(words(lines[at])); number++) {
    const next = lines.findIndex(
      (line, index) => index > at && new RegExp(`^${number + 1}[、.]?$`).test(words(line)),
    );
    const stop = next < 0 || next - at > width * 3 ? at + width : next;
    const cells = lines.slice(at, stop).map(({ start, end }) => trimmed(text, start, end));
    rows.push(cells.length > width ? merged(cells, width, columns) : cells);
    at = stop;
  }
  return rows.length > 1 ? { columns, rows, end: lines[at - 1]?.end ?? 0 } : undefined;
}

/** A row with more lines than columns: the surplus belongs to its first column of words. */
function merged(cells: readonly Span[], width: number, columns: readonly TableColumn[]): Span[] {
  const surplus = cells.length - width;
  const longest = columns.findLastIndex(({ kind }) => kind === "text");
  const at = longest < 0 ? width - 1 : longest;
  const last = cells[at + surplus];
  const joined = { start: cells[at]?.start ?? 0, end: last?.end ?? 0 };
  return [...cells.slice(0, at), joined, ...cells.slice(at + surplus + 1)];
}
