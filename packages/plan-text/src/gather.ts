import { type LinedTable, linedTables } from "./cell-lines.ts";
import type { ItemDraft, ProgramDraft } from "./draft.ts";
import { firstLeadsFrom, withFirstLead } from "./first-leads.ts";
import { closingFrom, contentEnd, contentStart, skipBlank } from "./item-span.ts";
import { linesOf, listLines, sentencesByNames } from "./list-lines.ts";
import { type Entry, outlineOf, periodHeading } from "./outline.ts";
import type { Span } from "./plan.ts";
import { statementsIn } from "./responsibilities.ts";
import { type SectionKind, sectionKind } from "./sections.ts";
import { semicolonList } from "./semicolon-list.ts";
import { slogansIn } from "./slogans.ts";
import { type PastedTable, tabbedTable } from "./table-cells.ts";
import type { TableColumn } from "./table-columns.ts";
import { tableItems } from "./tables.ts";

/** Everything that the outline of a text says is an item, and the programs around them (任务条目). */
export interface Gathered {
  readonly programs: readonly ProgramDraft[];
  readonly items: readonly ItemDraft[];
}

interface Context {
  readonly text: string;
  readonly programs: ProgramDraft[];
  readonly items: ItemDraft[];
  /** The columns of the last table: rows may go on in the next section. */
  columns: readonly TableColumn[] | undefined;
  /** The tables with a cell a line that are still to come, the first of them last. */
  readonly tables: LinedTable[];
  /** From where on the first of several names leads, where the text says so. */
  readonly firstLeads: number | undefined;
}

interface Surroundings {
  readonly scope: SectionKind;
  readonly program: ProgramDraft | undefined;
}

/** The items of a clean text. */
export function gatherItems(text: string): Gathered {
  const tables = linedTables(text);
  const root = outlineOf(text, tables);
  const context: Context = {
    text,
    programs: [],
    items: [],
    columns: undefined,
    tables: tables.reverse(),
    firstLeads: firstLeadsFrom(text),
  };
  ofEntry(context, root, { scope: root.children.length > 0 ? "overall" : "task", program: undefined });
  return context;
}

/** A content label at the end of an entry's own words holds the numbers behind it: 目标任务：(1)…(2)… */
const opensList =
  /(?:^|[\n。;])\s*(?:目标任务|(?:工作|主要|重点|年度|具体|建设|实施)?(?:目标|任务|内容|措施|指标|要求|规模|进度|安排|计划|标准))\s*:\s*$/;

const heading = (text: string, entry: Entry): string => {
  const own = text.slice(entry.start, Math.min(entry.ownEnd, entry.start + 60));
  return own.split(/[。\n:;]/, 1)[0] ?? "";
};

/** The children that are entries of their own; those of a list within an entry are none. */
function parts(text: string, entry: Entry): Entry[] {
  const { children } = entry;
  if (children.length === 0) return [];
  const rank = entry.marker?.rank ?? -1;
  const own = text.slice(entry.start, entry.ownEnd);
  const least = children.reduce((rank, one) => Math.min(rank, one.marker?.rank ?? 6), 6);
  if (rank >= 0 && opensList.test(own.slice(-40))) return [];
  if (rank < 0) return children;
  if (least === 6 && rank <= 2 && areParagraphs(text, children)) return children;
  if (least <= 3) return rank < 3 ? children : [];
  // (1), ① and 一是 are parts of an entry, unless it is a mere heading over lines that each have their own names
  const lines = children.filter((one) => one.atLineStart);
  if (lines.length < 2 || lines.length < children.length / 2) return [];
  const named = lines.filter((one) =>
    statementsIn(text, one).some(({ form }) => form === "bracket" || form === "line"),
  );
  if (named.length >= lines.length / 2 && named.length >= 2) return children;
  return rank <= 2 && isHeading(own) ? children : [];
}

/** 一是…。…。 each as a paragraph of its own, as in reports. */
const areParagraphs = (text: string, children: readonly Entry[]): boolean =>
  children.length > 1 &&
  children.every(
    ({ start, end, atLineStart }) =>
      atLineStart && end - start > shortestParagraph && isProse(text.slice(start, end)),
  );

const shortestParagraph = 60;

/** Two sentences at least, and no label in front. */
const isProse = (words: string): boolean =>
  /。[^\n]*。/.test(words) && !/^\s*[\u3400-\u9fff]{2,8}:/.test(words);

