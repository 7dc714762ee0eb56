/**
 * Tells whether a text holds one of these letters (字符查找): a look at a table for each letter, however many are looked for.
 * Texts of all cells are looked at in this way, and a class of thousands of letters in an expression is dear.
 * @example letterSet("*×")("2×4") // true
 */
export function letterSet(letters: string, ranges: readonly (readonly [number, number])[] = []) {
  // Made when the first text is looked at: most starts look at none.
  let wanted: Uint8Array | undefined;
  const made = (): Uint8Array => {
    const table = new Uint8Array(0x1_00_00);
    for (let at = 0; at < letters.length; at++) table[letters.charCodeAt(at)] = 1;
    for (const [from, to] of ranges) table.fill(1, from, to + 1);
    return table;
  };
  return (text: string): boolean => {
    wanted ??= made();
    for (let at = 0; at < text.length; at++) if (wanted[text.charCodeAt(at)] === 1) return true;
    return false;
  };
}
