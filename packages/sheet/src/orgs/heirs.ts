import { departments, resolve } from "@taizhang/admin-units";
import { remembered } from "../remembered.ts";
import type { KnownOrg } from "./org-names.ts";

/**
 * Whether one org took the other's work over in a reform (承接单位): 南关区市场监督管理局 is the heir of 区食药监局 and of
 * 区工商局, 九台区 of 九台市. A division that went to several has no heir, for nobody can say how much went where.
 * @example isHeirOf(known("区卫健局"), known("区卫计局")) // true
 */
export function isHeirOf(later: KnownOrg, earlier: KnownOrg): boolean {
  if (later.kind !== earlier.kind || later.name === earlier.name) return false;
  if (later.kind === "division") return isPlaceAfter(later.name, earlier.name);
  const [own, before] = [functionOf(later), functionOf(earlier)];
  if (own === undefined || before === undefined) return false;
  const isPlaceOfBefore = isPlaceAfter(later.division, earlier.division);
  return own === before
    ? isPlaceOfBefore
    : (isPlaceOfBefore || isOfOnePlace(later, earlier)) && successorsOf(before).has(own);
}

/**
 * Words of which two orgs share one wherever one of them may be the other's heir (承接线索): their functions and what came of
 * these, and the last characters of places.
 */
export function heirKeys(org: KnownOrg): readonly string[] {
  if (org.kind === "division")
    return [org.name, onlySuccessorOf(org.name) ?? org.name].map((name) => name.slice(-2));
  const own = functionOf(org);
  return own === undefined ? [] : [own, ...successorsOf(own)];
}

/** 区民政局 and 南关区民政局 may be of one place; 市民政局 is of another. */
export function isOfOnePlace(a: PlaceOf, b: PlaceOf): boolean {
  const [one, other] = [a.division ?? a.level, b.division ?? b.level];
  return one.endsWith(other) || other.endsWith(one);
}

type PlaceOf = Pick<KnownOrg, "division" | "level">;

function isPlaceAfter(later = "", earlier = ""): boolean {
  const only = onlySuccessorOf(earlier);
  return only !== undefined && later.endsWith(only);
}

/** What a division became, if it became one and is no more. */
const onlySuccessorOf = remembered((name: string): string | undefined => {
  const { type, ended, successors } = resolve(name);
  return type === "division" && ended && successors.length === 1 ? successors[0]?.name : undefined;
});

const functionOf = ({ base }: KnownOrg): string | undefined => resolve(base).department;

/** All that a function went to, through later reforms too. */
const successorsOf = remembered((id: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const next = [id];
  for (let at = next.pop(); at !== undefined; at = next.pop())
    for (const one of departments().find((department) => department.id === at)?.successors ?? [])
      if (!found.has(one)) {
        found.add(one);
        next.push(one);
      }
  return found;
});
