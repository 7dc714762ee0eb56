import type { Finding } from "@taizhang/finding";
import { type Edit, type Grid, parseRange } from "@taizhang/grid";
import { applyEdits } from "./apply-edits.ts";
import { adopting, changedRows } from "./checking/changed-rows.ts";
import { type FindingChanges, type Results, resultsOf } from "./checking/results.ts";
import { type Found, type Moved, runRules } from "./checking/run-rules.ts";
import { readAgain } from "./read/read-again.ts";
import { type LookedAt, lookAtSheet, type RecogniseOptions } from "./recognise/recognise.ts";
import { recogniseAgain, withGrid } from "./recognise/recognise-again.ts";
import { completedAs, together } from "./recognise/workbook.ts";
import { movedIndexes } from "./rules/row-index.ts";
import { type CheckContext, type Subject, subjectOf, type TableView, viewWith } from "./rules/subject.ts";
import { readSettings } from "./settings/read-settings.ts";
import { settingsSheetName } from "./settings/settings.ts";
import type { SheetReading } from "./table.ts";
import { rulesSheetName } from "./team-rules/rules-sheet-name.ts";

/** A workbook that was checked and can be checked again after a change, at the cost of what the change touches (随改随查). */
export interface Checking {
  readonly readings: readonly SheetReading[];
  /** The same as `check` of these readings gives. */
  readonly findings: readonly Finding[];
  /** What the last change took away and brought; everything at the start. A finding that says the same stays the same object. */
  readonly changes: FindingChanges;
  /** After edits, each guarded by what stood there before. */
  readonly update: (edits: readonly Edit[]) => Checking;
  /** After sheets were read anew: they take the place of those with the same name. */
  readonly replace: (grids: readonly Grid[]) => Checking;
}

type Context = CheckContext & RecogniseOptions;

/** What is kept between two checks of a workbook. */
interface Kept {
  readonly grids: readonly Grid[];
  readonly alone: readonly LookedAt[];
  readonly subject: Subject;
  readonly found: Found;
  readonly results: Results;
}

/**
 * Recognises and checks a workbook, ready for further checks after each edit (开始检查). An edit of values in rows of
 * data costs the rules of these rows and those that see something else in them; any other edit costs the recognition of
 * its sheet and the rules that compare sheets. Every result is what a check from the beginning would give.
 * @example startChecking(workbook.sheets, "民政局.xlsx", { period: "2016-10" }).update([edit]).findings
 */
export function startChecking(
  grids: readonly Grid[],
  file: string,
  context: CheckContext & RecogniseOptions = {},
): Checking {
  const options = optionsOf(grids, file, context);
  const alone = grids.map((grid) => lookAtSheet(grid, file, options));
  const subject = subjectOf(together(alone.map(({ reading }) => reading)), context);
  const { found, differences } = runRules(subject);
  return checkingOf(
    { grids, alone, subject, found, results: resultsOf(differences, subject) },
    file,
    context,
  );
}

const optionsOf = (grids: readonly Grid[], file: string, context: Context): RecogniseOptions => ({
  ...context,
  corrections: [...readSettings(grids, file).settings.corrections, ...(context.corrections ?? [])],
});

function checkingOf(kept: Kept, file: string, context: Context): Checking {
  const { grids, subject, results } = kept;
  const replaced = (changed: readonly Grid[], touched?: TouchedRows): Checking => {
    const byName = new Map(changed.map((grid) => [grid.name, grid]));
    const next = grids.map((grid) => byName.get(grid.name) ?? grid);
    const added = changed.filter(({ name }) => !grids.some((grid) => grid.name === name));
    // Other settings may change every sheet.
    const isSettled = ![...byName.keys()].some((name) => ownSheets.includes(name.trim()));
    return added.length === 0 && isSettled
      ? checkingOf(checkedAgain(kept, next, file, context, touched), file, context)
      : startChecking([...next, ...added], file, context);
  };
  return {
    readings: subject.readings,
    get findings() {
      return results.inOrder.findings;
    },
    changes: results.changes,
    update: (edits) => {
      const { grids: edited, applied } = applyEdits(grids, edits);
      return replaced(
        edited.filter((grid, index) => grid !== grids[index]),
        rowsTouched(applied),
      );
    },
    replace: (changed) => replaced(changed),
  };
}

/** The rows that edits wrote, by sheet. */
type TouchedRows = ReadonlyMap<string, ReadonlySet<number>>;

