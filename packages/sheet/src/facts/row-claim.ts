import { resolve } from "@taizhang/admin-units";
import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { rankOf } from "../orgs/above.ts";
import { isHeirOf, isOfOnePlace } from "../orgs/heirs.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { dataOrgOf } from "../read/data-org.ts";
import { textKey } from "../rules/text-key.ts";

/**
 * How an org that returns a row of the ledger stands to it (与这一行的关系). `lead` is one of its leads or who reports for them,
 * or its town, by whatever name; `heir` took the lead's work over, `former` is what the lead was before; `speaker` is that
 * lead as the ledger prints it. `member` is one of 各部门; `part` lies below the lead's place, and its figure is a part of the lead's;
 * `unknown` is nobody whom the ledger knows; the row is for others to report than `another`.
 */
export type Claim =
  | { readonly as: "lead" | "heir" | "former"; readonly speaker: string }
  | { readonly as: "member" | "part" | "unknown" | "another" };

/** What is known of the orgs of a ledger. */
export interface LedgerOrgs {
  /** The org that a name in the sheet of a row of the ledger means. */
  readonly names: (row: Entry) => (printed: string) => KnownOrg;
  /** Whether an org leads or reports some row of the ledger. */
  readonly isLeading: (org: KnownOrg) => boolean;
  readonly isAbove: (upper: KnownOrg, lower: KnownOrg) => boolean;
}

/** How an org, printed so, stands to a row of the ledger. */
export function claimOf(row: Entry, org: KnownOrg, printed: string, ledger: LedgerOrgs): Claim {
  const names = ledger.names(row);
  const exact = row.leads.find((lead) => names(lead).name === org.name);
  if (exact !== undefined) return { as: "lead", speaker: exact };
  const data = dataOrgOf(row);
  const speakers = [
    ...row.leads,
    ...(data === "" ? [] : [data]),
    ...(row.division === undefined ? [] : [row.division]),
  ].map((speaker) => ({ speaker, org: names(speaker) }));
  const known = speakers.map((one) => one.org);
  const is = (test: (one: KnownOrg) => boolean) => speakers.find((one) => test(one.org))?.speaker;
  const lead =
    is(({ name }) => name === org.name) ??
    is((one) => isSameOrg(one, org)) ??
    speakers.find(({ speaker }) => aliasesOf(speaker).some((alias) => isSameOrg(names(alias), org)))?.speaker;
  if (lead !== undefined) return { as: "lead", speaker: lead };
  const heir = is((one) => isHeirOf(org, one));
  if (heir !== undefined) return { as: "heir", speaker: heir };
  const later = is((one) => isHeirOf(one, org));
  if (later !== undefined) return { as: "former", speaker: later };
  const [first] = row.leads;
  // A sheet of a whole program (按板块下发) names the program where others name who reports.
  if (first !== undefined && row.program !== undefined && textKey(row.program) === textKey(printed))
    return { as: "lead", speaker: data || first };
  if (row.leads.some((one) => resolve(one).type === "group")) return { as: "member" };
  if (ledger.isLeading(org)) return { as: "another" };
  if (known.some((one) => ledger.isAbove(one, org))) return { as: "part" };
  const isOthers =
    !known.some((one) => isOfOnePlace(placeOf(org), placeOf(one))) || known.every((one) => areTwo(one, org));
  return { as: isOthers ? "another" : "unknown" };
}

/** One function in places that may be one: 民政局 in a sheet that states no region, and 南关区民政局. */
const isSameOrg = (one: KnownOrg, other: KnownOrg): boolean =>
  one.kind === other.kind && one.base === other.base && isOfOnePlace(one, other);

/** Tells whether an org leads or reports some row, by any of the names of those that do (台账里的单位). */
export function leadingOrgs(
  leads: ReadonlyMap<string, (printed: string) => KnownOrg>,
): LedgerOrgs["isLeading"] {
  const byBase = new Map<string, KnownOrg[]>();
  for (const [printed, names] of leads)
    for (const name of [printed, ...aliasesOf(printed)]) {
      const org = names(name);
      put(byBase, org.base, org);
    }
  return (org) => byBase.get(org.base)?.some((one) => isSameOrg(one, org)) === true;
}

/** 住建局（房产局） is called either. */
const aliasesOf = (printed: string): readonly string[] => {
  const [, outer = "", inner = ""] =
    /^([^()]{2,})\(([^()]{2,}[局办委会厅部处站所心])\)$/.exec(printed.normalize("NFKC")) ?? [];
  return inner === "" ? [] : [outer, inner];
};

/** Where an org is: a district is its own place, and of a town nobody says in which it lies. */
const placeOf = (org: KnownOrg): Pick<KnownOrg, "division" | "level"> =>
  org.kind === "division" && (rankOf(org, undefined) ?? 4) < 4 ? { division: org.name, level: "" } : org;

/** Two towns, two districts, or two departments of different functions; 教体局 and 教育局 may well be one. */
function areTwo(one: KnownOrg, other: KnownOrg): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === "division") return rankOf(one, undefined) === rankOf(other, undefined);
  const [own, theirs] = [one, other].map(({ base }) => resolve(base).department);
  return own !== undefined && theirs !== undefined && own !== theirs && one.base[0] !== other.base[0];
}
