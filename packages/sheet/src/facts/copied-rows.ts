import { textOf } from "@taizhang/grid";
import { fromFileColumn } from "../collect/merged-columns.ts";
import type { Entry } from "../entry.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { dataOrgOf } from "../read/data-org.ts";
import { textKey } from "../rules/text-key.ts";
import type { Table } from "../table.ts";
import { isAnothers } from "./anothers-row.ts";
import type { LedgerRow } from "./ledger-index.ts";

interface Source {
  readonly table: Table;
  readonly entries: readonly Entry[];
  readonly fromLedger: boolean;
}

/**
 * The sources without what is only a copy of others among them (副本不重复计入): a copy of the ledger beside the ledger, and
 * our own 合并表 beside the files that its rows came from.
 */
export function withoutCopies<S extends Source>(sources: readonly S[], ledgerRow: LedgerRow): S[] {
  const hasLedger = sources.some(({ fromLedger }) => fromLedger);
  const files = new Set(sources.map(({ table }) => baseName(table.file)));
  return sources.flatMap((source) => {
    const { table, entries, fromLedger } = source;
    if (!fromLedger && isCollectedFrom(table, files)) return [];
    if (fromLedger || !hasLedger || table.role !== "ledger") return [source];
    const own = entries.filter((entry) => ledgerRow(entry) === undefined);
    return own.length > 0 ? [{ ...source, entries: own }] : [];
  });
}

const baseName = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

/** A column of the table names the files that its rows came from, and one of these is here itself. */
function isCollectedFrom(table: Table, files: ReadonlySet<string>): boolean {
  const column = fromFileColumn(table);
  if (!column) return false;
  const { rows, grid, file } = table;
  return rows.some(({ row }) => {
    const from = textOf(grid.rows[row]?.[column.index] ?? null).trim();
    return from !== "" && from !== baseName(file) && files.has(from);
  });
}

/**
 * The sources, with each returned row as that of who answers for it in the ledger (行的归属). A row that was sent to another
 * department is that one's where it has returned it itself: it is then one row that stands in two files, of which the
 * department's own counts. Where it has not, a row under its number in the return of a department with tasks of its own
 * counts for nobody (C03), as in collecting. A sheet of a whole program (按板块下发) names the program where others name who
 * reports; its rows are those of their leads.
 */
export function withOwners<S extends Source>(
  sources: readonly S[],
  ledgerRow: LedgerRow,
  names: (source: S, printed: string) => KnownOrg,
): S[] {
  const returned = new Map<Entry, Set<string>>();
  const leading = new Set<string>();
  const orgOf = (source: S) =>
    source.table.org === undefined ? undefined : names(source, source.table.org.name);
  const isReturn = ({ table, fromLedger }: S) =>
    !fromLedger && table.role === "return" && table.org !== undefined;
  for (const source of sources) {
    if (source.fromLedger || source.table.role === "ledger")
      for (const name of new Set(source.entries.flatMap(({ leads }) => leads)))
        leading.add(names(source, name).name);
    const org = orgOf(source);
    if (!org || !isReturn(source)) continue;
    for (const entry of source.entries) {
      const row = entry.kind === "data" ? ledgerRow(entry) : undefined;
      if (row) returned.set(row, (returned.get(row) ?? new Set()).add(org.name));
    }
  }
  return sources.map((source) => {
    const org = orgOf(source);
    const said = source.table.org?.name;
    if (!org || said === undefined || !isReturn(source)) return source;
    const named = (name: string) => names(source, name);
    const owned = (entry: Entry): Entry | undefined => {
      const row = entry.kind === "data" && entry.org === said ? ledgerRow(entry) : undefined;
      const [lead] = row?.leads ?? [];
      if (!row || lead === undefined) return entry;
      const asLeads = { ...entry, org: dataOrgOf(row) || lead, leads: row.leads };
      if (row.program !== undefined && textKey(row.program) === textKey(said)) return asLeads;
      if (!isAnothers(row, org, named)) return entry;
      if (row.leads.some((name) => returned.get(row)?.has(named(name).name)))
        return { ...asLeads, org: lead };
      return entry.id === row.id && leading.has(org.name) ? undefined : entry;
    };
    const entries = source.entries.flatMap((entry) => owned(entry) ?? []);
    const isSame = entries.every((entry, index) => entry === source.entries[index]);
    return isSame && entries.length === source.entries.length ? source : { ...source, entries };
  });
}
