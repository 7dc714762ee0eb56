import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { onlyOf } from "../only-of.ts";
import { type Claimed, claimedRow, isSpeaker, type Returners } from "./claimed-row.ts";
import { ledgerIndex, likeIndex } from "./ledger-index.ts";
import { ledgerOrgs } from "./ledger-orgs.ts";
import { settleLists } from "./listed-shares.ts";
import { meantBy, saysTarget } from "./meant-by.ts";
import type { Owner } from "./owner.ts";
import { reportOf, unknownsReport } from "./report-of.ts";
import { shareOf } from "./share-of.ts";
import type { Sheet, SheetOrgs } from "./sheet-orgs.ts";
import { speakerIndex } from "./speaker-index.ts";

/**
 * The owners of returned rows, as totals, checks and collecting have them all; a row that is none of the ledger's has none.
 */
export function ownersOf(
  returned: readonly Sheet[],
  ledger: readonly Sheet[],
  orgs: SheetOrgs,
): ReadonlyMap<Entry, Owner> {
  const owners = new Map<Entry, Owner>();
  const rows = dataOf(ledger);
  if (rows.length === 0) return owners;
  const [rowsOf, rowsLike, known] = [ledgerIndex(rows), likeIndex(rows), ledgerOrgs(ledger, orgs)];
  const speaking = speakerIndex(known);
  const returnersOf = ({ table, division, leads }: Entry): Returners => {
    const org = (printed: string) => ({ printed, org: orgs.named(table, printed) });
    return {
      place: division === undefined ? undefined : org(division),
      table: table.org && org(table.org.name),
      leads: leads.map(org),
    };
  };
  const byRow = new Map<Entry, Claimed[]>();
  const isTaken = ({ row, entry: { table } }: Claimed) =>
    byRow.get(row)?.some((one) => one.entry.table === table && isSpeaker(one)) === true;
  const uncertain: Entry[] = [];
  for (const entry of dataOf(returned)) {
    const [row, ...others] = rowsOf(entry);
    if (row && others.length === 0) put(byRow, row, claimedRow(row, entry, returnersOf(entry), known));
    else uncertain.push(entry);
  }
  // Those that say their target first: what is left may then be certain.
  for (const entry of uncertain.sort((a, b) => Number(!saysTarget(a)) - Number(!saysTarget(b)))) {
    const by = returnersOf(entry);
    const { place, table, leads } = by;
    const named = [place, table, ...leads].flatMap((one) => one ?? []);
    const alike = rowsOf(entry);
    const mine = speaking(alike.length > 0 ? alike : rowsLike(entry), named)
      .map((row) => claimedRow(row, entry, by, known))
      .filter(isSpeaker);
    const open = mine.filter((one) => !isTaken(one));
    const [first] = alike;
    // Of which of several rows it is nobody can say; a place that none of them names has a row of its own.
    const unclear: Claimed | undefined =
      first && place === undefined
        ? { entry, row: first, org: table?.org.name ?? "", claim: { as: "another" }, among: alike.length }
        : undefined;
    const found = first
      ? (meantBy(entry, open.length > 0 ? open : mine, known.names) ?? unclear)
      : onlyOf(open);
    if (found) put(byRow, found.row, found);
  }
  for (const all of byRow.values())
    for (const one of all) {
      const together =
        all.length < 2 ? all : all.filter(({ entry }) => periodOf(entry) === periodOf(one.entry));
      owners.set(one.entry, ownerAmong(one, together, all));
    }
  settleLists(owners);
  return owners;
}

const dataOf = (sheets: readonly Sheet[]): Entry[] =>
  sheets.flatMap(({ entries }) => entries.filter(({ kind }) => kind === "data"));

const periodOf = ({ table }: Entry): string | undefined => table.period?.value;

/** The owner of a returned row among all that returned the row for one period, and for any. */
function ownerAmong(one: Claimed, together: readonly Claimed[], all: readonly Claimed[]): Owner {
  const { row, claim, listedBy } = one;
  if ("speaker" in claim)
    return { row, claim: claim.as, as: reportOf(one, claim, together), speaker: claim.speaker };
  if ("of" in claim) {
    const as = shareOf(one, claim, together, all);
    return {
      row,
      claim: claim.as,
      as,
      of: claim.of,
      ...((as === "share" || as === "check") && listedBy !== undefined ? { listedBy } : {}),
    };
  }
  return unknownsReport(one, together, all);
}
