const variants: Readonly<Record<string, string>> = {
  "　": " ",
  "\u200b": " ",
  "\ufeff": " ",
  "−": "-",
  "﹣": "-",
  "〜": "~",
  "∼": "~",
  "﹪": "%",
  "≧": "≥",
  "≦": "≤",
  "⩾": "≥",
  "⩽": "≤",
  "•": "·",
  "・": "·",
  "‧": "·",
  "⋅": "·",
};
const wide = /[！-～　\u200b\ufeff−﹣〜∼﹪≧≦⩾⩽•・‧⋅]/g;

/**
 * The text with full-width forms and look-alike signs as ASCII, letter for letter, so that offsets hold (全角转半角).
 * @example halfWidth("１，２３４．５％") // "1,234.5%"
 */
export const halfWidth = (text: string): string =>
  text.replace(wide, (letter) => variants[letter] ?? String.fromCharCode(letter.charCodeAt(0) - 0xfee0));

const blank = /[\s\u200b\ufeff]/;

/** The first place at or after `at` that holds no white space. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (end < text.length && (text.charCodeAt(end) === 32 || blank.test(text.charAt(end)))) end++;
  return end;
}

/** The place behind the last letter before `at` that is no white space, not before `from`. */
export function skipSpacesBack(text: string, at: number, from: number): number {
  let end = at;
  while (end > from && (text.charCodeAt(end - 1) === 32 || blank.test(text.charAt(end - 1)))) end--;
  return end;
}
