// One place of the table holds a chance of 12 bits and, in its low four bits, how often it was asked.
const places = 1 << 21;
const chances = 4096;
const span = 12;

/** What e^(12/2048) is: the curve is built by multiplying, because `Math.exp` may differ from engine to engine. */
const step = 1.005876753747;

/** The chance at each place of the line from −12 to 12, and the place of each chance (对数几率与概率互换). */
const curve = (): { readonly chanceAt: Float64Array; readonly placeOf: Float64Array } => {
  const chanceAt = new Float64Array(chances);
  const placeOf = new Float64Array(chances);
  const half = chances / 2;
  let up = 1;
  for (let at = 0; at < half; at += 1) {
    chanceAt[half + at] = up / (1 + up);
    up *= step;
    chanceAt[half - 1 - at] = 1 / (1 + up);
  }
  for (let chance = 0, at = 0; chance < chances; chance += 1) {
    while (at < chances - 1 && (chanceAt[at] as number) < (chance + 0.5) / chances) at += 1;
    placeOf[chance] = ((at - half) * span) / half;
  }
  return { chanceAt, placeOf };
};

const further = (hash: number, letter: number): number =>
  Math.imul(hash ^ (letter + 1), 0x2c1b3c6d) ^ (hash >>> 15);

/** How much one look moves a chance: much at first, less once it has been asked often. */
const moves = Float64Array.from({ length: 16 }, (_, asked) => (asked < 15 ? 1 / (asked + 1.5) : 0.125));

/** What is looked at: no letter, the last, the last two and three, and the word before at the same place. */
const looks = 5;

/** How well a chance is known, in two bits. */
const known = Uint8Array.from({ length: 16 }, (_, asked) =>
  asked === 0 ? 0 : asked < 3 ? 1 : asked < 15 ? 2 : 3,
);

/** Tells how likely the next bit of a letter is, from the letters before it, and learns what it was (逐位预测). */
export interface LetterModel {
  /** The next letter begins. */
  readonly begin: () => void;
  /** The chance that the next bit is 1, at a node of the tree of letters. */
  readonly chance: (node: number) => number;
  readonly learn: (bit: number) => void;
  readonly end: (letter: number) => void;
}

/**
 * A model that has seen nothing yet, where a letter of `parts` ends a word; it counts alike in every engine
 * (字符模型).
 */
export function letterModel(parts: ReadonlySet<number>): LetterModel {
  const { chanceAt, placeOf } = curve();
  const table = new Uint16Array(places).fill(0x8000);
  const weights = new Float64Array(looks << (2 * (looks - 1))).fill(0.3);
  const found = new Int32Array(looks);
  const told = new Float64Array(looks);
  const hashes = new Int32Array(looks);
  let last = -1;
  let second = -1;
  let third = -1;
  let word: number[] = [];
  let wordBefore: number[] = [];
  let base = 0;
  let now = 0.5;
  return {
    begin() {
      hashes[0] = 0x51ed270b;
      hashes[1] = further(0x51ed270b, last);
      hashes[2] = further(hashes[1], second);
      hashes[3] = further(hashes[2], third);
      const at = word.length;
      hashes[4] = further(further(0x3333333, wordBefore[at] ?? -1), wordBefore[at + 1] ?? -1);
    },
    chance(node) {
      const turned = Math.imul(node, 0x9e3779b1);
      let sum = 0;
      base = 0;
      for (let at = 0; at < looks; at += 1) {
        const mixed = Math.imul((hashes[at] as number) ^ turned, 0x297a2d39);
        const place = (mixed ^ (mixed >>> 15)) & (places - 1);
        found[at] = place;
        const entry = table[place] as number;
        told[at] = (entry & 15) === 0 ? 0 : (placeOf[entry >>> 4] as number);
        base = at === 0 ? 0 : base * 4 + (known[entry & 15] as number);
      }
      // whom to believe is learnt apart for each way in which the looks are known
      base *= looks;
      for (let at = 0; at < looks; at += 1) sum += (weights[base + at] as number) * (told[at] as number);
      const at = (sum * (chances / (2 * span)) + chances / 2) | 0;
      now = chanceAt[Math.min(Math.max(at, 1), chances - 2)] as number;
      return now;
    },
    learn(bit) {
      const off = (bit - now) * 0.01;
      for (let at = 0; at < looks; at += 1) {
        const place = found[at] as number;
        const entry = table[place] as number;
        const asked = entry & 15;
        const chance = entry >>> 4;
        weights[base + at] = (weights[base + at] as number) + off * (told[at] as number);
        table[place] =
          ((chance + ((bit ? chances - 1 : 0) - chance) * (moves[asked] as number)) << 4) |
          (asked < 15 ? asked + 1 : 15);
      }
    },
    end(letter) {
      third = second;
      second = last;
      last = letter;
      if (parts.has(letter)) {
        wordBefore = word;
        word = [];
      } else word.push(letter);
    },
  };
}
