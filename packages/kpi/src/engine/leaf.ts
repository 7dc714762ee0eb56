import { nothing, plus, type Scaled } from "../scaled.ts";
import type { FactIndicator, FactTable } from "./fact-columns.ts";
import { bit, lackingBits, lightBits } from "./fact-status.ts";
import type { Window } from "./roll-up-plan.ts";

/** What one org says of one indicator for the periods asked, ready to be counted into every total above it. */
export interface Leaf {
  bits: number;
  target: Scaled;
  actual: Scaled;
  /** The period whose cumulative figure stands in for a missing one (沿用), else −1: the org is still missing. */
  carriedFrom: number;
}

/** How an indicator's figures of several periods make one. */
export interface OverTime {
  /** Flows of single periods add; all else is the figure of the last period. */
  readonly adds: boolean;
  readonly targetsAdd: boolean;
  /** A missing cumulative flow is at least its last one. */
  readonly carries: boolean;
}

/** How an indicator's figures of several periods make one, for another engine that runs a plan (跨期规则). */
export function overTime(
  { measure, targetsOf }: Pick<FactTable, "measure" | "targetsOf">,
  indicator: FactIndicator,
): OverTime {
  const flow = indicator.acrossTime === "sum";
  const adds = flow && measure === "inPeriod";
  return {
    adds,
    targetsAdd: adds && targetsOf === "period",
    carries: measure === "cumulative" && flow && indicator.accounting === "flow" && !indicator.mayBeNegative,
  };
}

export const emptyLeaf = (): Leaf => ({ bits: 0, target: nothing, actual: nothing, carriedFrom: -1 });

/** The rows of one org and indicator, by period code. */
export interface Periods {
  readonly bits: (period: number) => number;
  readonly target: (period: number) => Scaled;
  readonly actual: (period: number) => Scaled;
}

/**
 * Reads an org's periods into a leaf; bits 0 where it has no row in the year, and so is not expected. A period
 * without a row, where another of the year has one, is missing: it is never guessed. So is a month that no org has.
 */
export function readPeriods(of: Periods, window: Window, how: OverTime, leaf: Leaf): void {
  const { from, to, first, last, hasGap, isOpen } = window;
  /** The last month asked stands after `to` where no row is of it. */
  const end = isOpen ? to + 1 : to;
  let any = 0;
  for (let period = first; period <= last; period++) any |= of.bits(period);
  leaf.bits = 0;
  leaf.target = nothing;
  leaf.actual = nothing;
  leaf.carriedFrom = -1;
  if (any === 0) return;
  let bits = isOpen ? bit.missing : of.bits(to) || bit.missing;
  if (how.adds) {
    if (hasGap) bits |= bit.missing;
    for (let period = from; period < end; period++)
      bits |= (of.bits(period) || bit.missing) & ~lightBits & ~targetBits(how);
    for (let period = from; period <= to; period++) leaf.actual = plus(leaf.actual, of.actual(period));
  } else if (!isOpen) leaf.actual = of.actual(to);
  if (how.targetsAdd) {
    for (let period = from; period <= to; period++) leaf.target = plus(leaf.target, of.target(period));
  } else {
    // The target of the year is the last one given: a blank in a later month does not take it away
    let at = to;
    while (at >= first && !(of.bits(at) & bit.target)) at--;
    if (at < first) at = to;
    bits &= ~allTargetBits;
    if (bits & (bit.reported | lackingBits)) {
      bits |= of.bits(at) & allTargetBits;
      leaf.target = of.target(at);
    }
  }
  leaf.bits = bits;
  if (how.carries && bits & lackingBits && !(bits & bit.reported)) carry(of, { to: end, first }, leaf);
}

const allTargetBits = bit.target | bit.pending | bit.severalTargets;
const targetBits = ({ targetsAdd }: OverTime) => (targetsAdd ? 0 : allTargetBits);

/** 沿用: the last earlier cumulative figure of the year that was whole and not negative. */
function carry(of: Periods, { to, first }: Pick<Window, "to" | "first">, leaf: Leaf): void {
  for (let period = to - 1; period >= first; period--) {
    const bits = of.bits(period);
    if (!(bits & bit.reported) || bits & (lackingBits | bit.negative)) continue;
    leaf.actual = of.actual(period);
    leaf.carriedFrom = period;
    return;
  }
}
