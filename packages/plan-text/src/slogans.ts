import type { Entry } from "./outline.ts";
import type { Span } from "./plan.ts";

const verbs =
  "做[大优实强好]|打造|构筑|构建|促进|完善|加[大快强]|推[进动行]|强化|优化|提[升高]|实施|落实|健全|深化|扩大|建[设立]|改善|发展|拓[展宽]|培育|创[新建]|保[障护]|抓[好实]|繁荣|丰富|巩固|夯实|坚持|全[面力]";
/** A short sentence that names what the next ones do: 做大经济总量。 (标语式小标题) */
const slogan = new RegExp(`^(?:${verbs})[^。;,:、()\\d\\n]{2,16}$`);
/** The same as the first sentence of a paragraph, with the adverbs of reports: 着力稳增长, 扎实推进乡村振兴. */
const opening = new RegExp(
  `^\\s*(?:(?:着力|扎实|切实|大力|积极|持续|深入|加速|统筹|坚决|坚定不移|努力|不断|进一步|突出|稳步|有序|更加注重)|(?:${verbs}))[^。;:()\\d\\n]{2,24}。.`,
);
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

const fewestParagraphs = 3;

/**
 * Which paragraphs of a text without numbers open with a slogan and are a task each, as in reports; none where they are few.
 */
export function sloganLines(text: string, lines: readonly Span[]): (line: Span) => boolean {
  const opens = ({ start, end }: Span) => opening.test(text.slice(start, Math.min(end, start + 40)));
  const found = new Set(lines.filter(opens));
  return found.size < fewestParagraphs ? () => false : (line) => found.has(line);
}
