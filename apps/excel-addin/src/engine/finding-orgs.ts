import type { Finding } from "@taizhang/finding";
import { parseRange } from "@taizhang/grid";
import { readEntries, type SheetReading } from "@taizhang/sheet";
import { perReading } from "./per-reading.ts";

/** The departments whose rows each finding concerns: leads of the row, else who reports, else the sheet's org (涉及单位). */
export function orgsOf(findings: readonly Finding[], readings: readonly SheetReading[]): string[][] {
  const bySheet = new Map(readings.map((reading) => [reading.grid.name, reading]));
  return findings.map(({ at }) => {
    const [place] = at;
    const reading = place?.kind === "cell" ? bySheet.get(place.sheet) : undefined;
    const range = place?.kind === "cell" ? parseRange(place.ref) : undefined;
    return reading && range ? [...new Set(orgsByRow(reading).get(range.top))] : [];
  });
}

const orgsByRow = perReading(({ tables }) => {
  const rows = new Map<number, readonly string[]>();
  for (const table of tables)
    for (const { row, leads, org } of readEntries(table)) {
      const orgs = leads.length > 0 ? leads : org ? [org] : table.org ? [table.org.name] : [];
      rows.set(row, [...(rows.get(row) ?? []), ...orgs]);
    }
  return rows;
});
