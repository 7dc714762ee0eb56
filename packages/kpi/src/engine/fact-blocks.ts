import type { Fact, NumberedFact } from "./fact.ts";

/** Facts that are read together, some thousand of them: what is made of them meanwhile stays near the processor (一批). */
export interface FactBlock {
  readonly facts: readonly (Fact | NumberedFact)[];
  /** The first of them, and the one after the last. */
  readonly from: number;
  readonly end: number;
  /** How many facts came before those of `facts`. */
  readonly before: number;
}

/** The most facts that a block has. */
export const blockSize = 4096;

/** Facts block by block: of an array where it is, of what gives one after the other some thousand at a time. */
export function* blocksOf(facts: Iterable<Fact | NumberedFact>): Generator<FactBlock> {
  if (Array.isArray(facts)) {
    for (let from = 0; from < facts.length; from += blockSize)
      yield { facts, from, end: Math.min(from + blockSize, facts.length), before: 0 };
    return;
  }
  let before = 0;
  let part: (Fact | NumberedFact)[] = [];
  for (const fact of facts) {
    part.push(fact);
    if (part.length < blockSize) continue;
    yield { facts: part, from: 0, end: blockSize, before };
    before += blockSize;
    part = [];
  }
  yield { facts: part, from: 0, end: part.length, before };
}
