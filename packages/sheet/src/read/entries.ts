import { splitOrgList } from "@taizhang/admin-units";
import { inferIndicator } from "@taizhang/model";
import { splitNameAndUnit, unitOf } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { fold, squeeze, squeezeWords } from "../recognise/heading.ts";
import { indexMerges, type MergeIndex } from "../recognise/merges.ts";
import { namesMoney } from "../recognise/noted-unit.ts";
import { totalKind } from "../recognise/total-label.ts";
import type { Column, Table, TableRow } from "../table.ts";
import { cellOf, type EntryColumns, RowCells, speaking, textAt } from "./row-cells.ts";

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
export const readerOf = (table: Table): Reader => ({
  table,
  mergeAt: indexMerges(table.grid),
  columns: blocksOf(table),
  above: new Map(),
  names: new Map(),
  lists: new Map(),
  blocks: new Map(),
});

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
  readonly names: Map<string, ReturnType<typeof splitNameAndUnit>>;
  readonly lists: Map<string, readonly string[]>;
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
  readonly hasRepeats: boolean;
  /** `total` under 全市 or 合计 beside the divisions: the sum of its row, and none of its parts. */
  readonly kind: "data" | "total" | "subtotal";
}

/** All columns of a long table; the shared ones and those of one indicator of a cross-tab. */
function blocksOf(table: Table): Block[] {
  const name = (column: Column): string | undefined => column.indicator ?? column.division;
  const names = [...new Set(table.columns.map(name).filter((one) => one !== undefined))];
  if (table.shape === "long" || names.length === 0) return [blockOf(table.columns)];
  return names.map((one) =>
    blockOf(table.columns.filter((column) => name(column) === undefined || name(column) === one)),
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
  { table: { shape, unitNote }, blocks }: Reader,
  { name, unit }: ReturnType<typeof splitNameAndUnit>,
  block: Block,
): Block {
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
  );
  blocks.set(unit ?? "", made);
  return made;
}

/** 单位：万元 above a table with a column of units: of what is money and leaves its cell blank. */
const unitOfNote = ({ unitNote }: Table, { byField }: Block, name: string): string | undefined =>
  unitNote && byField.has("unit") && unitOf(unitNote)?.dimension === "money" && namesMoney(name)
    ? unitNote
    : undefined;

function blockOf(columns: readonly Column[]): Block {
  const byField = new Map<Field, Column[]>();
  for (const column of columns) {
    const list = byField.get(column.field);
    if (list) list.push(column);
    else byField.set(column.field, [column]);
  }
  // Of several columns of one field the surest speaks; of equals the first.
  for (const [field, list] of byField)
    if (list.length > 1 && field !== "node") list.sort((one, other) => other.confidence - one.confidence);
  const units = unitFields.map((field) => byField.get(field)?.find(({ unit }) => unit)?.unit);
  const said = columns.find((one) => one.indicator !== undefined || one.division !== undefined);
  return {
    columns,
    byField,
    recent: { rows: [], next: 0 },
    said,
    // 合计 over a block of columns beside 甲县 and 乙县 is their total as it is in a row.
    kind: (said?.division === undefined ? undefined : totalKind(fold(said.division))) ?? "data",
    unit: units.find((unit) => unit !== undefined),
    department: columns.find((one) => one.department)?.department,
    nodes: byField.get("node") ?? [],
    hasRepeats: [...byField].some(
      ([field, list]) => list.length > 1 && field !== "node" && field !== "other",
    ),
  };
}

function entryOf(reader: Reader, { row, section }: TableRow, kind: Entry["kind"], columns: Block): Entry {
  const { table, mergeAt, above } = reader;
  const printed = (field: Field): string =>
    textAt(table, row, speaking(table, row, columns.byField.get(field)), mergeAt);
  const text = (field: Field): string => squeeze(printed(field));
  const words = (field: Field): string => squeezeWords(printed(field));
  const [printedTask, printedIndicator, printedProgram] = [
    words("task"),
    words("indicator"),
    words("program"),
  ];
  if (printedProgram) above.set("program", printedProgram);
  if (printedTask && kind === "data") above.set("task", printedTask);
  const program =
    printedProgram || sectionName(section) || (kind === "data" ? above.get("program") : undefined);
  const task = printedTask || (printedIndicator ? (above.get("task") ?? "") : "");
  const named = nameOf(
    reader,
    columns.said?.indicator ?? (printedIndicator || task || table.subject || printedProgram),
  );
  const block = blockOfRow(reader, named, columns);
  const unit = text("unit") || block.unit || named.unit || unitOfNote(table, block, named.name);
  const division = text("division") || block.said?.division;
  const leads = listOf(
    reader,
    block.department ?? textAt(table, row, speaking(table, row, block.byField.get("lead")), mergeAt),
  );
  const org = division || leads[0] || table.org?.name;
  const id = text("id");
  const entry: Writable<Entry> = {
    table,
    row,
    kind,
    cells: new RowCells(table, row, block, mergeAt),
    nodes: block.nodes.length === 0 ? none : block.nodes.map((column) => cellOf(table, row, column, mergeAt)),
    repeats: block.hasRepeats ? repeatsOf(reader, row, block) : none,
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

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const none: readonly Cell[] = [];

/** The further columns of a field of which one speaks. */
function repeatsOf({ table, mergeAt }: Reader, row: number, { byField }: Block): Cell[] {
  const repeats: Cell[] = [];
  for (const [field, columns] of byField) {
    if (columns.length === 1 || field === "node" || field === "other") continue;
    const first = speaking(table, row, columns);
    for (const column of columns) if (column !== first) repeats.push(cellOf(table, row, column, mergeAt));
  }
  return repeats;
}

/** The same names come in row after row: each is taken apart once. */
function nameOf({ names }: Reader, text: string): ReturnType<typeof splitNameAndUnit> {
  const plain = text.replace(/^[★☆◆◇*●▲■※]+/, "");
  const known = names.get(plain);
  if (known) return known;
  const name = splitNameAndUnit(plain);
  names.set(plain, name);
  return name;
}

function listOf({ lists }: Reader, text: string): readonly string[] {
  const known = lists.get(text);
  if (known) return known;
  const list = splitOrgList(text).map((part) => part.text);
  lists.set(text, list);
  return list;
}

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
