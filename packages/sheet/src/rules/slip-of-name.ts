import type { UnitReference } from "@taizhang/admin-units";
import type { OrgName } from "./org-cells.ts";

/**
 * One letter changed, added or lost: 区财证局 is a slip of 区财政局. Names further apart may well be bodies of their own
 * (区创业服务局 beside 区就业局).
 */
export function isSlipOf(name: string, right: string): boolean {
  if (Math.abs(name.length - right.length) > 1 || name === right) return false;
  let start = 0;
  while (start < name.length && name[start] === right[start]) start++;
  let end = 0;
  while (end < Math.min(name.length, right.length) - start && name.at(-1 - end) === right.at(-1 - end)) end++;
  if (start === name.length - 1 && bodyEnd.test(right) && (bodyEnd.test(name) || placeEnd.test(name)))
    return false;
  // 党建办 is no slip of 党政办, with 街道 before it or not: two letters are all that such a name has.
  if (name.endsWith("办") && start >= name.length - 3) return false;
  // 林业技术推广中心 is no slip of 农业技术推广中心: another trade has a body of its own.
  if (trade.test(name.slice(start, name.length - end)) && trade.test(right.slice(start, right.length - end)))
    return false;
  // 云溪镇人民政府 is no slip of 云溪区人民政府 or 云溪政府: another level is another body, and the letter that names it is none too many.
  const [less, more] = [name.slice(start, name.length - end), right.slice(start, right.length - end)];
  if (placeEnd.test(less) && (more === "" || placeEnd.test(more))) return false;
  return Math.max(name.length, right.length) - start - end <= 1;
}

/**
 * Who reports may be any body, a school or a company, of a place in no directory. One letter in the place of another in
 * what follows the place is a slip all the same: 南关区民正局.
 */
export const isOtherBodyOf = (name: string, right: string): boolean =>
  name.length === right.length && placeOf(name) === placeOf(right) && name.at(-1) === right.at(-1);
const placeOf = (name: string): string => /^.*?[省市区县旗州]/.exec(name)?.[0] ?? "";

/** 应急管理办 of a subdistrict is no slip of 应急管理部, nor 平安镇 of 平安办: another kind of body, not another letter. */
const bodyEnd = /[办局委部科股站所院室队]$/;
const placeEnd = /[省市区县旗镇乡村]$/;
const trade = /^[农林牧渔]$/;

/**
 * 西陵县工业和信息化局 is a letter from the bodies of 西丰县, 西峡县 and 西华县: a place that the directory does not know, and
 * no slip of one of several that have nothing to do with the plan.
 */
export function isOfSomeOtherPlace(
  { name, within }: OrgName,
  { type, name: right, parent = "" }: UnitReference,
  near: readonly UnitReference[],
): boolean {
  const isPlain = type !== "department" || placeOf(right) === "" || placeOf(right) === placeOf(name);
  if (isPlain || placeOf(name) === "" || near.length === 1) return false;
  return within === undefined || !parent.startsWith(within.replace(/(?:00)+$/, ""));
}

/** Of a place only within the plan's own, and of its level: 柳林镇 is no slip of 柳林县. */
export const isSlipOfPlace = ({ name, within }: OrgName, place: UnitReference): boolean =>
  within !== undefined && place.parent === within && name.at(-1) === place.name.at(-1);
