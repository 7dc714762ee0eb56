import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { onlyOf } from "../only-of.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { readAmount } from "../read/amount.ts";
import { dataOrgOf } from "../read/data-org.ts";
import { textKey } from "../rules/text-key.ts";
import { indicatorOf } from "./about.ts";
import { ledgerIndex, likeIndex } from "./ledger-index.ts";
import { type Claim, claimOf, isGroup, type LedgerOrgs } from "./row-claim.ts";

/**
 * Whose a returned row of the ledger is (行的归属), so that each row of the ledger stays one target. `own` is the report of
 * the row, by its lead or who speaks for it, and `check` what its superior or its office reports beside it; `share` is what
 * one of 各部门 has of it, or one of the places below its lead, by which the lead may itself break it down (`isWhole`);
 * `part` is the figure of a member of a joint task, or of a lower place where nothing adds. `others` is none of these: another
 * has reported the row, or nobody can say whose it is, and its figure is left out (别家的行).
 */
export interface Owner {
  /** The ledger's row. */
  readonly row: Entry;
  readonly as: "own" | "check" | "share" | "part" | "others";
  /** Which lead of the row it is a report of, as the ledger prints it. */
  readonly speaker?: string;
  /** The member or lower place whose share it is. */
  readonly of?: string;
  /** How the one who returned it stands to the row. */
  readonly claim: Claim["as"];
  readonly isWhole?: true;
  /** How many rows of the ledger it may be, where nobody can say which. */
  readonly among?: number;
}

/** A returned row, and the names of its sheet. */
export interface ReturnedRow {
  readonly entry: Entry;
  readonly names: (printed: string) => KnownOrg;
}

/** A returned row with how who returned it stands to that of the ledger. */
export interface Claimed {
  readonly entry: Entry;
  readonly row: Entry;
  readonly claim: Claim;
  readonly org: string;
  readonly isWhole?: true;
  /** How many rows of the ledger it may be, where nobody can say which. */
  readonly among?: number;
}

type Speaking = Extract<Claim, { readonly speaker: string }>;
type Sharing = Extract<Claim, { readonly of: string }>;

/** The owners of returned rows; a row that is none of the ledger's has none. */
export function ownersOf(
  returned: Iterable<ReturnedRow>,
  ledger: readonly Entry[],
  orgs: LedgerOrgs,
): ReadonlyMap<Entry, Owner> {
  const owners = new Map<Entry, Owner>();
  if (ledger.length === 0) return owners;
  const [rowsOf, rowsLike] = [ledgerIndex(ledger), likeIndex(ledger)];
  const byRow = new Map<Entry, Claimed[]>();
  const claimed = (row: Entry, { entry, names }: ReturnedRow): Claimed => {
    const { claim, org, isWhole } = claimOn(row, { entry, names }, orgs);
    return { entry, row, claim, org, ...(isWhole ? { isWhole } : {}) };
  };
  const isTaken = (row: Entry, { table }: Entry) =>
    byRow.get(row)?.some(({ entry, claim }) => entry.table === table && isSpeaker(claim)) === true;
  const uncertain: ReturnedRow[] = [];
  for (const one of returned) {
    const [row, ...others] = rowsOf(one.entry);
    if (row && others.length === 0) put(byRow, row, claimed(row, one));
    else uncertain.push(one);
  }
  // Those that say their target first: what is left may then be certain.
  for (const one of uncertain.sort((a, b) => Number(!saysTarget(a.entry)) - Number(!saysTarget(b.entry)))) {
    const { entry } = one;
    const all = rowsOf(entry).map((row) => claimed(row, one));
    const mine = (all.length > 0 ? all : rowsLike(entry).map((row) => claimed(row, one))).filter(
      ({ claim }) => isSpeaker(claim),
    );
    const open = mine.filter(({ row }) => !isTaken(row, entry));
    const found =
      all.length === 0
        ? onlyOf(mine)
        : (meantBy(entry, open.length > 0 ? open : mine) ?? oneOfSeveral(entry, all));
    if (found) put(byRow, found.row, found);
  }
  for (const all of byRow.values()) {
    const isReported = all.some(({ claim }) => isSpeaker(claim));
    for (const one of all) {
      const together =
        all.length < 2 ? all : all.filter(({ entry }) => periodOf(entry) === periodOf(one.entry));
      owners.set(one.entry, ownerAmong(one, together, isReported));
    }
  }
  return owners;
}

const periodOf = ({ table }: Entry): string | undefined => table.period?.value;

const saysTarget = ({ cells }: Entry): boolean => (cells.get("target")?.text ?? "") !== "";

/** The row that is meant, by its target and its program; of several that differ in one of these nobody can say. */
function meantBy(entry: Entry, rows: readonly Claimed[]): Claimed | undefined {
  const among = (list: readonly Claimed[], test: (row: Entry) => boolean) => {
    const some = list.filter(({ row }) => test(row));
    return some.length > 0 ? some : list;
  };
  const program = ({ program: printed = "" }: Entry) => textKey(printed);
  const like = among(
    saysTarget(entry) ? among(rows, (row) => isSameTarget(entry, row)) : rows,
    (row) => program(row) === program(entry),
  );
  const [first] = like;
  const isOne = like.every(
    ({ row }) =>
      first && program(row) === program(first.row) && isSameTarget(row, first.row) && saysTarget(row),
  );
  return isOne || like.length === 1 ? first : undefined;
}