/** Words that only name what follows. */
const isHeading = (own: string): boolean => {
  const bare = own.trim();
  return bare.length <= 40 && !/[。;]./.test(bare) && !/\d/.test(bare);
};

function ofEntry(context: Context, entry: Entry, around: Surroundings): void {
  const { text } = context;
  const children = parts(text, entry);
  if (children.length === 0) {
    leaf(context, entry, around);
    return;
  }
  const own: Span = { start: entry.start, end: entry.ownEnd };
  const isRoot = entry.marker === undefined;
  // (一)目标任务、(二)工作措施 part a program and are none
  const isPart = around.program !== undefined && label.test(heading(text, entry).trim());
  const program = isRoot || isPart ? around.program : startProgram(context, entry);
  const before = context.items.length;
  if (program && !isRoot && !isPart)
    pushOwnTask(context, own, entry.marker?.no ?? null, { ...around, program });
  paragraphs(context, entry, own, around);
  let tasksBefore = context.items.some(({ scope }) => scope === "task");
  const years = children.map((child) => headingYear(text, child));
  const latest = years.reduce((most, year) => Math.max(most, year), 0);
  for (const [at, child] of children.entries()) {
    const year = years[at] ?? 0;
    if (year > 0 && year < latest) continue; // what was done the year before
    const says = isRoot || entry.marker?.rank === 0 ? sectionOf(context, child, tasksBefore) : "task";
    const scope = says !== "task" ? says : isRoot ? "task" : around.scope;
    ofEntry(context, child, { scope, program: scope === "task" ? program : undefined });
    tasksBefore ||= context.items.some((item) => item.scope === "task");
  }
  if (!isPart) closeProgram(context, program, before);
}

/** The year that a heading begins with: 二、2016年工作安排; 0 for none. */
const headingYear = (text: string, entry: Entry): number =>
  Number(
    /^\s*((?:19|20)\d\d)年(?:度|全年)?(?:[\u3400-\u9fff]{0,8}(?:工作|任务|安排|回顾|总结|情况|计划|打算|目标|要求))/.exec(
      heading(text, entry),
    )?.[1] ?? 0,
  );

const shortestTask = 40;

/** The sentences of a heading that close with names are a task themselves, beside those below it: (二)…。(A牵头)具体措施:1.…. */
function pushOwnTask(context: Context, own: Span, no: string | null, around: Surroundings): void {
  const { text } = context;
  const line = { start: own.start, end: Math.min(own.end, lineEnd(text, own.start)) };
  const last = statementsIn(text, line).findLast(({ form }) => form === "bracket");
  const words = text.slice(own.start, last?.start ?? own.start);
  if (last && words.length >= shortestTask && /[。;]\s*$/.test(words))
    pushItem(context, { start: own.start, end: last.end }, no, around);
}

const lineEnd = (text: string, at: number): number => {
  const next = text.indexOf("\n", at);
  return next < 0 ? text.length : next;
};

const label =
  /^(?:(?:目标|工作|主要|重点|具体|建设|实施|年度|推进)*(?:任务|目标|措施|内容|举措|安排|要求|指标)(?:及(?:措施|要求|时限))?)$/;

function startProgram({ text, programs }: Context, entry: Entry): ProgramDraft {
  const own: Span = { start: entry.start, end: entry.ownEnd };
  const program: ProgramDraft = {
    no: entry.marker?.no ?? null,
    title: programTitle(heading(text, entry)),
    ...(periodHeading.test(heading(text, entry).trim())
      ? { period: { start: entry.start, end: entry.start + heading(text, entry).trimEnd().length } }
      : {}),
    orgs: statementsIn(text, own).flatMap(({ orgs }) => orgs),
  };
  programs.push(program);
  return program;
}

