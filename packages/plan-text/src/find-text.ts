import { type Finding, finding, type Place } from "@taizhang/finding";
import type { CleanText } from "./clean.ts";
import type { Span } from "./plan.ts";

const placeOf = ({ start, end }: Span): Place => ({ kind: "text", start, end });

/** What a web page or a converter did to the whole text (V09), one finding a kind. */
export function garbled(source: string, { removed, traditional }: CleanText): Finding[] {
  const found: Finding[] = [];
  const glosses = removed.filter(({ why }) => why === "gloss");
  const strays = removed.filter(({ why }) => why === "stray");
  const first = (spans: readonly Span[], kind: "gloss" | "traditional" | "stray", around: number) => {
    const [span] = spans;
    if (!span) return;
    const text = source
      .slice(Math.max(0, span.start - around), span.end + around)
      .split("\n")
      .join("");
    found.push(finding("V09", { kind, text: text.slice(0, 20), count: spans.length }, [placeOf(span)]));
  };
  first(traditional, "traditional", 0);
  first(glosses, "gloss", 0);
  first(strays, "stray", 2);
  return found;
}

const mask = /[*＊×✕]{2,}(?:[\u3400-\u9fff]{1,6})?/g;

/** Names that somebody has masked (S08), each once. */
export function masked(text: string, items: readonly Span[], source: (span: Span) => Span): Finding[] {
  const seen = new Set<string>();
  const found: Finding[] = [];
  for (const item of items)
    for (const { 0: words, index } of text.slice(item.start, item.end).matchAll(mask)) {
      if (seen.has(words)) continue;
      seen.add(words);
      const start = item.start + index;
      found.push(finding("S08", { text: words }, [placeOf(source({ start, end: start + words.length }))]));
    }
  return found;
}

/** A year or a month whose digits are gone: 年7月前, 月6月竣工, 年完成. */
const broken =
  /(?<=^|[。;,:、\s(对-])(?:年|月)(?=\d{1,2}月|[完开进全]|对[\u3400-\u9fff]|符合|[春秋]季|住院)\d{0,2}月?[\u3400-\u9fff]{0,4}/g;
/** Words that set no day (长期, 汛期前). */
const vague =
  /(?:主?汛期?(?:来临)?|供暖(?:期|季)?|采暖(?:期|季)?|入冬|封冻|上冻|雨季|春节|元旦|国庆节?|中秋节?|(?<!季(?:学期)?)开学)之?前|(?<=(?:时限|时间|期限)\s?:\s?)(?:长期(?:坚持)?|常态化|持续推进|适时|尽快)/g;

/** Deadlines in an item's words that cannot be read (D01): B where digits are missing, C where no day is meant. */
export function unreadableDates(text: string, { start, end }: Span, source: (span: Span) => Span): Finding[] {
  const words = text.slice(start, end);
  const found: Finding[] = [];
  for (const [pattern, isVague] of [
    [broken, false],
    [vague, true],
  ] as const)
    for (const { 0: said, index } of words.matchAll(pattern)) {
      const from = start + index;
      const at = placeOf(source({ start: from, end: from + said.length }));
      found.push(finding("D01", { text: said, vague: isVague }, [at], isVague ? { severity: "C" } : {}));
    }
  return found;
}
