import type { Day } from "./day.ts";
import type { Division } from "./division.ts";
import { divisionIndex, isInForce, liesIn } from "./divisions.ts";
import { nameKey } from "./name-key.ts";

/**
 * How far two names are apart: letters to change, add or drop, two neighbours swapped counting one; `limit`
 * + 1 stands for more.
 */
export const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let cost = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1))
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    older = before;
    before = row;
  }
  return before[b.length] ?? limit + 1;
};

/** Texts by their letters, so that near ones are found without looking at all. */
export type LetterIndex<T> = ReadonlyMap<string, readonly T[]>;

/** The index of things by the letters of their text. */
export const indexLetters = <T>(things: readonly T[], textOf: (thing: T) => string): LetterIndex<T> => {
  const index = new Map<string, T[]>();
  for (const thing of things)
    for (const letter of new Set(textOf(thing))) {
      const list = index.get(letter);
      if (list === undefined) index.set(letter, [thing]);
      else list.push(thing);
    }
  return index;
};

/** How many different letters of a text each thing has. */
export const sharedLetters = <T>(index: LetterIndex<T>, text: string): Map<T, number> => {
  const counts = new Map<T, number>();
  for (const letter of new Set(text))
    for (const thing of index.get(letter) ?? []) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
};

/** The part of a name before its kind. */
const stemOf = (key: string): string => key.slice(0, -1);

let letters: LetterIndex<Division> | undefined;

const most = 5;

/** The divisions in force whose names are near a mistyped key, nearest first, at most five. */
export const similarDivisions = (key: string, on: Day, within?: string): Division[] => {
  if (key.length < 2 || key.length > 20) return [];
  letters ??= indexLetters(divisionIndex().all, ({ name }) => stemOf(nameKey(name)));
  const limit = key.length > 4 ? 2 : 1;
  const found: { division: Division; cost: number }[] = [];
  for (const [division, shared] of sharedLetters(letters, stemOf(key))) {
    const name = nameKey(division.name);
    if (shared < name.length - 1 - limit || !isInForce(division, on)) continue;
    if (within !== undefined && !liesIn(division, within)) continue;
    let cost = distance(key, name, limit);
    if (cost > limit) continue;
    // the kind at the end is seldom what was mistyped
    if (name.at(-1) !== key.at(-1)) cost += 0.5;
    if (name.charAt(0) !== key.charAt(0)) cost += 0.25;
    found.push({ division, cost });
  }
  return found
    .sort((a, b) => a.cost - b.cost || (a.division.code < b.division.code ? -1 : 1))
    .slice(0, most)
    .map(({ division }) => division);
};
