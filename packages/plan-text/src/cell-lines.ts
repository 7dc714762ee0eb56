import { bareTable } from "./bare-cells.ts";
import { alignCells, isClosingCell } from "./cell-alignment.ts";
import { gluedTable } from "./glued-table.ts";
import { linesIn } from "./lines.ts";
import type { Span } from "./plan.ts";
import { runTogether } from "./run-together.ts";
import type { LinedTable } from "./table-cells.ts";
import { trimmed, withUnit } from "./table-cells.ts";
import { isHeading, tableColumn } from "./table-columns.ts";

const number = /^[([]?(\d{1,4})[)\]]?[、.]?$/;
const sectionMark = /^(?:第?[一二三四五六七八九十]{1,3}[、.]|[([][一二三四五六七八九十]{1,3}[)\]])\s*[^\s]/;
const behindTable = /^(?:注|说明|备注|填表|附件|附表|合计|小计|总计|[一二三四五六七八九十]{1,3}、)/;
const most = 16;

interface Line extends Span {
  readonly words: string;
  /** True where an empty line stands before it. */
  readonly apart: boolean;
}

/**
 * The tables of a text in which each cell stands on a line of its own, as a word processor leaves them (一格一行): a run
 * of known headings from 序号 on, then rows that begin with numbers in sequence, and section rows between them.
 */
export function linedTables(text: string): LinedTable[] {
  const lines = linesOf(text);
  const found: LinedTable[] = [];
  let at = 0;
  while (at < lines.length) {
    const table = isFirstHeading(lines, at)
      ? tableAt(text, lines, at)
      : isHeading(wordsAt(lines, at)) && isHeading(wordsAt(lines, at + 1))
        ? bareTable(text, lines, at)
        : /^序号/.test(wordsAt(lines, at))
          ? (gluedTable(text, lines, at) ?? runTogether(text, lines, at))
          : wordsAt(lines, at).includes("序号")
            ? runTogether(text, lines, at)
            : undefined;
    if (table) found.push(table.table);
    at = table?.next ?? at + 1;
  }
  return found;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let apart = false;
  for (const { start, end } of linesIn(text, { start: 0, end: text.length })) {
    const span = trimmed(text, start, end);
    // a long line is a cell at most; its words are never compared
    const words = text.slice(span.start, Math.min(span.end, span.start + 200));
    if (span.end > span.start) lines.push({ ...span, words, apart });
    apart = span.end === span.start;
  }
  return lines;
}

const wordsAt = (lines: readonly Line[], at: number): string => lines[at]?.words ?? "";

const isFirstHeading = (lines: readonly Line[], at: number): boolean =>
  /^(?:序\s*号|编\s*号|项次|序|No\.?)$/i.test(wordsAt(lines, at)) && isHeading(wordsAt(lines, at + 1));

const numberAt = (lines: readonly Line[], at: number): number | undefined => {
  const match = number.exec(wordsAt(lines, at));
  return match ? Number(match[1]) : undefined;
};

function tableAt(
  text: string,
  all: readonly Line[],
  first: number,
): { table: LinedTable; next: number } | undefined {
  let start = first;
  while (start < first + most && numberAt(all, start) === undefined) start += 1;
  const one = numberAt(all, start);
  if (one === undefined) return undefined;
  const width = widthOf(all, first, start, one);
  if (width < 3) return undefined;
  const head = all.slice(first, first + width);
  const columns = withUnit(
    text,
    { start: Math.max(0, (head[0]?.start ?? 0) - 200), end: head[0]?.start ?? 0 },
    head.map(({ words }) => tableColumn(words)),
  );
  const rows: Span[][] = [];
  const sections: (Span | undefined)[] = [];
  let section: Span | undefined = all.slice(first + width, start).at(-1);
  let [at, value] = [start, one];
  let last = start;
  for (;;) {
    const next = nextRow(all, at, value, width);
    const stop = next ?? lastRowEnd(all, at, width);
    const { cells, behind } = withoutSection(
      withoutHeadings(all.slice(at, stop), head),
      width,
      next !== undefined,
    );
    rows.push(alignCells(text, cells, columns));
    sections.push(section);
    last = stop;
    if (next === undefined) break;
    section = behind;
    [at, value] = [next, numberAt(all, next) ?? 0];
  }
  const isTable = rows.length > 1 || last - start === width;
  const end = all[last - 1]?.end ?? 0;
  const place = { start: head[0]?.start ?? 0, end };
  return isTable ? { table: { columns, rows, sections, ...place }, next: last } : undefined;
}

