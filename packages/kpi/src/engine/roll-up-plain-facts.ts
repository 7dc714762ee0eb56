import type { Period } from "@taizhang/model";
import { encodeFacts, ofPeriod, type RefusedFact, withPeriods } from "./encode-facts.ts";
import type { Fact, FactFrame, NumberedFact } from "./fact.ts";
import { blockSize, blocksOf } from "./fact-blocks.ts";
import type { ReadableRollUp } from "./fact-cell.ts";
import type { FactTable } from "./fact-columns.ts";
import { checkedTable } from "./fact-table.ts";
import { namesOf } from "./frame-names.ts";
import { addRows, denseBase, type LeafBase, ofRows } from "./leaf-base.ts";
import { axesOf, familyOf, rollUpFacts, setsOf } from "./roll-up-facts.ts";
import { checkSets, type RollUpPlan, type Window, windowOf } from "./roll-up-plan.ts";
import { rowWriter } from "./row-writer.ts";

/** A roll-up of plain facts: the cells of each set of the plan, in its order (汇总结果). */
export interface PlainRollUp extends ReadableRollUp {
  readonly frame: FactFrame;
  readonly plan: RollUpPlan;
  readonly window: Window;
  /** The facts that could not be taken as they are, as of `encodeFacts`. */
  readonly refused: readonly RefusedFact[];
  /** The facts where they are an array: `sourceRows` and its like look into it. */
  readonly facts?: readonly (Fact | NumberedFact)[];
}

/**
 * The roll-up of plain facts as they come (逐条汇总): the same as `rollUpFacts` of their `encodeFacts`, without columns of all
 * of them. They are read some thousand at a time, and once; joint ones and those with a `standIn` are kept to the end.
 * Facts that are no array cannot be looked through for their periods: the frame must have them, else a RangeError is thrown.
 * @example rollUpPlainFacts(frame, facts, { sets: everyLevel(frame, "division") })
 */
export function rollUpPlainFacts(
  frame: FactFrame,
  facts: Iterable<Fact | NumberedFact>,
  plan: RollUpPlan,
): PlainRollUp {
  if (isArray(facts))
    return withPeriods(frame, facts, (periods, areKnown) =>
      asTheyCome(frame, facts, plan, periods, areKnown),
    );
  const rollUp = asTheyCome(frame, facts, plan, frame.periods ?? [], frame.periods !== undefined);
  if (rollUp) return rollUp;
  throw new RangeError("Facts one by one: name their periods in the frame");
}

const isArray = (facts: Iterable<Fact | NumberedFact>): facts is readonly (Fact | NumberedFact)[] =>
  Array.isArray(facts);

/** Undefined where facts have periods that are not known. */
function asTheyCome(
  frame: FactFrame,
  facts: Iterable<Fact | NumberedFact>,
  plan: RollUpPlan,
  periods: readonly Period[],
  areKnown: boolean,
): PlainRollUp | undefined {
  const names = namesOf(frame, periods);
  const negatives = new Uint32Array(frame.indicators.length);
  const rows = rowWriter(frame, names, blockSize, negatives);
  const empty = checkedTable(rows.rows());
  checkSets(empty, plan);
  const window = windowOf(empty, plan);
  const given = isArray(facts) ? { facts } : {};
  const bases = basesOf(empty, plan, window);
  if (!bases) {
    const { table, refused } = encodeFacts(frame, given.facts ?? [...facts]);
    return { frame, ...rollUpFacts(table, plan), refused, ...given };
  }
  const refused: RefusedFact[] = [];
  const note = (why: string | undefined, at: number) => {
    if (why !== undefined) refused.push({ at, why });
  };
  const later: { readonly fact: Fact | NumberedFact; readonly at: number }[] = [];
  for (const block of blocksOf(facts)) {
    rows.clear();
    rows.writeBlock(block, (fact, at) => {
      if (fact.jointOrgs !== undefined || fact.standIn !== undefined) later.push({ fact, at });
      else note(rows.write(fact), at);
    });
    for (const base of bases.values()) addRows(rows.rows(), base);
  }
  const last = rowWriter(frame, names, later.length, negatives);
  for (const { fact, at } of later) note(last.write(fact), at);
  if (!areKnown && refused.some(ofPeriod)) return undefined;
  const table = last.table();
  for (const base of bases.values()) addRows(table, ofRows(table, base));
  const sets = setsOf(table, plan, window, (axes) => bases.get(familyOf(axes)) as LeafBase);
  const { indicators, dimensions } = table;
  refused.sort((a, b) => a.at - b.at);
  return { table: { indicators, dimensions, periods }, frame, plan, window, sets, refused, ...given };
}

/** A base for each family of a plan's sets; undefined where one has too many combinations to have room for all of them. */
function basesOf(table: FactTable, plan: RollUpPlan, window: Window): Map<string, LeafBase> | undefined {
  const bases = new Map<string, LeafBase>();
  for (const set of plan.sets) {
    const axes = axesOf(table, set);
    const family = familyOf(axes);
    const base = bases.get(family) ?? denseBase(table, axes, window);
    if (!base) return undefined;
    bases.set(family, base);
  }
  return bases;
}
