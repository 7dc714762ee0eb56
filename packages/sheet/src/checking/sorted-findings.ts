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

/** Findings in order, as users see them, beside what they are ordered by. */
export interface InOrder {
  readonly sorted: readonly Sorted[];
  readonly findings: readonly Finding[];
}

/** The findings without some and with others (有序增删): a few changes cost a look each, and one copy. */
export function resorted(before: InOrder, removed: readonly Sorted[], added: readonly Sorted[]): InOrder {
  if (removed.length === 0 && added.length === 0) return before;
  if (removed.length + added.length > few) {
    const gone = new Set(removed.map(({ raw }) => raw));
    const kept = gone.size === 0 ? before.sorted : before.sorted.filter(({ raw }) => !gone.has(raw));
    const sorted = kept.concat(added).sort(compare);
    return { sorted, findings: sorted.map(({ finding }) => finding) };
  }
  const [sorted, findings] = [[...before.sorted], [...before.findings]];
  for (const one of removed) {
    let index = firstNotBefore(sorted, one);
    while (index < sorted.length && sorted[index]?.raw !== one.raw) index++;
    sorted.splice(index, 1);
    findings.splice(index, 1);
  }
  for (const one of added) {
    const index = firstAfter(sorted, one);
    sorted.splice(index, 0, one);
    findings.splice(index, 0, one.finding);
  }
  return { sorted, findings };
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
