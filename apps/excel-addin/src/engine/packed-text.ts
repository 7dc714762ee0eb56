import { letterModel } from "./letter-model.ts";

/** Carries one bit whose chance of being 1 is given: a writer stores `bit`, a reader returns the stored one. */
export type CarryBit = (chance: number, bit: number) => number;

const even = 0.5;
const wordEnds = /[\s,|~;:"[\]{}]/;

/** A whole number: how many bits it has, one sign each, and then these but the first, which is 1. */
const carryNumber = (carry: CarryBit, number: number): number => {
  let size = 0;
  while (carry(0.8, size < 32 - Math.clz32(number) ? 1 : 0)) size += 1;
  let read = Math.min(size, 1);
  for (let at = size - 2; at >= 0; at -= 1) read = read * 2 + carry(even, (number >>> at) & 1);
  return read;
};

/** The different letters of the text, in their order, as steps from one to the next. */
const carryLetters = (carry: CarryBit, letters: readonly string[]): string[] => {
  const count = carryNumber(carry, letters.length);
  const read: string[] = [];
  let code = 0;
  for (let at = 0; at < count; at += 1) {
    code += carryNumber(carry, (letters[at]?.charCodeAt(0) ?? 0) - code);
    read.push(String.fromCharCode(code));
  }
  return read;
};

/**
 * Carries a text bit by bit; writing and reading are one walk, so that both ask the model the same (文字逐位编解码).
 * A reader gives no text.
 */
export function carryText(carry: CarryBit, text = ""): string {
  const length = carryNumber(carry, text.length);
  const letters = carryLetters(carry, [...new Set(text.split(""))].sort());
  const placeOf = new Map(letters.map((letter, at) => [letter, at]));
  const bits = 32 - Math.clz32(letters.length - 1);
  const model = letterModel(new Set(letters.flatMap((letter, at) => (wordEnds.test(letter) ? [at] : []))));
  const read: string[] = [];
  for (let at = 0; at < length; at += 1) {
    const place = placeOf.get(text.charAt(at)) ?? 0;
    let node = 1;
    model.begin();
    for (let bit = bits - 1; bit >= 0; bit -= 1) {
      const carried = carry(model.chance(node), (place >>> bit) & 1);
      model.learn(carried);
      node = node * 2 + carried;
    }
    const letter = node - (1 << bits);
    model.end(letter);
    read.push(letters[letter] ?? "");
  }
  return read.join("");
}

/** The signs that carry six bits each; gzip makes six bits of each again. */
export const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Where a range is parted for a bit of a chance, the same to the last digit wherever it is asked. */
export const parted = (low: number, high: number, chance: number): number =>
  low + Math.floor((high - low) * Math.min(Math.max(chance, 2 ** -16), 1 - 2 ** -16));

/** The text that was packed when the pane was built (解出打包的文字). */
export function unpackText(packed: string): string {
  let low = 0;
  let high = 0xffffffff;
  let at = 0;
  let held = 0;
  let sixes = 0;
  const nextByte = (): number => {
    while (held < 8) {
      sixes = ((sixes << 6) | Math.max(signs.indexOf(packed.charAt(at)), 0)) & 0xfffff;
      at += 1;
      held += 6;
    }
    held -= 8;
    return (sixes >>> held) & 255;
  };
  let value = 0;
  for (let byte = 0; byte < 4; byte += 1) value = value * 256 + nextByte();
  return carryText((chance) => {
    const middle = parted(low, high, chance);
    const bit = value <= middle ? 1 : 0;
    if (bit) high = middle;
    else low = middle + 1;
    while (low >>> 24 === high >>> 24) {
      low = (low << 8) >>> 0;
      high = ((high << 8) | 255) >>> 0;
      value = ((value << 8) | nextByte()) >>> 0;
    }
    return bit;
  });
}
