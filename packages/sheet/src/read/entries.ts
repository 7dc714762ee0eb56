import { inferIndicator } from "@taizhang/model";
import { splitNameAndUnit, unitOf } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { fold, squeeze, squeezeWords } from "../recognise/heading.ts";
import { withoutRemark } from "../recognise/held-places.ts";
import { indexMerges, type MergeIndex } from "../recognise/merges.ts";
import { namesMoney } from "../recognise/noted-unit.ts";
import { totalKind } from "../recognise/total-label.ts";
import { remembered } from "../remembered.ts";
import type { Column, Table, TableRow } from "../table.ts";
import { leadNames } from "./lead-names.ts";
import { cellOf, type EntryColumns, type FieldColumns, RowCells, speaking, textAt } from "./row-cells.ts";

/**
 * The entries of a table: one a row of a long table, one a row and indicator of a cross-tab (条目). A merged cell gives
 * its value to each row that it covers, marked `carried`; whoever adds numbers leaves carried ones out.
 * @example readEntries(table).map(({ task }) => task) // ["新建养老中心"]
 */
export function readEntries(table: Table): Entry[] {
  const reader = readerOf(table);
  const entries: Entry[] = [];
  for (const row of table.rows) {
    if (row.kind === "section") reader.above.clear();
    entriesOfRow(reader, row, entries);
  }
  return entries;
}

/** Reads the rows of a table one after another. */
export const readerOf = (table: Table): Reader => {
  const mergeAt = indexMerges(table.grid);
  return { table, mergeAt, columns: blocksOf(table, mergeAt), above: new Map(), blocks: new Map() };
};

/** Adds the entries of the next row: none of a section, a note or a blank row. */
export function entriesOfRow(reader: Reader, row: TableRow, entries: Entry[]): void {
  const { kind } = row;
  if (kind !== "data" && kind !== "total" && kind !== "subtotal" && kind !== "ofWhich") return;
  for (const block of reader.columns)
    entries.push(entryOf(reader, row, kind === "data" ? block.kind : kind, block));
}

/** Reads the entries of a table, or has them already. */
export type EntriesOf = (table: Table) => readonly Entry[];

/** A reader that reads each table once, for work that asks for the same tables in several places. */
export function readingOnce(): EntriesOf {
  const known = new Map<Table, readonly Entry[]>();
  return (table) => {
    const before = known.get(table);
    if (before) return before;
    const entries = readEntries(table);
    known.set(table, entries);
    return entries;
  };
}

export interface Reader {
  readonly table: Table;
  readonly mergeAt: MergeIndex;
  /** The columns of the entries of a row. */
  readonly columns: readonly Block[];
  /** The last program and task printed above, for the rows that leave them blank. */
  readonly above: Map<Field, string>;
  /** The columns of a long table by the unit that a row's name says against the note above the table. */
  readonly blocks: Map<string, Block>;
}

/** The columns of one entry, with what is the same for each row. */
interface Block extends EntryColumns {
  /** The indicator of the columns, or the division over them. */
  readonly said: Column | undefined;
  readonly unit: string | undefined;
  readonly department: string | undefined;
  readonly nodes: readonly Column[];
  /** The columns of each field of which one speaks and the others are repeats. */
  readonly repeated: readonly (readonly Column[])[];
  /** `total` under 全市 or 合计 beside the divisions: the sum of its row, and none of its parts. */
  readonly kind: "data" | "total" | "subtotal";
}

/** All columns of a long table; the shared ones and those of one indicator of a cross-tab. */
function blocksOf(table: Table, mergeAt: MergeIndex): Block[] {
  const name = (column: Column): string | undefined => column.indicator ?? column.division;
  const names = [...new Set(table.columns.map(name).filter((one) => one !== undefined))];
  if (table.shape === "long" || names.length === 0) return [blockOf(table.columns, table, mergeAt)];
  return names.map((one) =>
    blockOf(
      table.columns.filter((column) => name(column) === undefined || name(column) === one),
      table,
      mergeAt,
    ),
  );
}

const unitFields: readonly Field[] = ["target", "actualCumulative", "actualPeriod", "node", "baseline"];

/** The columns that count things; 单位：万元 still speaks of the money columns beside them. */
const figureFields: ReadonlySet<Field> = new Set<Field>([
  ...unitFields,
  "stretch",
  "actualLastCumulative",
  "actualLastYear",
]);

/** 单位：亿元 above a long table yields to the row's own name: 新增就业（人） is in 人, 增速 never in 亿元. */
function blockOfRow(
  { table, mergeAt, blocks }: Reader,
  { name, unit }: ReturnType<typeof splitNameAndUnit>,
  block: Block,
): Block {
  const { shape, unitNote } = table;
  if (shape !== "long" || unitNote === undefined || unit === unitNote) return block;
  if (unit === undefined && (unitNote === "%" || inferIndicator(name).accounting !== "ratio")) return block;
  const known = blocks.get(unit ?? "");
  if (known) return known;
  const made = blockOf(
    block.columns.map((column) => {
      if (column.unit !== unitNote || !figureFields.has(column.field)) return column;
      const { unit: _, ...bare } = column;
      return unit ? { ...bare, unit } : bare;
    }),
    table,
    mergeAt,
  );
  blocks.set(unit ?? "", made);
  return made;
}

