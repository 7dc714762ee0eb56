import { textOf } from "@taizhang/grid";
import { fromFileColumn } from "../collect/merged-columns.ts";
import type { Entry } from "../entry.ts";
import type { Table } from "../table.ts";
import type { LedgerRows } from "./ledger-index.ts";

interface Source {
  readonly table: Table;
  readonly entries: readonly Entry[];
  readonly fromLedger: boolean;
}

/**
 * The sources without what is only a copy of others among them (副本不重复计入): a copy of the ledger beside the ledger, and
 * our own 合并表 beside the files that its rows came from.
 */
export function withoutCopies<S extends Source>(sources: readonly S[], ledgerRows: LedgerRows): S[] {
  const hasLedger = sources.some(({ fromLedger }) => fromLedger);
  const files = new Set(sources.map(({ table }) => baseName(table.file)));
  return sources.flatMap((source) => {
    const { table, entries, fromLedger } = source;
    if (!fromLedger && isCollectedFrom(table, files)) return [];
    if (fromLedger || !hasLedger || table.role !== "ledger") return [source];
    const own = entries.filter((entry) => ledgerRows(entry).length === 0);
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
