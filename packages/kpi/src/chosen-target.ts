import { contains, lastDay, type Node, type Period, type TargetVersion, yearOf } from "@taizhang/model";
import { compare, type Decimal } from "@taizhang/quantity";
import { checkPeriod, checkTarget } from "./checked-dates.ts";
import { type Dated, inForce } from "./dated.ts";
import { defined } from "./defined.ts";
import type { TargetFact } from "./facts.ts";
import { versions } from "./generated/target-sources.ts";
import { groupBy } from "./group-by.ts";

/** The target of one line from one source, as it is in force in a period (生效目标). */
export interface ChosenTarget {
  readonly fact: TargetFact;
  /** 市下达 …, "" where none is stated. */
  readonly source: string;
  /** Absent while pending. */
  readonly value?: Decimal;
  readonly max?: Decimal;
  readonly stretch?: Decimal;
  /** The cumulative nodes of the version in force. */
  readonly nodes?: readonly Node[];
  /** True where nodes are given that stand with another version than the one in force. */
  readonly nodesLapsed: boolean;
  /** The day of the version in force, where it is not the first. */
  readonly versionFrom?: string;
  /** 批准文号 and 调整原因 of that version. */
  readonly approval?: string;
  readonly reason?: string;
  /** Set where the target is of a quarter or a month, or the sum of such. */
  readonly window?: TargetWindow;
  /** Of how many targets of shorter times it is the sum. */
  readonly summedFrom?: number;
  /** Values for the same target that stand elsewhere. */
  readonly others: readonly Decimal[];
}

const sourceRanks: readonly Dated<{ readonly ranks: readonly (readonly string[])[] }>[] = versions;

/** How high a source of targets stands: 0 is the highest (目标来源次序). */
function sourceRank(source: string, on?: string): number {
  const { ranks } = inForce(sourceRanks, on).value;
  const found = ranks.findIndex((words) => words.some((word) => source.includes(word)));
  return found < 0 ? ranks.length : found;
}

/** The source that is assessed of several: the superior's by default; of equals the first by name. */
export const chooseSource = (sources: Iterable<string>, on?: string): string | undefined =>
  [...new Set(sources)].sort((a, b) => sourceRank(a, on) - sourceRank(b, on) || (a < b ? -1 : 1))[0];

/** True for a target that the period has to do with: of the time itself, around it or within it. */
export const applies = (target: TargetFact, period: Period | undefined): boolean =>
  target.period === undefined ||
  period === undefined ||
  contains(target.period, period) ||
  contains(period, target.period);

/**
 * The targets of a line in a period, one a source; the facts come ledger first. A row that names no source repeats
 * the target of the source that another row names.
 */
export function targetsIn(facts: readonly TargetFact[], period: Period | undefined): ChosenTarget[] {
  const stated = facts.filter(
    (fact) => applies(fact, period) && (fact.value !== undefined || fact.status === "pending"),
  );
  const named = new Set(stated.flatMap(({ source }) => (source?.trim() ? [source.trim()] : [])));
  // Beside one named source a row without any is the same target, and the ledger's word goes before a return's.
  const [only = ""] = named.size === 1 ? named : [];
  const bySource = groupBy(stated, ({ source }) => source?.trim() || only);
  if (named.size > 1) bySource.delete("");
  return [...bySource].map(([source, group]) => inPeriod(latestStated(group, period), source, group, period));
}

/** Of the same standing the one that the latest return up to the period repeats: 100 in June, 80 from September on. */
function latestStated(group: readonly TargetFact[], period: Period | undefined): TargetFact {
  const [first] = group as readonly [TargetFact, ...TargetFact[]];
  if (first.standing === "ledger") return first;
  const day = period === undefined ? undefined : lastDay(period);
  let [found, since] = [first, ""];
  for (const fact of group) {
    if (fact.standing !== first.standing || fact.stated === undefined) continue;
    const stated = lastDay(fact.stated);
    if (stated > since && (day === undefined || stated <= day)) [found, since] = [fact, stated];
  }
  return found;
}

