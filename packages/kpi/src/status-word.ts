import { type Dated, inForce } from "./dated.ts";
import { versions } from "./generated/task-status-words.ts";

/** What a printed 办理状态 says. */
export type StatusWord = "done" | "onTrack" | "behind" | "notStarted" | "suspended";

const all: readonly Dated<Readonly<Record<StatusWord, readonly string[]>>>[] = versions;

/**
 * What a printed state says, or undefined where no word of the data stands in it (办理状态). The longest word decides.
 * @example statusWord("未完成") // "behind"
 * @example statusWord("基本完成") // "onTrack"
 */
export function statusWord(text: string, on?: string): StatusWord | undefined {
  const tidy = text.normalize("NFKC").replace(/\s/g, "");
  let found: StatusWord | undefined;
  let length = 0;
  for (const [says, words] of Object.entries(inForce(all, on).value))
    for (const word of words)
      if (word.length > length && tidy.includes(word)) {
        found = says as StatusWord;
        length = word.length;
      }
  return found;
}
