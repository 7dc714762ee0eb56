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
  if (upper.name === lower.name || /本级$|[省市州区县]直/.test(upper.name)) return false;
  const over =
    upper.kind === "division" ? upper : upper.division === undefined ? undefined : lookup(upper.division);
  const chain = placesOf(lower, lookup, on);
  if (over)
    return chain.some(({ name, code }) =>
      over.code === undefined ? name === over.name : code === over.code,
    );
  const rank = rankOfLevel[upper.level];
  const place = lower.kind === "division" ? rankOf(lower, on) : undefined;
  return rank !== undefined && place !== undefined && rank < place;
}

/** The divisions strictly above an org's own place; for a department of a place none of them is its own division. */
function placesOf(
  lower: KnownOrg,
  lookup: Lookup,
  on: string | undefined,
): { name: string; code?: string }[] {
  const own =
    lower.kind === "division" ? lower : lower.division === undefined ? undefined : lookup(lower.division);
  if (!own) return [];
  const found: { name: string; code?: string }[] = [];
  let at: KnownOrg | undefined = own;
  for (let step = 0; at && step < 4; step++) {
    for (const code of parentsOf(at.code, on)) found.push({ name: divisionOf(code, on)?.name ?? "", code });
    const above: KnownOrg | undefined =
      at.division === undefined || at.division === at.name ? undefined : lookup(at.division);
    if (above) found.push({ name: above.name, ...(above.code === undefined ? {} : { code: above.code }) });
    at = above;
  }
  return found.filter(({ name, code }) => (code === undefined ? name !== own.name : code !== own.code));
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
function rankOf({ code, name }: KnownOrg, on: string | undefined): number | undefined {
  const level = code === undefined ? undefined : divisionOf(code, on)?.level;
  if (level !== undefined) return rankOfLevel[level];
  if (/(?:街道|街道办事处|镇|乡|苏木)$/.test(name)) return 4;
  if (/(?:社区|村)$/.test(name)) return 5;
  return /[区县旗]$/.test(name) && !/(?:开发区|高新区|新区|园区|度假区|示范区)$/.test(name) ? 3 : undefined;
}
