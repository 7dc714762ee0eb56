import type { Finding } from "@taizhang/finding";
import { parseRange } from "@taizhang/grid";
import { orgNames, readEntries, type SheetReading } from "@taizhang/sheet";
import { perReading } from "./per-reading.ts";

/**
 * The departments whose rows each finding concerns: leads of the row, else who reports, else the sheet's org (涉及单位).
 * One that the workbook writes in several ways has one name here.
 */
export function orgsOf(findings: readonly Finding[], readings: readonly SheetReading[]): string[][] {
  const bySheet = new Map(readings.map((reading) => [reading.grid.name, reading]));
  const nameOf = namesOf(readings);
  return findings.map(({ at }) => {
    const [place] = at;
    const reading = place?.kind === "cell" ? bySheet.get(place.sheet) : undefined;
    const range = place?.kind === "cell" ? parseRange(place.ref) : undefined;
    return reading && range ? [...new Set(orgsByRow(reading).get(range.top)?.map(nameOf))] : [];
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

const timesPrinted = perReading((reading) => {
  const times = new Map<string, number>();
  for (const orgs of orgsByRow(reading).values())
    for (const org of orgs) times.set(org, (times.get(org) ?? 0) + 1);
  return times;
});

/** The one name of each department: 人社局 and 区人社局 are one, as in a roll-up (单位归并). */
function namesOf(readings: readonly SheetReading[]): (name: string) => string {
  const times = new Map<string, number>();
  for (const reading of readings)
    for (const [name, count] of timesPrinted(reading)) times.set(name, (times.get(name) ?? 0) + count);
  const known = orgNames(
    [...times].map(([name, count]) => ({ name, times: count })),
    [],
    {},
  );
  return (name) => known({ name }).name;
}
