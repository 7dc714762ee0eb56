import { rankOf } from "../orgs/above.ts";
import { townOf } from "../orgs/office-of-place.ts";
import type { KnownOrg } from "../orgs/org-names.ts";

/**
 * Which member of a group that leads a row an org is, or is an office of (集合成员): 各街道 are towns, 各区县 districts, 各部门
 * departments, and 各责任单位 may be anybody. Undefined where it can be none of them.
 * @example memberOf("各街道", known("桃源街道城管科"), known)?.name // "桃源街道"
 */
export function memberOf(
  group: string,
  org: KnownOrg,
  names: (printed: string) => KnownOrg,
): KnownOrg | undefined {
  const town = townOf(org);
  const place =
    town !== undefined ? undefined : org.kind === "division" ? org : org.division && names(org.division);
  const isDistrict = place && (rankOf(place, undefined) ?? 3) === 3;
  const said = group
    .replace(/[区市县省州旗][直级属]|社区|[园校景]区|开发区/g, "")
    .replace(/^.*?(?=各|相关|有关)/, "");
  const [towns, districts, departments] = [/[街乡镇]|办事处/, /[区县旗州市]/, /部门|[局委办]$|机关/].map(
    (kind) => kind.test(said),
  );
  const isAnybody = !towns && !districts && !departments;
  if (town !== undefined)
    return towns || isAnybody ? (org.kind === "division" ? org : names(town)) : undefined;
  if (districts && isDistrict) return place;
  return isAnybody || (departments && org.kind === "department") ? org : undefined;
}
