import { type Marker, markerAt, type Rank } from "./marker.ts";
import type { Span } from "./plan.ts";

/** A numbered entry with what stands in it; the root is the whole text without a mark (条目). */
export interface Entry {
  readonly marker: Marker | undefined;
  /** Where the words behind the mark begin. */
  readonly start: number;
  /** Where the entry's own words end: at its first child. */
  ownEnd: number;
  /** Where the entry with all its children ends. */
  end: number;
  readonly children: Entry[];
  /** True where the mark stands at the beginning of a line. */
  readonly atLineStart: boolean;
}

/** A mark within a line stands behind the end of a sentence, or behind a colon. */
const inline =
  /(?<=[。;；,:.!)\s])(?=\([一二三四五六七八九十\d]{1,3}\)|\d{1,4}[、.](?!\d)|\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}是(?![否非]))/g;
/** Lines that a web page or a converter has run together: there 一、 may begin anywhere behind a blank or a sentence. */
const inlineOfLong =
  /(?<=[。;；,:.!)\s])(?=\([一二三四五六七八九十\d]{1,3}\)|\d{1,4}[、.](?!\d)|\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}是(?![否非]))|(?<=[。;)\s])(?=[一二三四五六七八九十]{1,3}、[\u3400-\u9fff])/g;
const longLine = 300;
const lead = /^[\s>*★☆▲△◆◇●■·•#-]{0,12}/;

/**
 * The entries of a text as a tree, by the styles of their numbers (编号结构). Numbers at the beginning of a line
 * always count; within a line one counts only where it is the next of its style, or the first: 3、 behind (2) is none.
 * The lines of `tables` number nothing: their rows have numbers of their own.
 */
export function outlineOf(text: string, tables: readonly Span[] = []): Entry {
  const root: Entry = {
    marker: undefined,
    start: 0,
    ownEnd: text.length,
    end: text.length,
    children: [],
    atLineStart: true,
  };
  const stack: Entry[] = [root];
  const last: number[] = [0, 0, 0, 0, 0, 0, 0];
  const state = { restarts: false };
  const numbered = /^[^\S\n]*\d{1,3}\s?[.、]/m.test(text);
  const lastPlace = lastPlaces(text);
  const add = (marker: Marker, atLineStart: boolean, from = marker.start) => {
    while (stack.length > 1 && rankOf(stack.at(-1)) >= marker.rank) close(stack, from);
    const parent = stack.at(-1) ?? root;
    if (parent.children.length === 0) parent.ownEnd = from;
    const entry: Entry = {
      marker,
      start: marker.end,
      ownEnd: text.length,
      end: text.length,
      children: [],
      atLineStart,
    };
    parent.children.push(entry);
    stack.push(entry);
    last[marker.rank] = marker.value;
    state.restarts = marker.rank < 3;
    // plain digits often run on through all programs
    for (let rank = marker.rank + 1; rank < last.length; rank++) if (rank !== 3) last[rank] = 0;
  };
  let start = 0;
  let table = 0;
  while (start < text.length) {
    while ((tables[table]?.end ?? text.length) <= start) table += 1;
    if (start >= (tables[table]?.start ?? text.length)) start = tables[table]?.end ?? start;
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    const from = start + (lead.exec(text.slice(start, start + 12))?.[0].length ?? 0);
    const words = end - start < 24 ? text.slice(start, end).trim() : "";
    if (measures.test(words) || (numbered && periodHeading.test(words)))
      add(
        { rank: 1, no: "", value: 0, start, end: start + text.slice(start, end).search(/\S/) },
        true,
        start,
      );
    // a list within a paragraph of a text without numbers ends with its paragraph
    const open = stack.at(-1);
    if (
      stack.length === 2 &&
      open?.marker?.rank === 6 &&
      !open.atLineStart &&
      /。/.test(text.slice(start, end))
    ) {
      close(stack, start);
      last[6] = 0;
    }
    const first = from < end ? sameSeries(markerAt(text, from, (last[3] ?? 0) + 1), last) : undefined;
    if (first && first.end <= end && !isYearLike(first, last[3] ?? 0) && text.charAt(first.end) !== "\t")
      add(first, true, start);
    // the numbers of a note below a table number no tasks
    const isNote = note.test(text.slice(start, start + 8));
    const seen = { last, state, lastPlace };
    for (const marker of isNote ? [] : inlineMarkers(text, first?.end ?? from, end, seen)) {
      // in a line that was run together a blank stands for the break
      const isBreak = end - from > longLine && /\s/.test(text.charAt(marker.start - 1));
      add(marker, isBreak);
    }
    start = end + 1;
  }
  while (stack.length > 0) close(stack, text.length);
  return root;
}

const rankOf = (entry: Entry | undefined): Rank | -1 => entry?.marker?.rank ?? -1;

function close(stack: Entry[], end: number): void {
  const entry = stack.pop();
  if (!entry) return;
  entry.end = end;
  entry.ownEnd = Math.min(entry.ownEnd, end);
}

interface Seen {
  /** The last number of each style. */
  readonly last: readonly number[];
  /** True behind a heading, where plain digits may begin again. */
  readonly state: { readonly restarts: boolean };
  /** A text that begins in the middle goes on with (二) where (三) follows. */
  readonly lastPlace: (value: number) => number;
}

function* inlineMarkers(
  text: string,
  from: number,
  to: number,
  { last, state, lastPlace }: Seen,
): Generator<Marker> {
  const offset = Math.max(0, from - 1);
  let done = from;
  const isLong = to - from > longLine;
  for (const { index } of text.slice(offset, to).matchAll(isLong ? inlineOfLong : inline)) {
    const at = offset + index;
    if (at < done) continue;
    const marker = markerAt(text, at, (last[3] ?? 0) + 1);
    if (!marker || marker.end > to) continue;
    const expected = (last[marker.rank] ?? 0) + 1;
    const fits =
      marker.rank === 3
        ? (marker.value === expected ||
            (marker.value === 1 && state.restarts) ||
            (isLong && isSkipped(text, marker, expected, state.restarts))) &&
          (/[。;,:)]/.test(text.charAt(at - 1)) || (isLong && /\s/.test(text.charAt(at - 1)))) &&
          /[\u3400-\u9fff“"]/.test(text.charAt(marker.end))
        : marker.value === expected ||
          marker.value === 1 ||
          (marker.rank === 2 &&
            last[2] === 0 &&
            marker.value < 10 &&
            lastPlace(marker.value + 1) > marker.end);
    const below = isLong && marker.rank === 1 ? markerBehindHeading(text, marker, to) : undefined;
    // 二、… (四): the numbers in brackets run on through all headings
    const runsOn = below !== undefined && below.value === (last[2] ?? 0) + 1;
    if (!fits && !runsOn) continue;
    yield marker;
    done = marker.end;
    if (!below || !(runsOn || below.value === 1)) continue;
    yield below;
    done = below.end;
  }
}

/** (3) at the beginning of a line behind 2. is the third of the same series where no (1) or (2) stands before it; (2) may be a part. */
const sameSeries = (marker: Marker | undefined, last: readonly number[]): Marker | undefined =>
  marker?.rank === 4 && marker.value > 2 && last[4] === 0 && marker.value === (last[3] ?? 0) + 1
    ? { ...marker, rank: 3 }
    : marker;

/** The first (一) behind a short heading without a stop, in a line that was run together: 二、优化服务(四)…. */
function markerBehindHeading(text: string, { end }: Marker, to: number): Marker | undefined {
  const words = /^[^。;:()\d]{2,40}(?=\([一二三四五六七八九十])/.exec(
    text.slice(end, Math.min(to, end + 42)),
  )?.[0];
  const found = words === undefined ? undefined : markerAt(text, end + words.length, 0);
  return found?.rank === 2 ? found : undefined;
}

/** In a line that was run together a number or two may be missing, behind a blank and a sentence or a heading. */
const isSkipped = (
  text: string,
  { value, start }: Marker,
  expected: number,
  behindHeading: boolean,
): boolean =>
  value > expected &&
  value <= expected + 2 &&
  /\s/.test(text.charAt(start - 1)) &&
  (behindHeading || /[。;)]\s*$/.test(text.slice(Math.max(0, start - 4), start)));

/** Where each of (一), (二) … stands last, looked up once. */
const lastPlaces = (text: string): ((value: number) => number) => {
  const places = new Map<number, number>();
  return (value) => {
    const known = places.get(value);
    if (known !== undefined) return known;
    const place = text.lastIndexOf(`(${"一二三四五六七八九十".charAt(value - 1)})`);
    places.set(value, place);
    return place;
  };
};

const note = /^\s*(?:注|说明|备注)\s*:/;

/** A heading that only says when the tasks below it are due: 二季度, 上半年工作安排. */
export const periodHeading =
  /^(?:第?[一二三四]季度|[上下]半年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)(?:重点)?(?:工作|任务)?(?:安排|计划|要点)?:?$/;

/** A heading without a number under which the plan says how the work is run. */
const measures = /^(?:有关|几点|相关|具体)?(?:工作|保障|组织)?(?:要求|措施|事项|保障)\s*:?$/;

/** 2016、 and the like number nothing, unless so many entries came before. */
const isYearLike = (marker: Marker, last: number): boolean =>
  marker.rank === 3 && marker.value > 300 && marker.value !== last + 1;
