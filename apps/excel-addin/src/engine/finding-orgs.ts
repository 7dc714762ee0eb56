import type { Finding } from "@taizhang/finding";
import { parseRange } from "@taizhang/grid";
import { readEntries, type SheetReading } from "@taizhang/sheet";

/** The departments whose rows each finding concerns: leads of the row, else who reports, else the sheet's org (涉及单位). */
export function orgsOf(findings: readonly Finding[], readings: readonly SheetReading[]): string[][] {
  const bySheet = new Map<string, Map<number, readonly string[]>>();
  for (const { grid, tables } of readings) {
    const rows = new Map<number, readonly string[]>();
    for (const table of tables)
      for (const { row, leads, org } of readEntries(table)) {
        const orgs = leads.length > 0 ? leads : org ? [org] : table.org ? [table.org.name] : [];
        rows.set(row, [...(rows.get(row) ?? []), ...orgs]);
      }
    bySheet.set(grid.name, rows);
  }
  return findings.map(({ at }) => {
    const [place] = at;
    if (place?.kind !== "cell") return [];
    const range = parseRange(place.ref);
    return [...new Set(range ? (bySheet.get(place.sheet)?.get(range.top) ?? []) : [])];
  });
}
