import { resolve } from "@taizhang/admin-units";
import type { Entry } from "../entry.ts";
import { rankOf } from "../orgs/above.ts";
import { isHeirOf, isOfOnePlace } from "../orgs/heirs.ts";
import { isOfficeOf, mayBeOfOnePlace, townOf } from "../orgs/office-of-place.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { dataOrgOf } from "../read/data-org.ts";
import { textKey } from "../rules/text-key.ts";
import { memberOf } from "./group-member.ts";
import { aliasesOf, isSameOrg, type LedgerOrgs, speakersOf } from "./ledger-orgs.ts";

/**
 * How an org that returns a row of the ledger stands to it (与这一行的关系). `lead` is one of its leads or who reports for them,
 * or its place, by whatever name; `office` is of that place; `heir` took the lead's work over, `former` is what the lead was
 * before; `speaker` is whom they speak for, as the ledger prints it. `member` is one of 各部门; `part` lies below the lead's
 * place, and its figure is a part of the lead's; `of` is the member or lower place that it is or is an office of, and
 * `isTown` one below districts. `unknown` is nobody whom the ledger knows; the row is for others to report than `another`.
 */
export type Claim =
  | { readonly as: "lead" | "office" | "heir" | "former"; readonly speaker: string }
  | { readonly as: "member" | "part"; readonly of: string; readonly isTown: boolean }
  | { readonly as: "unknown" | "another" };

/** 各部门, 各街道: several who share a row among them. */
export const isGroup = (name: string): boolean => resolve(name).type === "group";

/** How an org, printed so, stands to a row of the ledger. */
export function claimOf(row: Entry, org: KnownOrg, printed: string, ledger: LedgerOrgs): Claim {
  const names = ledger.names(row);
  const exact = row.leads.find((lead) => names(lead).name === org.name);
  if (exact !== undefined) return { as: "lead", speaker: exact };
  const speakers = speakersOf(row).map((speaker) => ({ speaker, org: names(speaker) }));
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
    return { as: "lead", speaker: dataOrgOf(row) || first };
  const departments = known.filter((one) => one.kind === "department" && !isGroup(one.name));
  const isTheirs = departments.length === 0 || departments.some(({ base }) => base === org.base);
  const seat = is((one) => isOfficeOf(org, one) && (isTheirs || townOf(one) !== undefined));
  if (seat !== undefined) return { as: "office", speaker: seat };
  const town = townOf(org);
  const isTown = town !== undefined;
  const groups = row.leads.filter(isGroup);
  const [member] = groups.flatMap((group) => memberOf(group, org, names) ?? []);
  if (member) return { as: "member", of: member.name, isTown };
  if (groups.length === row.leads.length && groups.length > 0) return { as: "another" };
  if (ledger.isLeading(org)) return { as: "another" };
  // A row with a place is broken down by what lies in that.
  const wholes = row.division === undefined ? known : [names(row.division)];
  if (wholes.some((one) => ledger.isOver(one, org) || isTownBelow(one, org))) {
    const place = town ?? (org.kind === "division" ? undefined : org.division);
    return { as: "part", of: place === undefined ? org.name : names(place).name, isTown };
  }
  const isOthers =
    !known.some((one) => isOfOnePlace(placeOf(org), placeOf(one))) || known.every((one) => areTwo(one, org));
  return { as: isOthers ? "another" : "unknown" };
}

/** A town lies below any department of a district that may be its own, whether or not its name says so. */
const isTownBelow = (one: KnownOrg, org: KnownOrg): boolean =>
  townOf(org) !== undefined && townOf(one) === undefined && !isGroup(one.name) && mayBeOfOnePlace(org, one);

/** Where an org is: a district is its own place, and of a town nobody says in which it lies. */
const placeOf = (org: KnownOrg): Pick<KnownOrg, "division" | "level"> =>
  org.kind === "division" && (rankOf(org, undefined) ?? 4) < 4 ? { division: org.name, level: "" } : org;

/** Two towns, two districts, or two departments of different functions; 教体局 may well be 教育局, or 体育局. */
function areTwo(one: KnownOrg, other: KnownOrg): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === "division") return rankOf(one, undefined) === rankOf(other, undefined);
  const [own, theirs] = [one, other].map(({ base }) => resolve(base).department);
  return (
    own !== undefined &&
    theirs !== undefined &&
    own !== theirs &&
    !isShortFor(one, other) &&
    !isShortFor(other, one)
  );
}

/** The name of an office of two is made of the first characters of theirs. */
const isShortFor = ({ base }: KnownOrg, other: KnownOrg): boolean =>
  base.slice(0, -1).includes(other.base.slice(0, 1));
