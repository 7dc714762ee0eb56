import { type Department, departments } from "@taizhang/admin-units";
import type { TextPlan } from "@taizhang/plan-text";

/**
 * The departments that staff may choose in a ledger (单位名录): those that the plan names, in its order, and behind them those that
 * a division of its level usually has, named as the plan names its own (区人社局 → 区教育局). Where most of the plan's names do not begin with
 * one word for the level, nothing is added.
 */
export function ledgerOrgs(plan: TextPlan, said: readonly string[]): string[] {
  const met = [...new Set(said.filter((name) => name !== ""))];
  return [...new Set([...met, ...usualOrgs(plan, met)])];
}

const levels: Readonly<Record<string, "prefecture" | "county">> = {
  市: "prefecture",
  州: "prefecture",
  盟: "prefecture",
  区: "county",
  县: "county",
  旗: "county",
};
const fewest = 3;

function usualOrgs({ year }: TextPlan, met: readonly string[]): string[] {
  const prefix = prefixOf(met);
  const level = prefix && levels[prefix];
  if (!level) return [];
  return departments()
    .filter((one) => /^(?:government|massOrganisation)$/.test(one.type) && isUsual(one, year))
    .flatMap((one) => {
      const name = one.names[level];
      return name === undefined || name.includes("~") ? [] : [`${prefix}${shortOf(one, name)}`];
    });
}

/** The word for the level that most names begin with: 区 of 区人社局. */
function prefixOf(met: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of met) counts.set(name.charAt(0), (counts.get(name.charAt(0)) ?? 0) + 1);
  const [best] = [...counts].filter(([letter]) => letter in levels).sort((a, b) => b[1] - a[1]);
  return best && best[1] >= fewest && best[1] * 2 > met.length ? best[0] : undefined;
}

/** In force on the last day of the plan's year; without a year, still today. */
function isUsual({ from, until, local, unverified }: Department, year: number | null): boolean {
  if (local || unverified) return false;
  const end = until?.local ?? until?.state;
  if (year === null) return end === undefined;
  const day = `${year}-12-31`;
  const start = from?.local ?? from?.state;
  return (start === undefined || start <= day) && (end === undefined || day < end);
}

/** The short name in use below the centre: 人社局 of 人社部, 人社厅, 人社局. */
const shortOf = ({ short }: Department, name: string): string =>
  short.findLast((one) => /[局办会联委]$/.test(one) && !/^(?:国|中|全国|中央|国家)/.test(one)) ?? name;
