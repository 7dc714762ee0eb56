import type { Span } from "./plan.ts";

const toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ";
const gloss = new RegExp(`(?<=[\\u3400-\\u9fff])\\((?=[a-zü${toned}]{1,6}\\))[a-zü${toned}]+\\)`, "g");
const hasTone = new RegExp(`[${toned}]`);
const enough = 3;

/**
 * The pinyin that a web page puts behind letters (拼音注): 區(qū). Syllables without a tone mark, as (zi), count only in
 * a text that has glosses with one: elsewhere (km) is a unit.
 */
export function glossesIn(text: string): Span[] {
  const all = [...text.matchAll(gloss)];
  if (all.filter(([written]) => hasTone.test(written)).length < enough) return [];
  return all.map(({ 0: written, index }) => ({ start: index, end: index + written.length }));
}
