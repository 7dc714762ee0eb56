import { areKnownDivisions, become, type Draft, leafOf, wordy } from "./column-meaning.ts";
import { looksLikeOrgs, looksLikePlace } from "./org-word.ts";

/** 乡镇 or 单位 over names that are none: 粮食播种面积, 新建公厕. */
const isMisnamed = ({ field, heading, data }: Draft): boolean =>
  (field === "division" || field === "lead") &&
  (heading.field === undefined || heading.field === field || heading.field === "lead") &&
  data.texts > 1 &&
  // 送戏下乡 ends like a place.
  Math.max(data.orgs, data.places) <= data.texts * 0.34 &&
  data.distinct > 1 &&
  !areKnownDivisions(data);

/** Half of the other headings are orgs or places: 白塔镇 | 清泉镇, or 东城区 over 目标 and 完成. */
function areOrgsAcross(drafts: readonly Draft[], others: number): boolean {
  const orgs = drafts.filter((draft) => {
    const leaf = leafOf(draft)?.plain ?? "";
    return draft.heading.org !== undefined || looksLikePlace(leaf) || looksLikeOrgs(leaf);
  }).length;
  return orgs >= 2 && orgs >= others * 0.5;
}

/** 单位 over 城镇新增就业, 新建公厕 beside 东城区 and 西城区: the orgs stand across, and the rows are what they do (单位在上). */
export function nameRows(drafts: readonly Draft[]): void {
  const misnamed = drafts.filter(isMisnamed);
  const [only] = misnamed;
  if (only && misnamed.length === 1 && areOrgsAcross(drafts, drafts.length - 1))
    become(only, "indicator", 0.7, "orgsAcross");
  // 计划指标 and other words of nothing we know, over the same.
  const isNamed = drafts.some(({ field }) => field === "task" || field === "indicator");
  const first = drafts.find(({ field, data }) => field !== "seq" && !data.counting);
  // 石门镇 and 芦田镇 under 各乡镇计划: one heading holds them together.
  const together = drafts.filter(({ path }) => path.length > 1).length;
  if (
    isNamed ||
    together < 2 ||
    first?.field !== "other" ||
    !wordy(first.data) ||
    first.data.distinct < first.data.filled
  )
    return;
  if (first.data.filled > 1 && areOrgsAcross(drafts, drafts.length - drafts.indexOf(first) - 1))
    become(first, "indicator", 0.65, "orgsAcross");
}

/** True where more than one such column is left: which of them names the rows nobody can tell (行名不明). */
export const areRowsUnnamed = (drafts: readonly Draft[]): boolean => {
  const misnamed = drafts.filter(isMisnamed).length;
  return misnamed > 0 && areOrgsAcross(drafts, drafts.length - misnamed);
};
