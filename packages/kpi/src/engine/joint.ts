import { bitsAbove, type CellStore, countLeaf } from "./cell-store.ts";
import { addAt, exactSums, sumAt } from "./exact-sums.ts";
import type { FactTable } from "./fact-columns.ts";
import { together } from "./fact-status.ts";
import { actualOf, bitsAt, targetOf } from "./fact-table.ts";
import type { Groups } from "./grouped.ts";
import { memberForLead } from "./lead-members.ts";
import { emptyLeaf, type Leaf, overTime, readPeriods } from "./leaf.ts";
import { ancestorsAt, type Window } from "./roll-up-plan.ts";
import { periodsOf, type SetCells, windowAt } from "./set-cells.ts";

/** The rows of one org that are listed in a cell only because another lead of theirs lies there. */
export interface JointEntry {
  readonly cell: number;
  readonly indicator: number;
  readonly period: number;
  readonly rows: number[];
}

/**
 * 共同任务: a joint row counts in the cells of its own org as any row does; in those of its other leads it is listed
 * as a row of its own org, once in each cell, so that every total counts it once (the domain page §4, law 4).
 */
export function addJoint(table: FactTable, set: SetCells, window: Window): void {
  const leaf = emptyLeaf();
  const store = set.store as CellStore;
  for (const entry of jointEntries(table, set.groups, window).values()) {
    readRows(table, entry, window, "period" in set.groups.set, leaf);
    countLeaf(store, entry.cell, leaf, 1);
    store.bits[entry.cell] = (store.bits[entry.cell] as number) | bitsAbove(leaf);
  }
}

/** The joint entries of a set, each with its rows, by key. */
export function jointEntries(table: FactTable, groups: Groups, window: Window): Map<string, JointEntry> {
  const entries = new Map<string, JointEntry>();
  const listed = jointPlaces(table, groups, window);
  for (const row of table.joint.keys())
    for (const [key, entry] of listed(row)) {
      const known = entries.get(key);
      if (known) known.rows.push(row);
      else entries.set(key, { ...entry, rows: [row] });
    }
  return entries;
}

/** Where a joint row is listed beside its own org's cells. */
export function jointPlaces(table: FactTable, groups: Groups, window: Window) {
  const place = placeOf(table, groups);
  const { from, count } = periodsOf(groups.set, window);
  return (row: number): [key: string, entry: Omit<JointEntry, "rows">][] => {
    const period = table.period?.[row] ?? 0;
    if (table.period && (period < window.first || period > window.last)) return [];
    const indicator = table.indicator[row] as number;
    const own = table.org[row] as number;
    const places: [string, Omit<JointEntry, "rows">][] = [];
    for (let at = from; at < from + count; at++) {
      const home = place(row, own, at);
      for (const group of new Set((table.joint.get(row) ?? []).map((org) => place(row, org, at)))) {
        if (group === undefined || group === home) continue;
        const cell = group * table.indicators.length + indicator;
        places.push([`${cell} ${own} ${at}`, { cell, indicator, period: at }]);
      }
    }
    return places;
  };
}

/** The group of a row if it were of an org, in a period. */
export function placeOf(table: FactTable, groups: SetCells["groups"]) {
  const at = groups.dimensions.map((name) =>
    name === "period"
      ? undefined
      : ancestorsAt(table.dimensions[name] as FactTable["dimensions"][string], groups.set[name] as number),
  );
  return (row: number, org: number, period: number): number | undefined =>
    groups.find(
      groups.dimensions.map((name, axis) => {
        if (name === "period") return period;
        const member = table.codes[name]
          ? memberForLead(table, name, row, org)
          : (table.orgs.in[name]?.[org] ?? -1);
        return member < 0 ? -1 : ((at[axis] as Int32Array)[member] as number);
      }),
    );
}

/** Reads some rows of one org and indicator as the base would. */
export function readRows(
  table: FactTable,
  { rows, indicator, period }: Omit<JointEntry, "cell" | "rows"> & { readonly rows: readonly number[] },
  window: Window,
  eachPeriod: boolean,
  leaf: Leaf,
): void {
  const slots = window.last - window.first + 1;
  const bits = new Uint16Array(slots);
  const sums = exactSums(2 * slots);
  for (const row of rows) {
    const slot = table.period ? (table.period[row] as number) - window.first : 0;
    bits[slot] = together(bits[slot] as number, bitsAt(table, row));
    addAt(sums, 2 * slot, targetOf(table, row) ?? 0);
    addAt(sums, 2 * slot + 1, actualOf(table, row) ?? 0);
  }
  const of = {
    bits: (at: number) => bits[at - window.first] as number,
    target: (at: number) => sumAt(sums, 2 * (at - window.first)),
    actual: (at: number) => sumAt(sums, 2 * (at - window.first) + 1),
  };
  const how = overTime(table, table.indicators[indicator] as FactTable["indicators"][number]);
  readPeriods(of, eachPeriod ? windowAt(window, period) : window, how, leaf);
}
