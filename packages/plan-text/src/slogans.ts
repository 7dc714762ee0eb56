import type { Entry } from "./outline.ts";
import type { Span } from "./plan.ts";

/** A short sentence that names what the next ones do: 做大经济总量。 (标语式小标题) */
const slogan =
  /(?<=[。\n]|^)\s*(?:做[大优实强好]|打造|构筑|构建|促进|完善|加[大快强]|推[进动行]|强化|优化|提[升高]|实施|落实|健全|深化|扩大|建[设立]|改善|发展|拓[展宽]|培育|创[新建]|保[障护]|抓[好实]|繁荣|丰富|巩固|夯实|坚持|全[面力])[^。;,:、()\d\n]{2,16}。/g;
const shortest = 120;

/** The stretches of an entry that begin with a slogan, where there are at least two; none else. */
export function slogansIn(text: string, entry: Entry): Span[] {
  if (entry.end - entry.start < shortest || entry.children.length > 0) return [];
  const own = text.slice(entry.start, entry.end);
  const starts = [...own.matchAll(slogan)]
    .map(({ 0: words, index }) => ({
      start: index + (/^\s*/.exec(words)?.[0].length ?? 0),
      end: index + words.length,
    }))
    .filter(({ end }, index, all) => (all[index + 1]?.start ?? own.length) - end > 8);
  if (starts.length < 2) return [];
  return starts.map(({ start }, index) => ({
    start: entry.start + start,
    end: entry.start + (starts[index + 1]?.start ?? own.length),
  }));
}
