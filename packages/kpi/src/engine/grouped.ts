import type { FactDimension, FactTable } from "./fact-columns.ts";
import type { LeafBase } from "./leaf-base.ts";
import { ancestorsAt, depths, type GroupSet } from "./roll-up-plan.ts";

/** The groups of one way to group, by number (分组). */
export interface Groups {
  readonly set: GroupSet;
  readonly dimensions: readonly string[];
  readonly size: number;
  /** The member of each group, a column a dimension; −1 where the org has none. For `period` its code. */
  readonly members: readonly Int32Array[];
  /** 1 where each member stands at its level: only these are groups of the set. */
  readonly listed: Uint8Array;
  /** The group of a tuple of members; undefined for none. */
  readonly find: (members: readonly number[]) => number | undefined;
}

/** What groups are made from: a column of members for each dimension. */
export interface Grouped {
  readonly size: number;
  readonly column: (dimension: string) => (at: number) => number;
}

/** The groups of finer groups, or of the base's, and which of them each lies in. */
export function groupsOf(
  { dimensions, periods }: FactTable,
  set: GroupSet,
  from: Grouped,
): { readonly groups: Groups; readonly into: Int32Array } {
  const names = Object.keys(set);
  const levels = names.map((name) =>
    name === "period" ? undefined : levelOf(dimensions[name] as FactDimension, set[name] as number),
  );
  const sizes = names.map((name) =>
    name === "period" ? periods.length : (dimensions[name]?.members.length ?? 0),
  );
  const columns = names.map((name) => from.column(name));
  const numberOf = (members: readonly number[]): number => {
    let number = 0;
    for (let at = 0; at < sizes.length; at++)
      number = number * ((sizes[at] as number) + 1) + (members[at] as number) + 1;
    return number;
  };
  const known = new Map<number, number>();
  const into = new Int32Array(from.size);
  const members: number[][] = names.map(() => []);
  const tuple: number[] = names.map(() => 0);
  for (let at = 0; at < from.size; at++) {
    for (let axis = 0; axis < columns.length; axis++) {
      const member = (columns[axis] as (at: number) => number)(at);
      const above = levels[axis];
      tuple[axis] = member < 0 || !above ? member : (above.at[member] as number);
    }
    const number = numberOf(tuple);
    let group = known.get(number);
    if (group === undefined) {
      group = known.size;
      known.set(number, group);
      for (const [axis, member] of tuple.entries()) (members[axis] as number[]).push(member);
    }
    into[at] = group;
  }
  const columnsOf = members.map((column) => Int32Array.from(column));
  const isListed = (group: number) =>
    columnsOf.every((column, axis) => {
      const member = column[group] as number;
      const level = levels[axis];
      return member >= 0 && (!level || level.deep[member] === set[names[axis] as string]);
    });
  return {
    into,
    groups: {
      set,
      dimensions: names,
      size: known.size,
      members: columnsOf,
      listed: Uint8Array.from({ length: known.size }, (_, group) => (isListed(group) ? 1 : 0)),
      find: (tupleOf) => known.get(numberOf(tupleOf)),
    },
  };
}

function levelOf(dimension: FactDimension, level: number) {
  const deep = depths(dimension);
  return { deep, at: ancestorsAt(dimension, level, deep) };
}

/** The base's groups, each once, or once a period that is asked. */
export function groupedBase(
  { orgs }: FactTable,
  base: LeafBase,
  periods: { readonly from: number; readonly count: number },
): Grouped {
  return {
    size: base.groups * periods.count,
    column: (dimension) => {
      if (dimension === "period") return (at) => periods.from + (at % periods.count);
      const axis = base.axes.findIndex(({ name }) => name === dimension);
      if (axis >= 0) {
        const column = base.memberOf[axis] as Int32Array;
        return (at) => column[Math.floor(at / periods.count)] as number;
      }
      const ofOrg = orgs.in[dimension];
      if (!ofOrg) throw new RangeError(`No such dimension: ${dimension}`);
      return (at) => ofOrg[base.orgOf[Math.floor(at / periods.count)] as number] as number;
    },
  };
}

/** Groups as the source of coarser ones. */
export const groupedGroups = ({ size, dimensions, members }: Groups): Grouped => ({
  size,
  column: (dimension) => {
    const column = members[dimensions.indexOf(dimension)] as Int32Array;
    return (at) => column[at] as number;
  },
});

/** True where every group of the finer set lies in one group of the coarser. */
export const refines = (fine: GroupSet, coarse: GroupSet): boolean =>
  Object.entries(coarse).every(([dimension, level]) => (fine[dimension] ?? 0) >= level);
