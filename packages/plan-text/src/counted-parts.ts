import { type Marker, markerAt } from "./marker.ts";
import type { Entry } from "./outline.ts";
import type { Span } from "./plan.ts";

/** One of the parts of a paragraph that counts them with words, and its number. */
export interface CountedPart extends Span {
  readonly no: string;
}

/**
 * Ends the last of several parts, nearly all of one sentence, behind its own first sentence: …;十是修路。我们要… is no part of 十.
 */
export function endLastMember(text: string, parts: readonly Entry[]): void {
  const last = parts.at(-1);
  if (!last || parts.length < fewest || last.children.length > 0) return;
  const isMember = ({ marker, atLineStart, start, end }: Entry) =>
    marker?.rank === 6 && !atLineStart && !/[。\n]./.test(text.slice(start, end).trimEnd());
  const others = parts.slice(0, -1);
  if (others.filter(isMember).length < others.length * most || last.marker?.rank !== 6 || last.atLineStart)
    return;
  const stop = text.indexOf("。", last.start) + 1;
  if (stop > 0 && stop < last.end) {
    last.end = stop;
    last.ownEnd = stop;
  }
}

const mark = /(?<=[。;:])[一二三四五六七八九十]{1,2}(?:是(?![否非])|要(?![求素点件]))/g;
const fewest = 3;
const most = 0.9;
/** Below this length the parts are members of one sentence, and the paragraph is one task. */
const shortest = 60;

/**
 * The parts of a running paragraph that counts them (一是…。二是…。三是…。), each long enough to be a task of its own; none where
 * one is short or the numbers do not run on, for then they only structure the paragraph.
 */
export function countedParts(text: string, { start, end }: Span): CountedPart[] {
  const marks: Marker[] = [];
  if (end - start < fewest * shortest) return [];
  for (const { index } of text.slice(start, end).matchAll(mark)) {
    const found = markerAt(text, start + index, 0);
    if (found?.rank !== 6 || found.value !== marks.length + 1) continue;
    if (found.value > 1 && text.charAt(found.start - 1) !== "。") return [];
    marks.push(found);
  }
  const parts = marks.map((one, index) => ({
    no: one.no,
    start: one.end,
    end: marks[index + 1]?.start ?? end,
  }));
  return parts.length >= fewest && parts.every((one) => one.end - one.start >= shortest) ? parts : [];
}
