import type { TargetFact } from "@taizhang/kpi";
import { inOrderOfPlace } from "./first.ts";
import { endOf, yearOf } from "./months.ts";
import { type Decided, open } from "./oracle-cell.ts";
import { type Rational, rational, times } from "./rational.ts";
import { scaleOf } from "./unit-scale.ts";

/** The target of one task of one org, in the base of its dimension. */
export interface OneTarget {
  readonly value: Rational;
  readonly stretch: Rational | null;
}

/** Whether a target is for the period that is rolled up: it says nothing, the period itself, or its year. */
export const isFor = (target: TargetFact, period: string): boolean =>
  target.period === undefined || target.period === period || target.period === yearOf(period);

/** Whose word wins: the ledger's, then the return's, then the superior's table's. */
const standings = ["ledger", "own", "superior"];

/**
 * The source that is assessed: the only one, or of 市下达 and 区自定 the superior's. Which of other sources is the
 * superior's is undecided.
 */
export function chosenSource(targets: readonly TargetFact[]): Decided<string | undefined> {
  const sources = [...new Set(targets.filter(hasValue).map((target) => target.source))];
  const waiting = targets.filter((target) => !hasValue(target));
  if (waiting.some((target) => !sources.includes(target.source)) && sources.length > 0) return open; // 待下达
  if (sources.length <= 1) return sources[0];
  return sources.every((source) => source === "市下达" || source === "区自定") ? "市下达" : open;
}

const hasValue = (target: TargetFact): boolean => target.status === "set" && target.value !== undefined;

/** The value in force at the end of the period; a change within its last month is undecided. */
function valueInForce(target: TargetFact, period: string): Decided<string | undefined> {
  const end = endOf(period);
  const versions = [...(target.versions ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (versions.some(({ from }) => from.slice(0, 7) === end.slice(0, 7))) return open;
  return versions.filter(({ from }) => from <= end).at(-1)?.value ?? target.value;
}

/** The target that counts of all that stand for one task: null where there is none (or it is 待下达). */
export function targetOf(
  facts: readonly TargetFact[],
  owner: string,
  source: string | undefined,
  period: string,
): Decided<OneTarget | null> {
  if (facts.some(hasValue) && facts.some((fact) => !hasValue(fact))) {
    const ledger = facts.filter((fact) => fact.standing === "ledger");
    if (!ledger.every(hasValue)) return open; // 待下达 in the ledger and a number in the return
  }
  const ofSource = facts.filter(hasValue).filter((fact) => fact.source === source);
  for (const standing of standings) {
    const here = inOrderOfPlace(ofSource.filter((fact) => fact.standing === standing));
    const first = here.find((fact) => fact.org === owner) ?? here[0];
    if (!first) continue;
    const rivals = here.filter((fact) => fact.org === first.org && fact.value !== first.value);
    if (rivals.some((fact) => fact.at?.file !== first.at?.file || fact.at?.sheet !== first.at?.sheet))
      return open;
    if (rivals.length > 0 && here.some((fact) => fact.power !== first.power)) return open;
    const value = valueInForce(first, period);
    if (value === open) return open;
    const scale = scaleOf(first.unit, first.power);
    // The far end and 力争 belong to the version that they were given with: "each period uses the version in force".
    if (value !== first.value) return { value: times(rational(value ?? "0"), scale), stretch: null };
    const wide = first.bound === "range" && first.indicator.direction === "up" ? first.valueMax : undefined;
    const stretch = first.stretch ?? wide;
    return {
      value: times(rational(value ?? "0"), scale),
      stretch: stretch === undefined ? null : times(rational(stretch), scale),
    };
  }
  return null;
}