const programTitle = (title: string): string =>
  title
    .replace(/\((?:责任|牵头|共|[\d一二三四五六七八九十]+项).*$/, "")
    .replace(/\([^()]*(?:牵头|负责|责任单位)[^()]*\)?$/, "")
    .replace(/^实施(?=.{2,}工程$)/, "")
    .trim();

/** A section that opens with 组织领导 is about how the work is run, where tasks came before it. */
function sectionOf({ text }: Context, child: Entry, tasksBefore: boolean): SectionKind {
  const own = sectionKind(heading(text, child));
  if (own !== "task" || !tasksBefore || (child.marker?.rank ?? 9) > 1) return own;
  const first = child.children[0];
  return first && sectionKind(heading(text, first)) === "measure" ? "measure" : "task";
}

/** Names at the end of the last item of a program speak for all of it where no item before has names of its own. */
function closeProgram({ items }: Context, program: ProgramDraft | undefined, from: number): void {
  if (!program) return;
  const own = items.slice(from).filter((item) => item.program === program);
  const last = own.at(-1);
  if (!last) return;
  const closing = last.statements.filter(
    ({ form, closesProgram }) =>
      closesProgram ||
      (form === "line" && own.slice(0, -1).every(({ statements }) => statements.length === 0)),
  );
  if (closing.length === 0 || (own.length === 1 && !closing.some(({ closesProgram }) => closesProgram)))
    return;
  program.orgs = [...program.orgs, ...closing.flatMap(({ orgs }) => orgs)];
  last.statements = last.statements.filter((one) => !closing.includes(one));
  for (const item of own) if (item.statements.length === 0) item.inherits = true;
}

/** The lines of a stretch that belong to no numbered entry: aims of the whole plan, and lists without numbers. */
function paragraphs(context: Context, entry: Entry, own: Span, around: Surroundings): void {
  const table = pushTable(context, own, around);
  const isRoot = entry.marker === undefined;
  for (const [index, line] of linesOf(context.text, own).entries()) {
    if (!isRoot && index === 0 && line.start === own.start) continue; // the heading itself
    if (table && line.start >= table.start && line.start < table.end) continue;
    pushAim(context, line, around);
  }
}

/** A sentence about the whole plan. */
function pushAim(context: Context, line: Span, around: Surroundings): void {
  if (isSentence(context.text, line) && !isNote(context.text, line))
    pushItem(context, line, null, { ...around, scope: "overall" });
}

/** The rows of the tables that a stretch holds, as items; and where those tables stand, if there are any. */
function pushTable(context: Context, span: Span, around: Surroundings): Span | undefined {
  const { text, programs, items, tables } = context;
  const addProgram = (title: string, no: string | null = null): ProgramDraft => {
    const program: ProgramDraft = { no, title, orgs: [] };
    programs.push(program);
    return program;
  };
  const push = (table: PastedTable) => {
    for (const item of tableItems(text, table, around, addProgram)) items.push(item);
  };
  let lined: Span | undefined;
  for (let next = tables.at(-1); next && next.start < span.end; next = tables.at(-1)) {
    tables.pop();
    push(next);
    lined = { start: lined?.start ?? next.start, end: next.end };
  }
  if (lined) return lined;
  const table = tabbedTable(text, span, context.columns);
  if (!table) return undefined;
  context.columns = table.columns;
  if (table.rows.length === 0) return undefined;
  push(table);
  return { start: span.start, end: table.end };
}

const isNote = (text: string, { start }: Span): boolean =>
  /^\s*(?:注|说明|备注)\s*:/.test(text.slice(start, start + 8));

/** Titles, document numbers, greetings and the date below are no sentences. */
const isSentence = (text: string, { start, end }: Span): boolean => {
  const line = text.slice(start, end).trim();
  return /[。;,]/.test(line) && !/^[^。;]{0,200}:$/.test(line);
};

function leaf(context: Context, entry: Entry, around: Surroundings): void {
  const { text } = context;
  const holdsTable =
    (context.columns && /\t/.test(text.slice(entry.start, entry.end))) ||
    (context.tables.at(-1)?.start ?? text.length) < entry.end;
  const tableAround =
    entry.marker && holdsTable ? { ...around, program: startProgram(context, entry) } : around;
  const table = pushTable(context, entry, tableAround);
  if (table) {
    for (const line of linesOf(text, entry))
      if (line.start >= table.end || (line.end <= table.start && line.start > entry.start))
        pushAim(context, line, around);
    return;
  }
  if (around.scope !== "measure" && pushSemicolons(context, entry, around)) return;
  const lines = linesOf(text, entry);
  const slogans = entry.marker?.rank === 3 || entry.marker?.rank === 4 ? [] : slogansIn(text, entry);
  // in a report without numbers, or behind 一是, a few such sentences are parts of a paragraph
  const fewest = !entry.marker && lines.length > 1 ? 4 : (entry.marker?.rank ?? 0) > 4 ? 3 : 2;
  if (slogans.length >= fewest && around.scope !== "measure") {
    const program = entry.marker
      ? startProgram(context, { ...entry, ownEnd: headingEnd(text, entry) })
      : around.program;
    for (const span of slogans) pushSentences(context, span, { scope: "task", program });
    return;
  }
  if (pushParagraphs(context, entry, lines, around)) return;
  const { listed, headEnd } = listLines(text, entry, lines);
  if (listed.length > 0) {
    const program = entry.marker ? startProgram(context, { ...entry, ownEnd: headEnd }) : around.program;
    const before = context.items.length;
    for (const span of listed) pushSentences(context, span, { ...around, program });
    closeProgram(context, program, before);
    return;
  }
  if (!entry.marker || (around.scope === "overall" && entry.marker.rank <= 2 && lines.length > 1)) {
    for (const [index, line] of lines.entries())
      if (!entry.marker || index > 0 || lines.length === 1)
        if (isSentence(text, line) || lines.length === 1)
          pushItem(context, line, null, { ...around, scope: entry.marker ? around.scope : "overall" });
    return;
  }
  const end = closingFrom(text, entry);
  pushItem(context, { start: entry.start, end }, entry.marker.no, around);
  for (const line of linesOf(text, { start: end, end: entry.end }))
    if (isSentence(text, line)) pushItem(context, line, null, { scope: "measure", program: undefined });
}

/** A sentence that counts its tasks and lists them behind a colon, each up to a semicolon. */
function pushSemicolons(context: Context, entry: Entry, around: Surroundings): boolean {
  const { text } = context;
  if ((entry.marker?.rank ?? 0) > 2) return false;
  const found = semicolonList(text, entry);
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last) return false;
  const program = entry.marker ? startProgram(context, { ...entry, ownEnd: first.start }) : around.program;
  for (const span of found) pushItem(context, span, null, { scope: "task", program });
  for (const line of linesOf(text, { start: skipStop(text, last.end), end: entry.end }))
    pushAim(context, line, around);
  return true;
}

