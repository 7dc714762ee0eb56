import type { Entry } from "../entry.ts";
import type { Claimed } from "./claimed-row.ts";
import type { Claim } from "./row-claim.ts";

/**
 * Whose a returned row of the ledger is (行的归属), so that each row of the ledger stays one target. `own` is the report of
 * the row, by its lead or who speaks for it, and `check` what its superior or its office reports beside it; `share` is what
 * one of 各部门 has of it, or one of the places below its lead, by which the lead may itself break it down (`listedBy`);
 * `part` is the figure of a member of a joint task, or of a lower place where nothing adds. `others` is none of these: another
 * has reported the row, or nobody can say whose it is, and its figure is left out (别家的行).
 */
export interface Owner extends Pick<Claimed, "row" | "listedBy" | "among"> {
  readonly as: "own" | "check" | "share" | "part" | "others";
  /** Which lead of the row it is a report of, as the ledger prints it. */
  readonly speaker?: string;
  /** The member or lower place whose share it is. */
  readonly of?: string;
  /**
   * What the list is of which it is a place: `targets` of their own, which are together the ledger's, or `whole` without; or the
   * one report of its lead that all its places are, at the first of them, and `added` for the others.
   */
  readonly list?: "targets" | "whole" | "added" | Entry;
  /** The targets of the list are together more than the ledger's. */
  readonly isOther?: true;
  /** How the one who returned it stands to the row. */
  readonly claim: Claim["as"];
}
