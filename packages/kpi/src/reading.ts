import { lastMonth, type Period } from "@taizhang/model";
import { negate } from "@taizhang/quantity";
import type { ChosenTarget, TargetWindow } from "./chosen-target.ts";
import type { ObservationFact, SharedFigure } from "./facts.ts";
import { type Correction, correctionsOf, withoutCorrections } from "./frozen.ts";
import { groupBy } from "./group-by.ts";
import type { Line } from "./line.ts";
import { monthsTogether } from "./months-together.ts";
import { isFinal, isGiven, pick, said } from "./picked.ts";
import { returnCounts } from "./return-counts.ts";
import type { ReadOptions, Said, StandIn } from "./said.ts";
import type { Series } from "./series.ts";
import { targetsFor, yearSoFar } from "./target-window.ts";

/** A line in one period (一条的本期读数). */
export interface Reading extends Said {
  readonly line: Line;
  readonly targets: readonly ChosenTarget[];
  /** The months whose target is lacking, so that those of the others are no target of the whole period. */
  readonly targetsLacking: readonly Period[];
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
  /** True where a return was sent back and none has come in its place. */
  readonly sentBack: boolean;
}

/** What a line says in a period, with its targets. */
export function read(line: Line, series: Series, options: ReadOptions): Reading {
  const { targets, lacking } = targetsFor(line.targets, options.period, options.time ?? yearSoFar);
  const own = line.own.filter((fact) => counts(fact, options));
  const flow = series.indicator.acrossTime === "sum";
  const ownStands = line.own.some((fact) => standsAt(fact, options));
  const said = sayOf(ownStands ? own : line.superior, flow, options);
  const check = ownStands && line.superior.some((fact) => standsAt(fact, options));
  const standIn =
    said.status === "missing" || said.status === "unusable"
      ? ((options.time?.window ? undefined : (carried(own, options) ?? carried(line.superior, options))) ??
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
    targets,
    targetsLacking: lacking,
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
    leftOut:
      options.returns === "reviewed" &&
      line.own.some(
        (fact) =>
          fact.state !== "due" && !counts(fact, options) && (standsAt(fact, options) || !isGiven(said)),
      ),
    sentBack:
      options.returns === "latest" &&
      line.own.some(
        (fact) => fact.state === "sentBack" && standsAt(fact, options) && !isSuperseded(fact, own, options),
      ),
  };
}

/** A return that does not count says nothing: an earlier one may. */
const counts = ({ state }: ObservationFact, { returns }: ReadOptions): boolean =>
  returnCounts(state, returns);

/** True where a later return of the period counts. */
const isSuperseded = (
  { version = 1 }: ObservationFact,
  counting: readonly ObservationFact[],
  options: ReadOptions,
): boolean => counting.some((fact) => (fact.version ?? 1) > version && standsAt(fact, options));

const endOf = (period: Period | undefined): number | undefined =>
  period === undefined ? undefined : lastMonth(period);

/** True for a figure that ends where the period ends, or has no period of its own. */
const standsAt = (fact: ObservationFact, { period, main }: ReadOptions): boolean =>
  fact.measure !== "lastYear" &&
  !fact.repeated &&
  (fact.period === undefined ? main : endOf(fact.period) === endOf(period));

/** The line whose rows of the period are all blank (本期未填时的一条). */
export function withoutFigure(line: Line, options: ReadOptions): Line {
  const blank = (fact: ObservationFact): ObservationFact =>
    standsAt(fact, options) ? { ...fact, value: { status: "missing" } } : fact;
  return { ...line, own: line.own.map(blank), superior: line.superior.map(blank) };
}

/** The figure of a set of facts: the cumulative of the period, else for flows all its months together. */
export function sayOf(all: readonly ObservationFact[], flow: boolean, options: ReadOptions): Said {
  const facts = withoutCorrections(all);
  const window = flow && options.period !== undefined ? options.time?.window : undefined;
  if (window && window.first % 12 !== 0) return inWindow(facts, window, options);
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

/**
 * The figure of a quarter or a month alone: as it was reported for that time, else the cumulative at its end less the
 * cumulative before it (当期数). "Cumulative and in-period columns never mix": one of them alone says nothing.
 */
function inWindow(facts: readonly ObservationFact[], { first }: TargetWindow, options: ReadOptions): Said {
  const end = lastMonth(options.period as Period);
  const months = monthsTogether(facts, options, first);
  if (months && isGiven(months)) return months;
  const at = (month: number) =>
    pick(
      facts.filter(({ measure, period }) => {
        const of = period ?? (options.main ? options.period : undefined);
        return measure === "cumulative" && of !== undefined && lastMonth(of) === month;
      }),
    );
  const [now, before] = [at(end), at(first - 1)];
  if (now.fact?.value.status === "notApplicable") return said(now);
  const [whole, past] = [said(now), said(before)];
  const unusable = [...(months?.unusable ?? []), ...whole.unusable, ...past.unusable];
  const duplicates = [...whole.duplicates, ...past.duplicates];
  if (whole.status === "reported" && past.status === "reported")
    return {
      status: "reported",
      parts: [...whole.parts, ...past.parts.map(({ amount, fact }) => ({ amount: negate(amount), fact }))],
      unusable,
      duplicates,
    };
  return {
    status: unusable.length > 0 ? "unusable" : "missing",
    parts: [],
    unusable,
    duplicates,
    ...(months?.partial ? { partial: months.partial } : {}),
  };
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
      !best ||
      (last === best.last && best.fact.repeated === true && !fact.repeated) ||
      last > best.last ||
      (last === best.last && !fact.repeated && (fact.version ?? 1) > (best.fact.version ?? 1));
    if (later) best = { fact, last };
  }
  if (best?.fact.value.status !== "reported") return undefined;
  return {
    parts: [{ amount: best.fact.value.amount, fact: best.fact }],
    ...(best.fact.period ? { period: best.fact.period } : {}),
  };
}