/** 单位：万元 above a table with a column of units: of what is money and leaves its cell blank. */
const unitOfNote = ({ unitNote }: Table, { byField }: Block, name: string): string | undefined =>
  unitNote && byField.has("unit") && unitOf(unitNote)?.dimension === "money" && namesMoney(name)
    ? unitNote
    : undefined;

function blockOf(columns: readonly Column[], table: Table, mergeAt: MergeIndex): Block {
  const byField = new Map<Field, FieldColumns & { readonly columns: Column[] }>();
  for (const column of columns) {
    const own = byField.get(column.field);
    if (own) own.columns.push(column);
    else byField.set(column.field, { columns: [column], place: byField.size });
  }
  const repeated: Column[][] = [];
  // Of several columns of one field the surest speaks; of equals the first.
  for (const [field, { columns: list }] of byField) {
    if (list.length === 1 || field === "node") continue;
    list.sort((one, other) => other.confidence - one.confidence);
    if (field !== "other") repeated.push(list);
  }
  const units = unitFields.map((field) => byField.get(field)?.columns.find(({ unit }) => unit)?.unit);
  const said = columns.find((one) => one.indicator !== undefined || one.division !== undefined);
  return {
    table,
    mergeAt,
    columns,
    byField,
    recent: { rows: [], next: 0 },
    said,
    // 合计 over a block of columns beside 甲县 and 乙县 is their total as it is in a row.
    kind: (said?.division === undefined ? undefined : totalKind(fold(said.division))) ?? "data",
    unit: units.find((unit) => unit !== undefined),
    department: columns.find((one) => one.department)?.department,
    nodes: byField.get("node")?.columns ?? [],
    repeated,
  };
}

function entryOf(
  reader: Reader,
  { row, section, program: outer }: TableRow,
  kind: Entry["kind"],
  columns: Block,
): Entry {
  const { table, mergeAt, above } = reader;
  const printedTask = squeezeWords(printedIn(reader, row, columns, "task"));
  const printedIndicator = squeezeWords(printedIn(reader, row, columns, "indicator"));
  const printedProgram = squeezeWords(printedIn(reader, row, columns, "program"));
  if (printedProgram) above.set("program", printedProgram);
  if (printedTask && kind === "data") above.set("task", printedTask);
  const program =
    printedProgram || sectionName(outer ?? section) || (kind === "data" ? above.get("program") : undefined);
  const task = printedTask || (printedIndicator ? (above.get("task") ?? "") : "");
  const named = nameOf(
    columns.said?.indicator ?? (printedIndicator || task || table.subject || printedProgram),
  );
  const block = blockOfRow(reader, named, columns);
  const unit =
    squeeze(printedIn(reader, row, columns, "unit")) ||
    block.unit ||
    named.unit ||
    unitOfNote(table, block, named.name);
  const division =
    withoutRemark(squeeze(printedIn(reader, row, columns, "division"))) || block.said?.division;
  const leads = listOf(block.department ?? printedIn(reader, row, block, "lead"));
  const org = division || leads[0] || table.org?.name;
  const id = squeeze(printedIn(reader, row, columns, "id"));
  const entry: Writable<Entry> = {
    table,
    row,
    kind,
    cells: new RowCells(row, block),
    nodes: block.nodes.length === 0 ? none : block.nodes.map((column) => cellOf(table, row, column, mergeAt)),
    repeats: block.repeated.length > 0 ? repeatsOf(reader, row, block) : none,
    task: task || block.said?.indicator || printedIndicator || (table.subject ?? ""),
    indicator: named.name,
    leads,
  };
  // One by one: a hundred thousand spreads of optional parts are dear.
  if (id) entry.id = id;
  if (program) entry.program = program;
  if (unit) entry.unit = unit;
  if (org) entry.org = org;
  if (division) entry.division = division;
  return entry;
}

/** What a row prints in the columns of a field. */
const printedIn = ({ table, mergeAt }: Reader, row: number, { byField }: Block, field: Field): string => {
  const columns = byField.get(field)?.columns;
  return columns ? textAt(table, row, speaking(table, row, columns), mergeAt) : "";
};

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const none: readonly Cell[] = [];

/** The further columns of a field of which one speaks. */
function repeatsOf({ table, mergeAt }: Reader, row: number, { repeated }: Block): readonly Cell[] {
  let repeats: Cell[] | undefined;
  for (const columns of repeated) {
    const first = speaking(table, row, columns);
    for (const column of columns) {
      if (column === first) continue;
      const cell = cellOf(table, row, column, mergeAt);
      // Most rows have one, and a list that begins with it is no larger than it must be.
      if (repeats) repeats.push(cell);
      else repeats = [cell];
    }
  }
  return repeats ?? none;
}

/** The same names come in row after row, and in the ledger and each return: each is taken apart once. */
const nameOf = remembered((text) => splitNameAndUnit(text.replace(/^[★☆◆◇*●▲■※]+/, "")), 20_000);

const listOf = remembered(leadNames);

/** 一、创业就业 → 创业就业: a program's name without its number. */
function sectionName(section: string | undefined): string | undefined {
  if (!section) return undefined;
  const plain = squeeze(section);
  return (
    plain.replace(
      /^(?:第?[一二三四五六七八九十]+(?:[、.．,，]|部分|类|章)?|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[、.．]|[①-⑳])[:：、]?/,
      "",
    ) || plain
  );
}
