import type { Entry } from "../entry.ts";
import type { Owner } from "../facts/owner.ts";
import { ownersOf } from "../facts/row-owners.ts";
import { type SheetOrgs, sheetOrgs } from "../facts/sheet-orgs.ts";
import type { Subject, TableView } from "./subject.ts";

/** Whose the returned rows of a check are, and the org that a name in one of its tables means. */
export interface OwnersIn {
  readonly ownerOf: (entry: Entry) => Owner | undefined;
  readonly names: SheetOrgs["named"];
}

/** The owners of the returned rows of a check (行的归属), as totals and collecting have them. */
export function ownersIn(subject: Subject): OwnersIn {
  const before = known.get(subject);
  if (before) return before;
  const found = findOwners(subject);
  known.set(subject, found);
  return found;
}

/** Several rules ask. */
const known = new WeakMap<Subject, OwnersIn>();

function findOwners({ tables, ledger, context }: Subject): OwnersIn {
  const sheetsOf = (views: readonly TableView[]) =>
    views.map(({ table, data }) => ({ table, entries: data }));
  const returned = sheetsOf(tables.filter(({ table }) => table.role !== "ledger"));
  const given = sheetsOf(ledger);
  const orgs = sheetOrgs(returned, given, context);
  let owners: ReadonlyMap<Entry, Owner> | undefined;
  const ownerOf = (entry: Entry) => {
    owners ??= ownersOf(returned, given, orgs);
    return owners.get(entry);
  };
  return { ownerOf, names: orgs.named };
}