/** How many headings there are: unknown words at their end are headings where the rows are that wide, else a section. */
function widthOf(all: readonly Line[], first: number, start: number, value: number): number {
  const head = all.slice(first, start).map(({ words }) => words);
  const known = head.findLastIndex((words) => isHeading(words)) + 1;
  if (head.slice(0, known).filter(isHeading).length < known * 0.6) return 0;
  const rest = head.slice(known);
  for (let more = rest.length; more > 0; more--) {
    const words = rest[more - 1] ?? "";
    if (words.length > 12 || /[。;,]/.test(words) || sectionMark.test(words)) continue;
    if (numberAt(all, start + known + more) === value + 1) return known + more;
  }
  return known;
}

/** Where the next row begins: at the next number, or at 1 behind a section row, as near as can be to the width of a row. */
function nextRow(all: readonly Line[], at: number, value: number, width: number): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let to = at + 2; to < Math.min(all.length, at + width * 3 + 2); to++) {
    const next = numberAt(all, to);
    const parted = sectionMark.test(wordsAt(all, to - 1));
    if (next !== value + 1 && !(next === 1 && parted)) continue;
    const away = Math.abs(to - at - width - (parted ? 1 : 0)) - (all[to]?.apart ? 0.5 : 0);
    if (away < least) [best, least] = [to, away];
  }
  return best;
}

/** Where the last row ends: at an empty line, a note or what follows, else where it is as wide as the headings. */
function lastRowEnd(all: readonly Line[], at: number, width: number): number {
  let stop = at + 1;
  const limit = Math.min(all.length, at + width);
  // where every cell stands apart, an empty line parts no rows
  const spaced = !all[at + 1]?.apart;
  while (
    stop < limit &&
    !(spaced && all[stop]?.apart && stop - at > 2) &&
    !behindTable.test(wordsAt(all, stop))
  )
    stop += 1;
  if (stop < limit) return stop;
  // broken cells make a row longer: names and dates may still be part of it
  while (stop < Math.min(all.length, at + width * 2) && goesOnAt(all, stop)) stop += 1;
  return stop;
}

function goesOnAt(all: readonly Line[], at: number): boolean {
  const line = all[at];
  return line !== undefined && !line.apart && !behindTable.test(line.words) && isClosingCell(line.words);
}

/** A row without the headings that a new page repeats behind it. */
function withoutHeadings(row: readonly Line[], head: readonly Line[]): Line[] {
  const from = row.findIndex(
    ({ words }, at) => words === head[0]?.words && row[at + 1]?.words === head[1]?.words,
  );
  return from > 0 ? [...row.slice(0, from), ...row.slice(from + head.length)] : [...row];
}

const group = /(?:类|领域|方面|工程|板块|行动|建设|事业|保障|民生|项目)(?:\((?:共)?\d+[项件个]\))?$/;

/** A row and the section row behind it: numbered, or the short surplus line that an empty line parts from the row. */
function withoutSection(
  row: readonly Line[],
  width: number,
  goesOn: boolean,
): { cells: readonly Line[]; behind: Span | undefined } {
  const last = row.at(-1);
  if (!goesOn || !last || row.length < 3) return { cells: row, behind: undefined };
  const isSection =
    sectionMark.test(last.words) ||
    (row.length > width &&
      last.words.length <= 24 &&
      !/[。;,]/.test(last.words) &&
      !isClosingCell(last.words) &&
      (last.apart || group.test(last.words)));
  return isSection ? { cells: row.slice(0, -1), behind: last } : { cells: row, behind: undefined };
}
