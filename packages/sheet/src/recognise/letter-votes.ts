import { type Field, fields } from "../field.ts";
import { hiddenWords, listedWords } from "./header-words.ts";

/** How strongly the letters of a heading speak for a field, strongest first (字的投票). */
export interface Vote {
  readonly field: Field;
  /** From 0 to 1; the votes of a heading add up to 1 at most. */
  readonly share: number;
}

interface Votes {
  readonly words: number;
  readonly byField: Float64Array;
  readonly byClue: ReadonlyMap<string, Uint16Array>;
}

/**
 * The three fields for which the letters of a heading speak most, as those of the listed words do: 推进时序 has 推进 and 进时 of
 * none, but ends as 完成时序 does. Each pair of letters, each ending and each beginning has its vote.
 */
export function votesOf(name: string): readonly Vote[] {
  const isUsual = hiddenWords().size === 0;
  const before = isUsual ? known.get(name) : undefined;
  if (before) return before;
  const found = name === "" ? [] : countVotes(name);
  if (known.size > 2_000) known.clear();
  if (isUsual) known.set(name, found);
  return found;
}

/** Headings come again in sheet after sheet. */
const known = new Map<string, readonly Vote[]>();

function countVotes(name: string): Vote[] {
  const { words, byField, byClue } = votes();
  const score = new Float64Array(fields.length);
  const gone = new Map<string, Uint16Array>();
  for (const [word, field] of hiddenWords())
    for (const clue of cluesOfWord(word)) {
      const counts = gone.get(clue) ?? new Uint16Array(fields.length);
      counts[indexOf(field)] = (counts[indexOf(field)] as number) + 1;
      gone.set(clue, counts);
    }
  for (const clue of cluesOfWord(name)) {
    const counts = byClue.get(clue);
    if (!counts) continue;
    const less = gone.get(clue);
    let total = 0;
    for (let at = 0; at < counts.length; at++) total += (counts[at] as number) - (less?.[at] ?? 0);
    if (total === 0) continue;
    for (let at = 0; at < counts.length; at++) {
      const usual = (byField[at] as number) / words;
      if (usual === 0) continue;
      const is = ((counts[at] as number) - (less?.[at] ?? 0) + smooth * usual) / (total + smooth);
      score[at] = (score[at] as number) + weight * Math.log(is / usual);
    }
  }
  let most = -Infinity;
  for (let at = 0; at < score.length; at++) {
    const usual = (byField[at] as number) / words;
    score[at] = usual === 0 ? -Infinity : (score[at] as number) + Math.log(usual) / 2;
    if ((score[at] as number) > most) most = score[at] as number;
  }
  let sum = 0;
  for (const one of score) sum += Math.exp(one - most);
  return fields
    .map((field, at) => ({ field, share: Math.exp((score[at] as number) - most) / sum }))
    .sort((a, b) => b.share - a.share)
    .slice(0, 3);
}

const smooth = 0.9;
/** The clues of a word are not independent: 完成 and 成率 come together. */
const weight = 0.6;
const indexOf = (field: Field): number => fields.indexOf(field);

let made: Votes | undefined;

/** Counted once, when the first heading is met that no word names. */
function votes(): Votes {
  if (made) return made;
  const byField = new Float64Array(fields.length);
  const byClue = new Map<string, Uint16Array>();
  let words = 0;
  for (const [word, field] of [...listedWords(), ...hiddenWords()]) {
    const index = indexOf(field);
    words++;
    byField[index] = (byField[index] as number) + 1;
    for (const clue of cluesOfWord(word)) {
      const counts = byClue.get(clue) ?? new Uint16Array(fields.length);
      counts[index] = (counts[index] as number) + 1;
      byClue.set(clue, counts);
    }
  }
  made = { words, byField, byClue };
  return made;
}

/** Pairs of letters, the last one, two and three, and the first one and two. */
function cluesOfWord(name: string): Set<string> {
  const text = name.slice(0, 16);
  const clues = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) clues.add(text.slice(at, at + 2));
  clues
    .add(`${text.slice(-1)}$`)
    .add(`${text.slice(-2)}$`)
    .add(`^${text.slice(0, 2)}`);
  if (text.length > 2) clues.add(`${text.slice(-3)}$`).add(`^${text.slice(0, 1)}`);
  return clues;
}
