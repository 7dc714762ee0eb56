import { firstMonth, lastMonth, monthOfNumber, type Period } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import { type ChosenTarget, targetsIn } from "./chosen-target.ts";
import type { ObservationFact, SharedFigure } from "./facts.ts";
import { type Correction, correctionsOf, withoutCorrections } from "./frozen.ts";
import { groupBy } from "./group-by.ts";
import type { Line } from "./line.ts";
import type { Series } from "./series.ts";

/** A reported amount with the fact that it is from. */
export interface Part {
  readonly amount: Decimal;
  readonly fact: ObservationFact;
}

/** What stands in for a figure that is missing: less than it, surely. */
interface StandIn {
  readonly parts: readonly Part[];
  /** 沿用: the earlier period. */
  readonly period?: Period;
  /** In-period figures without these months, for which nothing was reported. */
  readonly months?: readonly Period[];
}

/** What a set of facts says for one period. */
export interface Said {
  readonly status: "reported" | "missing" | "notApplicable" | "unusable";
  /** The amounts that add up to the figure; empty unless reported. */
  readonly parts: readonly Part[];
  readonly unusable: readonly ObservationFact[];
  readonly duplicates: readonly ObservationFact[];
  readonly partial?: StandIn;
}

/** A line in one period (一条的本期读数). */
export interface Reading extends Said {
  readonly line: Line;
  readonly targets: readonly ChosenTarget[];
  readonly standIn?: StandIn;
  /** The figure of a superior's table, where the own return counts. */
  readonly check?: Said;
  /** A superior's figure for all tasks of the org together. */
  readonly wholeCheck?: Said;
  /** The other leads' figures of a joint task. */
  readonly others: readonly { readonly org: string; readonly said: Said }[];
  /** The orgs with which the line's org has reported one figure together, all of them in the cell (共同完成数). */
  readonly reportedWith?: SharedFigure;
  /** True where a return was left out because it is not yet 已审; an earlier one that is may count. */
  readonly leftOut: boolean;
  /** 更正 of the locked figures that the reading rests on, counted or not. */
  readonly corrections: readonly Correction[];
}

/** The period that is read, and which returns count. */
export interface ReadOptions {
  readonly period: Period | undefined;
  /** True for the period that is rolled up: figures without a period belong to it. */
  readonly main: boolean;
  readonly returns: "latest" | "reviewed";
}

/** What a line says in a period, with its targets. */
export function read(line: Line, series: Series, options: ReadOptions): Reading {
  const own = line.own.filter((fact) => counts(fact, options));
  const flow = series.indicator.acrossTime === "sum";
  const ownStands = line.own.some((fact) => standsAt(fact, options));
  const said = sayOf(ownStands ? own : line.superior, flow, options);
  const check = ownStands && line.superior.some((fact) => standsAt(fact, options));
  const standIn =
    said.status === "missing" || said.status === "unusable"
      ? (carried(own, options) ??
        carried(line.superior, options) ??
        said.partial ??
        // Who sent nothing this month has the months before it all the same
        sayOf(own, flow, options).partial)
      : undefined;
  const used = new Set([...said.parts, ...(standIn?.parts ?? [])].map(({ fact }) => fact.period));
  return {
    ...said,
    line,
    corrections: correctionsOf(own).filter(
      ({ corrected: { fact } }) =>
        standsAt(fact, options) || (fact.measure !== "lastYear" && used.has(fact.period)),
    ),
    targets: targetsIn(line.targets, options.period),
    ...(standIn && flow && series.nonNegative ? { standIn } : {}),
    ...(check ? { check: sayOf(line.superior, flow, options) } : {}),
    ...(line.whole.length > 0 ? { wholeCheck: sayOf(line.whole, flow, options) } : {}),
    others:
      line.others.length === 0
        ? none
        : [...groupBy(line.others, ({ reporter, org }) => reporter ?? org)].map(([org, facts]) => ({
            org,
            said: sayOf(facts, flow, options),
          })),
    leftOut: line.own.some(
      (fact) => fact.state !== "due" && !counts(fact, options) && (standsAt(fact, options) || !isGiven(said)),
    ),
  };
}

/** A return that is still due, or not yet 已审 where that is asked, says nothing: an earlier one may. */
function counts({ state = "submitted" }: ObservationFact, { returns }: ReadOptions): boolean {
  return returns === "reviewed" ? state === "reviewed" || state === "locked" : state !== "due";
}

const isGiven = ({ status }: Said): boolean => status === "reported" || status === "notApplicable";

