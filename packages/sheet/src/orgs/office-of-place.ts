import { resolve } from "@taizhang/admin-units";
import { isTownName, namesDivision } from "./division-name.ts";
import { isOfOnePlace } from "./heirs.ts";
import type { KnownOrg } from "./org-names.ts";

/**
 * The town that an org is, or is an office of (所在街道): 桃源街道 of 桃源街道城管办, 桃源街道党工委 and 南关区桃源街道办事处.
 * @example townOf(known("桃源街道党工委")) // "桃源街道"
 */
export function townOf({ kind, base, division }: KnownOrg): string | undefined {
  if (kind === "division") return isTownName(base) ? base : undefined;
  if (division !== undefined && isTownName(division)) return division;
  const town = /^(.{1,12}?(?:街道|镇|乡|苏木))(?=.{2,})/.exec(base)?.[1];
  return town !== undefined && !/城[乡镇]$/.test(town) && namesDivision(town) && !isDepartment(base)
    ? town
    : undefined;
}

const isDepartment = (name: string): boolean => resolve(name).type === "department";

/** Whether an org is a department or office of a place: 南关区人社局 of 南关区, 桃源街道城管办 of 桃源街道 (内设机构). */
export function isOfficeOf(org: KnownOrg, place: KnownOrg): boolean {
  if (org.kind !== "department" || place.kind !== "division") return false;
  const [town, own] = [townOf(place), townOf(org)];
  if (town !== undefined || own !== undefined) return town === own && mayBeOfOnePlace(org, place);
  const { division } = org;
  return division !== undefined && (place.base.endsWith(division) || division.endsWith(place.base));
}

/** Of a town nobody says in which district it lies, unless its name does. */
export const mayBeOfOnePlace = (one: KnownOrg, other: KnownOrg): boolean =>
  isOfOnePlace(aboveTown(one), aboveTown(other));

const aboveTown = ({ kind, name, level, division }: KnownOrg) =>
  kind === "division" && !isTownName(name)
    ? { division: name, level }
    : { level, ...(division === undefined || isTownName(division) ? {} : { division }) };
