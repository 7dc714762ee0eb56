import type { Finding } from "@taizhang/finding";
import { compareOrders, type Ordered } from "../check.ts";
import { firstNot } from "../first-not.ts";

/** A finding in its place among all, with the one that its rule gave and the rule's place in the catalogue. */
export interface Sorted extends Ordered {
  readonly raw: Finding;
  readonly rule: number;
}

/** Beyond so many changes everything is sorted anew. */
const few = 500;

const compare = (a: Sorted, b: Sorted): number => compareOrders(a, b) || a.rule - b.rule;

/** A stretch of the findings in order, beside what they are ordered by (一段). */
interface Block {
  readonly sorted: readonly Sorted[];
  readonly findings: readonly Finding[];
}

/** How many findings a block takes before it is cut in two; half as many where blocks are made at once. */
const mostInBlock = 256;

/**
 * Findings in order, as users see them (有序问题). They stand in blocks, so that a change copies one of these and shares
 * the others with the list before it; the list as a whole is put together when somebody asks for it.
 */
export class InOrder {
  readonly #blocks: readonly Block[];
  #findings: readonly Finding[] | undefined;

  constructor(blocks: readonly Block[] = []) {
    this.#blocks = blocks;
  }

  get findings(): readonly Finding[] {
    this.#findings ??= ([] as Finding[]).concat(...this.#blocks.map(({ findings }) => findings));
    return this.#findings;
  }

  filter(isWanted: (one: Sorted) => boolean): readonly Sorted[] {
    return ([] as Sorted[]).concat(...this.#blocks.map(({ sorted }) => sorted.filter(isWanted)));
  }

  /** The findings without some and with others (有序增删). */
  with(removed: readonly Sorted[], added: readonly Sorted[]): InOrder {
    if (removed.length === 0 && added.length === 0) return this;
    const gone = new Set(removed.map(({ raw }) => raw));
    if (removed.length + added.length > few) {
      const kept = this.filter(({ raw }) => !gone.has(raw));
      return new InOrder(blocksOf(kept.concat(added).sort(compare)));
    }
    const touched = new Map<number, Sorted[]>();
    for (const one of removed) {
      // Where several are of one place and one rule, theirs may be the next block.
      let at = this.#blockOf(one, 0);
      while (at < this.#blocks.length && !this.#blocks[at]?.sorted.some(({ raw }) => raw === one.raw)) at++;
      touched.set(at, []);
    }
    for (const one of added) {
      const at = Math.min(this.#blockOf(one, 1), Math.max(0, this.#blocks.length - 1));
      const list = touched.get(at);
      if (list) list.push(one);
      else touched.set(at, [one]);
    }
    const blocks: Block[] = [];
    let from = 0;
    for (const [at, list] of [...touched].sort(([a], [b]) => a - b)) {
      blocks.push(...this.#blocks.slice(from, at));
      const kept = (this.#blocks[at]?.sorted ?? []).filter(({ raw }) => !gone.has(raw));
      blocks.push(...blocksOf(inserted(kept, list)));
      from = at + 1;
    }
    blocks.push(...this.#blocks.slice(from));
    return new InOrder(blocks);
  }

  /** The first block that ends at or after a finding; with 1 the first that ends after all that stand where it does. */
  #blockOf(one: Sorted, least: 0 | 1): number {
    return firstNot(this.#blocks.length, (at) => {
      const last = this.#blocks[at]?.sorted.at(-1);
      return last !== undefined && compare(last, one) < least;
    });
  }
}

/** A list in order with a few more, each behind those that stand where it does. */
function inserted(sorted: readonly Sorted[], more: readonly Sorted[]): readonly Sorted[] {
  if (more.length === 0) return sorted;
  if (more.length > mostInserted) return sorted.concat(more).sort(compare);
  const all = [...sorted];
  for (const one of more) {
    const at = firstNot(all.length, (place) => compare(all[place] as Sorted, one) <= 0);
    all.splice(at, 0, one);
  }
  return all;
}

/** More are sorted with the rest. */
const mostInserted = 8;

/** Blocks of a list in order: one while it is short enough, else halves of the most. */
function blocksOf(sorted: readonly Sorted[]): Block[] {
  const size = sorted.length <= mostInBlock ? mostInBlock : mostInBlock / 2;
  const blocks: Block[] = [];
  for (let from = 0; from < sorted.length; from += size) {
    const part = sorted.slice(from, from + size);
    blocks.push({ sorted: part, findings: part.map(({ finding }) => finding) });
  }
  return blocks;
}
