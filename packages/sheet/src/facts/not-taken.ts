import { isMergedSheet, notTaken } from "../collect/merged-columns.ts";
import type { Entry } from "../entry.ts";
import { blankOf } from "../read/blank-cell.ts";
import type { Table } from "../table.ts";

const words: ReadonlySet<string> = new Set(Object.values(notTaken));

/** The rows of our own 合并表 without the words that stand where nothing was taken: these rows have not been reported (未计入). */
export function withoutNotTaken(table: Table, entries: readonly Entry[]): readonly Entry[] {
  if (!isMergedSheet(table)) return entries;
  return entries.map((entry) => {
    const cell = entry.cells.get("actualCumulative");
    if (!cell || !words.has(cell.text)) return entry;
    return { ...entry, cells: new Map([...entry.cells, ["actualCumulative", blankOf(cell)]]) };
  });
}
