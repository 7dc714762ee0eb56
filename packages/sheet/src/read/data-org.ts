import type { Entry } from "../entry.ts";

const judges = /考核|考评|评价|评估|督查|督办|督导|检查|审核|审定|验收/;

/**
 * The org that a row names as the one whose figure counts (数据报送单位); "" where none does. 考核单位 and 督办单位 judge what
 * the others report, and report nothing themselves.
 */
export function dataOrgOf({ cells }: Entry): string {
  const cell = cells.get("reporter");
  return cell && !cell.column.path.some((heading) => judges.test(heading)) ? cell.text : "";
}
