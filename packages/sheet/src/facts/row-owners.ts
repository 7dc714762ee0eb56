import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { isHeirOf } from "../orgs/heirs.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { dataOrgOf } from "../read/data-org.ts";
import { textKey } from "../rules/text-key.ts";
import type { Table } from "../table.ts";
import { reportsFor } from "./anothers-row.ts";
import type { LedgerRow } from "./ledger-index.ts";

interface Source {
  readonly table: Table;
  readonly entries: readonly Entry[];
  readonly fromLedger: boolean;
}

/**
 * The sources, with each returned row as that of the department to which the ledger sent it (行的归属): the 台账编号 says which
 * row it is and the ledger whose, so that one target is not added to itself. A row that stands in another department's
 * file is the lead's where the lead has returned it as well, and its own figure counts; or where that other took the
 * lead's work over (承接单位填报), or is nobody whom the ledger knows and has the same target. A sheet of a whole program
 * (按板块下发) names the program where others name who reports; its rows are those of their leads. What a department of the
 * ledger writes into a row of one that has returned nothing is not that one's report, and is left out (别家的行).
 */
export function withOwners<S extends Source>(
  sources: readonly S[],
  ledgerRow: LedgerRow,
  names: (source: S, printed: string) => KnownOrg,
): S[] {
  const returned = new Map<Entry, (KnownOrg & { readonly period: string | undefined })[]>();
  const ofLedger = new Set<string>();
  const orgOf = (source: S) =>
    source.table.org === undefined ? undefined : names(source, source.table.org.name);
  const isReturn = ({ table, fromLedger }: S) =>
    !fromLedger && table.role === "return" && table.org !== undefined;
  for (const source of sources) {
    const org = orgOf(source);
    const isLedger = source.fromLedger || source.table.role === "ledger";
    for (const entry of source.entries) {
      if (isLedger) for (const name of entry.leads) ofLedger.add(names(source, name).name);
      const row = org && isReturn(source) && entry.kind === "data" ? ledgerRow(entry) : undefined;
      if (org && row) put(returned, row, { ...org, period: source.table.period?.value });
    }
  }
  return sources.map((source) => {
    const org = orgOf(source);
    const said = source.table.org?.name;
    if (!org || said === undefined || !isReturn(source)) return source;
    const owned = (entry: Entry): Entry | undefined => {
      const row = entry.kind === "data" && entry.org === said ? ledgerRow(entry) : undefined;
      const [first] = row?.leads ?? [];
      if (!row || first === undefined || row.cells.get("reporter")?.text === said) return entry;
      if (row.program !== undefined && textKey(row.program) === textKey(said))
        return { ...entry, org: dataOrgOf(row) || first, leads: row.leads };
      const leads = row.leads.map((name) => names(source, name));
      if (org.kind !== "department" || leads.some(({ name }) => name === org.name)) return entry;
      if (reportsFor(row, org, (name) => names(source, name))) return entry;
      const came = (returned.get(row) ?? []).filter(({ period }) => period === source.table.period?.value);
      const beside = leads.filter(({ kind, division }) => kind === "department" && division === org.division);
      const sentBack = leads.findIndex(
        (one) => beside.includes(one) && came.some(({ name }) => name === one.name),
      );
      const isStranger =
        beside.length > 0 && came.every(({ name }) => name === org.name) && hasSameTarget(entry, row);
      const lead = leads.findIndex((one) => isOnlyHeir(org, one, came));
      const owner = row.leads[sentBack >= 0 ? sentBack : lead];
      if (owner !== undefined) return { ...entry, org: owner, leads: row.leads };
      if (beside.length === 0) return entry;
      if (ofLedger.has(org.name)) return entry.id === row.id ? undefined : entry;
      return isStranger ? { ...entry, org: row.leads[0] ?? said, leads: row.leads } : entry;
    };
    const entries = source.entries.flatMap((entry) => owned(entry) ?? []);
    const isSame =
      entries.length === source.entries.length && entries.every((one, at) => one === source.entries[at]);
    return isSame ? source : { ...source, entries };
  });
}

const hasSameTarget = (entry: Entry, row: Entry): boolean => {
  const own = entry.cells.get("target")?.text ?? "";
  return own === "" || own === (row.cells.get("target")?.text ?? "");
};

/** Of two heirs that both return a row nobody can say whose it is. */
const isOnlyHeir = (org: KnownOrg, lead: KnownOrg, came: readonly KnownOrg[]): boolean =>
  isHeirOf(org, lead) && came.every((other) => other.name === org.name || !isHeirOf(other, lead));
