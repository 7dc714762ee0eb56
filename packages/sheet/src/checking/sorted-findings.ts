import type { Finding } from "@taizhang/finding";
import { compareOrders, type Ordered } from "../check.ts";

/** A finding in its place among all, with the one that its rule gave and the rule's place in the catalogue. */
export interface Sorted extends Ordered {
  readonly raw: Finding;
  readonly rule: number;
}

/** Beyond so many changes everything is sorted anew. */
const few = 500;

const compare = (a: Sorted, b: Sorted): number => compareOrders(a, b) || a.rule - b.rule;

/** The sorted findings without some and with others (有序增删): a few changes cost a look each, and one copy. */
export function resorted(
  before: readonly Sorted[],
  removed: readonly Sorted[],
  added: readonly Sorted[],
): readonly Sorted[] {
  if (removed.length === 0 && added.length === 0) return before;
  if (removed.length + added.length > few) {
    const gone = new Set(removed.map(({ raw }) => raw));
    return before
      .filter(({ raw }) => !gone.has(raw))
      .concat(added)
      .sort(compare);
  }
  const list = [...before];
  for (const one of removed) {
    let index = firstNotBefore(list, one);
    while (index < list.length && list[index]?.raw !== one.raw) index++;
    if (index < list.length) list.splice(index, 1);
  }
  for (const one of added) list.splice(firstAfter(list, one), 0, one);
  return list;
}

const firstNotBefore = (list: readonly Sorted[], one: Sorted): number =>
  search(list, (other) => compare(other, one) < 0);
const firstAfter = (list: readonly Sorted[], one: Sorted): number =>
  search(list, (other) => compare(other, one) <= 0);

function search(list: readonly Sorted[], isBefore: (other: Sorted) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other && isBefore(other)) low = middle + 1;
    else high = middle;
  }
  return low;
}