const skipStop = (text: string, at: number): number => (/[。;]/.test(text.charAt(at)) ? at + 1 : at);

const longestHeading = 40;

/** A short heading over several paragraphs of prose without names in lines: each paragraph is a task, as in reports. */
function pushParagraphs(
  context: Context,
  entry: Entry,
  lines: readonly Span[],
  around: Surroundings,
): boolean {
  const { text } = context;
  const [head, ...body] = lines;
  if (!entry.marker || entry.marker.rank > 2 || around.scope !== "task" || !head || body.length < 2)
    return false;
  const heading = text.slice(head.start, head.end);
  if (heading.length > longestHeading || /。./.test(heading) || /:$/.test(heading.trim())) return false;
  const isReport = body.every(
    (line) =>
      line.end - line.start > shortestParagraph &&
      isProse(text.slice(line.start, line.end)) &&
      !statementsIn(text, line).some(({ form }) => form === "line"),
  );
  if (!isReport) return false;
  const program = startProgram(context, { ...entry, ownEnd: head.end });
  for (const span of body) pushSentences(context, span, { ...around, program });
  return true;
}

/** A paragraph without a number: as many items as it has sentences that close with names. */
function pushSentences(context: Context, span: Span, around: Surroundings): void {
  const { named, rest } = sentencesByNames(context.text, span);
  for (const one of named) pushItem(context, one, null, around);
  for (const line of rest ? linesOf(context.text, rest) : [])
    if (isSentence(context.text, line))
      pushItem(context, line, null, { scope: "measure", program: undefined });
}

const headingEnd = (text: string, entry: Entry): number => {
  const at = text.slice(entry.start, entry.ownEnd).search(/[。\n]/);
  return at < 0 ? entry.ownEnd : entry.start + at;
};

function pushItem(context: Context, span: Span, no: string | null, around: Surroundings): void {
  const { text, items } = context;
  const said = statementsIn(text, span);
  const from0 = context.firstLeads;
  const statements =
    from0 === undefined ? said : said.map((one) => (one.start >= from0 ? withFirstLead(one) : one));
  const end = contentEnd(text, span, statements);
  const from = skipBlank(text, span.start, end);
  if (end <= from) return;
  const covers = statements.find((one) => one.covers !== undefined)?.covers ?? 1;
  for (const before of items.slice(Math.max(0, items.length - covers + 1)))
    if (covers > 1 && before.statements.length === 0 && !before.orgs?.length) {
      before.statements = statements.filter((one) => one.covers !== undefined);
      before.inherits = false;
    }
  items.push({
    start: contentStart(text, { start: from, end }, statements),
    end,
    from,
    reach: span.end,
    no,
    ...around,
    statements,
    inherits: statements.length === 0 && around.program !== undefined,
  });
}
