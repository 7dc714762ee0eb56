import type { Entry } from "../entry.ts";
import { isOfficeOf, townOf } from "../orgs/office-of-place.ts";
import { dataOrgOf } from "../read/data-org.ts";
import type { LedgerOrgs } from "./ledger-orgs.ts";
import { type Claim, claimOf } from "./row-claim.ts";
import type { Printed } from "./speaker-index.ts";

/** A returned row with how who returned it stands to that of the ledger (报来的行与台账的行). */
export interface Claimed {
  readonly entry: Entry;
  readonly row: Entry;
  readonly claim: Claim;
  readonly org: string;
  /** Who returned it in a table of its own, where it is the row of a place beside it (别家表里的行). */
  readonly by?: string;
  /** The lead of the row that has itself broken it down by places, as the ledger prints it. */
  readonly listedBy?: string;
  /** How many rows of the ledger it may be, where nobody can say which. */
  readonly among?: number;
}

/** It is a lead, or reports for one. */
export const isSpeaker = ({ claim }: Claimed): boolean => "speaker" in claim;

/** Who speaks for a row where nobody says who does. */
export const speakerOf = (row: Entry): string => row.division ?? (dataOrgOf(row) || (row.leads[0] ?? ""));

/** Those of whom a returned row may be, as printed: the place that it names, who returned it, whom it says to be its leads. */
export interface Returners {
  readonly place: Printed | undefined;
  readonly table: Printed | undefined;
  readonly leads: readonly Printed[];
}

/** How a returned row stands to one of the ledger: by who returned it, and by whose it says that it is. */
export function claimedRow(
  row: Entry,
  entry: Entry,
  { place, table, leads }: Returners,
  orgs: LedgerOrgs,
): Claimed {
  const by = ({ org, printed }: Printed): Claimed => ({
    entry,
    row,
    org: org.name,
    claim: claimOf(row, org, printed, orgs),
  });
  if (place) {
    const isOwn = !table || table.org.name === place.org.name || isOfficeOf(table.org, place.org);
    const own = { ...by(place), ...(isOwn ? {} : { by: table.org.name }) };
    const isPart = row.division === undefined || "of" in own.claim;
    if (!isPart || (isSpeaker(own) && (isOwn || row.leads.length < 2))) return own;
    // The lead breaks its own row down by places, be one of them a lead beside it.
    for (const one of table ? [table, ...leads] : leads) {
      const { claim, org } = by(one);
      if ("speaker" in claim)
        return {
          ...own,
          by: own.by ?? org,
          claim: { as: "member", of: own.org, isTown: townOf(place.org) !== undefined },
          listedBy: claim.speaker,
        };
    }
    return own;
  }
  const byTable = table && by(table);
  if (byTable && isSpeaker(byTable)) return byTable;
  const named = leads.map(by);
  return (
    named.find(isSpeaker) ??
    named[0] ??
    byTable ?? { entry, row, claim: { as: "lead", speaker: speakerOf(row) }, org: "" }
  );
}
