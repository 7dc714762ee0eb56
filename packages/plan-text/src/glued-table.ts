import type { CellLine } from "./bare-cells.ts";
import { gluedCells, gluedHeadings, nothing } from "./glued-cells.ts";
import { isBody } from "./org-names.ts";
import type { Span } from "./plan.ts";
import type { LinedTable } from "./table-cells.ts";
import type { TableColumn } from "./table-columns.ts";

const fewestColumns = 3;

/**
 * A table whose cells have run together (单元格连写): a line of known headings without anything between them, then rows that begin with
 * their numbers and end with names, and perhaps a person before and a date behind. What stands before those is the content.
 */
export function gluedTable(
  text: string,
  all: readonly CellLine[],
  first: number,
): { table: LinedTable; next: number } | undefined {
  const columns = headingsOf(all[first]?.words ?? "");
  if (!columns) return undefined;
  const rows: Span[][] = [];
  let at = first + 1;
  let row: Row | undefined;
  for (; at < all.length; at++) {
    const line = all[at];
    if (!line) break;
    if (line.words === all[first]?.words) continue; // the headings again on a new page
    const number = rowNumber.exec(line.words);
    if (!number && !row) break;
    const from = line.start + (number?.[0].length ?? 0);
    const isNew = number !== null || row?.done;
    row = isNew
      ? {
          no: number
            ? { start: line.start, end: line.start + (number[1] ?? "").length }
            : (row?.no ?? nothing),
          start: from,
          done: false,
        }
      : row;
    if (!row) break;
    const tail = tailOf(text.slice(row.start, line.end), columns);
    if (!tail) {
      if (line.end - row.start > longestRow) break;
      continue;
    }
    rows.push(cellsOf(row, tail, columns));
    row = { ...row, done: true };
  }
  const last = rows.at(-1);
  if (rows.length < 2 || !last) return undefined;
  const end = Math.max(...last.map((cell) => cell.end));
  let next = first + 1;
  while ((all[next]?.start ?? end) < end) next += 1;
  return { table: { columns, rows, start: all[first]?.start ?? 0, end }, next };
}

interface Row {
  readonly no: Span;
  readonly start: number;
  /** True where its names are known: words behind them begin another row of the same number. */
  readonly done: boolean;
}

const rowNumber = /^(\d{1,3})[、.]?(?=[\u3400-\u9fff“"])/;
const longestRow = 600;

/** The columns that a line of headings without separators names; undefined where it is none. */
function headingsOf(words: string): TableColumn[] | undefined {
  if (words.length < 8 || words.length > 60 || /[\d。,:]/.test(words)) return undefined;
  const { columns, end } = gluedHeadings(words, 0);
  return end === words.length &&
    columns.length >= fewestColumns &&
    columns[0]?.kind === "no" &&
    columns.some(({ kind }) => kind === "org")
    ? columns
    : undefined;
}

interface Tail {
  /** Where the content ends, by the row's letters. */
  readonly content: number;
  readonly person: Span | undefined;
  readonly orgs: readonly Span[];
  readonly date: Span | undefined;
}

const date =
  /(?:(?:19|20)\d\d年)?(?:\d{1,2}月(?:底|份|[上中下]旬|\d{1,2}日)?前?|年底前?|年内|全年|[一二三四]季度末?前?|[上下]半年|长期坚持|常年坚持)\s*$/;
const org =
  /(?:[省市区县州镇乡]|各)[\u3400-\u9fff()]{1,16}?(?:局|委员会|委|办公室|办|政府|公司|中心|医院|院|会|联|部|支队|大队|站|社|街道|乡镇|镇街|区县|县区|县市区|区|县)(?=$|\s|[、,;]|[省市区县州镇乡各])/y;
const surname =
  /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]/;
const window = 160;

/** The names that close a row, with the person before and the date behind them. */
function tailOf(words: string, columns: readonly TableColumn[]): Tail | undefined {
  const dated = columns.some(({ kind }) => kind === "deadline") ? date.exec(words) : null;
  const row = words.slice(0, dated?.index ?? words.length).trimEnd();
  const end = row.length;
  for (let at = Math.max(2, end - window); at < end; at++) {
    const orgs = /[省市区县州镇乡各]/.test(row.charAt(at)) ? orgsFrom(row, at, end) : undefined;
    if (!orgs) continue;
    const person = columns.some(({ kind }) => kind === "person") ? personBefore(row, at) : undefined;
    return {
      content: person?.start ?? at,
      person,
      orgs,
      date: dated ? { start: dated.index, end: dated.index + dated[0].trimEnd().length } : undefined,
    };
  }
  return undefined;
}

/** The columns of names from here to the end: names that touch begin a new column, those behind 、 go on. */
function orgsFrom(row: string, from: number, end: number): Span[] | undefined {
  const found: { start: number; end: number }[] = [];
  let at = from;
  while (at < end) {
    org.lastIndex = at;
    const match = org.exec(row);
    if (!match || at + match[0].length > end || !isBody(match[0])) return undefined;
    const to = at + match[0].length;
    const last = found.at(-1);
    const goesOn = last && /^[、,;]\s*$/.test(row.slice(last.end, at));
    if (goesOn) last.end = to;
    else found.push({ start: at, end: to });
    at = to + (/^[、,;\s]*/.exec(row.slice(to, end))?.[0].length ?? 0);
  }
  return found.length > 0 ? found : undefined;
}

function personBefore(row: string, at: number): Span | undefined {
  for (const length of [3, 2])
    if (surname.test(row.charAt(at - length)) && /^[\u3400-\u9fff]+$/.test(row.slice(at - length, at)))
      return { start: at - length, end: at };
  return undefined;
}

function cellsOf(
  row: Row,
  { content, person, orgs, date: due }: Tail,
  columns: readonly TableColumn[],
): Span[] {
  const moved = (span: Span | undefined): Span =>
    span ? { start: span.start + row.start, end: span.end + row.start } : nothing;
  return gluedCells(
    {
      no: row.no,
      content: { start: row.start, end: row.start + content },
      person: moved(person),
      orgs: orgs.map(moved),
      due: moved(due),
    },
    columns,
    ["text", "target"],
  );
}
