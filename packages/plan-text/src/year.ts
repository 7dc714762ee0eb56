import type { Span } from "./plan.ts";

const named =
  /(?<![\d到至~–—-])((?:19|20)\d\d)(?!年?[底末前起]|年\d{1,2}月底?前)年?度?[^。\n]{0,40}(?:计划|方案|要点|任务|工作|实事|目标|分解|意见|清单|安排|行动|报告)/;
const stated = /(?:到|力争|在|于|^|[。;,\n])((?:19|20)\d\d)年(?!度?(?:的基础|以来|[\u3400-\u9fff]{0,6}第))/g;
const several = /(?:19|20)\d\d年?\s?[-–—~至]\s?(?:19|20)\d\d/;
const dueYear = /[于在][ \t]?((?:19|20)\d\d)年(?:\d{1,2}月)?底?前(?=[\u3400-\u9fff]{2})/g;
const enough = 2;
const clearly = 3;

/** The year of a plan by its title and headings, or by what its sentences state most (计划年度); never a page's time stamp. */
export function planYear(
  text: string,
  title: string | undefined,
  headings: readonly Span[],
): number | undefined {
  if (title && several.test(title)) return undefined;
  const lines = [
    title ?? "",
    ...headings.map(({ start, end }) => text.slice(start, Math.min(end, start + 60)).split("\n")[0] ?? ""),
  ];
  const own = title ? [...title.matchAll(/(?<!\d)((?:19|20)\d\d)年/g)] : [];
  if (own.length === 1) return Number(own[0]?.[1]);
  // 2015年工作总结和2016年工作安排
  if (own.length > 1) return Math.max(...own.map(([, year]) => Number(year)));
  for (const line of lines) {
    const year = named.exec(line)?.[1];
    if (year) return Number(year);
  }
  const session = /(?<!\d)((?:19|20)\d\d)年\d{1,2}月\d{1,2}日在[^。\n]{2,60}会议?上/.exec(
    text.slice(0, 600),
  )?.[1];
  if (session) return Number(session);
  const opening = /(?<![\d到至~–—-])((?:19|20)\d\d)年(?:是|,|全[市县区省镇]|我[市县区省镇])/.exec(
    text.slice(0, 400),
  )?.[1];
  if (opening) return Number(opening);
  const counts = new Map<string, number>();
  for (const [, year = ""] of text.matchAll(stated)) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [best, ...others] = [...counts].sort((a, b) => b[1] - a[1]);
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  // several years, 到2014年…到2015年…, are the stations of a longer plan
  // 2018年底前报送方案: what is due before the year of most sentences is still to come
  const isPlanned = [...text.matchAll(dueYear)].some(([, year]) => Number(year) < Number(best?.[0]));
  return best && best[1] >= enough && best[1] >= rest * clearly && !several.test(text) && !isPlanned
    ? Number(best[0])
    : undefined;
}
