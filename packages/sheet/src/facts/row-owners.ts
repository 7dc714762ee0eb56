import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { isHeirOf } from "../orgs/heirs.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import type { Table } from "../table.ts";
import type { LedgerRow } from "./ledger-index.ts";

interface Source {
  readonly table: Table;
  readonly entries: readonly Entry[];
  readonly fromLedger: boolean;
}

/**
 * The sources, with a row that was sent to another department as that one's where it has returned it itself (别家的行): it
 * is then one row that stands in two files, of which the department's own counts. A row that was sent to a department
 * and comes back from the one that took its work over is that department's too (承接单位填报).
 */
export function withOwners<S extends Source>(
  sources: readonly S[],
  ledgerRow: LedgerRow,
  names: (source: S, printed: string) => KnownOrg,
): S[] {
  const returned = new Map<Entry, KnownOrg[]>();
  const orgOf = (source: S) =>
    source.table.org === undefined ? undefined : names(source, source.table.org.name);
  const isReturn = ({ table, fromLedger }: S) =>
    !fromLedger && table.role === "return" && table.org !== undefined;
  for (const source of sources) {
    const org = orgOf(source);
    if (!org || !isReturn(source)) continue;
    for (const entry of source.entries) {
      const row = entry.kind === "data" ? ledgerRow(entry) : undefined;
      if (row) put(returned, row, org);
    }
  }
  return sources.map((source) => {
    const org = orgOf(source);
    const said = source.table.org?.name;
    if (org?.kind !== "department" || said === undefined || !isReturn(source)) return source;
    const owned = (entry: Entry): Entry => {
      const row = entry.kind === "data" && entry.org === said ? ledgerRow(entry) : undefined;
      if (!row || row.cells.get("reporter")?.text === said) return entry;
      const leads = row.leads.map((name) => names(source, name));
      if (leads.some(({ name }) => name === org.name)) return entry;
      const came = returned.get(row) ?? [];
      const isSentBack = leads.some(
        ({ name, division }) => division === org.division && came.some((one) => one.name === name),
      );
      const lead = isSentBack ? 0 : leads.findIndex((one) => isOnlyHeir(org, one, came));
      const owner = row.leads[lead];
      return owner === undefined ? entry : { ...entry, org: owner, leads: row.leads };
    };
    const entries = source.entries.map(owned);
    return entries.some((entry, index) => entry !== source.entries[index]) ? { ...source, entries } : source;
  });
}

/** Of two heirs that both return a row nobody can say whose it is. */
const isOnlyHeir = (org: KnownOrg, lead: KnownOrg, came: readonly KnownOrg[]): boolean =>
  isHeirOf(org, lead) && came.every((other) => other.name === org.name || !isHeirOf(other, lead));
