import { firstMonth, lastMonth, monthOfNumber, type Period } from "@taizhang/model";
import type { ObservationFact } from "./facts.ts";
import { groupBy } from "./group-by.ts";
import { isFinal, isGiven, pick } from "./picked.ts";
import type { Part, ReadOptions, Said } from "./said.ts";

/** An in-period figure and the months that it spans. */
interface Span {
  readonly fact: ObservationFact;
  readonly first: number;
  readonly last: number;
}

/** In-period figures laid end to end, by default from January: all of them are the figure, some are less than it. */
export function monthsTogether(
  facts: readonly ObservationFact[],
  { period, main }: ReadOptions,
  from?: number,
): Said | undefined {
  if (period === undefined) return undefined;
  const end = lastMonth(period);
  const january = from ?? end - (end % 12);
  const spans = facts.flatMap((fact): Span[] => {
    const of = fact.measure === "inPeriod" ? (fact.period ?? (main ? period : undefined)) : undefined;
    if (of === undefined || firstMonth(of) < january || lastMonth(of) > end) return [];
    return [{ fact, first: firstMonth(of), last: lastMonth(of) }];
  });
  if (spans.length === 0) return undefined;
  // Months are closer to what was reported than their quarter; the quarter serves where a month is missing.
  const byMonths = layOut(spans, january, end, (a, b) => a - b);
  if (isGiven(byMonths)) return byMonths;
  const byQuarters = layOut(spans, january, end, (a, b) => b - a);
  return isGiven(byQuarters) ? byQuarters : byMonths;
}

function layOut(
  spans: readonly Span[],
  january: number,
  end: number,
  prefer: (a: number, b: number) => number,
): Said {
  const byFirst = groupBy(spans, ({ first }) => first);
  const parts: Part[] = [];
  const months: Period[] = [];
  const unusable: ObservationFact[] = [];
  const duplicates: ObservationFact[] = [];
  for (let month = january; month <= end; ) {
    const byLast = groupBy(byFirst.get(month) ?? [], ({ last }) => last);
    const picks = [...byLast]
      .sort(([a], [b]) => prefer(a, b))
      .map(([last, some]) => ({ last, ...pick(some.map(({ fact }) => fact)) }));
    const next = picks.find(({ fact }) => isFinal(fact));
    if (!next) {
      const broken = picks.flatMap(({ fact }) => (fact?.value.status === "unusable" ? [fact] : []));
      unusable.push(...broken);
      if (broken.length === 0) months.push(monthOfNumber(month));
      month++;
      continue;
    }
    if (next.fact?.value.status === "reported")
      parts.push({ amount: next.fact.value.amount, fact: next.fact });
    duplicates.push(...next.duplicates);
    month = next.last + 1;
  }
  const partial = parts.length > 0 ? { partial: { parts, ...(months.length > 0 ? { months } : {}) } } : {};
  const lacking = { parts: [], unusable, duplicates, ...partial };
  if (months.length > 0) return { status: "missing", ...lacking };
  if (unusable.length > 0) return { status: "unusable", ...lacking };
  return { status: parts.length > 0 ? "reported" : "notApplicable", parts, unusable, duplicates };
}
