import type { Finding } from "@taizhang/finding";
import type { CellValue, Edit, Grid } from "@taizhang/grid";
import { applyEdits } from "./apply-edits.ts";
import { settled } from "./check.ts";
import { type RecogniseOptions, recogniseSheet } from "./recognise/recognise.ts";
import { together } from "./recognise/workbook.ts";
import { type Rule, scopeOf } from "./rules/rule.ts";
import { rules } from "./rules/rules.ts";
import { type CheckContext, type Subject, subjectOf, type TableView } from "./rules/subject.ts";
import { readSettings } from "./settings/read-settings.ts";
import { settingsSheetName } from "./settings/settings.ts";
import type { SheetReading, Table } from "./table.ts";
import { teamFindings } from "./team-rules/run-team-rules.ts";

/** A workbook that was checked and can be checked again after a change, at the cost of what the change touches (随改随查). */
export interface Checking {
  readonly readings: readonly SheetReading[];
  /** The same as `check` of these readings gives. */
  readonly findings: readonly Finding[];
  /** After edits, each guarded by what stood there before. */
  readonly update: (edits: readonly Edit[]) => Checking;
  /** After sheets were read anew: they take the place of those with the same name. */
  readonly replace: (grids: readonly Grid[]) => Checking;
}

/** What is kept between two checks of a workbook. */
interface Kept {
  readonly grids: readonly Grid[];
  readonly alone: readonly SheetReading[];
  readonly subject: Subject;
  /** By rule, then by table in order: what it found, and for rules that look at rows by row. */
  readonly found: ReadonlyMap<Rule, readonly Part[]>;
}

type Part = ReadonlyMap<number, readonly Finding[]>;

/** The row under which findings of a whole table, or of everything, are kept. */
const whole = -1;

/**
 * Recognises and checks a workbook, ready for further checks after each edit (开始检查). An edit costs the recognition of
 * its sheet, the rules of its row, and the rules that compare rows or sheets; every result is what a check from the
 * beginning would give.
 * @example startChecking(workbook.sheets, "民政局.xlsx", { period: "2016-10" }).update([edit]).findings
 */
export function startChecking(
  grids: readonly Grid[],
  file: string,
  context: CheckContext & RecogniseOptions = {},
): Checking {
  const corrections = correctionsOf(grids, file, context);
  const alone = grids.map((grid) => recogniseSheet(grid, file, { ...context, corrections }));
  return checkingOf(keep(grids, alone, subjectOf(together(alone), context), undefined), file, context);
}

const correctionsOf = (grids: readonly Grid[], file: string, { corrections = [] }: RecogniseOptions) => [
  ...readSettings(grids, file).settings.corrections,
  ...corrections,
];

function checkingOf(kept: Kept, file: string, context: CheckContext & RecogniseOptions): Checking {
  const { grids, alone, subject, found } = kept;
  const replace = (changed: readonly Grid[]): Checking => {
    const byName = new Map(changed.map((grid) => [grid.name, grid]));
    const isKnown = changed.every(({ name }) => grids.some((grid) => grid.name === name));
    // Other settings may change every sheet.
    if (!isKnown || byName.has(settingsSheetName))
      return startChecking(
        [
          ...grids.map((grid) => byName.get(grid.name) ?? grid),
          ...changed.filter(({ name }) => !grids.some((grid) => grid.name === name)),
        ],
        file,
        context,
      );
    const corrections = correctionsOf(grids, file, context);
    const next = grids.map((grid) => byName.get(grid.name) ?? grid);
    const read = alone.map((reading) => {
      const grid = byName.get(reading.grid.name);
      return grid === undefined ? reading : recogniseSheet(grid, file, { ...context, corrections });
    });
    return checkingOf(
      keep(next, read, subjectOf(together(read), context, subject), { subject, found }),
      file,
      context,
    );
  };
  let findings: readonly Finding[] | undefined;
  return {
    readings: subject.readings,
    get findings() {
      findings ??= settled(flat(found, subject), subject);
      return findings;
    },
    update: (edits) => replace(applyEdits(grids, edits).grids.filter((grid, index) => grid !== grids[index])),
    replace,
  };
}

function* flat(found: Kept["found"], subject: Subject): Generator<Finding> {
  for (const rule of rules)
    for (const part of found.get(rule) ?? []) for (const list of part.values()) yield* list;
  yield* teamFindings(subject);
  yield* subject.settingsFindings;
}

/** Runs each rule over what changed since the last check, and keeps the rest. */
function keep(
  grids: readonly Grid[],
  alone: readonly SheetReading[],
  subject: Subject,
  before: Pick<Kept, "subject" | "found"> | undefined,
): Kept {
  const found = new Map<Rule, readonly Part[]>();
  const changes = subject.tables.map((view, index) => changeOf(view, before?.subject.tables[index]));
  const sameTables = before?.subject.tables.length === subject.tables.length;
  for (const rule of rules) {
    const scope = scopeOf(rule);
    const old = sameTables ? before?.found.get(rule) : undefined;
    if (scope === "all") {
      found.set(rule, [new Map([[whole, [...rule.check(subject)]]])]);
      continue;
    }
    found.set(
      rule,
      subject.tables.map((view, index): Part => {
        const change = changes[index] ?? "all";
        const part = old?.[index];
        if (part && change === "none") return part;
        if (scope === "table") return new Map([[whole, [...rule.check({ ...subject, tables: [view] })]]]);
        if (!part || change === "all" || change === "none") return byRow(rule, view, subject);
        return withRows(part, change, rule, view, subject);
      }),
    );
  }
  return { grids, alone, subject, found };
}

