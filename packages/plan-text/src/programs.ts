import type { ItemDraft, ProgramDraft } from "./draft.ts";
import { heading, programTitle } from "./entry-parts.ts";
import { type Entry, periodHeading } from "./outline.ts";
import type { Span } from "./plan.ts";
import { statementsIn } from "./responsibilities.ts";
import { type SectionKind, sectionKind } from "./sections.ts";

export function startProgram(
  { text, programs }: { readonly text: string; readonly programs: ProgramDraft[] },
  entry: Entry,
): ProgramDraft {
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

/** A section that opens with 组织领导 is about how the work is run, where tasks came before it. */
export function sectionOf(
  { text }: { readonly text: string },
  child: Entry,
  tasksBefore: boolean,
): SectionKind {
  const own = sectionKind(heading(text, child));
  if (own !== "task" || !tasksBefore || (child.marker?.rank ?? 9) > 1) return own;
  const first = child.children[0];
  return first && sectionKind(heading(text, first)) === "measure" ? "measure" : "task";
}

/** Names at the end of the last item of a program speak for all of it where no item before has names of its own. */
export function closeProgram(
  { items }: { readonly items: readonly ItemDraft[] },
  program: ProgramDraft | undefined,
  from: number,
): void {
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
