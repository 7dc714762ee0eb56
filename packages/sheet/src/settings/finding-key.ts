import type { Finding } from "@taizhang/finding";
import { parseRange, textOf, valueAt } from "@taizhang/grid";
import { atRow } from "../at-row.ts";
import type { Entry } from "../entry.ts";
import { type EntriesOf, readEntries } from "../read/entries.ts";
import type { SheetReading, Table } from "../table.ts";
import type { Explanation } from "./settings.ts";

/** By what an explanation finds its finding again (问题的标识). */
export type FindingKey = Pick<Explanation, "code" | "row" | "value" | "sheet" | "column" | "period">;

/**
 * What identifies a finding from one check to the next: its code, its row by 台账编号 or text, and what stood in the
 * cell with the figures it was compared with (问题的标识). Inserting, sorting and moving rows change nothing.
 */
export function findingKeys(readings: readonly SheetReading[]): (found: Finding) => FindingKey {
  return keysFrom(readings, readEntries);
}

/** The same, where somebody has read the entries of the tables. */
export function keysFrom(
  readings: readonly SheetReading[],
  entriesOf: EntriesOf,
): (found: Finding) => FindingKey {
  const rowsOf = remembered(entriesOf);
  const bySheet = new Map(readings.map((one) => [`${one.file}\n${one.grid.name}`, one]));
  return (found) => {
    const { code, args } = found;
    const [place] = found.at;
    const name = "name" in args && "count" in args ? args.name : undefined; // one finding a name, wherever it stands
    if (place?.kind !== "cell")
      return { code, row: place?.kind === "record" ? place.id : "", value: figuresIn(args, "") };
    const reading = bySheet.get(`${place.file}\n${place.sheet}`);
    const range = parseRange(place.ref);
    if (!reading || !range) return { code, row: "", value: figuresIn(args, ""), sheet: place.sheet };
    const single = range.top === range.bottom && range.left === range.right;
    const shown = single ? textOf(valueAt(reading.grid, range.top, range.left)).trim() : "";
    const table = reading.tables.find((one) => range.top >= one.range.top && range.top <= lastRow(one));
    const header = table?.columns.find(({ index }) => index === range.left)?.path.join("/");
    return {
      code,
      sheet: place.sheet,
      row: name ?? (table && single ? rowName(rowsOf(table), range.top, range.left) : ""),
      ...(header && name === undefined ? { column: header } : {}),
      ...(table?.period ? { period: table.period.value } : {}),
      value: name === undefined ? figuresIn(args, shown) : name,
    };
  };
}

const lastRow = ({ rows, range }: Table): number => Math.max(range.bottom, rows.at(-1)?.row ?? 0);

/** What stands in the cell, then the other figures that the finding names: where one of them changes, it is another finding. */
function figuresIn(args: Finding["args"], shown: string): string {
  const figures = Object.entries(args).flatMap(([key, value]) =>
    typeof value === "string" && key !== "id" && /^-?\d+(\.\d+)?%?$/.test(value) && value !== shown
      ? [value]
      : [],
  );
  return [shown, ...new Set(figures)].join("；");
}

/** The entries of a row, those of a table read once. */
function remembered(read: EntriesOf): (table: Table) => (row: number) => readonly Entry[] {
  const known = new Map<Table, readonly Entry[]>();
  return (table) => {
    const entries = known.get(table) ?? read(table);
    known.set(table, entries);
    return (row) => atRow(entries, row);
  };
}

/** A row's 台账编号, else its words; in a cross-tab with the indicator of the column. */
function rowName(rows: (row: number) => readonly Entry[], row: number, column: number): string {
  const entries = rows(row);
  const entry =
    entries.find(({ cells }) => [...cells.values()].some((cell) => cell.column.index === column)) ??
    entries[0];
  if (!entry) return "";
  if (entry.id) return entries.length > 1 ? `${entry.id} ${entry.indicator}` : entry.id;
  const parts = [entry.task, entry.indicator, entry.division ?? entry.leads[0] ?? ""];
  return [...new Set(parts.map((part) => part.replace(/\s+/g, "")))].filter((part) => part !== "").join(" ");
}
