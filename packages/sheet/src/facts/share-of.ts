import { isTownName, namesDivision } from "../orgs/division-name.ts";
import { indicatorOf } from "./about.ts";
import { type Claimed, isSpeaker } from "./claimed-row.ts";
import { type Claim, isGroup } from "./row-claim.ts";

type Sharing = Extract<Claim, { readonly of: string }>;

/** What a member of a group, or a place below the lead's, has of a row, among all that returned it in the month and ever (各家的一份). */
export function shareOf(
  { row, org, by, listedBy }: Claimed,
  { of, isTown }: Sharing,
  together: readonly Claimed[],
  all: readonly Claimed[],
): "share" | "check" | "part" | "others" {
  const isJoint = row.leads.length > 1 && !row.leads.every(isGroup);
  const isWhole = (one: Claimed) => "speaker" in one.claim && (!isJoint || one.claim.speaker === listedBy);
  const own = together.filter(
    ({ claim, by: other }) => other === undefined && "of" in claim && claim.of === of,
  );
  // A place and its office have one share between them, and of two offices nobody can say whose it is.
  if (by === undefined && org !== of && own.some((other) => other.org !== org)) return "others";
  // A rate is shared out by nobody.
  if (indicatorOf(row).acrossOrgs === "none") return "part";
  if (listedBy !== undefined && together.some(isWhole)) return "others";
  // Of a joint task one figure counts, and those of the others check it.
  if (isJoint) return listedBy === undefined ? "part" : "share";
  // What a town has is in what its district has.
  if (isTown && together.some(({ claim }) => "of" in claim && isAbove(claim.of, org))) return "others";
  // What the lead has in another month too is one report of its own, and no list of others', nor is it anybody else's.
  if (all.some(isSpeaker)) return listedBy === undefined ? "others" : "share";
  return by !== undefined && own.length > 0 ? "check" : "share";
}

/** A district, where the name of the town names no other. */
function isAbove(place: string, town: string): boolean {
  const district = place.replace(/(?:人民)?政府$/, "");
  if (isTownName(district) || !namesDivision(district)) return false;
  const [, named] = /^(.{1,15}?[区县旗])./.exec(town) ?? [];
  return named === undefined || named.endsWith(district) || district.endsWith(named);
}
