import type { Sample } from "./samples.ts";

/** Weights by which clues speak for what something is: a row a clue (权重). */
export interface Model {
  readonly whats: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
  readonly weights: Float64Array;
}

/** Each sample has this clue: what is usual speaks for itself. */
export const always = "always";

interface Settings {
  /** How many weights are kept. */
  readonly most: number;
}

/**
 * Learns weights from samples: a softmax regression by stochastic gradient descent with a step for each weight. It is done
 * twice: first with all clues, drawn towards zero, then again with the strongest weights alone. Chance has a fixed seed.
 */
export function weigh(samples: readonly Sample[], { most }: Settings): Model {
  const whats = [...new Set(samples.map(({ is }) => is))].sort();
  const found = new Map<string, number>();
  for (const { clues } of samples)
    for (const clue of new Set(clues)) found.set(clue, (found.get(clue) ?? 0) + 1);
  const names = [always, ...[...found].filter(([, times]) => times > 1).map(([clue]) => clue)].sort();
  const rows = new Map(names.map((clue, at) => [clue, at]));
  const usual = rows.get(always) as number;
  const data = samples.map(({ clues, is, counts }) => ({
    at: [...clues.map((clue) => rows.get(clue)).filter((row) => row !== undefined), usual],
    is: whats.indexOf(is),
    counts,
  }));
  const wide = descend(data, names.length, whats.length, 1e-3, () => true);
  const strengths = wide
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort()
    .reverse();
  const least = strengths[Math.min(most, strengths.length - 1)] ?? 0;
  const weights = descend(
    data,
    names.length,
    whats.length,
    3e-4,
    (at) => Math.floor(at / whats.length) === usual || Math.abs(wide[at] as number) >= least,
  );
  return { whats, rows, weights };
}

interface Datum {
  readonly at: readonly number[];
  readonly is: number;
  readonly counts: number;
}

const rounds = 20;
const rate = 0.15;

function descend(
  data: readonly Datum[],
  clues: number,
  kinds: number,
  draw: number,
  isKept: (at: number) => boolean,
): Float64Array {
  const weights = new Float64Array(clues * kinds);
  const steps = new Float64Array(clues * kinds);
  const kept = Uint8Array.from(weights, (_, at) => (isKept(at) ? 1 : 0));
  const order = data.map((_, at) => at);
  const scores = new Float64Array(kinds);
  let state = 12_345;
  const chance = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = chance(at + 1);
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    for (const one of order) {
      const { at, is, counts } = data[one] as Datum;
      shares(weights, at, kinds, scores);
      for (let kind = 0; kind < kinds; kind++) {
        const off = ((scores[kind] as number) - (kind === is ? 1 : 0)) * counts;
        if (Math.abs(off) < 1e-4) continue;
        for (const clue of at) {
          const place = clue * kinds + kind;
          if (!kept[place]) continue;
          steps[place] = (steps[place] as number) + off * off;
          const step = rate / Math.sqrt((steps[place] as number) + 1e-6);
          const moved = (weights[place] as number) - step * off;
          weights[place] = Math.sign(moved) * Math.max(0, Math.abs(moved) - step * draw);
        }
      }
    }
  }
  return weights;
}

/** The share of each kind by the clues. */
function shares(weights: Float64Array, at: readonly number[], kinds: number, into: Float64Array): void {
  into.fill(0);
  for (const clue of at)
    for (let kind = 0; kind < kinds; kind++)
      into[kind] = (into[kind] as number) + (weights[clue * kinds + kind] as number);
  const most = into.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let kind = 0; kind < kinds; kind++) {
    into[kind] = Math.exp((into[kind] as number) - most);
    sum += into[kind] as number;
  }
  for (let kind = 0; kind < kinds; kind++) into[kind] = (into[kind] as number) / sum;
}
