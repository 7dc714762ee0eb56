import { traditional } from "./generated/traditional.ts";

let folds: Map<string, string> | undefined;

/** The pairs 區区 as a map, made on first use. */
const foldMap = (): Map<string, string> => {
  if (folds === undefined) {
    folds = new Map();
    for (let at = 0; at + 1 < traditional.length; at += 2)
      folds.set(traditional.charAt(at), traditional.charAt(at + 1));
  }
  return folds;
};

const plain = /^[\u4e00-\u9fff]*$/;
// white space, zero-width marks, and the dots of foreign names
const ignored = /[\s\u200b-\u200f\u2060\ufeff·•]+/g;

/**
 * Returns the form in which names are compared: half-width, without blanks, simplified (比对用名称).
 *
 * @example
 * nameKey("東 坡 區"); // "东坡区"
 */
export const nameKey = (text: string): string => {
  const flat = plain.test(text) ? text : text.normalize("NFKC").replace(ignored, "");
  const map = foldMap();
  let key = "";
  let copied = 0;
  for (let at = 0; at < flat.length; at += 1) {
    const fold = map.get(flat.charAt(at));
    if (fold === undefined) continue;
    key += flat.slice(copied, at) + fold;
    copied = at + 1;
  }
  return copied === 0 ? flat : key + flat.slice(copied);
};
