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
  const gone = removed.map((one) => placeOf(before.sorted, one)).sort((a, b) => a - b);
  const come = [...added]
    .sort(compare)
    .map((one) => ({ one, at: search(before.sorted, (other) => compare(other, one) <= 0) }));
  return {
    sorted: spliced(before.sorted, gone, come),
    findings: spliced(
      before.findings,
      gone,
      come.map(({ one: { finding }, at }) => ({ one: finding, at })),
    ),
  };
}

/** A list without what stands in some places, and with others put before places; both in order, and copied once. */
function spliced<T>(
  list: readonly T[],
  gone: readonly number[],
  come: readonly { readonly one: T; readonly at: number }[],
): readonly T[] {
  const pieces: (readonly T[])[] = [];
  let from = 0;
  let next = 0;
  for (const at of [...gone, list.length]) {
    for (let one = come[next]; one && one.at <= at; one = come[++next]) {
      pieces.push(list.slice(from, one.at), [one.one]);
      from = one.at;
    }
    pieces.push(list.slice(from, at));
    from = at + 1;
  }
  return pieces.length === 1 ? (pieces[0] ?? []) : ([] as T[]).concat(...pieces);
}

function placeOf(list: readonly Sorted[], one: Sorted): number {
  let index = search(list, (other) => compare(other, one) < 0);
  while (index < list.length && list[index]?.raw !== one.raw) index++;
  return index;
}

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
