/** Words by one of their letters, longest first, to look one up at a place of a text. */
export type WordIndex = ReadonlyMap<string, readonly string[]>;

/** An index of words by their first letter, or by their last one. */
export function indexWords(words: Iterable<string>, by: "first" | "last"): WordIndex {
  const index = new Map<string, string[]>();
  for (const word of words) {
    const letter = word.charAt(by === "first" ? 0 : word.length - 1);
    index.set(letter, [...(index.get(letter) ?? []), word]);
  }
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  return index;
}
