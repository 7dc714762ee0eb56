import { atRow } from "../at-row.ts";
import { RowEntries } from "../read/row-entries.ts";
import { type Rule, scopeOf } from "../rules/rule.ts";
import { rules } from "../rules/rules.ts";
import { type Subject, type TableView, viewWith } from "../rules/subject.ts";
import { teamFindings } from "../team-rules/run-team-rules.ts";
import { hasFindings, keepingLists, type Part, partByRow, wholePart, withRows } from "./part.ts";

/** A table of a workbook that was checked before: the one it was, its place then, and the rows with other values now. */
export interface Moved {
  readonly view: TableView;
  readonly index: number;
  readonly rows: readonly number[];
}

/** What each rule found: one part a table, or a single part for rules that look at all tables together. */
export type Found = readonly (readonly Part[])[];

/** What was found before a change, and how the tables of then are those of now. */
export interface Before {
  readonly subject: Subject;
  readonly found: Found;
  /** For a table of now the one of before; none for a table that was recognised anew. */
  readonly movedFrom: ReadonlyMap<TableView, Moved>;
  /** A sheet was recognised anew. */
  readonly isOther: boolean;
}

/** A part that is not what it was; without `before` it is new, without `now` its table is gone. */
export interface Difference {
  /** The place of the rule in the catalogue. */
  readonly rule: number;
  readonly before?: Part | undefined;
  readonly now?: Part | undefined;
  /** The only rows in which they may differ. */
  readonly rows?: readonly number[] | undefined;
}

/**
 * Runs each rule over what changed (增量检查): rules of rows over the changed rows, rules of tables over tables of which
 * they see another row, rules that compare tables when one of them sees another row or a table is new.
 */
export function runRules(subject: Subject, before?: Before): { found: Found; differences: Difference[] } {
  const differences: Difference[] = [];
  const compare = (
    rule: number,
    old: Part | undefined,
    now: Part | undefined,
    rows?: readonly number[],
  ): void => {
    if (old !== now) differences.push({ rule, before: old, now, rows });
  };
  const found = rules.map((rule, index) => {
    const old = before?.found[index] ?? [];
    if (scopeOf(rule) === "all") {
      const part = runOnAll(rule, subject, old[0], before);
      compare(index, old[0], part);
      return [part];
    }
    const left = new Set(old.keys());
    const parts = subject.tables.map((view) => {
      const moved = before?.movedFrom.get(view);
      const known = moved && old[moved.index];
      if (moved) left.delete(moved.index);
      const part = runOnTable(rule, view, subject, known, before, moved);
      compare(index, known, part, known && scopeOf(rule) === "row" ? moved?.rows : undefined);
      return part;
    });
    for (const at of left) compare(index, old[at], undefined);
    return parts;
  });
  // Team rules and the settings' own findings come after the rules of the catalogue.
  for (const list of [teamFindings(subject), subject.settingsFindings]) {
    const old = before?.found[found.length]?.[0];
    const part = keeping(old, wholePart(list));
    compare(found.length, old, part);
    found.push([part]);
  }
  return { found, differences };
}

const keeping = (old: Part | undefined, now: Part): Part => (old ? keepingLists(old, now) : now);

function runOnAll(rule: Rule, subject: Subject, old: Part | undefined, before: Before | undefined): Part {
  const isSeen =
    !before ||
    before.isOther ||
    subject.tables.some((view) => seesOther(rule, view, subject, old, before, before.movedFrom.get(view)));
  return old && !isSeen ? old : keeping(old, wholePart(rule.check(subject)));
}

function runOnTable(
  rule: Rule,
  view: TableView,
  subject: Subject,
  part: Part | undefined,
  before: Before | undefined,
  moved: Moved | undefined,
): Part {
  const isByRow = scopeOf(rule) === "row";
  if (!before || !moved || !part) {
    const all = rule.check({ ...subject, tables: [view] });
    return isByRow ? partByRow(all) : wholePart(all);
  }
  if (moved.rows.length === 0) return part;
  if (isByRow) {
    const some = { ...subject, tables: [onlyRows(view, moved.rows)] };
    return withRows(part, moved.rows, partByRow(rule.check(some)));
  }
  return seesOther(rule, view, subject, part, before, moved)
    ? keepingLists(part, wholePart(rule.check({ ...subject, tables: [view] })))
    : part;
}

/** The table with these rows alone, for rules that look at one row after another. */
export function onlyRows(view: TableView, rows: readonly number[]): TableView {
  return viewWith(view, {
    table: { ...view.table, rows: rows.flatMap((row) => atRow(view.table.rows, row)) },
    rowEntries: new RowEntries(rows.flatMap((row) => view.rowEntries.at(row))),
  });
}

/** The rule takes something else from one of the changed rows than before. */
function seesOther(
  { sees, differs }: Rule,
  view: TableView,
  subject: Subject,
  part: Part | undefined,
  before: Before,
  moved: Moved | undefined,
): boolean {
  if (!moved) return true;
  if (moved.rows.length === 0) return false;
  if (!sees) return true;
  return moved.rows.some((row) => {
    const { view: old } = moved;
    const now = { view, row, entries: view.rowEntries.at(row), subject };
    const was = { view: old, row, entries: old.rowEntries.at(row), subject: before.subject };
    const [text, other] = [sees(now), sees(was)];
    if (text !== undefined && text === other) return false;
    return differs === undefined || moved.rows.length > 1 || differs(was, now, !part || hasFindings(part));
  });
}
