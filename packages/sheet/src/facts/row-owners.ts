import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { onlyOf } from "../only-of.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { readAmount } from "../read/amount.ts";
import { dataOrgOf } from "../read/data-org.ts";
import { ledgerIndex, likeIndex } from "./ledger-index.ts";
import { type Claim, claimOf, type LedgerOrgs } from "./row-claim.ts";

/**
 * Whose a returned row of the ledger is (行的归属), so that each row of the ledger stays one target. `own` is the report of
 * the row, by its lead or who speaks for it; `share` is what one of 各部门 has of it, or one of the places by which its lead
 * breaks it down (`isWhole`); `part` is the figure of a lower place, which its superior's checks. `others` is none of these:
 * another has reported the row, or nobody can say whose it is, and its figure is left out (别家的行).
 */
export interface Owner {
  /** The ledger's row. */
  readonly row: Entry;
  readonly as: "own" | "share" | "part" | "others";
  /** Which lead of the row it is a report of, as the ledger prints it. */
  readonly speaker?: string;
  /** How the one who returned it stands to the row. */
  readonly claim: Claim["as"];
  readonly isWhole?: true;
}

/** A returned row, and the names of its sheet. */
export interface ReturnedRow {
  readonly entry: Entry;
  readonly names: (printed: string) => KnownOrg;
}

interface Claimed extends ReturnedRow {
  readonly row: Entry;
  readonly claim: Claim;
  readonly org: string;
  readonly isWhole?: true;
}

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
    return { entry, names, row, claim, org, ...(isWhole ? { isWhole } : {}) };
  };
  const isTaken = (row: Entry, { table }: Entry) =>
    byRow.get(row)?.some(({ entry }) => entry.table === table) === true;
  const uncertain: ReturnedRow[] = [];
  for (const one of returned) {
    const [row, ...others] = rowsOf(one.entry);
    if (row && others.length === 0) put(byRow, row, claimed(row, one));
    else uncertain.push(one);
  }
  for (const one of uncertain) {
    const { entry } = one;
    const all = rowsOf(entry).map((row) => claimed(row, one));
    const mine = (all.length > 0 ? all : rowsLike(entry).map((row) => claimed(row, one))).filter(
      ({ claim }) => isSpeaker(claim),
    );
    const open = mine.filter(({ row }) => !isTaken(row, entry));
    const found =
      all.length === 0
        ? onlyOf(mine)
        : (open.find(({ row }) => isSameTarget(entry, row)) ??
          open[0] ??
          mine[0] ??
          oneOfSeveral(entry, all));
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

/** Of which of several rows it is nobody can say; a place that none of them names has a row of its own. */
const oneOfSeveral = ({ division }: Entry, all: readonly Claimed[]): Claimed | undefined =>
  division === undefined
    ? all.slice(0, 1).map((one) => ({ ...one, claim: { as: "another" as const } }))[0]
    : undefined;

const isSpeaker = (claim: Claim): boolean => "speaker" in claim;

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
    return isBelow && own.claim.as !== "part" && !isSpeaker(own.claim)
      ? { claim: { as: "member" }, org: own.org, isWhole: true }
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
function ownerAmong(one: Claimed, all: readonly Claimed[], isReported: boolean): Owner {
  const { row, claim, org, entry } = one;
  const owner = { row, claim: claim.as };
  const others = { ...owner, as: "others" } as const;
  if (claim.as === "lead") return { ...owner, as: "own", speaker: claim.speaker };
  if ("speaker" in claim) {
    // Of two heirs that both return a row nobody can say whose it is.
    const isOnly = all.every(
      (other) => other.org === org || !("speaker" in other.claim) || other.claim.speaker !== claim.speaker,
    );
    return isOnly ? { ...owner, as: "own", speaker: claim.speaker } : others;
  }
  // Of a joint task one figure counts, and those of the others check it.
  if (claim.as === "member" && row.leads.length > 1) return { ...owner, as: "part" };
  const parts = all.filter((other) => other.claim.as === "part");
  // Several that repeat the target of the whole have none of their own.
  const isRepeated = parts.length > 1 && parts.every((other) => isSameTarget(other.entry, row));
  if (claim.as === "part" && !isRepeated) return { ...owner, as: "part" };
  if (claim.as === "member" || claim.as === "part")
    return isReported ? others : { ...owner, as: "share", ...(one.isWhole ? { isWhole: true } : {}) };
  const isAlone = all.every((other) => other.claim.as === "another" || other.org === org);
  return claim.as === "unknown" && isAlone && isSameTarget(entry, row)
    ? { ...owner, as: "own", speaker: speakerOf(row) }
    : others;
}

/** It has the ledger's target, or none: what somebody has of it is another target. */
export function isSameTarget(entry: Entry, row: Entry): boolean {
  const [own, sent] = [entry, row].map((one) => one.cells.get("target")?.text ?? "");
  if (own === "" || own === sent) return true;
  const [is, was] = [entry, row].map((one) => readAmount(one.cells.get("target"), one));
  return is?.amount !== undefined && is.amount === was?.amount && is.power === was.power;
}
