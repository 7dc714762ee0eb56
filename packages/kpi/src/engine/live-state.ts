import { keptCells } from "./cells.ts";
import { cellAt } from "./fact-cell.ts";
import type { FactIndicator, FactTable } from "./fact-columns.ts";
import { groupedBase, groupsOf } from "./grouped.ts";
import { type JointEntry, jointEntries, jointPlaces, readRows } from "./joint.ts";
import { emptyLeaf, type Leaf } from "./leaf.ts";
import { leafOf } from "./leaf-base.ts";
import { countRow, type LiveBase, liveBase } from "./live-base.ts";
import { differs, isSameSight, type LiveCells, liveCells, look, replaceLeaf, sight } from "./live-cells.ts";
import type { Changes } from "./live-changes.ts";
import { axesOf, type FactRollUp, familyOf, leafReader } from "./roll-up-facts.ts";
import { checkSets, type RollUpPlan, type Window, windowOf } from "./roll-up-plan.ts";
import { periodsOf, type SetCells } from "./set-cells.ts";

/** The cells of a plan, and how a row's change reaches them. */
export interface LiveState extends FactRollUp {
  /** Counts a row in or out, or lets it change, and passes what its org then says up to every set. */
  readonly update: (row: number, act: RowAct, changed: Changes) => void;
  /** Lets an indicator count otherwise, with the rows whose amounts change with it. */
  readonly recount: (indicator: number, rows: readonly number[], act: () => void) => void;
  /** True for a row of a combination of members that is not yet known. */
  readonly isNew: (row: number) => boolean;
  /** Names all cells above a row as changed. */
  readonly touch: (row: number, changed: Changes) => void;
}

/** What happens to a row. */
type RowAct = "add" | "remove" | (() => void);

interface LiveSet extends SetCells {
  readonly at: number;
  readonly live: LiveCells;
  readonly base: LiveBase;
  /** The group of each group of the base, once a period where periods are listed apart. */
  readonly into: Int32Array;
  readonly periods: { readonly from: number; readonly count: number };
  readonly eachPeriod: boolean;
  readonly joint: Map<string, JointEntry>;
  readonly jointPlaces: ReturnType<typeof jointPlaces>;
}

/** The sets that read the same leaves: of one base, and either once or a period each. */
interface LiveReader {
  readonly base: LiveBase;
  readonly periods: { readonly from: number; readonly count: number };
  readonly read: ReturnType<typeof leafReader>;
  readonly sets: LiveSet[];
  /** What the org of a row says before and after a change, a period each: room that is used again and again. */
  readonly before: readonly Leaf[];
  readonly after: readonly Leaf[];
}

export function liveState(
  table: FactTable,
  plan: RollUpPlan,
  isDead: (row: number) => boolean,
  dense?: number,
): LiveState {
  checkSets(table, plan);
  const window = windowOf(table, plan);
  const bases = new Map<string, LiveBase>();
  const sets = plan.sets.map((set, at): LiveSet => {
    const axes = axesOf(table, set);
    const family = familyOf(axes);
    const base = bases.get(family) ?? liveBase(table, axes, window, isDead, dense);
    bases.set(family, base);
    const periods = periodsOf(set, window);
    const { groups, into } = groupsOf(table, set, groupedBase(table, base, periods));
    const live = liveCells(groups.size * table.indicators.length);
    return {
      at,
      groups,
      live,
      cells: keptCells(live.store),
      base,
      into,
      periods,
      eachPeriod: "period" in set,
      joint: jointEntries(table, groups, window),
      jointPlaces: jointPlaces(table, groups, window),
    };
  });
  const readers: LiveReader[] = [];
  for (const set of sets) {
    const { base, eachPeriod, periods } = set;
    const known = readers.find((reader) => reader.base === base && reader.sets[0]?.eachPeriod === eachPeriod);
    if (known) known.sets.push(set);
    else
      readers.push({
        base,
        periods,
        read: leafReader(table, base, window, eachPeriod),
        sets: [set],
        before: Array.from({ length: periods.count }, emptyLeaf),
        after: Array.from({ length: periods.count }, emptyLeaf),
      });
  }
  const all = [...table.indicators.keys()];
  for (const reader of readers) countAll(table, reader, window, all, "in");
  const around = { table, sets, readers, bases: [...bases.values()], window, rates: ratesOf(table, window) };
  return {
    table,
    plan,
    window,
    sets,
    isNew: (row) =>
      around.bases.some(
        (base) => base.groupOf(row) < 0 || table.joint.get(row)?.some((org) => base.groupOf(row, org) < 0),
      ),
    touch: (row, changed) => {
      const indicator = table.indicator[row] as number;
      for (const set of sets) {
        if (leafOf(table, set.base, row) < 0) continue;
        for (let at = 0; at < set.periods.count; at++)
          touch(around, set, groupOf(set, row, at), indicator, changed);
        for (const [, { cell }] of set.jointPlaces(row))
          touch(around, set, Math.floor(cell / table.indicators.length), indicator, changed);
      }
    },
    update: (row, act, changed) => updateRow(around, row, act, changed),
    recount: (indicator, rows, act) => {
      for (const reader of readers) countAll(table, reader, window, [indicator], "out");
      for (const row of rows) countIn(table, around.bases, row, -1);
      act();
      for (const row of rows) countIn(table, around.bases, row, 1);
      for (const reader of readers) countAll(table, reader, window, [indicator], "in");
    },
  };
}

