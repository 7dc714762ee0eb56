import { type CellValue, cellPlace, cellRef, formatAt, formulaAt, isBlank, textOf } from "@taizhang/grid";
import { splitNameAndUnit } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { squeeze } from "../recognise/heading.ts";
import { indexMerges, type MergeIndex } from "../recognise/merges.ts";
import { splitNames } from "../recognise/org-word.ts";
import type { Column, Table, TableRow } from "../table.ts";

/** Text fields whose merged cells mean "same as above" (同上); of a merged number only the first row counts it. */
const carriedFields: ReadonlySet<Field> = new Set<Field>([
  "program",
  "task",
  "kind",
  "indicator",
  "unit",
  "direction",
  "lead",
  "support",
  "reporter",
  "division",
  "period",
  "start",
  "deadline",
  "leader",
  "owner",
  "contact",
  "targetSource",
  "definition",
  "acceptance",
  "fundingSource",
]);

/**
 * The entries of a table: one a row of a long table, one a row and indicator of a cross-tab (条目). A merged cell gives
 * its value to each row that it covers, marked `carried`; whoever adds numbers leaves carried ones out.
 * @example readEntries(table).map(({ task }) => task) // ["新建养老中心"]
 */
export function readEntries(table: Table): Entry[] {
  const mergeAt = indexMerges(table.grid);
  const blocks = blocksOf(table);
  const above = new Map<Field, string>();
  const entries: Entry[] = [];
  for (const row of table.rows) {
    if (row.kind === "section") above.clear();
    if (row.kind !== "data" && row.kind !== "total" && row.kind !== "subtotal" && row.kind !== "ofWhich")
      continue;
    for (const columns of blocks) entries.push(entryOf(table, row, row.kind, columns, mergeAt, above));
  }
  return entries;
}

/** The columns of each entry of a row: all of a long table; shared ones and those of one indicator of a cross-tab. */
function blocksOf(table: Table): readonly (readonly Column[])[] {
  const name = (column: Column): string | undefined => column.indicator ?? column.division;
  const names = [...new Set(table.columns.map(name).filter((one) => one !== undefined))];
  if (table.shape === "long" || names.length === 0) return [table.columns];
  return names.map((one) =>
    table.columns.filter((column) => name(column) === undefined || name(column) === one),
  );
}

function entryOf(
  table: Table,
  row: TableRow,
  kind: Entry["kind"],
  columns: readonly Column[],
  mergeAt: MergeIndex,
  above: Map<Field, string>,
): Entry {
  const cells = new Map<Field, Cell>();
  const nodes: Cell[] = [];
  const repeats: Cell[] = [];
  for (const column of columns) {
    const cell = cellOf(table, row.row, column, mergeAt);
    if (column.field === "node") nodes.push(cell);
    const first = cells.get(column.field);
    if (!first) cells.set(column.field, cell);
    else if (column.field !== "node" && column.field !== "other") {
      if (prefers(table, first, cell)) {
        cells.set(column.field, cell);
        repeats.push(first);
      } else repeats.push(cell);
    }
  }
  const text = (field: Field): string => squeeze(cells.get(field)?.text ?? "");
  const column = columns.find((one) => one.indicator !== undefined || one.division !== undefined);
  const program =
    text("program") || sectionName(row.section) || (kind === "data" ? above.get("program") : undefined);
  if (text("program")) above.set("program", text("program"));
  if (text("task") && kind === "data") above.set("task", text("task"));
  const own = text("task") || (text("indicator") ? (above.get("task") ?? "") : "");
  const named = splitNameAndUnit(column?.indicator ?? (text("indicator") || own || text("program")));
  const unit = text("unit") || targetColumn(columns)?.unit || named.unit;
  const division = text("division") || column?.division;
  const department = columns.find((one) => one.department)?.department;
  const leads = splitNames(department ?? cells.get("lead")?.text ?? "");
  const org = division || leads[0] || table.org?.name;
  const id = text("id");
  return {
    table,
    row: row.row,
    kind,
    cells,
    nodes,
    repeats,
    ...(id ? { id } : {}),
    task: own || column?.indicator || text("indicator"),
    ...(program ? { program } : {}),
    indicator: named.name,
    ...(unit ? { unit } : {}),
    ...(org ? { org } : {}),
    ...(division ? { division } : {}),
    leads,
  };
}

const amounts: readonly Field[] = ["target", "actualCumulative", "actualPeriod", "node", "baseline"];

const targetColumn = (columns: readonly Column[]): Column | undefined => {
  for (const field of amounts) {
    const found = columns.find((column) => column.field === field && column.unit);
    if (found) return found;
  }
  return undefined;
};

/** Of columns for single months the one of the report's month speaks, else the last that holds something. */
function prefers(table: Table, first: Cell, next: Cell): boolean {
  if (!first.column.node || !next.column.node || first.column.node === next.column.node) return false;
  const month = table.period?.value.slice(5);
  const wanted = month ? `M${Number(month)}` : undefined;
  if (wanted && first.column.node === wanted) return false;
  return (wanted !== undefined && next.column.node === wanted) || !isBlank(next.value);
}

/** 一、创业就业 → 创业就业: a program's name without its number. */
function sectionName(section: string | undefined): string | undefined {
  if (!section) return undefined;
  const name = squeeze(section).replace(
    /^(?:第?[一二三四五六七八九十]+(?:[、.．,，]|部分|类|章)?|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[、.．]|[①-⑳])[:：、]?/,
    "",
  );
  return name || squeeze(section);
}

function cellOf(table: Table, row: number, column: Column, mergeAt: MergeIndex): Cell {
  const { grid, file } = table;
  let at = row;
  let from = column.index;
  let value: CellValue = grid.rows[row]?.[column.index] ?? null;
  let carried = false;
  if (isBlank(value) && grid.merges.length > 0) {
    const merge = mergeAt(row, column.index);
    if (
      merge &&
      merge.top >= table.headerRows[1] + 1 &&
      (merge.top < row || (merge.left < column.index && carriedFields.has(column.field)))
    ) {
      at = merge.top;
      from = merge.left;
      value = grid.rows[at]?.[from] ?? null;
      carried = !isBlank(value);
    }
  }
  if (!carried) {
    at = row;
    from = column.index;
  }
  const formula = formulaAt(grid, at, from);
  const format = formatAt(grid, at, from);
  return {
    at: cellPlace(file, grid.name, cellRef(row, column.index)),
    column,
    value,
    text: textOf(value).trim(),
    ...(formula === undefined ? {} : { formula }),
    ...(format === undefined ? {} : { format }),
    carried,
  };
}
