import { type Claimed, speakerOf } from "./claimed-row.ts";
import type { Owner } from "./owner.ts";
import type { Claim } from "./row-claim.ts";
import { isSameTarget } from "./same-target.ts";

type Speaking = Extract<Claim, { readonly speaker: string }>;

/** Of all who speak for one lead or place one report counts: its own, then that of its office, then its superior's (以谁报的为准). */
export function reportOf(one: Claimed, claim: Speaking, all: readonly Claimed[]): "own" | "check" | "others" {
  const { row } = one;
  const rankOf = ({ as, speaker }: Speaking, { by }: Claimed) =>
    as === "heir" || as === "former"
      ? 3
      : by !== undefined || (as === "lead" && row.division !== undefined && speaker !== row.division)
        ? 2
        : as === "lead"
          ? 0
          : 1;
  const rank = rankOf(claim, one);
  const others = all.flatMap((other) =>
    reporterOf(other) !== reporterOf(one) &&
    "speaker" in other.claim &&
    (row.division !== undefined || other.claim.speaker === claim.speaker)
      ? [rankOf(other.claim, other)]
      : [],
  );
  if (others.some((other) => other < rank)) return rank < 3 ? "check" : "others";
  // Of two heirs or two offices that both return a row nobody can say whose it is.
  return claim.as === "lead" || !others.includes(rank) ? "own" : "others";
}

const reporterOf = ({ by, org }: Claimed): string => by ?? org;

/**
 * The report of one whom the ledger does not know counts where nobody else has returned the row, nor in any month a share of
 * it, and with its target.
 */
export function unknownsReport(
  { row, claim, entry, org, among }: Claimed,
  together: readonly Claimed[],
  all: readonly Claimed[],
): Owner {
  const isAlone =
    together.every((other) => other.claim.as === "another" || other.org === org) &&
    all.every((other) => !("of" in other.claim));
  return claim.as === "unknown" && isAlone && isSameTarget(entry, row)
    ? { row, claim: claim.as, as: "own", speaker: speakerOf(row) }
    : { row, claim: claim.as, as: "others", ...(among === undefined ? {} : { among }) };
}