/** Counts all that orgs say of some indicators into the cells above, or out of them. */
function countAll(
  table: FactTable,
  { base, periods, read, sets }: LiveReader,
  window: Window,
  indicators: readonly number[],
  way: "in" | "out",
): void {
  const none = emptyLeaf();
  const leaf = emptyLeaf();
  const [before, after] = way === "in" ? [none, leaf] : [leaf, none];
  for (let at = 0; at < base.groups * periods.count; at++)
    for (const indicator of indicators) {
      read(Math.floor(at / periods.count), indicator, periods.from + (at % periods.count), leaf);
      if (leaf.bits === 0) continue;
      for (const { live, into } of sets)
        replaceLeaf(live, (into[at] as number) * base.indicators + indicator, before, after);
    }
  for (const { joint, live, eachPeriod } of sets)
    for (const entry of joint.values()) {
      if (!indicators.includes(entry.indicator)) continue;
      readRows(table, entry, window, eachPeriod, leaf);
      replaceLeaf(live, entry.cell, before, after);
    }
}

/** The group of a set above a row, in the at-th of its periods. */
const groupOf = ({ base, into, periods }: LiveSet, row: number, at: number): number =>
  into[base.groupOf(row) * periods.count + at] as number;

/** Names the cells of an indicator in a group, as a full roll-up would have changed them. */
function touch({ rates }: Around, set: LiveSet, group: number, indicator: number, changed: Changes): void {
  if (set.groups.listed[group] !== 1) return;
  for (const one of new Set([indicator, ...(rates[indicator] ?? [])])) changed.add(set.at, group, one);
}

interface Around {
  readonly table: FactTable;
  readonly sets: readonly LiveSet[];
  readonly readers: readonly LiveReader[];
  readonly bases: readonly LiveBase[];
  readonly window: Window;
  readonly rates: readonly (readonly number[])[];
}

const [seenBefore, seenAfter] = [sight(), sight()];

/**
 * Reads what the org says before and after, and puts the one in the place of the other in each cell above. A row
 * makes its org expected in the whole year, so where periods are listed apart each of them is looked at.
 */
function updateRow(around: Around, row: number, act: RowAct, changed: Changes): void {
  const { table, sets, readers, bases } = around;
  const indicator = table.indicator[row] as number;
  for (const reader of readers) readAll(table, reader, row, reader.before);
  const joint = table.joint.has(row) ? sets.map((set) => listedBefore(around, set, row)) : undefined;
  if (act !== "add") countIn(table, bases, row, -1);
  try {
    if (typeof act === "function") act();
  } finally {
    if (act !== "remove") countIn(table, bases, row, 1);
  }
  for (const reader of readers) {
    const group = readAll(table, reader, row, reader.after);
    if (group < 0) continue;
    const { count } = reader.periods;
    for (let at = 0; at < count; at++) {
      const [before, after] = [reader.before[at] as Leaf, reader.after[at] as Leaf];
      if (!differs(before, after)) continue;
      for (const set of reader.sets)
        replace(around, set, set.into[group * count + at] as number, indicator, before, after, changed);
    }
  }
  for (const [at, listed] of (joint ?? []).entries())
    for (const one of listed) relist(around, sets[at] as LiveSet, one, row, act, changed);
}

