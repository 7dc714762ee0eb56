import { indicatorOf } from "./about.ts";
import { type Claimed, isSpeaker } from "./claimed-row.ts";
import { type Claim, isGroup } from "./row-claim.ts";

type Sharing = Extract<Claim, { readonly of: string }>;

/** What a member of a group, or a place below the lead's, has of a row, among all that returned it in the month and ever (各家的一份). */
export function shareOf(
  { row, org, listedBy }: Claimed,
  { of, isTown }: Sharing,
  together: readonly Claimed[],
  all: readonly Claimed[],
): "share" | "check" | "part" | "others" {
  const sharing = together.flatMap(({ org: other, claim, listedBy: lister }) =>
    "of" in claim ? [{ org: other, claim, isOwn: lister === undefined }] : [],
  );
  // A place and its office have one share between them, and of two offices nobody can say whose it is.
  if (org !== of && sharing.some(({ claim, org: other }) => claim.of === of && other !== org))
    return "others";
  // A rate is shared out by nobody.
  if (indicatorOf(row).acrossOrgs === "none") return "part";
  if (listedBy !== undefined)
    return together.some(isSpeaker)
      ? "others"
      : sharing.some(({ claim, isOwn }) => isOwn && claim.of === of)
        ? "check"
        : "share";
  // Of a joint task one figure counts, and those of the others check it.
  if (row.leads.length > 1 && !row.leads.every(isGroup)) return "part";
  // What a town has is in what its district has, and what is below the lead in what the lead has in another month too.
  const isInOther = isTown && sharing.some(({ claim }) => claim.as === "part" && !claim.isTown);
  return isInOther || all.some(isSpeaker) ? "others" : "share";
}
