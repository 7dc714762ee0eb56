import type { Entry } from "./outline.ts";
import type { Span } from "./plan.ts";

/** A short sentence that names what the next ones do: 做大经济总量。 (标语式小标题) */
const slogan =
  /^(?:做[大优实强好]|打造|构筑|构建|促进|完善|加[大快强]|推[进动行]|强化|优化|提[升高]|实施|落实|健全|深化|扩大|建[设立]|改善|发展|拓[展宽]|培育|创[新建]|保[障护]|抓[好实]|繁荣|丰富|巩固|夯实|坚持|全[面力])[^。;,:、()\d\n]{2,16}$/;
const shortest = 120;
const longest = 20;

/** The stretches of an entry that begin with a slogan, where there are at least two; none else. */
export function slogansIn(text: string, entry: Entry): Span[] {
  if (entry.end - entry.start < shortest || entry.children.length > 0) return [];
  const found: Span[] = [];
  for (
    let stop = text.indexOf("。", entry.start);
    stop >= 0 && stop < entry.end;
    stop = text.indexOf("。", stop + 1)
  ) {
    const near = text.slice(Math.max(entry.start, stop - longest - 2), stop);
    const words = near.slice(near.search(/[^。\n]*$/));
    const from = stop - words.length;
    const begins = from === entry.start || /[。\n]/.test(text.charAt(from - 1));
    if (begins && slogan.test(words.trimStart()))
      found.push({ start: stop - words.trimStart().length, end: stop + 1 });
  }
  const starts = found.filter(({ end }, index) => (found[index + 1]?.start ?? entry.end) - end > 8);
  if (starts.length < 2) return [];
  return starts.map(({ start }, index) => ({ start, end: starts[index + 1]?.start ?? entry.end }));
}
