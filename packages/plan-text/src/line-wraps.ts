import { linesIn } from "./lines.ts";
import type { Span } from "./plan.ts";

/** A line whose last letter ends no sentence goes on in the next one (断行、断页). */
export const openLine = /[\u3400-\u9fff\d%、,“"(A-Za-z]$/;
/** The beginning of a numbered or labelled line. */
export const entryLine =
  /^\s*(?:第?[一二三四五六七八九十]{1,3}[、.章节条是要]|\(?[一二三四五六七八九十\d]{1,3}\)|\d{1,3}\s?[.、]|[①-⑳●■★◆▲*·-]|[\u3400-\u9fff]{2,8}:)/;
/** A page of a converter begins with its number: "2、康水平" goes on from "实现小" of the page before. */
const page = /^\s*(\d{1,3})、/;
const longLine = 150;
const sharedWidths = 0.6;

interface Line extends Span {
  readonly text: string;
}

/** The line breaks, and the page numbers behind them, that stand within a sentence. */
export function wrapsIn(text: string): Span[] {
  const lines = linesOf(text);
  const width = wrapWidth(lines);
  const cuts: Span[] = [];
  let firstPage: Span | undefined;
  let pages = 0;
  const marks = pageMarks(lines);
  lines.forEach((line, index) => {
    const number = page.exec(line.text);
    const isPage = number !== null && Number(number[1]) === pages + 1 && line.text.length > longLine;
    const before = lines[index - 1];
    const mark = marks.get(index);
    if (mark !== undefined && before) {
      cuts.push({ start: before.end, end: line.start + mark });
      return;
    }
    if (isPage) pages += 1;
    if (isPage && pages === 1) firstPage = { start: line.start, end: line.start + (number?.[0].length ?? 0) };
    if (!before || !openLine.test(before.text)) return;
    if (isPage && pages > 1 && before.text.length > longLine) {
      if (firstPage) cuts.push(firstPage);
      firstPage = undefined;
      cuts.push({ start: before.end, end: line.start + (number?.[0].length ?? 0) });
    }
    if (
      !isPage &&
      width !== undefined &&
      before.text.length >= width - 3 &&
      before.text.length <= width + 1 &&
      !entryLine.test(line.text) &&
      !/^\s{2}/.test(line.text)
    )
      cuts.push({ start: before.end, end: line.start + (/^\s*/.exec(line.text)?.[0].length ?? 0) });
  });
  return cuts;
}

const numberedLine = /^\s*(\d{1,3})、/;
const shortestOpen = 20;

/**
 * The lines that begin with the number of a page and no entry's, with the length of that mark: they go on in the middle of a
 * sentence, and their number does not follow the last one, or the next numbered line has it too.
 */
function pageMarks(lines: readonly Line[]): Map<number, number> {
  const found = new Map<number, number>();
  const numbered = lines.flatMap(({ text }, index) => {
    const match = numberedLine.exec(text);
    return match ? [{ index, length: match[0].length, value: Number(match[1]) }] : [];
  });
  let last = 0;
  numbered.forEach(({ index, length, value }, at) => {
    const before = lines[index - 1];
    const goesOn =
      before !== undefined &&
      openWord.test(before.text) &&
      before.text.length >= shortestOpen &&
      /[,。;:]/.test(before.text);
    if (goesOn && at > 0 && (value !== last + 1 || numbered[at + 1]?.value === value))
      found.set(index, length);
    else last = value;
  });
  return found;
}

const openWord = /[\u3400-\u9fff\d]$/;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const { start, end } of linesIn(text, { start: 0, end: text.length })) {
    const bare = text.slice(start, end).trimEnd();
    if (bare.trim() !== "") lines.push({ start, end: start + bare.length, text: bare });
  }
  return lines;
}

/** The width at which a text is broken by hand, if most of its open lines have it. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const counts = new Map<number, number>();
  let opened = 0;
  for (const { text } of lines) {
    if (!openLine.test(text) || text.length < 18 || text.length > 80) continue;
    opened += 1;
    counts.set(text.length, (counts.get(text.length) ?? 0) + 1);
  }
  if (opened < 6) return undefined;
  let best: number | undefined;
  let most = 0;
  for (const [width] of counts) {
    const near = [-3, -2, -1, 0, 1].reduce((sum, by) => sum + (counts.get(width + by) ?? 0), 0);
    if (near > most) [best, most] = [width, near];
  }
  return most / opened >= sharedWidths ? best : undefined;
}
