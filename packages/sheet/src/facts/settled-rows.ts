import type { Entry } from "../entry.ts";
import type { Table } from "../table.ts";
import type { Owner } from "./owner.ts";
import { ownersOf } from "./row-owners.ts";
import type { SheetOrgs } from "./sheet-orgs.ts";

interface Source {
  readonly table: Table;
  readonly entries: readonly Entry[];
  readonly parts: ReadonlySet<Entry>;
  readonly fromLedger: boolean;
}

/** Who has a share of a row of the ledger, as far as they have returned it. */
export interface Shares {
  readonly orgs: Set<string>;
  /** Its lead has listed them all; with their own targets, where these are together the ledger's. */
  listed?: "whole" | "targets";
}

/** The sources with the rows of others left out, whose their other rows are, and what is shared out (归属已定的各行). */
export interface SettledRows<S> {
  readonly sources: S[];
  readonly ownerOf: (entry: Entry) => Owner | undefined;
  readonly sharesOf: (row: Entry) => Shares | undefined;
}

/** True for the sheet of a ledger, given as such or among the others. */
export const isLedger = ({ fromLedger, table }: Pick<Source, "fromLedger" | "table">): boolean =>
  fromLedger || table.role === "ledger";

/** Each returned row of the ledger under the name of its owner (`ownersOf`). */
export function settledRows<S extends Source>(sources: readonly S[], orgs: SheetOrgs): SettledRows<S> {
  const owners = ownersOf(
    sources.filter((source) => !isLedger(source)),
    sources.filter(isLedger),
    orgs,
  );
  const settled = new Map<Entry, Owner>();
  const shared = new Map<Entry, Shares>();
  const owned = (entry: Entry): Entry | undefined => {
    const owner = owners.get(entry);
    if (!owner) return entry;
    const { row, as, of, listedBy, list } = owner;
    if (as === "others" || list === "added") return undefined;
    const sum = typeof list === "object" ? list : undefined;
    const speaker = sum ? listedBy : owner.speaker;
    if (of !== undefined && (as === "share" || typeof list === "string") && !sum) {
      const shares = shared.get(row) ?? { orgs: new Set() };
      shared.set(row, shares);
      shares.orgs.add(orgs.named(entry.table, of).name);
      if (typeof list === "string") shares.listed = list;
    }
    const found = of === undefined || sum ? ofRow(sum ?? entry, row, speaker) : ofShare(entry, owner, of);
    settled.set(
      found,
      sum ? { row, as: "own", claim: "lead", ...(speaker === undefined ? {} : { speaker }) } : owner,
    );
    return found;
  };
  return {
    sources: sources.map((source) => {
      if (owners.size === 0 || isLedger(source)) return source;
      const parts = new Set(source.parts);
      const entries = source.entries.flatMap((entry) => {
        const now = owned(entry);
        if (now && now !== entry && parts.delete(entry)) parts.add(now);
        return now ?? [];
      });
      return { ...source, entries, parts };
    }),
    ownerOf: (entry) => settled.get(entry),
    sharesOf: (row) => shared.get(row),
  };
}

/** A report of the row, under the name of the lead or the place that the ledger has. */
function ofRow(entry: Entry, row: Entry, speaker: string | undefined): Entry {
  const org = row.division ?? speaker;
  if (!org || (entry.division === row.division && entry.org === org)) return entry;
  const { division, leads } = row;
  const { division: _, ...rest } = entry;
  return { ...rest, org, leads, ...(division === undefined ? {} : { division }) };
}

/** A joint task has one place and one target, which are its lead's; and so has a share that its lead lists too its target. */
function ofShare(entry: Entry, { as, row }: Owner, org: string): Entry {
  const { division, ...rest } = entry;
  const isJoint = as === "part" && row.leads.length > 1;
  const cells =
    as === "check" || row.leads.length > 1
      ? new Map([...entry.cells].filter(([field]) => field !== "target"))
      : entry.cells;
  return { ...rest, org, cells, ...(isJoint || division === undefined ? {} : { division }) };
}
