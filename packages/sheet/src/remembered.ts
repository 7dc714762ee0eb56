/** Longer texts are not kept. */
const longest = 300;

/**
 * The function with its answers kept by text (记住答案): titles, keys and instructions come again in sheet after sheet and
 * file after file. What it is given must depend on the text alone; after `most` texts it begins anew.
 */
export function remembered<T>(answer: (text: string) => T, most = 5_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const found = answer(text);
    if (text.length > longest) return found;
    if (known.size >= most) known.clear();
    known.set(text, found);
    return found;
  };
}