function rowsTouched(edits: readonly Edit[]): TouchedRows {
  const touched = new Map<string, Set<number>>();
  for (const { at } of edits) {
    const range = parseRange(at.ref);
    const rows = touched.get(at.sheet) ?? new Set<number>();
    touched.set(at.sheet, rows);
    for (let row = range?.top ?? 0; row <= (range?.bottom ?? -1); row++) rows.add(row);
  }
  return touched;
}

const ownSheets: readonly string[] = [settingsSheetName, rulesSheetName];

const noRows: ReadonlySet<number> = new Set();

/** A sheet after a change: read anew, or as before with other values in some rows. */
interface Sheet {
  readonly grid: Grid;
  readonly looked: LookedAt;
  readonly rows?: readonly number[];
}

function checkedAgain(
  kept: Kept,
  next: readonly Grid[],
  file: string,
  context: Context,
  touched?: TouchedRows,
): Kept {
  const options = optionsOf(next, file, context);
  const sheets = kept.alone.map((looked, index): Sheet => {
    const [before, now] = [kept.grids[index], next[index]];
    if (!before || !now || before === now) return { grid: now ?? looked.reading.grid, looked, rows: [] };
    const rows = changedRows(before, now, touched && (touched.get(now.name) ?? noRows));
    // Edits share with the grid before what they do not touch; a sheet read anew shares nothing yet.
    const grid = rows && !touched ? adopting(before, now, rows) : now;
    const again = rows && recogniseAgain(looked, grid, rows);
    return again ? { grid, looked: again, rows } : { grid, looked: lookAtSheet(grid, file, options) };
  });
  const { subject: old, results } = kept;
  const expected = sheets.map((sheet, index) => movedReading(kept, sheet, index));
  const isNew = sheets.some(({ rows }) => rows === undefined);
  const readings = isNew ? together(sheets.map(({ looked }) => looked.reading)) : expected;
  const moved = new Map<TableView, Moved>();
  const views = readings.flatMap((reading, index) =>
    movedViews(old, old.readings[index], reading, expected[index], sheets[index]?.rows, moved),
  );
  const subject = subjectOf(readings, context, { ...old, tables: [...old.tables, ...views] });
  const { found, differences } = runRules(subject, {
    subject: old,
    found: kept.found,
    movedFrom: moved,
    isOther: isNew || subject.tables.some((view) => !moved.has(view)),
  });
  // A sheet recognised anew may give the others another org or period.
  const rows = new Map(sheets.map((sheet) => [sheet.grid.name, isNew ? undefined : sheet.rows]));
  return {
    grids: sheets.map(({ grid }) => grid),
    alone: sheets.map(({ looked }) => looked),
    subject,
    found,
    results: resultsOf(differences, subject, { results, subject: old, rows }),
  };
}

/** The reading of a sheet that is as it was or has other values, completed as the one before was by other sheets. */
function movedReading({ alone, subject }: Kept, { grid, looked, rows }: Sheet, index: number): SheetReading {
  const [before, own] = [subject.readings[index], alone[index]];
  if (!before || !own || !rows || before === own.reading) return looked.reading;
  if (looked === own) return before;
  const completed = withGrid(before, grid);
  for (const [at, table] of looked.reading.tables.entries()) {
    const other = completed.tables[at];
    if (other) completedAs(table, other);
  }
  return completed;
}

/** Views of tables with other values in some rows: these are read again, unless rows below lean on them. */
function movedViews(
  old: Subject,
  before: SheetReading | undefined,
  now: SheetReading,
  expected: SheetReading | undefined,
  rows: readonly number[] | undefined,
  moved: Map<TableView, Moved>,
): TableView[] {
  const views: TableView[] = [];
  for (const [at, table] of now.tables.entries()) {
    const was = before?.tables[at];
    const index = old.tables.findIndex(({ table: one }) => one === was);
    const view = old.tables[index];
    // What other sheets say of it may be new.
    if (!rows || !was || !view || table !== expected?.tables[at]) continue;
    if (table === was) {
      moved.set(view, { view, index, rows: [] });
      continue;
    }
    const { range, headerRows } = table;
    const inside = rows.filter((row) => row > headerRows[1] && row <= range.bottom);
    const { rowEntries: listed } = view;
    const rowEntries = inside.length === 0 ? listed : readAgain(table, was, listed, inside);
    if (!rowEntries) continue;
    const changes = inside.map((row) => ({ row, was: listed.at(row), now: rowEntries.at(row) }));
    const fresh = viewWith(view, { table, rowEntries, indexes: movedIndexes(view.indexes, changes) });
    moved.set(fresh, { view, index, rows: inside });
    views.push(fresh);
  }
  return views;
}
