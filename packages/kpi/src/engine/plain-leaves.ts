import { type CellStore, count, countCount, countPlainLeaf, sum, sumCount } from "./cell-store.ts";
import { bit, lackingBits } from "./fact-status.ts";
import type { LeafBase } from "./leaf-base.ts";
import { most } from "./millionths.ts";

/** What almost every leaf is: an org with a target that has reported all of its rows. */
const whole = bit.reported | bit.target;
const seen = whole | lackingBits;

/**
 * Counts every leaf of a base of one period, whose sums are all plain doubles, into the cells above it; `into` gives the
 * group of cells of each of the base's groups. It is half of what a roll-up costs beside reading the rows, so the leaves that
 * almost all are need no call and no look at what they are not; all else goes the way of any plain leaf.
 */
export function countPlain(
  store: CellStore,
  { bits, sums: { small }, indicators }: Pick<LeafBase, "bits" | "sums" | "indicators">,
  into: Int32Array,
): void {
  const { counts, bits: above } = store;
  const totals = store.sums.small;
  const { expected, reported, targets, given } = count;
  const limit = most;
  for (let group = 0; group < into.length; group++) {
    const to = (into[group] as number) * indicators;
    const from = group * indicators;
    for (let indicator = 0; indicator < indicators; indicator++) {
      const leaf = from + indicator;
      const cell = to + indicator;
      const has = bits[leaf] as number;
      if (has === 0) continue;
      const target = small[2 * leaf] as number;
      const actual = small[2 * leaf + 1] as number;
      const at = sumCount * cell;
      const t = (totals[at + sum.target] as number) + target;
      const a = (totals[at + sum.actual] as number) + actual;
      if ((has & seen) !== whole || Math.abs(t) + Math.abs(a) > limit) {
        countPlainLeaf(store, cell, has, target, actual);
        continue;
      }
      const counted = countCount * cell;
      counts[counted + expected] = (counts[counted + expected] as number) + 1;
      counts[counted + reported] = (counts[counted + reported] as number) + 1;
      counts[counted + targets] = (counts[counted + targets] as number) + 1;
      counts[counted + given] = (counts[counted + given] as number) + 1;
      above[cell] = (above[cell] as number) | has;
      totals[at + sum.target] = t;
      totals[at + sum.actual] = a;
    }
  }
}
