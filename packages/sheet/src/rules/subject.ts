import type { Finding } from "@taizhang/finding";
import { type CellPlace, type CellValue, cellPlace, cellRef, textOf, valueAt } from "@taizhang/grid";
import { comparePeriods } from "@taizhang/model";
import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { put } from "../multimap.ts";
import { type EntriesOf, readEntries } from "../read/entries.ts";
import { RowEntries } from "../read/row-entries.ts";
import type { Settings } from "../settings/settings.ts";
import { settingsByFile } from "../settings/settings-by-file.ts";
import type { Column, SheetReading, Table } from "../table.ts";
import type { TeamRule } from "../team-rules/team-rule.ts";
import { teamRulesByFile } from "../team-rules/team-rules-by-file.ts";
import { latestBefore } from "./latest-before.ts";
import type { RowIndexes } from "./row-indexes.ts";

/** What a check may lean on beside the sheets themselves (检查的依据). */
export interface CheckContext {
  /** The ledger as it was assigned. */
  readonly ledger?: readonly SheetReading[];
  /** Last month's returns. */
  readonly last?: readonly SheetReading[];
  /** The day of the plan, on which units are looked up where the sheets name no period. */
  readonly on?: string;
  /** The report period that was asked for: "2016-10". */
  readonly period?: string;
  /** The code of the division whose plan this is. */
  readonly within?: string;
  /**
   * Switches, severities, parameters and explanations (设置). Left out, those of the ledger's sheet 台账设置 hold, else
   * those of each file's own; a file's explanations count beside the ledger's.
   */
  readonly settings?: Settings;
  /** A team's own rules (自编规则); left out, those of the ledger's sheet 台账规则, else of each file's own. */
  readonly teamRules?: readonly TeamRule[];
}

/** All that one check looks at. */
export interface Subject {
  readonly readings: readonly SheetReading[];
  readonly tables: readonly TableView[];
  readonly ledger: readonly TableView[];
  readonly last: readonly TableView[];
  readonly context: CheckContext;
  /** The settings that hold for a file. */
  readonly settingsOf: (file: string) => Settings;
  /** What in the sheets 台账设置 could not be used. */
  readonly settingsFindings: readonly Finding[];
  /** A team's own rules for a file. */
  readonly teamRulesOf: (file: string) => readonly TeamRule[];
}

/** A table with what rules ask again and again. */
export interface TableView {
  readonly table: Table;
  readonly entries: readonly Entry[];
  /** The entries that are counted. */
  readonly data: readonly Entry[];
  /** What single rows have of them. */
  readonly rowEntries: RowEntries;
  /** There are total, subtotal or 其中 rows. */
  readonly hasSums: boolean;
  readonly columnsOf: (field: Field) => readonly Column[];
  readonly has: (field: Field) => boolean;
  /** The report period of the sheet, else the one asked for. */
  readonly period?: string;
  /** The plan's year. */
  readonly year?: number;
  readonly at: (row: number, column: number) => CellPlace;
  /** Rows by what rules look them up by, made when first asked for. */
  readonly indexes: RowIndexes;
}

/** The subject of a check; tables that the one before it had are not read again, and its settings hold still. */
export function subjectOf(
  readings: readonly SheetReading[],
  context: CheckContext,
  before?: Subject,
  entriesOf: EntriesOf = readEntries,
): Subject {
  const known = new Map(before?.tables.map((view) => [view.table, view]));
  const views = (list: readonly SheetReading[] = []) =>
    list.flatMap(({ tables }) =>
      tables.map((table) => known.get(table) ?? viewOf(table, entriesOf(table), context)),
    );
  const tables = views(readings);
  if (before) return { ...before, readings, tables };
  const { settingsOf, findings } = settingsByFile(readings, context);
  const team = teamRulesByFile(readings, context);
  return {
    readings,
    tables,
    ledger: views(context.ledger),
    last: latestBefore(views(context.last), ({ table }) => table.period?.value, newestOf(tables)),
    context,
    settingsOf,
    settingsFindings: [...findings, ...team.findings],
    teamRulesOf: team.teamRulesOf,
  };
}

/** The newest period that the tables say. */
const newestOf = (tables: readonly TableView[]): string | undefined =>
  tables
    .flatMap(({ table }) => table.period?.value ?? [])
    .sort(comparePeriods)
    .at(-1);

function viewOf(table: Table, entries: readonly Entry[], context: CheckContext): TableView {
  const rowEntries = new RowEntries(entries);
  const byField = new Map<Field, Column[]>();
  for (const column of table.columns) put(byField, column.field, column);
  const period = table.period?.value ?? context.period;
  const year = yearOf(table, period);
  return viewWith({
    table,
    rowEntries,
    hasSums: rowEntries.data.length < entries.length,
    columnsOf: (field) => byField.get(field) ?? noColumns,
    has: (field) => byField.has(field),
    at: (row, column) => cellPlace(table.file, table.grid.name, cellRef(row, column)),
    indexes: new Map(),
    ...(period ? { period } : {}),
    ...(year ? { year } : {}),
  });
}

/** A view without the lists of its entries, which are put together when a rule asks for them. */
type ViewParts = Omit<TableView, "entries" | "data">;

/** The lists of a view, put together when a rule asks for them: what copies a view's own parts asks for none. */
const lists: Pick<TableView, "entries" | "data"> & ThisType<TableView> = {
  get entries() {
    return this.rowEntries.all;
  },
  get data() {
    return this.rowEntries.data;
  },
};

/** A view of these parts, or of another view with other parts (表视图). */
export const viewWith = (view: ViewParts, other: Partial<ViewParts> = {}): TableView =>
  Object.assign(Object.create(lists), view, other);

const noColumns: readonly Column[] = [];

/** The year of the period, or the one that the rows above the header or the sheet's name print. */
function yearOf({ grid, file, range }: Table, period: string | undefined): number | undefined {
  if (period) return Number(period.slice(0, 4));
  const above = [grid.name, file];
  for (let row = range.top - 1; row >= Math.max(0, range.top - 8); row--)
    for (let column = range.left; column <= range.right; column++) {
      const text = textOf(valueAt(grid, row, column));
      if (text && text.length < 80) above.unshift(text);
    }
  for (const text of above) {
    const found = /(?<!\d)(20[0-4]\d)(?=年|[-.]?\d{0,2}(?!\d))/.exec(text);
    if (found) return Number(found[1]);
  }
  return undefined;
}

/** The place of the entry's cell of a field; where it has none, of the row's first column. */
export const placeOf = (view: TableView, entry: Entry, ...wanted: readonly Field[]): CellPlace => {
  for (const field of wanted) {
    const cell = entry.cells.get(field);
    if (cell) return cell.at;
    const [column] = view.columnsOf(field);
    if (column && view.table.shape === "long") return view.at(entry.row, column.index);
  }
  return view.at(entry.row, view.table.range.left);
};

/**
 * What the entry's cell of a field holds, without making a cell of it: a look before reading on. Null for a blank, and
 * for a cell whose value is merged from elsewhere.
 */
export function valueIn({ table, columnsOf }: TableView, entry: Entry, field: Field): CellValue {
  const columns = columnsOf(field);
  const column = columns[0];
  if (column === undefined) return null;
  if (columns.length > 1 || table.shape !== "long") {
    const cell = entry.cells.get(field);
    return cell && !cell.carried ? cell.value : null;
  }
  return table.grid.rows[entry.row]?.[column.index] ?? null;
}

/** The text of the entry's cell of a field; "" where it has none. */
export const textIn = (entry: Entry, field: Field): string => entry.cells.get(field)?.text ?? "";
