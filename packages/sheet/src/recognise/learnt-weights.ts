/** What is likeliest by its clues, and its share of all that it could be. */
export interface Likely<What extends string> {
  readonly what: What;
  readonly share: number;
}

/** The weights of clues, packed: see packages/scenario/scripts/learn.mjs (权重). */
export interface Packed {
  /** What is told apart, between spaces. */
  readonly whats: string;
  /** A line a clue: the clue, a space, and for each weight the letter of what it speaks for and that of its strength. */
  readonly clues: string;
}

interface Weights<What extends string> {
  readonly whats: readonly What[];
  /** For each clue by turns what it speaks for and how strongly. */
  readonly clues: ReadonlyMap<string, Float64Array>;
}

/** Letters that need no escape in a template. */
const firstLetter = 37;
const middle = 112;
const most = 14;
const step = 0.25;

/** A weight in two letters; none where it is too small to tell. */
export function letterOf(what: number, weight: number): string {
  const strength = Math.max(-most, Math.min(most, Math.round(weight / step)));
  return strength === 0 ? "" : String.fromCharCode(firstLetter + what, middle + strength);
}

/** Unpacks weights when they are first asked for. */
export function weightsOf<What extends string>({ whats, clues }: Packed): () => Weights<What> {
  let made: Weights<What> | undefined;
  return () => {
    made ??= {
      whats: whats.split(" ") as What[],
      clues: new Map(
        clues
          .trim()
          .split("\n")
          .map((line) => {
            const at = line.indexOf(" ");
            const pairs = new Float64Array(line.length - at - 1);
            for (let letter = at + 1; letter < line.length; letter++)
              pairs[letter - at - 1] =
                (letter - at) % 2 === 1
                  ? line.charCodeAt(letter) - firstLetter
                  : (line.charCodeAt(letter) - middle) * step;
            return [line.slice(0, at), pairs];
          }),
      ),
    };
    return made;
  };
}

/** What the clues together speak for most. Unknown clues say nothing. */
export function likeliest<What extends string>(
  { whats, clues }: Weights<What>,
  found: Iterable<string>,
): Likely<What> {
  const scores = new Float64Array(whats.length);
  for (const clue of [...found, "always"]) {
    const pairs = clues.get(clue);
    if (!pairs) continue;
    for (let at = 0; at < pairs.length; at += 2) {
      const what = pairs[at] as number;
      scores[what] = (scores[what] as number) + (pairs[at + 1] as number);
    }
  }
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] as number) > (scores[best] as number)) best = at;
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - (scores[best] as number));
  return { what: whats[best] as What, share: 1 / sum };
}
