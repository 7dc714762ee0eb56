import type { Entry } from "./outline.ts";
import type { Span } from "./plan.ts";
import { statementsIn } from "./responsibilities.ts";

/** A content label at the end of an entry's own words holds the numbers behind it: 目标任务：(1)…(2)… */
const opensList =
  /(?:^|[\n。;])\s*(?:目标任务|(?:工作|主要|重点|年度|具体|建设|实施)?(?:目标|任务|内容|措施|指标|要求|规模|进度|安排|计划|标准))\s*:\s*$/;

export const heading = (text: string, entry: Entry): string => {
  const own = text.slice(entry.start, Math.min(entry.ownEnd, entry.start + 60));
  return own.split(/[。\n:;]/, 1)[0] ?? "";
};

/** Where the first sentence or line of an entry's own words ends. */
export const headingEnd = (text: string, entry: Entry): number => {
  const at = text.slice(entry.start, entry.ownEnd).search(/[。\n]/);
  return at < 0 ? entry.ownEnd : entry.start + at;
};

/** The children that are entries of their own; those of a list within an entry are none. */
export function parts(text: string, entry: Entry): Entry[] {
  const { children } = entry;
  if (children.length === 0) return [];
  const rank = entry.marker?.rank ?? -1;
  const own = text.slice(entry.start, entry.ownEnd);
  const least = children.reduce((rank, one) => Math.min(rank, one.marker?.rank ?? 6), 6);
  if (rank >= 0 && opensList.test(own.slice(-40))) return [];
  if (rank < 0) return children;
  if (least === 6 && rank <= 2 && areParagraphs(text, children)) return children;
  if (least <= 3) return rank < 3 ? children : [];
  // (1), ① and 一是 are parts of an entry, unless it is a mere heading over lines that each have their own names
  const lines = children.filter((one) => one.atLineStart);
  if (lines.length < 2 || lines.length < children.length / 2) return [];
  const named = lines.filter((one) =>
    statementsIn(text, one).some(({ form }) => form === "bracket" || form === "line"),
  );
  if (named.length >= lines.length / 2 && named.length >= 2) return children;
  return rank <= 2 && isHeading(own) ? children : [];
}

/** 一是…。…。 each as a paragraph of its own, as in reports. */
const areParagraphs = (text: string, children: readonly Entry[]): boolean =>
  children.length > 1 &&
  children.every(
    ({ start, end, atLineStart }) =>
      atLineStart && end - start > shortestParagraph && isProse(text.slice(start, end)),
  );

const shortestParagraph = 60;

/** Two sentences at least, and no label in front. */
const isProse = (words: string): boolean =>
  /。[^\n]*。/.test(words) && !/^\s*[\u3400-\u9fff]{2,8}:/.test(words);

const longestHeading = 40;

/** A short heading over several paragraphs of prose without names in lines, as in reports. */
export function isReport(text: string, head: Span, body: readonly Span[]): boolean {
  const words = text.slice(head.start, head.end);
  if (words.length > longestHeading || /。./.test(words) || /:$/.test(words.trim())) return false;
  return body.every(
    (line) =>
      line.end - line.start > shortestParagraph &&
      isProse(text.slice(line.start, line.end)) &&
      !statementsIn(text, line).some(({ form }) => form === "line"),
  );
}

/** Words that only name what follows. */
const isHeading = (own: string): boolean => {
  const bare = own.trim();
  return bare.length <= 40 && !/[。;]./.test(bare) && !/\d/.test(bare);
};

/** The year that a heading begins with: 二、2016年工作安排; 0 for none. */
export const headingYear = (text: string, entry: Entry): number =>
  Number(
    /^\s*((?:19|20)\d\d)年(?:度|全年)?(?:[\u3400-\u9fff]{0,8}(?:工作|任务|安排|回顾|总结|情况|计划|打算|目标|要求))/.exec(
      heading(text, entry),
    )?.[1] ?? 0,
  );

export const label =
  /^(?:(?:目标|工作|主要|重点|具体|建设|实施|年度|推进)*(?:任务|目标|措施|内容|举措|安排|要求|指标)(?:及(?:措施|要求|时限))?)$/;

export const programTitle = (title: string): string =>
  title
    .replace(/\((?:责任|牵头|共|[\d一二三四五六七八九十]+项).*$/, "")
    .replace(/\([^()]*(?:牵头|负责|责任单位)[^()]*\)?$/, "")
    .replace(/^实施(?=.{2,}工程$)/, "")
    .trim();

export const isNote = (text: string, { start }: Span): boolean =>
  /^\s*(?:注|说明|备注)\s*:/.test(text.slice(start, start + 8));

/** Titles, document numbers, greetings and the date below are no sentences. */
export const isSentence = (text: string, { start, end }: Span): boolean => {
  const line = text.slice(start, end).trim();
  return /[。;,]/.test(line) && !/^[^。;]{0,200}:$/.test(line);
};
