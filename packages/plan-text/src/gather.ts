import type { ItemDraft, ProgramDraft } from "./draft.ts";
import { closingFrom, contentEnd, contentStart, skipBlank } from "./item-span.ts";
import { type Entry, outlineOf } from "./outline.ts";
import type { Span } from "./plan.ts";
import { statementsIn } from "./responsibilities.ts";
import { type SectionKind, sectionKind } from "./sections.ts";
import { slogansIn } from "./slogans.ts";
import { linedTable, tabbedTable } from "./table-cells.ts";
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
}

interface Surroundings {
  readonly scope: SectionKind;
  readonly program: ProgramDraft | undefined;
}

/** The items of a clean text. */
export function gatherItems(text: string): Gathered {
  const context: Context = { text, programs: [], items: [], columns: undefined };
  const root = outlineOf(text);
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
  const least = Math.min(...children.map((one) => one.marker?.rank ?? 6));
  if (rank >= 0 && opensList.test(own.slice(-40))) return [];
  if (rank < 0) return children;
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
  const program = isRoot ? around.program : startProgram(context, entry);
  const before = context.items.length;
  paragraphs(context, entry, own, around);
  let tasksBefore = context.items.some(({ scope }) => scope === "task");
  for (const child of children) {
    const says = isRoot || entry.marker?.rank === 0 ? sectionOf(context, child, tasksBefore) : "task";
    const scope = says !== "task" ? says : isRoot ? "task" : around.scope;
    ofEntry(context, child, { scope, program: scope === "task" ? program : undefined });
    tasksBefore ||= context.items.some((item) => item.scope === "task");
  }
  closeProgram(context, program, before);
}

function startProgram({ text, programs }: Context, entry: Entry): ProgramDraft {
  const own: Span = { start: entry.start, end: entry.ownEnd };
  const program: ProgramDraft = {
    no: entry.marker?.no ?? null,
    title: programTitle(heading(text, entry)),
    orgs: statementsIn(text, own).flatMap(({ orgs }) => orgs),
  };
  programs.push(program);
  return program;
}

const programTitle = (title: string): string =>
  title
    .replace(/\((?:责任|牵头|共|[\d一二三四五六七八九十]+项).*$/, "")
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
  const tableEnd = pushTable(context, own, around);
  const isRoot = entry.marker === undefined;
  const lines = linesOf(context.text, own);
  for (const [index, line] of lines.entries()) {
    if (!isRoot && index === 0 && line.start === own.start) continue; // the heading itself
    if (line.start < tableEnd || /^注\s*:/.test(context.text.slice(line.start, line.start + 4))) continue;
    if (isSentence(context.text, line)) pushItem(context, line, null, { ...around, scope: "overall" });
  }
}

/** The rows of the table that a stretch holds, as items; where the table ends, or 0 where there is none. */
function pushTable(context: Context, span: Span, around: Surroundings): number {
  const { text, programs, items } = context;
  const table = tabbedTable(text, span, context.columns) ?? linedTable(text, linesOf(text, span));
  if (!table) return 0;
  context.columns = table.columns;
  const addProgram = (title: string): ProgramDraft => {
    const program: ProgramDraft = { no: null, title, orgs: [] };
    programs.push(program);
    return program;
  };
  items.push(...tableItems(text, table, around, addProgram));
  return table.end;
}

/** Titles, document numbers, greetings and the date below are no sentences. */
const isSentence = (text: string, { start, end }: Span): boolean => {
  const line = text.slice(start, end).trim();
  return /[。;,]/.test(line) && !/^[^。;]{0,200}:$/.test(line);
};

function linesOf(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  while (from < end) {
    const next = text.indexOf("\n", from);
    const to = next < 0 || next > end ? end : next;
    if (text.slice(from, to).trim() !== "") found.push({ start: from, end: to });
    from = to + 1;
  }
  return found;
}

function leaf(context: Context, entry: Entry, around: Surroundings): void {
  const { text } = context;
  const heads = entry.marker && /\t/.test(text.slice(entry.start, entry.end));
  const tableAround = heads ? { ...around, program: startProgram(context, entry) } : around;
  const tableEnd = pushTable(context, entry, tableAround);
  if (tableEnd > 0) {
    for (const line of linesOf(text, { start: tableEnd, end: entry.end }))
      if (isSentence(text, line) && !/^注\s*:/.test(text.slice(line.start, line.start + 4)))
        pushItem(context, line, null, { ...around, scope: "overall" });
    return;
  }
  const slogans = (entry.marker?.rank ?? 0) === 3 || entry.marker?.rank === 4 ? [] : slogansIn(text, entry);
  if (slogans.length > 1 && around.scope !== "measure") {
    const program = entry.marker ? startProgram(context, entry) : around.program;
    for (const span of slogans) pushItem(context, span, null, { scope: "task", program });
    return;
  }
  const lines = linesOf(text, entry);
  const { listed, headEnd } = listLines(context, entry, lines);
  if (listed.length > 0) {
    const program = entry.marker ? startProgram(context, { ...entry, ownEnd: headEnd }) : around.program;
    const before = context.items.length;
    for (const span of listed) pushItem(context, span, null, { ...around, program });
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

/**
 * The entries without numbers below a heading, or in a text without any: lines that name in brackets who does them,
 * each with the lines behind it where a line below the heading already names who leads.
 */
function listLines(
  { text }: Context,
  entry: Entry,
  lines: readonly Span[],
): { listed: Span[]; headEnd: number } {
  const body = entry.marker ? lines.slice(1) : lines;
  const headEnd = lines[0]?.end ?? entry.start;
  const roleLines = body.findIndex((line) => !statementsIn(text, line).some((one) => one.form === "line"));
  const isNamed = (line: Span, shortest: number) =>
    statementsIn(text, line).some(
      ({ form, start }) => form === "bracket" && text.slice(line.start, start).trim().length > shortest,
    );
  if (entry.marker && roleLines > 0) {
    const starts = body.slice(roleLines).filter((line) => isNamed(line, 1));
    const listed = starts.map(({ start }, index) => ({ start, end: starts[index + 1]?.start ?? entry.end }));
    return { listed, headEnd: body[roleLines - 1]?.end ?? headEnd };
  }
  const named = body.filter((line) => isNamed(line, 6));
  return { listed: named.length >= 2 && named.length >= body.length / 2 ? named : [], headEnd };
}

function pushItem({ text, items }: Context, span: Span, no: string | null, around: Surroundings): void {
  const statements = statementsIn(text, span);
  const end = contentEnd(text, span, statements);
  const from = skipBlank(text, span.start, end);
  if (end <= from) return;
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
