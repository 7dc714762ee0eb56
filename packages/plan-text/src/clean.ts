import { halfWidth } from "@taizhang/quantity";
import { furnitureIn } from "./furniture.ts";
import { glossesIn } from "./glosses.ts";
import { wrapsIn } from "./line-wraps.ts";
import type { Span } from "./plan.ts";

/** A text ready to be read, half-width and without what web pages and converters add, with the way back (清洗文本). */
export interface CleanText {
  readonly text: string;
  /** The source's stretch that a stretch of the clean text stands for. */
  readonly source: (span: Span) => Span;
  /** What was taken out: glosses and stray signs, by places in the source. */
  readonly removed: readonly (Span & { readonly why: "gloss" | "stray" })[];
  /** Where the source had traditional letters, by places in the source; at most one stretch a line. */
  readonly traditional: readonly Span[];
}

/** Letters that a text has only by accident: grave accents of a converter, soft hyphens, zero-width marks. */
const stray = /[`´\u00ad\u200b-\u200f\u2060\ufeff\ufffd]/g;

/**
 * The clean text of a source. Each letter of it is one letter of the source, so that offsets can be led back;
 * `simplify` turns one traditional letter into its simplified one.
 */
export function cleanText(source: string, simplify?: (letter: string) => string): CleanText {
  const { text: simple, traditional } = simplify
    ? simplified(source, simplify)
    : { text: source, traditional: [] };
  const plain = tabbed(
    halfWidth(simple.replace(/[\r\u2028\u2029\u0085]/g, "\n").replace(/[\u00a0\u2000-\u200a]/g, " ")),
  );
  const glosses = glossesIn(plain).map((span) => ({ ...span, why: "gloss" as const }));
  const strays = [...plain.matchAll(stray)].map(({ index }) => ({
    start: index,
    end: index + 1,
    why: "stray" as const,
  }));
  const removed = [...glosses, ...strays].sort((a, b) => a.start - b.start);
  const first = without(plain, removed);
  const second = without(first.text, furnitureIn(first.text));
  const third = without(second.text, wrapsIn(second.text));
  const at = (place: number) => first.at(second.at(third.at(place)));
  return {
    text: third.text,
    source: ({ start, end }) => ({ start: at(start), end: end > start ? at(end - 1) + 1 : at(start) }),
    removed,
    traditional,
  };
}

const barred = /^[^\n|]*\|[^\n|]*\|.*$/gm;
const fewestRows = 2;

/** Cells that are parted by bars are parted by tabs, letter for letter; rules of dashes between rows are blank (竖线分列). */
function tabbed(text: string): string {
  if (!text.includes("|") || (text.match(barred)?.length ?? 0) < fewestRows) return text;
  return text.replace(barred, (line) =>
    /^[\s|:-]+$/.test(line) ? " ".repeat(line.length) : line.replaceAll("|", "\t"),
  );
}

/** The text without some stretches, and the place in the text that a place of the rest had. */
function without(text: string, cuts: readonly Span[]): { text: string; at: (place: number) => number } {
  if (cuts.length === 0) return { text, at: (place) => place };
  const pieces: string[] = [];
  const starts: number[] = []; // where each piece begins in the rest
  const shifts: number[] = [];
  let from = 0;
  let length = 0;
  const keep = (to: number) => {
    if (to <= from) return;
    pieces.push(text.slice(from, to));
    starts.push(length);
    shifts.push(from - length);
    length += to - from;
  };
  for (const { start, end } of cuts) {
    keep(start);
    from = Math.max(from, end);
  }
  keep(text.length);
  return {
    text: pieces.join(""),
    at: (place) => {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= place) low = middle;
        else high = middle - 1;
      }
      return place + (shifts[low] ?? 0);
    },
  };
}

const han = /[\u2e80-\u9fff\uf900-\ufaff]/g;
/** A line is traditional where so many of its letters are; 著 and 於 in one place are no sign of it. */
const share = 0.08;

function simplified(source: string, simplify: (letter: string) => string) {
  const known = new Map<string, string>();
  const simpleOf = (letter: string) => {
    let simple = known.get(letter);
    if (simple === undefined) {
      simple = simplify(letter);
      if (simple.length !== 1) simple = letter;
      known.set(letter, simple);
    }
    return simple;
  };
  const traditional: Span[] = [];
  let at = 0;
  const lines = source.split("\n").map((line) => {
    const start = at;
    at += line.length + 1;
    let letters = 0;
    let changed = 0;
    let first = -1;
    let last = 0;
    const simple = line.replace(han, (letter, place: number) => {
      letters += 1;
      const one = simpleOf(letter);
      if (one !== letter) {
        changed += 1;
        if (first < 0) first = place;
        if (place - first < 12) last = place;
      }
      return one;
    });
    if (changed < 2 || changed < letters * share) return line;
    traditional.push({ start: start + first, end: start + last + 1 });
    return simple;
  });
  return { text: lines.join("\n"), traditional };
}