function byRow(rule: Rule, view: TableView, subject: Subject): Part {
  const part = new Map<number, Finding[]>();
  for (const finding of rule.check({ ...subject, tables: [view] })) {
    const row = rowOf(finding);
    part.set(row, [...(part.get(row) ?? []), finding]);
  }
  return part;
}

function withRows(
  part: Part,
  rows: ReadonlySet<number>,
  rule: Rule,
  view: TableView,
  subject: Subject,
): Part {
  const own = ({ row }: { readonly row: number }) => rows.has(row);
  const changed = { ...view, entries: view.entries.filter(own), data: view.data.filter(own) };
  const fresh = byRow(rule, changed, subject);
  if (fresh.size === 0 && ![...rows].some((row) => part.has(row))) return part;
  const merged = new Map([...part].filter(([row]) => !rows.has(row)));
  for (const [row, list] of fresh) merged.set(row, list);
  return new Map([...merged].sort(([a], [b]) => a - b));
}

const rowOf = ({ at }: Finding): number => {
  const [place] = at;
  return place?.kind === "cell" ? Number(/\d+/.exec(place.ref)?.[0] ?? 0) - 1 : whole;
};

/** What of a table is not as it was: nothing, some rows, or perhaps all. */
function changeOf(view: TableView, before: TableView | undefined): "none" | "all" | ReadonlySet<number> {
  if (!before) return "all";
  if (before.table === view.table) return "none";
  const [now, old] = [view.table, before.table];
  if (now.grid === old.grid && sameTable(now, old)) return "none";
  if (!sameTable(now, old) || reachesRows(now) || reachesRows(old)) return "all";
  if (now.grid.formulas.size !== old.grid.formulas.size) return "all";
  const rows = new Set<number>();
  for (let row = 0; row <= Math.max(now.grid.rows.length, old.grid.rows.length); row++) {
    const isSame =
      sameRow(now.grid.rows[row], old.grid.rows[row]) &&
      sameRow(now.grid.formats[row], old.grid.formats[row]);
    if (isSame) continue;
    // What stands outside the rows says something of all of them; texts may be repeated by the rows below.
    if (row < now.headerRows[0] || row <= now.headerRows[1]) return "all";
    rows.add(row);
  }
  for (const [key, formula] of now.grid.formulas)
    if (old.grid.formulas.get(key) !== formula) rows.add(Math.floor(key / 16_384));
  const texts = [...rows].some((row) => !sameTexts(now.grid.rows[row], old.grid.rows[row]));
  return texts ? "all" : rows;
}

/** A merged cell gives its value to the rows that it covers; one in the header does not matter. */
const reachesRows = ({ grid, headerRows }: Table): boolean =>
  grid.merges.some(({ bottom }) => bottom > headerRows[1]);

type Cells = readonly unknown[] | undefined;

function sameRow(a: Cells, b: Cells): boolean {
  if (a === b) return true;
  const length = Math.max(a?.length ?? 0, b?.length ?? 0);
  for (let index = 0; index < length; index++) if (!same(a?.[index], b?.[index])) return false;
  return true;
}

const same = (a: unknown, b: unknown): boolean =>
  (a ?? null) === (b ?? null) || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));

/** The texts of the row are as they were: only numbers and blanks differ. */
function sameTexts(
  a: readonly (CellValue | undefined)[] = [],
  b: readonly (CellValue | undefined)[] = [],
): boolean {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [x, y] = [a[index] ?? null, b[index] ?? null];
    if (x !== y && (typeof x === "string" || typeof y === "string")) return false;
  }
  return true;
}

/** The same columns, rows and head: recognition saw no difference. */
function sameTable(a: Table, b: Table): boolean {
  return (
    a.shape === b.shape &&
    a.role === b.role &&
    a.org?.name === b.org?.name &&
    a.period?.value === b.period?.value &&
    a.unitNote === b.unitNote &&
    a.subject === b.subject &&
    a.unitNotes?.join() === b.unitNotes?.join() &&
    JSON.stringify([a.range, a.headerRows]) === JSON.stringify([b.range, b.headerRows]) &&
    a.columns.length === b.columns.length &&
    a.columns.every((column, index) => {
      const other = b.columns[index];
      return (
        other !== undefined &&
        (["index", "field", "indicator", "division", "unit", "bound", "department", "node"] as const).every(
          (key) => column[key] === other[key],
        ) &&
        column.path.join("/") === other.path.join("/")
      );
    }) &&
    a.rows.length === b.rows.length &&
    a.rows.every(({ row, kind, section }, index) => {
      const other = b.rows[index];
      return other?.row === row && other.kind === kind && other.section === section;
    })
  );
}
