import { versions } from "./generated/indicator-words.ts";
import type { Accounting } from "./indicator.ts";

/** A list of words that decides one thing; the lists stand in `data/indicator-words.json` with date and source. */
interface WordRule {
  readonly id: string;
  readonly decides: Accounting;
  readonly at: "anywhere" | "end";
  readonly words: readonly string[];
  readonly unless?: readonly string[];
}

/** All words and units that decide about indicators, as they stood on some day. */
export interface IndicatorWords {
  readonly units: {
    readonly ratio: readonly string[];
    readonly capacity: readonly string[];
    readonly scale: readonly string[];
    readonly duration: readonly string[];
    readonly adds: readonly string[];
  };
  readonly accounting: readonly WordRule[];
  readonly standardsInYuan: { readonly words: readonly string[]; readonly unless: readonly string[] };
  readonly sumOfDuration: readonly string[];
  readonly mayBeNegative: readonly string[];
  readonly down: readonly string[];
  readonly upInSpite: readonly string[];
  readonly boundDown: readonly string[];
  readonly boundUp: readonly string[];
  readonly within: readonly string[];
  readonly parts: readonly {
    readonly indicator: string;
    readonly numerator: string;
    readonly denominator: string;
  }[];
}

const all: readonly { since: string; source: string; value: IndicatorWords }[] = versions;

/** The words in force on a day, or the latest where no day is given. */
export const wordsOn = (day?: string): IndicatorWords =>
  (all.findLast(({ since }) => day === undefined || since <= day) ?? all[0])?.value as IndicatorWords;

/** The longest of the words that stands in the text (at its end, if so asked), or undefined. */
export function findWord(
  text: string,
  words: readonly string[] | undefined,
  at: "anywhere" | "end" = "anywhere",
): string | undefined {
  let found: string | undefined;
  for (const word of words ?? [])
    if ((at === "end" ? text.endsWith(word) : text.includes(word)) && word.length > (found?.length ?? 0))
      found = word;
  return found;
}
