import type { Entry } from "../entry.ts";
import { isAbove } from "../orgs/above.ts";
import { isHeirOf } from "../orgs/heirs.ts";
import { type KnownOrg, type OrgNames, orgNames, type PrintedOrg } from "../orgs/org-names.ts";
import { regionOfPlan, reportersOf } from "../orgs/plan-region.ts";
import { regionOf } from "../orgs/region.ts";
import { withinOf } from "../orgs/within.ts";
import type { Table } from "../table.ts";

/** A sheet with its rows. */
export interface Sheet {
  readonly table: Table;
  readonly entries: readonly Entry[];
}

/** The orgs that the names in some sheets mean (各表中的单位). */
export interface SheetOrgs {
  readonly names: OrgNames;
  /** The division whose departments a sheet's names are: its own, for a ledger without one that of the returns. */
  readonly homeOf: (table: Table) => string | undefined;
  /** The org that a name in a sheet means. */
  readonly named: (table: Table, printed: string) => KnownOrg;
  readonly isOver: (upper: KnownOrg, lower: KnownOrg) => boolean;
}

/** The orgs of returned sheets and of their ledger, as totals, checks and collecting have them all. */
export function sheetOrgs(
  returned: readonly Sheet[],
  ledger: readonly Sheet[],
  { within, on }: { readonly within?: string | undefined; readonly on?: string | undefined } = {},
): SheetOrgs {
  const ofPlan = regionOfPlan(reportersOf(returned.map(({ table }) => table)));
  const given = new Set(ledger.map(({ table }) => table));
  const homeOf = (table: Table) => regionOf(table) ?? (given.has(table) ? ofPlan : undefined);
  const all = [...ledger, ...returned];
  const printed = new Map(all.map((sheet) => [sheet, namesIn(sheet, homeOf(sheet.table))]));
  const namesOf = (sheets: readonly Sheet[]) => sheets.flatMap((sheet) => printed.get(sheet) ?? []);
  const divisions = all.flatMap(({ entries }) => entries.flatMap(({ division }) => division ?? []));
  const regions = all.flatMap(({ table }) => [table.org?.name, regionOf(table)].flatMap((one) => one ?? []));
  const names = orgNames(namesOf(all), namesOf(ledger), {
    within: within ?? withinOf(divisions, on) ?? withinOf(regions, on),
    on,
  });
  const lookup = (name: string) => names({ name });
  return {
    names,
    homeOf,
    named: (table, name) => names({ name, region: homeOf(table) }),
    isOver: (upper, lower) => isAbove(upper, lower, lookup, on) && !isHeirOf(lower, upper),
  };
}

/** A sheet prints each name in row after row. */
function namesIn({ table, entries }: Sheet, region: string | undefined): PrintedOrg[] {
  const printed = new Map<string, number>();
  const note = (name: string | undefined): void => {
    if (name) printed.set(name, (printed.get(name) ?? 0) + 1);
  };
  note(regionOf(table));
  note(table.org?.name);
  for (const { org, division, leads } of entries) for (const name of [org, division, ...leads]) note(name);
  return [...printed].map(([name, times]) => ({ name, region, times }));
}
