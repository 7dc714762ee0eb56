import { bitsAbove, type CellStore, cellStore, countLeaf, mergeInto } from "./cell-store.ts";
import { keptCells, leafCells } from "./cells.ts";
import { sumAt } from "./exact-sums.ts";
import type { FactTable } from "./fact-columns.ts";
import { groupedBase, groupedGroups, groupsOf, refines } from "./grouped.ts";
import { addJoint } from "./joint.ts";
import { emptyLeaf, type Leaf, overTime, readPeriods } from "./leaf.ts";
import { type Axis, type LeafBase, leafBase } from "./leaf-base.ts";
import { countPlain } from "./plain-leaves.ts";
import { checkSets, type GroupSet, type RollUpPlan, type Window, windowOf } from "./roll-up-plan.ts";
import { periodsOf, type SetCells, windowAt } from "./set-cells.ts";

/** A roll-up of a table of facts: the cells of each set of the plan, in its order (汇总结果). */
export interface FactRollUp {
  readonly table: FactTable;
  readonly plan: RollUpPlan;
  readonly window: Window;
  readonly sets: readonly SetCells[];
}

/**
 * The roll-up of a table of facts by every set of a plan: exact sums of targets and actuals, how many orgs are
 * expected, have reported and are missing, and the worst light (事实表汇总). Each row is read once; levels are made
 * from the level below, and joint rows count once in each. The domain page §4.
 * A set of a dimension or level that the table has not throws a RangeError.
 * @example rollUpFacts(table, { sets: everyLevel(table, "division"), period: "2016-10" })
 */
export function rollUpFacts(table: FactTable, plan: RollUpPlan): FactRollUp {
  checkSets(table, plan);
  const window = windowOf(table, plan);
  const bases = new Map<string, LeafBase>();
  const done = new Map<GroupSet, SetCells>();
  const finestFirst = [...plan.sets].sort((a, b) => weight(b) - weight(a));
  for (const set of finestFirst) {
    const axes = axesOf(table, set);
    const family = familyOf(axes);
    const finer = [...done]
      .filter(
        ([other, { store }]) =>
          store !== undefined &&
          familyOf(axesOf(table, other)) === family &&
          sameTime(other, set) &&
          refines(other, set),
      )
      .sort(([, a], [, b]) => a.groups.size - b.groups.size)[0]?.[1];
    if (finer) done.set(set, coarser(table, set, finer));
    else {
      const base = bases.get(family) ?? leafBase(table, axes, window);
      bases.set(family, base);
      done.set(set, fromBase(table, set, base, window));
    }
  }
  const sets = plan.sets.map((set) => done.get(set) as SetCells);
  if (table.joint.size > 0) for (const cells of new Set(sets)) addJoint(table, cells, window);
  return { table, plan, window, sets };
}

/** The dimensions of a set that hang on the fact, with their levels. */
export const axesOf = ({ codes }: FactTable, set: GroupSet): Axis[] =>
  Object.keys(codes)
    .filter((name) => Object.hasOwn(set, name))
    .map((name) => ({ name, level: set[name] as number }));

/** Sets of one family are made from one base: coverage counts orgs, and an org lies in several programs. */
export const familyOf = (axes: readonly Axis[]): string =>
  JSON.stringify(axes.map(({ name, level }) => [name, level]));

const sameTime = (a: GroupSet, b: GroupSet): boolean => "period" in a === "period" in b;
const weight = (set: GroupSet): number => Object.values(set).reduce((sum, level) => sum + level, 0);

function coarser(table: FactTable, set: GroupSet, finer: SetCells): SetCells {
  const { groups, into } = groupsOf(table, set, groupedGroups(finer.groups));
  const store = cellStore(groups.size * table.indicators.length);
  mergeInto(store, finer.store as CellStore, into, table.indicators.length);
  return { groups, cells: keptCells(store), store };
}

function fromBase(table: FactTable, set: GroupSet, base: LeafBase, window: Window): SetCells {
  const periods = periodsOf(set, window);
  const { groups, into } = groupsOf(table, set, groupedBase(table, base, periods));
  const isPlain = base.slots === 1 && (!window.hasGap || "period" in set);
  if (isPlain && groups.size === base.groups && table.joint.size === 0)
    return { groups, cells: leafCells(base, inverse(into)) };
  const store = cellStore(groups.size * table.indicators.length);
  if (isPlain && base.sums.big.size === 0) {
    countPlain(store, base, into);
    return { groups, cells: keptCells(store), store };
  }
  const leaf = emptyLeaf();
  const read = leafReader(table, base, window, "period" in set);
  for (let at = 0; at < into.length; at++) {
    const group = Math.floor(at / periods.count);
    const period = periods.from + (at % periods.count);
    for (let indicator = 0; indicator < base.indicators; indicator++) {
      read(group, indicator, period, leaf);
      if (leaf.bits === 0) continue;
      const cell = (into[at] as number) * base.indicators + indicator;
      countLeaf(store, cell, leaf, 1);
      store.bits[cell] = (store.bits[cell] as number) | bitsAbove(leaf);
    }
  }
  return { groups, cells: keptCells(store), store };
}

const inverse = (into: Int32Array): Int32Array => {
  const back = new Int32Array(into.length);
  for (const [at, group] of into.entries()) back[group] = at;
  return back;
};

/** Reads leaves of a base: at once where it has all that is asked in one period, else over the window or a period of it. */
export function leafReader(
  table: FactTable,
  base: LeafBase,
  window: Window,
  eachPeriod: boolean,
): (group: number, indicator: number, period: number, leaf: Leaf) => void {
  const { bits, sums, indicators, slots, firstSlot } = base;
  if (slots === 1 && (!window.hasGap || eachPeriod))
    return (group, indicator, _period, leaf) => {
      const at = group * indicators + indicator;
      leaf.bits = bits[at] as number;
      leaf.target = sumAt(sums, 2 * at);
      leaf.actual = sumAt(sums, 2 * at + 1);
      leaf.carriedFrom = -1;
    };
  let counted = table.indicators;
  const howsOf = () => counted.map((indicator) => overTime(table, indicator));
  let hows = howsOf();
  const windows = Array.from({ length: window.to - window.from + 1 }, (_, at) =>
    eachPeriod ? windowAt(window, window.from + at) : window,
  );
  let start = 0;
  let step = 0;
  const at = (period: number) => start + (period - firstSlot) * step;
  const periods = {
    bits: (period: number) => bits[at(period)] as number,
    target: (period: number) => sumAt(sums, 2 * at(period)),
    actual: (period: number) => sumAt(sums, 2 * at(period) + 1),
  };
  return (group, indicator, period, leaf) => {
    // In a table that changes an indicator may come to count otherwise
    if (table.indicators !== counted) {
      counted = table.indicators;
      hows = howsOf();
    }
    start = group * slots * indicators + indicator;
    step = indicators;
    const own = windows[period - window.from] as Window;
    readPeriods(periods, own, hows[indicator] as ReturnType<typeof overTime>, leaf);
  };
}