/** Of which of several rows it is nobody can say; a place that none of them names has a row of its own. */
const oneOfSeveral = ({ division }: Entry, all: readonly Claimed[]): Claimed | undefined =>
  division === undefined
    ? all.slice(0, 1).map((one) => ({ ...one, claim: { as: "another" as const }, among: all.length }))[0]
    : undefined;

/** It is a lead, or reports for one. */
export const isSpeaker = (claim: Claim): boolean => "speaker" in claim;

/** How a returned row stands to one of the ledger: by who returned it, and by whose it says that it is. */
function claimOn(
  row: Entry,
  { entry, names }: ReturnedRow,
  orgs: LedgerOrgs,
): Pick<Claimed, "claim" | "org" | "isWhole"> {
  const by = (printed: string) => {
    const org = names(printed);
    return { claim: claimOf(row, org, printed, orgs), org: org.name };
  };
  const said = entry.table.org?.name;
  const byTable = said === undefined ? undefined : by(said);
  const { division, leads } = entry;
  if (division !== undefined) {
    const own = by(division);
    const isBelow = row.division === undefined && byTable && isSpeaker(byTable.claim);
    // The lead breaks its own row down by places.
    return isBelow && !isSpeaker(own.claim)
      ? { claim: { as: "member", of: own.org, isTown: false }, org: own.org, isWhole: true }
      : own;
  }
  if (byTable && isSpeaker(byTable.claim)) return byTable;
  const named = leads.map(by);
  return (
    named.find(({ claim }) => isSpeaker(claim)) ??
    named[0] ??
    byTable ?? { claim: { as: "lead", speaker: speakerOf(row) }, org: "" }
  );
}

/** Who speaks for a row where nobody says who does. */
const speakerOf = (row: Entry): string => row.division ?? (dataOrgOf(row) || (row.leads[0] ?? ""));

/** The owner of a returned row among all that returned the row for one period; `isReported`: a lead has, be it for another. */
export function ownerAmong(one: Claimed, all: readonly Claimed[], isReported: boolean): Owner {
  const { row, claim, entry, org } = one;
  const owner = { row, claim: claim.as };
  if ("speaker" in claim) return { ...owner, as: reportOf(one, claim, all), speaker: claim.speaker };
  if ("of" in claim) {
    const as = shareOf(one, claim, all, isReported);
    return { ...owner, as, of: claim.of, ...(as === "share" && one.isWhole ? { isWhole: true } : {}) };
  }
  const isAlone = all.every((other) => other.claim.as === "another" || other.org === org);
  return claim.as === "unknown" && isAlone && isSameTarget(entry, row)
    ? { ...owner, as: "own", speaker: speakerOf(row) }
    : { ...owner, as: "others", ...(one.among === undefined ? {} : { among: one.among }) };
}

/** Of all who speak for one lead or place one report counts: its own, then that of its office, then its superior's. */
function reportOf(
  { row, org }: Claimed,
  claim: Speaking,
  all: readonly Claimed[],
): "own" | "check" | "others" {
  const rankOf = ({ as, speaker }: Speaking) =>
    as === "lead"
      ? row.division === undefined || speaker === row.division
        ? 0
        : 2
      : as === "office"
        ? 1
        : 3;
  const rank = rankOf(claim);
  const others = all.flatMap((other) =>
    other.org !== org &&
    "speaker" in other.claim &&
    (row.division !== undefined || other.claim.speaker === claim.speaker)
      ? [rankOf(other.claim)]
      : [],
  );
  if (others.some((other) => other < rank)) return rank < 3 ? "check" : "others";
  // Of two heirs or two offices that both return a row nobody can say whose it is.
  return claim.as === "lead" || !others.includes(rank) ? "own" : "others";
}

/** What a member of a group, or a place below the lead's, has of a row. */
function shareOf(
  { row, org, isWhole }: Claimed,
  { as, of, isTown }: Sharing,
  all: readonly Claimed[],
  isReported: boolean,
): "share" | "check" | "part" | "others" {
  // A place and its office have one share between them, and of two offices nobody can say whose it is.
  const rivals = all.filter(({ claim, org: other }) => "of" in claim && claim.of === of && other !== org);
  if (org !== of && rivals.length > 0) return "others";
  // Of a joint task one figure counts, and those of the others check it; and a rate is shared out by nobody.
  if (as === "member" && row.leads.some((lead) => !isGroup(lead)) && row.leads.length > 1) return "part";
  if (indicatorOf(row).acrossOrgs === "none") return "part";
  // What a town has is in what its district has.
  const isInOther = isTown && all.some(({ claim }) => claim.as === "part" && !claim.isTown);
  if (isReported || isInOther) return "others";
  const isOwnToo = all.some((other) => "of" in other.claim && other.claim.of === of && !other.isWhole);
  return isWhole && isOwnToo ? "check" : "share";
}

/** It has the ledger's target, or none: what somebody has of it is another target. */
export function isSameTarget(entry: Entry, row: Entry): boolean {
  const [own, sent] = [entry, row].map((one) => one.cells.get("target")?.text ?? "");
  if (own === "" || own === sent) return true;
  const [is, was] = [entry, row].map((one) => readAmount(one.cells.get("target"), one));
  return is?.amount !== undefined && is.amount === was?.amount && is.power === was.power;
}