/**
 * The value of a target that is in force at the end of a period: a later version holds from its day on (目标版本). A
 * range is its near end with the far end as 力争, unless it is a band. "Each period uses the version in force": its far end,
 * 力争 and nodes too, and not those of another version. A day or period
 * that is written as none ("2016/07/01") throws a RangeError. The domain page §2.
 * @example targetInForce({ ...target, value: decimal("100"), versions: [{ from: "2016-07-01", value: decimal("80") }] }, "2016-08").value // "80"
 */
export function targetInForce(
  target: TargetFact,
  period: Period,
): Pick<ChosenTarget, "value" | "max" | "stretch" | "nodes" | "versionFrom"> {
  checkTarget(target);
  checkPeriod(period, "targetInForce");
  const found = inPeriod(target, target.source ?? "", [target], period);
  const { value, max, stretch, nodes, versionFrom } = found;
  return defined({ value, max, stretch, nodes, versionFrom });
}

function inPeriod(
  fact: TargetFact,
  source: string,
  all: readonly TargetFact[],
  period: Period | undefined,
): ChosenTarget {
  const version = versionIn(fact, period);
  const value = version?.value ?? fact.value;
  // A version of the same value (another approval) leaves all that stands with it as it was.
  const isFirst = version === undefined || version.value === fact.value;
  const { valueMax, stretch, nodes } = { ...(isFirst ? fact : {}), ...version };
  // Who moves only the lower end of a band leaves the upper one.
  const end = valueMax ?? (fact.indicator.direction === "within" ? upperEnd(fact, value) : undefined);
  const values = rated({
    bound: fact.bound,
    indicator: fact.indicator,
    ...defined({ value, valueMax: end, stretch }),
  });
  const yearOfReport = ({ stated }: TargetFact) => stated && yearOf(stated);
  const same = (other: TargetFact) =>
    // Last year's return has the target of its own year, which is no other value for this one.
    (yearOfReport(other) ?? yearOfReport(fact)) === (yearOfReport(fact) ?? yearOfReport(other)) &&
    other.unit === fact.unit &&
    other.power === fact.power &&
    other.value !== undefined &&
    value !== undefined;
  return {
    fact,
    source,
    ...values,
    ...(nodes ? { nodes } : {}),
    nodesLapsed: !isFirst && nodes === undefined && (fact.nodes ?? []).length > 0,
    ...(version ? { versionFrom: version.from, ...approved(version) } : {}),
    others: all.flatMap((other) =>
      same(other) && other.value !== fact.value && compare(other.value as Decimal, value as Decimal) !== 0
        ? [other.value as Decimal]
        : [],
    ),
  };
}

/** Who approved a version and why, where that is said. */
const approved = ({ approval, reason }: TargetVersion): Pick<ChosenTarget, "approval" | "reason"> =>
  defined({ approval: approval?.trim() || undefined, reason: reason?.trim() || undefined });

/** The version of a target that is in force at the end of a period, if it has any. */
function versionIn({ versions: all }: TargetFact, period: Period | undefined) {
  if (all === undefined || all.length === 0) return undefined;
  const day = period === undefined ? undefined : lastDay(period);
  return [...all]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .findLast(({ from }) => day === undefined || from <= day);
}
const upperEnd = ({ valueMax }: TargetFact, value: Decimal | undefined): Decimal | undefined =>
  valueMax !== undefined && value !== undefined && compare(valueMax, value) >= 0 ? valueMax : undefined;

/** A range is rated as its near end with the far end as 力争, unless it is a band. */
function rated({
  bound,
  indicator,
  value,
  valueMax,
  stretch,
}: Pick<TargetFact, "bound" | "indicator" | "value" | "valueMax" | "stretch">): Pick<
  ChosenTarget,
  "value" | "max" | "stretch"
> {
  if (value === undefined) return {};
  const further = stretch === undefined ? {} : { stretch };
  if (valueMax === undefined || bound !== "range") return { value, ...further };
  if (indicator.direction === "within") return { value, max: valueMax, ...further };
  return indicator.direction === "up"
    ? { value, stretch: stretch ?? valueMax }
    : { value: valueMax, stretch: stretch ?? value };
}

/** The quarter or month that targets are for, in months counted from year 0 (目标的期). */
export interface TargetWindow {
  readonly period: Period;
  readonly first: number;
  readonly last: number;
}
