import { divisionOf } from "@taizhang/admin-units";
import type { KnownOrg } from "./org-names.ts";

/** What is needed to place a division that is only named: the org behind a printed name. */
export type Lookup = (printed: string) => KnownOrg;

const rankOfLevel: Readonly<Record<string, number>> = {
  ...{ province: 1, prefecture: 2, county: 3, township: 4, village: 5 },
  ...{ 省: 1, 市: 2, 州: 2, 区: 3, 县: 3, 旗: 3, 镇: 4, 乡: 4 },
};

/**
 * Whether one org's figure is over the other's place (上级): 长春市 and 长春市人社局 are above 南关区 and its 人社局, 市人社局
 * without any place is above districts and counties. A 本级 is a leaf beside them and above nobody.
 */
export function isAbove(upper: KnownOrg, lower: KnownOrg, lookup: Lookup, on?: string): boolean {
  if (upper.name === lower.name) return false;
  const key = keyAsUpper(upper, lookup);
  return key === undefined ? isOfHigherLevel(upper, lower, on) : keysAbove(lower, lookup, on).includes(key);
}

/** Under which key an org stands in the `keysAbove` of others; undefined where it has no place of its own, or is a 本级. */
export function keyAsUpper(upper: KnownOrg, lookup: Lookup): string | undefined {
  if (isLeaf(upper)) return undefined;
  const own = placeOf(upper, lookup);
  return own && (own.code === undefined ? `name ${own.name}` : `code ${own.code}`);
}

/** 市人社局 without any place, and a division of a lower level. */
export function isOfHigherLevel(upper: KnownOrg, lower: KnownOrg, on?: string): boolean {
  if (isLeaf(upper) || upper.kind === "division" || upper.division !== undefined) return false;
  const rank = rankOfLevel[upper.level];
  if (rank === undefined || lower.kind !== "division") return false;
  const place = rankOf(lower, on);
  return place !== undefined && rank < place;
}

const isLeaf = ({ name }: KnownOrg): boolean => /本级$|[省市州区县]直/.test(name);

/** The division that an org is, or belongs to (所在地区). */
export const placeOf = (org: KnownOrg, lookup: Lookup): KnownOrg | undefined =>
  org.kind === "division" ? org : org.division === undefined ? undefined : lookup(org.division);

/** The keys of all divisions strictly above an org's own place; for a department its own division is none of them. */
export function keysAbove(lower: KnownOrg, lookup: Lookup, on?: string): readonly string[] {
  const own = placeOf(lower, lookup);
  if (!own) return [];
  const keys = new Set<string>();
  let at: KnownOrg | undefined = own;
  for (let step = 0; at && step < 4; step++) {
    const parents: readonly string[] = parentsOf(at.code, on);
    for (const code of parents) {
      keys.add(`code ${code}`);
      const name = divisionOf(code, on)?.name;
      if (name !== undefined) keys.add(`name ${name}`);
    }
    // In whose sheet a listed division stands says nothing: 宽城区 in a sheet of 南关区 lies in 长春市.
    const isListed: boolean = parents.length > 0 || at.division === undefined || at.division === at.name;
    const above: KnownOrg | undefined = isListed ? undefined : lookup(at.division ?? "");
    if (above) {
      keys.add(`name ${above.name}`);
      if (above.code !== undefined) keys.add(`code ${above.code}`);
    }
    at = above;
  }
  keys.delete(`name ${own.name}`);
  keys.delete(`code ${own.code ?? ""}`);
  return [...keys];
}

function parentsOf(code: string | undefined, on: string | undefined): string[] {
  const parents: string[] = [];
  let at = code === undefined ? undefined : divisionOf(code, on)?.parent;
  while (at !== undefined && parents.length < 6) {
    parents.push(at);
    at = divisionOf(at, on)?.parent;
  }
  return parents;
}

/** How low a division stands: by its code, else by its last letters; 榆树市 without a code may be either kind of 市. */
export function rankOf({ code, name }: KnownOrg, on: string | undefined): number | undefined {
  const level = code === undefined ? undefined : divisionOf(code, on)?.level;
  if (level !== undefined) return rankOfLevel[level];
  if (/(?:街道|街道办事处|镇|乡|苏木)$/.test(name)) return 4;
  if (/(?:社区|村)$/.test(name)) return 5;
  return /[区县旗]$/.test(name) && !/(?:开发区|高新区|新区|园区|度假区|示范区)$/.test(name) ? 3 : undefined;
}
