import type { Entry } from "../entry.ts";
import { leadingOrgs } from "../facts/row-claim.ts";
import { type Owner, ownersOf } from "../facts/row-owners.ts";
import { isAbove } from "../orgs/above.ts";
import { type KnownOrg, orgNames, type PrintedOrg } from "../orgs/org-names.ts";
import { regionOf } from "../orgs/region.ts";
import { dataOrgOf } from "../read/data-org.ts";
import type { Table } from "../table.ts";
import type { Subject, TableView } from "./subject.ts";

/** Whose the returned rows of a check are, and the org that a name in one of its tables means. */
export interface OwnersIn {
  readonly ownerOf: (entry: Entry) => Owner | undefined;
  readonly names: (table: Table, printed: string) => KnownOrg;
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
  const returns = tables.filter(({ table }) => table.role !== "ledger");
  const assigned = printedIn(ledger);
  const orgs = orgNames([...printedIn(returns), ...assigned], assigned, context);
  const names = (table: Table, name: string) => orgs({ name, region: regionOf(table) });
  let owners: ReadonlyMap<Entry, Owner> | undefined;
  const ownerOf = (entry: Entry) => {
    owners ??= ownersAmong(returns, ledger, names, (name) => orgs({ name }), context.on);
    return owners.get(entry);
  };
  return { ownerOf, names };
}

function ownersAmong(
  returns: readonly TableView[],
  ledger: readonly TableView[],
  names: OwnersIn["names"],
  lookup: (name: string) => KnownOrg,
  on: string | undefined,
): ReadonlyMap<Entry, Owner> {
  const leading = new Map<string, (printed: string) => KnownOrg>();
  for (const { table, data } of ledger) {
    const own = (printed: string) => names(table, printed);
    for (const entry of data)
      for (const name of [...entry.leads, dataOrgOf(entry)]) if (name !== "") leading.set(name, own);
  }
  const returned = returns.flatMap(({ table, data }) => {
    const own = (printed: string) => names(table, printed);
    return data.map((entry) => ({ entry, names: own }));
  });
  const rows = ledger.flatMap(({ data }) => data);
  return ownersOf(returned, rows, {
    names:
      ({ table }) =>
      (printed) =>
        names(table, printed),
    isLeading: leadingOrgs(leading),
    isAbove: (upper, lower) => isAbove(upper, lower, lookup, on),
  });
}

/** The names in tables, with how often each stands there: the ledger's most frequent one is shown. */
const printedIn = (views: readonly TableView[]): PrintedOrg[] =>
  views.flatMap(({ table, data }) => {
    const region = regionOf(table);
    const printed = new Map<string, number>();
    const note = (name: string | undefined): void => {
      if (name) printed.set(name, (printed.get(name) ?? 0) + 1);
    };
    note(table.org?.name);
    for (const { leads, division } of data) {
      for (const name of leads) note(name);
      note(division);
    }
    return [...printed].map(([name, times]) => ({ name, region, times }));
  });
