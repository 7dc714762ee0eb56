import { type Fold, textOf } from "./plan-match.ts";

const pinyin = /[（(][a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,8}[）)]/g;
const roleInBrackets = /\((?:责任|配合|牵头|协办|承办|主办|协助)[^()]*\)/g;

/** The letters and digits of a text, without glosses and bracketed departments. */
export const bare = (x: unknown, fold: Fold) =>
  fold(textOf(x).replace(pinyin, "").normalize("NFKC"))
    .replace(roleInBrackets, "")
    .replaceAll("目标任务:", "")
    .replace(/[^\p{L}\p{N}]/gu, "");

export interface Pairs {
  readonly size: number;
  readonly of: ReadonlyMap<string, number>;
}

function pairsOf(text: string): Pairs {
  const letters = [...text];
  const all = letters.length === 1 ? [text] : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
  const of = new Map<string, number>();
  for (const pair of all) of.set(pair, (of.get(pair) ?? 0) + 1);
  return { size: all.length, of };
}

function overlap(a: Pairs, b: Pairs): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const [pair, times] of a.of) shared += Math.min(times, b.of.get(pair) ?? 0);
  return shared / Math.max(a.size, b.size);
}

interface TextOfItem {
  readonly text?: unknown;
  readonly heading?: unknown;
  readonly title?: unknown;
}

/** An item's text alone, with its heading, and with its title: whichever fits best counts. */
export function faces(item: TextOfItem, fold: Fold): Pairs[] {
  const [text, heading, title] = [item.text, item.heading, item.title].map((one) => bare(one, fold)) as [
    string,
    string,
    string,
  ];
  const withTitle = text === "" ? title : title !== "" && !text.startsWith(title) ? title + text : "";
  return [...new Set([text, heading && heading + text, withTitle])].filter(Boolean).map(pairsOf);
}

/** Pairs items whose texts share six tenths of their letter pairs, the likest first. */
export function pairItems(gold: readonly Pairs[][], predicted: readonly Pairs[][]) {
  const likely = gold
    .flatMap((faces, i) =>
      predicted.map((others, j) => ({
        i,
        j,
        share: Math.max(0, ...faces.flatMap((face) => others.map((other) => overlap(face, other)))),
      })),
    )
    .filter(({ share }) => share >= 0.6)
    .sort((a, b) => b.share - a.share || a.i - b.i || a.j - b.j);
  const partner = new Map<number, number>();
  const taken = new Map<number, number>();
  for (const { i, j } of likely)
    if (!partner.has(i) && !taken.has(j)) {
      partner.set(i, j);
      taken.set(j, i);
    }
  return { partner, taken, likely };
}
