import { linedTables } from "./cell-lines.ts";
import { countedParts, endLastMember } from "./counted-parts.ts";
import type { ItemDraft, ProgramDraft } from "./draft.ts";
import {
  heading,
  headingEnd,
  headingYear,
  isNote,
  isReport,
  isSentence,
  label,
  parts,
} from "./entry-parts.ts";
import { firstLeadsFrom, withFirstLead } from "./first-leads.ts";
import { closingFrom, contentEnd, contentStart, skipBlank } from "./item-span.ts";
import { linesOf, listLines, sentencesByNames } from "./list-lines.ts";
import { type Entry, outlineOf } from "./outline.ts";
import type { Span } from "./plan.ts";
import { closeProgram, sectionOf, startProgram } from "./programs.ts";
import { statementsIn } from "./responsibilities.ts";
import type { SectionKind } from "./sections.ts";
import { semicolonList } from "./semicolon-list.ts";
import { sloganLines, slogansIn } from "./slogans.ts";
import type { LinedTable } from "./table-cells.ts";
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
  endLastMember(text, children);
  const years = children.map((child) => headingYear(text, child));
  const latest = years.reduce((most, year) => Math.max(most, year), 0);
  for (const [at, child] of children.entries()) {
    const year = years[at] ?? 0;
    if (year > 0 && year < latest) continue; // what was done the year before
    const says = isRoot || entry.marker?.rank === 0 ? sectionOf(context, child, tasksBefore) : "task";
    const scope = says !== "task" ? says : isRoot ? "task" : around.scope;
    ofEntry(context, child, { scope, program: scope === "task" ? program : undefined });
    tasksBefore ||= context.items.some((item) => item.scope === "task");
    const behind = { start: child.end, end: children[at + 1]?.marker?.start ?? entry.end };
    if (child.marker?.rank === 6) for (const line of linesOf(text, behind)) pushAim(context, line, around);
  }
  if (!isPart) closeProgram(context, program, before);
}

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
    const isTask = entry.marker ? () => false : sloganLines(text, lines);
    for (const [index, line] of lines.entries())
      if (!entry.marker || index > 0 || lines.length === 1)
        if (isSentence(text, line) || lines.length === 1)
          pushParts(context, line, null, {
            ...around,
            scope: entry.marker ? around.scope : isTask(line) ? "task" : "overall",
          });
    return;
  }
  const end = closingFrom(text, entry);
  pushParts(context, { start: entry.start, end }, entry.marker.no, around);
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
  if (!isReport(text, head, body)) return false;
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

/** One item, or one for each part that a paragraph counts with words and what its opening says beside. */
function pushParts(context: Context, span: Span, no: string | null, around: Surroundings): void {
  const { text } = context;
  const counted = around.scope === "measure" ? [] : countedParts(text, span);
  const [first] = counted;
  if (!first || statementsIn(text, span).length > 0) {
    pushItem(context, span, no, around);
    return;
  }
  const opening = text.indexOf("。", span.start) + 1;
  const own = { start: opening, end: first.start - first.no.length - 1 };
  if (opening > 0 && own.end > own.start) pushAim(context, own, around);
  for (const part of counted) pushItem(context, part, part.no, { ...around, scope: "task" });
}

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
