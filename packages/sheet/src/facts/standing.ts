import type { Standing } from "@taizhang/kpi";
import type { Entry } from "../entry.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import type { Table } from "../table.ts";
import { isSumSheet } from "./sum-sheet.ts";

/**
 * Whose word the figures of a table's row are (数据来源). A table with a total row over several orgs is a superior's,
 * and so is one whose reporter is their ancestor, or that calls itself the sum of other sheets (合计): its figure for an org checks the org's own return, and its total row
 * is the parent's own figure. The domain page §4, law 2. Undefined: a subtotal, a 其中 row, or a total over different indicators, which stands for nothing.
 */
export function standings(
  table: Table,
  entries: readonly Entry[],
  names: (printed: string) => KnownOrg,
  isAbove: (upper: KnownOrg, lower: KnownOrg) => boolean,
  sheets: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): (entry: Entry) => Standing | undefined {
  const orgs = new Map<string, Set<string>>();
  const indicators = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== "data") continue;
    indicators.add(entry.indicator);
    const seen = orgs.get(entry.indicator) ?? new Set();
    orgs.set(entry.indicator, seen.add(entry.org === undefined ? "" : names(entry.org).name));
  }
  const overOrgs = (indicator: string) => (orgs.get(indicator)?.size ?? 0) > 1;
  const hasTotal = entries.some(({ kind, indicator }) => kind === "total" && overOrgs(indicator));
  const reporter = table.org === undefined ? undefined : names(table.org.name);
  const sums = isSumSheet(table);
  return (entry) => {
    if (entry.kind === "total") return totalOf(entry, table, overOrgs, indicators) ? "total" : undefined;
    if (entry.kind !== "data") return undefined;
    if (table.role === "ledger") return "ledger";
    const org = entry.org === undefined ? reporter : names(entry.org);
    if (sums && (sheets.get(entry.indicator)?.size ?? 0) > 1)
      return org === undefined || org.name === reporter?.name ? "total" : "superior";
    if (org === undefined || org.name === reporter?.name) return "own";
    const listed = hasTotal && overOrgs(entry.indicator);
    return listed || (reporter !== undefined && isAbove(reporter, org)) ? "superior" : "own";
  };
}

/**
 * In a cross-tab each block's total is of its indicator; in a long table of the one that it names, or that all rows are
 * of.
 */
const totalOf = (
  entry: Entry,
  table: Table,
  overOrgs: (indicator: string) => boolean,
  indicators: ReadonlySet<string>,
) =>
  table.shape === "crossTab"
    ? overOrgs(entry.indicator)
    : indicators.size === 1
      ? overOrgs([...indicators][0] ?? "")
      : indicators.has(entry.indicator) && overOrgs(entry.indicator);
