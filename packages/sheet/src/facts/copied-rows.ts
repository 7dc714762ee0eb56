import { textOf } from "@taizhang/grid";
import { fromFileColumn } from "../collect/merged-columns.ts";
import type { Entry } from "../entry.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import type { Table } from "../table.ts";
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
 * The sources, with a row that was sent to another department as that one's where it has returned it itself (别家的行): it
 * is then one row that stands in two files, of which the department's own counts.
 */
export function withOwners<S extends Source>(
  sources: readonly S[],
  ledgerRow: LedgerRow,
  names: (source: S, printed: string) => KnownOrg,
): S[] {
  const returned = new Map<Entry, Set<string>>();
  const orgOf = (source: S) =>
    source.table.org === undefined ? undefined : names(source, source.table.org.name);
  const isReturn = ({ table, fromLedger }: S) =>
    !fromLedger && table.role === "return" && table.org !== undefined;
  for (const source of sources) {
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
    const owned = (entry: Entry): Entry => {
      if (entry.kind !== "data") return entry;
      const row = ledgerRow(entry);
      if (!row) return entry;
      const leads = row.leads.map((name) => names(source, name));
      const [lead] = leads;
      const isForeign =
        lead !== undefined &&
        org.kind === "department" &&
        entry.org === said &&
        !leads.some(({ name }) => name === org.name) &&
        row.cells.get("reporter")?.text !== said &&
        leads.some(({ name, division }) => division === org.division && returned.get(row)?.has(name));
      return isForeign ? { ...entry, org: row.leads[0] ?? said, leads: row.leads } : entry;
    };
    const entries = source.entries.map(owned);
    return entries.some((entry, index) => entry !== source.entries[index]) ? { ...source, entries } : source;
  });
}