const endOf = (period: Period | undefined): number | undefined =>
  period === undefined ? undefined : lastMonth(period);

/** True for a figure that ends where the period ends, or has no period of its own. */
const standsAt = (fact: ObservationFact, { period, main }: ReadOptions): boolean =>
  fact.measure !== "lastYear" && (fact.period === undefined ? main : endOf(fact.period) === endOf(period));

/** The figure of a set of facts: the cumulative of the period, else for flows all its months together. */
export function sayOf(all: readonly ObservationFact[], flow: boolean, options: ReadOptions): Said {
  const facts = withoutCorrections(all);
  const at = facts.filter((fact) => standsAt(fact, options));
  const cumulative = pick(at.filter(({ measure }) => measure === "cumulative"));
  if (isFinal(cumulative.fact)) return said(cumulative);
  const now = pick(at.filter(({ measure }) => measure === "inPeriod"));
  const worse = cumulative.fact?.value.status === "unusable" || !now.fact ? cumulative : now;
  if (!flow) return said(isFinal(now.fact) ? now : worse);
  const months = monthsTogether(facts, options);
  if (months && isGiven(months)) return months;
  const rest = said(worse);
  // Months that are laid end to end lack what was not reported, before they lack what cannot be used.
  const lacking = cumulative.fact && rest.status === "unusable" ? rest : (months ?? rest);
  return {
    ...rest,
    status: lacking.status === "unusable" ? "unusable" : "missing",
    parts: [],
    unusable: [...new Set([...rest.unusable, ...(months?.unusable ?? [])])],
    ...(months?.partial ? { partial: months.partial } : {}),
  };
}

const none: readonly never[] = [];

interface Picked {
  readonly fact: ObservationFact | undefined;
  readonly duplicates: readonly ObservationFact[];
}

/**
 * The fact that counts: of the latest return the first that is not blank; figures with a period before others, and what an
 * org says itself before what stands of it in another's file.
 */
function pick(facts: readonly ObservationFact[]): Picked {
  if (facts.length <= 1) return { fact: facts[0], duplicates: none };
  const dated = facts.filter(({ period }) => period !== undefined);
  const own = dated.length > 0 ? dated : facts;
  const latest = own.reduce((most, { version = 1 }) => Math.max(most, version), 1);
  const last = own.filter(({ version = 1 }) => version === latest);
  const said = last.filter(({ reporter, org }) => reporter === undefined || reporter === org);
  const first = said.length > 0 ? said : last;
  const fact = first.find(({ value }) => value.status !== "missing") ?? first[0];
  return { fact, duplicates: last.filter((other) => other !== fact && other.value.status === "reported") };
}

const isFinal = (fact: ObservationFact | undefined): boolean =>
  fact?.value.status === "reported" || fact?.value.status === "notApplicable";

function said({ fact, duplicates }: Picked): Said {
  const value = fact?.value ?? { status: "missing" as const };
  return {
    status: value.status,
    parts: value.status === "reported" && fact ? [{ amount: value.amount, fact }] : [],
    unusable: value.status === "unusable" && fact ? [fact] : [],
    duplicates,
  };
}

/** An in-period figure and the months that it spans. */
interface Span {
  readonly fact: ObservationFact;
  readonly first: number;
  readonly last: number;
}

/** In-period figures laid end to end from January: all of them are the cumulative, some are less than it. */
function monthsTogether(facts: readonly ObservationFact[], { period, main }: ReadOptions): Said | undefined {
  if (period === undefined) return undefined;
  const end = lastMonth(period);
  const january = end - (end % 12);
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

/** The last cumulative figure of the same year that was reported before the period (沿用). */
function carried(facts: readonly ObservationFact[], { period }: ReadOptions): StandIn | undefined {
  if (period === undefined) return undefined;
  const end = lastMonth(period);
  let best: { readonly fact: ObservationFact; readonly last: number } | undefined;
  for (const fact of withoutCorrections(facts)) {
    if (fact.measure !== "cumulative" || fact.period === undefined || fact.value.status !== "reported")
      continue;
    const last = lastMonth(fact.period);
    if (last >= end || Math.floor(last / 12) !== Math.floor(end / 12)) continue;
    const later =
      !best || last > best.last || (last === best.last && (fact.version ?? 1) > (best.fact.version ?? 1));
    if (later) best = { fact, last };
  }
  if (best?.fact.value.status !== "reported") return undefined;
  return {
    parts: [{ amount: best.fact.value.amount, fact: best.fact }],
    ...(best.fact.period ? { period: best.fact.period } : {}),
  };
}
