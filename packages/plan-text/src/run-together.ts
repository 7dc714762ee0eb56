import type { CellLine } from "./bare-cells.ts";
import { type GluedRow, gluedCells, gluedHeadings } from "./glued-cells.ts";
import { isBody } from "./org-names.ts";
import type { Span } from "./plan.ts";
import type { LinedTable } from "./table-cells.ts";
import type { TableColumn } from "./table-columns.ts";

const fewestColumns = 4;
const longestRow = 900;
const longestTail = 90;
const longestName = 20;
const fewestRows = 2;

/**
 * A table of which whole rows have run together (整行连写): known headings from 序号 on, then rows that begin with the next number and end
 * with a sentence, a person and names, with or without a line's end between them. Undefined where the headings or the first rows are no such.
 */
export function runTogether(
  text: string,
  all: readonly CellLine[],
  first: number,
): { table: LinedTable; next: number } | undefined {
  const line = all[first];
  const at = line ? text.slice(line.start, Math.min(line.end, line.start + 100)).indexOf("序号") : -1;
  if (!line || at < 0) return undefined;
  const start = line.start + at;
  const columns = headingsFrom(text, start);
  if (!columns) return undefined;
  const words = columns.map(({ heading }) => heading).join("");
  const rows: Row[] = [];
  let from = start + words.length;
  let no = Number(/^\s*(\d{1,3})(?=\s*[\u3400-\u9fff“])/.exec(text.slice(from, from + 8))?.[1]);
  if (!(no > 0)) return undefined;
  let place = numberAt(text, from, no);
  while (place) {
    const row = rowFrom(text, place, no + 1);
    if (!row) break;
    rows.push(row);
    from = behindFurniture(text, row.end, words);
    const next = numberAt(text, from, no + 1);
    if (next) no += 1;
    place =
      next ??
      (/^[^\n]{8,}。\s*\n/.test(text.slice(from, from + 400)) && row.byLine ? { ...place, from } : undefined);
  }
  const last = rows.at(-1);
  if (!last || rows.length < fewestRows) return undefined;
  let next = first + 1;
  while ((all[next]?.start ?? last.end) < last.end) next += 1;
  return { table: { ...cellsOf(rows, columns), start, end: last.end }, next };
}

/** The columns whose headings stand from here on without anything between them. */
function headingsFrom(text: string, start: number): TableColumn[] | undefined {
  const { columns } = gluedHeadings(text, start);
  return columns.length >= fewestColumns && columns.at(-1)?.kind === "org" && columns[0]?.kind === "no"
    ? columns
    : undefined;
}

interface Place {
  readonly no: Span;
  /** Where the words behind the number begin. */
  readonly from: number;
}

function numberAt(text: string, from: number, no: number): Place | undefined {
  const found = new RegExp(`^\\s*${no}[、.]?(?=\\s*[\\u3400-\\u9fff“])\\s*`).exec(
    text.slice(from, from + 12),
  );
  if (!found) return undefined;
  const start = from + found[0].search(/\d/);
  return { no: { start, end: start + String(no).length }, from: from + found[0].length };
}

interface Row extends Span, GluedRow {
  /** True where a line's end closes it. */
  readonly byLine: boolean;
}

/** The row that begins here: up to the next number or line's end before which a person and names stand. */
function rowFrom(text: string, { no, from }: Place, next: number): Row | undefined {
  const words = text.slice(from, from + longestRow);
  for (const { index, 0: stop } of words.matchAll(
    new RegExp(`\\n|${next}(?=\\s*[\\u3400-\\u9fff“])|$`, "g"),
  )) {
    const tail = tailOf(words.slice(0, index));
    if (!tail) continue;
    const byLine = stop !== String(next);
    let end = index;
    if (byLine)
      for (let more = lineOrgs(words, end); more; more = lineOrgs(words, end)) {
        tail.orgs.push(...more);
        end = more.at(-1)?.end ?? end;
      }
    const moved = ({ start, end: to }: Span): Span => ({ start: start + from, end: to + from });
    return {
      no,
      start: from,
      end: from + end,
      content: moved({ start: 0, end: tail.content }),
      person: tail.person && moved(tail.person),
      orgs: tail.orgs.map(moved),
      byLine,
    };
  }
  return undefined;
}

