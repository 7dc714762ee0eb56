import type { Entry } from "../entry.ts";
import type { Table } from "../table.ts";
import { listingsOf } from "./listed-shares.ts";
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
  const listings = listingsOf(owners);
  const settled = new Map<Entry, Owner>();
  const shared = new Map<Entry, Shares>();
  const owned = (entry: Entry): Entry | undefined => {
    const owner = owners.get(entry);
    if (!owner) return entry;
    const { row, as, of, listedBy } = owner;
    if (as === "others") return undefined;
    const sum = listings.sumOf(entry);
    if (sum === "added") return undefined;
    const speaker = sum ? listedBy : owner.speaker;
    if (as === "share" && of !== undefined && !sum) {
      const shares = shared.get(row) ?? { orgs: new Set() };
      shared.set(row, shares);
      shares.orgs.add(orgs.named(entry.table, of).name);
      if (listedBy !== undefined) shares.listed = listings.haveTargets(row) ? "targets" : "whole";
    }
    const found =
      of === undefined || sum
        ? ofRow(sum ?? entry, row, speaker)
        : { ...entry, org: of, ...withoutTarget(entry, owner) };
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
  return { ...entry, org, leads, ...(division === undefined ? {} : { division }) };
}

/** A joint task has one target, which is its lead's; and so has a share that its lead lists too. */
function withoutTarget({ cells }: Entry, { as, row }: Owner): Partial<Entry> {
  if (as !== "check" && row.leads.length < 2) return {};
  return { cells: new Map([...cells].filter(([field]) => field !== "target")) };
}