/** Reads what the org of a row says in each period; gives its group of the base, −1 where the row is in none. */
function readAll(
  table: FactTable,
  { base, periods, read }: LiveReader,
  row: number,
  into: readonly Leaf[],
): number {
  if (leafOf(table, base, row) < 0) return -1;
  const group = base.groupOf(row);
  for (let at = 0; at < periods.count; at++)
    read(group, table.indicator[row] as number, periods.from + at, into[at] as Leaf);
  return group;
}

/** Puts a leaf in the place of another one, and tells where a reader sees another cell than before. */
function replace(
  around: Around,
  set: LiveSet,
  group: number,
  indicator: number,
  before: Leaf,
  after: Leaf,
  changed: Changes,
): void {
  const cell = group * around.table.indicators.length + indicator;
  const isListed = set.groups.listed[group] === 1;
  const rates = around.rates[indicator] as readonly number[];
  const shown = isListed ? rates.map((rate) => textOf(around, set, group, rate)) : [];
  const shows = around.table.indicators[indicator] as FactIndicator;
  look(set.live, cell, shows, seenBefore);
  replaceLeaf(set.live, cell, before, after);
  if (!isListed) return;
  look(set.live, cell, shows, seenAfter);
  if (!rates.includes(indicator) && !isSameSight(seenBefore, seenAfter))
    changed.add(set.at, group, indicator);
  for (const [at, rate] of rates.entries())
    if (shown[at] !== textOf(around, set, group, rate)) changed.add(set.at, group, rate);
}

const textOf = (around: Around, set: LiveSet, group: number, rate: number): string =>
  JSON.stringify(cellAt(around, set, group, rate) ?? null);

function countIn(table: FactTable, bases: readonly LiveBase[], row: number, sign: 1 | -1): void {
  for (const base of bases) {
    const leaf = leafOf(table, base, row);
    if (leaf >= 0) countRow(table, base, leaf, row, sign);
  }
}

interface Listed {
  readonly key: string;
  readonly entry: JointEntry;
  readonly before: Leaf;
}

/** A joint row's cells beside its own, with what they hold of it and its like. */
const listedBefore = ({ table, window }: Around, set: LiveSet, row: number): Listed[] =>
  set.jointPlaces(row).map(([key, place]) => {
    const entry = set.joint.get(key) ?? { ...place, rows: [] };
    const before = emptyLeaf();
    readRows(table, entry, window, set.eachPeriod, before);
    return { key, entry, before };
  });

function relist(
  around: Around,
  set: LiveSet,
  { key, entry, before }: Listed,
  row: number,
  act: RowAct,
  changed: Changes,
): void {
  const others = entry.rows.filter((other) => other !== row);
  const rows = act === "remove" ? others : [...others, row];
  if (rows.length === 0) set.joint.delete(key);
  else set.joint.set(key, { ...entry, rows });
  const after = emptyLeaf();
  readRows(around.table, { ...entry, rows }, around.window, set.eachPeriod, after);
  if (!differs(before, after)) return;
  const group = Math.floor(entry.cell / around.table.indicators.length);
  replace(around, set, group, entry.indicator, before, after, changed);
}

/**
 * The cells that a change may alter and that must be read to know: the indicator's own where it does not add, and the
 * rates that it is numerator or denominator of.
 */
const ratesOf = ({ indicators }: FactTable, { several }: Window): number[][] =>
  indicators.map(({ key, acrossOrgs, acrossTime }, own) => [
    ...(acrossOrgs === "none" || (several && acrossTime === "none") ? [own] : []),
    ...indicators.flatMap(({ numerator, denominator }, rate) =>
      rate !== own && (numerator === key || denominator === key) ? [rate] : [],
    ),
  ]);
