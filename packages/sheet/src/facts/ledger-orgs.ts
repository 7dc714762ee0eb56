import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { isOfOnePlace } from "../orgs/heirs.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { dataOrgOf } from "../read/data-org.ts";
import type { Sheet, SheetOrgs } from "./sheet-orgs.ts";

/** What is known of the orgs of a ledger (台账里的单位). */
export interface LedgerOrgs extends Pick<SheetOrgs, "isOver"> {
  /** The org that a name in the sheet of a row of the ledger means. */
  readonly names: (row: Entry) => (printed: string) => KnownOrg;
  /** Whether an org leads or reports some row of the ledger, by any of the names of those that do. */
  readonly isLeading: (org: KnownOrg) => boolean;
}

/** The orgs of the sheets of a ledger. */
export function ledgerOrgs(ledger: readonly Sheet[], { named, isOver }: SheetOrgs): LedgerOrgs {
  let byBase: Map<string, KnownOrg[]> | undefined;
  const leading = (): Map<string, KnownOrg[]> => {
    const found = new Map<string, KnownOrg[]>();
    for (const { table, entries } of ledger)
      for (const printed of new Set(entries.flatMap(reportersOf)))
        for (const name of [printed, ...aliasesOf(printed)]) {
          const org = named(table, name);
          put(found, org.base, org);
        }
    return found;
  };
  return {
    isOver,
    names: (row) => (printed) => named(row.table, printed),
    isLeading: (org) => {
      byBase ??= leading();
      return byBase.get(org.base)?.some((one) => isSameOrg(one, org)) === true;
    },
  };
}

/** Who leads a row and who reports it. */
const reportersOf = (row: Entry): readonly string[] =>
  row.kind === "data" ? [...row.leads, dataOrgOf(row)].filter((name) => name !== "") : [];

/** Who may speak for a row: its leads, who reports it, and its place. */
export const speakersOf = (row: Entry): readonly string[] =>
  row.division === undefined ? reportersOf(row) : [...reportersOf(row), row.division];

/** One function in places that may be one: 民政局 in a sheet that states no region, and 南关区民政局. */
export const isSameOrg = (one: KnownOrg, other: KnownOrg): boolean =>
  one.kind === other.kind && one.base === other.base && isOfOnePlace(one, other);

/** 住建局（房产局） is called either. */
export const aliasesOf = (printed: string): readonly string[] => {
  const [, outer = "", inner = ""] =
    /^([^()]{2,})\(([^()]{2,}[局办委会厅部处站所心])\)$/.exec(printed.normalize("NFKC")) ?? [];
  return inner === "" ? [] : [outer, inner];
};
