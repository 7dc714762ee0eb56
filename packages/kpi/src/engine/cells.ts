import type { Scaled } from "../scaled.ts";
import { type CellStore, count, countCount, sum, sumCount } from "./cell-store.ts";
import { sumAt } from "./exact-sums.ts";
import { bit, lackingBits } from "./fact-status.ts";
import type { LeafBase } from "./leaf-base.ts";

/** The cells of one way to group, to be read: group by group, and in it indicator by indicator (单元格). */
export interface Cells {
  readonly count: (cell: number, which: number) => number;
  readonly sum: (cell: number, which: number) => Scaled;
  readonly bits: (cell: number) => number;
}

/** Cells that are kept. */
export const keptCells = ({ counts, sums, bits }: CellStore): Cells => ({
  count: (cell, which) => counts[countCount * cell + which] as number,
  sum: (cell, which) => sumAt(sums, sumCount * cell + which),
  bits: (cell) => bits[cell] as number,
});

/**
 * Cells of one org each: what the base already holds, read as cells when asked and never copied. `baseOf` gives the
 * base's group of a group.
 */
export function leafCells({ bits, sums, indicators }: LeafBase, baseOf: Int32Array): Cells {
  const leafOf = (cell: number) =>
    (baseOf[Math.floor(cell / indicators)] as number) * indicators + (cell % indicators);
  const isActive = (has: number) => (has & (bit.reported | lackingBits)) !== 0;
  return {
    bits: (cell) => {
      const has = bits[leafOf(cell)] as number;
      return isActive(has) ? has : 0;
    },
    count: (cell, which) => (isCounted(bits[leafOf(cell)] as number, which) ? 1 : 0),
    sum: (cell, which) => {
      const leaf = leafOf(cell);
      const has = bits[leaf] as number;
      const ofTarget = which === sum.target || which === sum.targetLacking;
      const lacking = which === sum.targetLacking || which === sum.actualLacking;
      const counts =
        isActive(has) &&
        (which === sum.apart ? !(has & bit.target) : (has & bit.target) !== 0) &&
        (!lacking || (has & lackingBits) !== 0);
      return counts ? sumAt(sums, 2 * leaf + (ofTarget ? 0 : 1)) : 0;
    },
  };
}

/** Whether one org with these bits is among those that are counted. */
function isCounted(has: number, which: number): boolean {
  const lacks = (has & lackingBits) !== 0;
  const isExpected = lacks || (has & bit.reported) !== 0;
  if (which === count.notApplicable) return has !== 0 && !isExpected;
  if (!isExpected) return false;
  if (which === count.expected) return true;
  if (which === count.missing) return (has & bit.missing) !== 0;
  if (which === count.unusable) return lacks && !(has & bit.missing);
  if (which === count.reported) return !lacks;
  if (which === count.givenApart) return !(has & bit.target) && (has & bit.reported) !== 0;
  if (!(has & bit.target)) return false;
  if (which === count.targets) return true;
  return which === count.targetsLacking ? lacks : (has & bit.reported) !== 0;
}
