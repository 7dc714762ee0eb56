import type { ObservationFact, TargetFact } from "./facts.ts";
import { groupBy } from "./group-by.ts";

type Figure = TargetFact | ObservationFact;

/** For each org with a total row, the orgs that its tables list, and those that they list in turn (合计行所列单位). */
export type Listing = ReadonlyMap<string, ReadonlySet<string>>;

/** A table is a sheet of a file: what stands beside a total row is what it is the total of. */
const tableOf = ({ at }: Figure): string | undefined => at && `${at.file}\u0000${at.sheet}`;

/** The listing of one indicator's figures. Own returns are no list, in whatever sheet they stand. */
export function listingOf(figures: readonly Figure[]): Listing {
  const totals = figures.filter(({ standing }) => standing === "total");
  if (totals.length === 0) return new Map();
  const byTable = groupBy(
    figures.filter(({ standing }) => standing === "superior" || standing === "ledger"),
    tableOf,
  );
  const byTotals = groupBy(totals, tableOf);
  const within = new Map(
    [...byTotals].map(([table, rows]) => [
      table,
      new Set(rows.flatMap(({ org, over = [] }) => over.filter((below) => below !== org))),
    ]),
  );
  const besideOther = (row: Figure, { org, over = [] } = row) =>
    over.length > 0 &&
    byTotals
      .get(tableOf(row))
      ?.some((other) => other.org !== org && other.over?.length && !over.includes(other.org));
  const direct = new Map<string, Set<string>>();
  for (const [org, rows] of groupBy(totals, (total) => total.org)) {
    // 南关区 in the city's table, a total of its streets, is none of the districts beside it; nor is 甲县 of the towns of 乙县.
    const heads = rows.filter(
      (row) => row.over === undefined || !(within.get(tableOf(row))?.has(org) || besideOther(row)),
    );
    const tables = new Set(heads.flatMap((row) => tableOf(row) ?? []));
    direct.set(
      org,
      new Set([
        ...[...tables].flatMap((table) => (byTable.get(table) ?? []).map((row) => row.org)),
        ...rows.flatMap(({ over = [] }) => over),
      ]),
    );
  }
  return new Map([...direct.keys()].map((org) => [org, reached(org, direct)]));
}

function reached(from: string, direct: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set<string>();
  const waiting = [from];
  for (let org = waiting.pop(); org !== undefined; org = waiting.pop())
    for (const below of direct.get(org) ?? [])
      if (!found.has(below)) {
        found.add(below);
        waiting.push(below);
      }
  return found;
}