/** Names alone in the next line. */
function lineOrgs(words: string, at: number): Span[] | undefined {
  const line = /^\n([^\n。:]{2,40})(?=\n|$)/.exec(words.slice(at, at + 44))?.[1];
  return line === undefined ? undefined : orgsIn(words, at + 1, at + 1 + line.length);
}

interface Tail {
  readonly content: number;
  readonly person: Span | undefined;
  readonly orgs: Span[];
}

/** The person and the names behind the last sentence of a row. */
function tailOf(words: string): Tail | undefined {
  const stop = words.slice(-longestTail).lastIndexOf("。");
  const content = stop + 1 + Math.max(0, words.length - longestTail);
  const end = words.trimEnd().length;
  const from = content + (/^\s*/.exec(words.slice(content, content + 8))?.[0].length ?? 0);
  if (stop < 0 || content < 4 || end - from < 3) return undefined;
  for (const length of [3, 2, 0]) {
    if (!/^[\u3400-\u9fff]*$/.test(words.slice(from, from + length))) continue;
    const orgs = orgsIn(words, from + length, end);
    const [first] = orgs ?? [];
    if (!orgs || !first || first.end - first.start < 3) continue;
    return { content, person: length > 0 ? { start: from, end: from + length } : undefined, orgs };
  }
  return undefined;
}

const ending =
  /(?:局|委|办|厅|政府|公司|中心|院|会|联|部|队|站|所|园|校|街道|乡镇|镇街|镇|乡|村|集团|银行)(?:\([^()]{2,12}\))?$/;

/** The names that stand without a gap from one place to another, each as short as can be; those behind 、 go on the one before. */
function orgsIn(words: string, from: number, end: number): Span[] | undefined {
  const starts = cutsOf(words, from, end, new Set());
  if (!starts) return undefined;
  const found: { start: number; end: number }[] = [];
  for (const { start, end: to } of starts) {
    const last = found.at(-1);
    if (last && words.charAt(start - 1) === "、") last.end = to;
    else found.push({ start, end: to });
  }
  return found;
}

/** Each name by itself; `failed` holds the places from which no names reach the end, so that none is tried twice. */
function cutsOf(words: string, from: number, end: number, failed: Set<number>): Span[] | undefined {
  const start = from + (/^[\s、]*/.exec(words.slice(from, from + 4))?.[0].length ?? 0);
  if (start >= end || failed.has(start)) return undefined;
  for (let to = start + 2; to <= Math.min(end, start + longestName); to++) {
    if (!isWhole(words, start, to, end)) continue;
    const rest = to === end ? [] : cutsOf(words, to, end, failed);
    if (rest) return [{ start, end: to }, ...rest];
  }
  failed.add(start);
  return undefined;
}

/** True where a name ends: 街 of 街道 ends none, and neither does 管委 before 会, nor a name before its bracket. */
const isWhole = (words: string, at: number, to: number, end: number): boolean => {
  const name = words.slice(at, to);
  if (/\s|\([^)]*$/.test(name) || !ending.test(name)) return false;
  if (to < end && /^(?:会|\(|道|街(?!道)|办|所(?=$|\s))/.test(words.slice(to, to + 2))) return false;
  return isBody(name) || /园|\)$/.test(name);
};

/** The cells of all rows; names beyond the columns go on in the last column for names. */
function cellsOf(
  rows: readonly Row[],
  columns: readonly TableColumn[],
): { columns: TableColumn[]; rows: Span[][] } {
  const own = columns.filter(({ kind }) => kind === "org").length;
  const most = Math.max(...rows.map(({ orgs }) => orgs.length), own);
  const last = columns.at(-1);
  const wide = [...columns, ...Array.from({ length: last ? most - own : 0 }, () => last as TableColumn)];
  return {
    columns: wide,
    rows: rows.map((row) => gluedCells(row, wide, ["text"])),
  };
}

/** Behind the ends of lines and pages and the headings that a new page repeats. */
function behindFurniture(text: string, from: number, headings: string): number {
  const blank = (at: number) => at + (/^\s*/.exec(text.slice(at, at + 40))?.[0].length ?? 0);
  const at = blank(from);
  return text.startsWith(headings, at) ? blank(at + headings.length) : at;
}
