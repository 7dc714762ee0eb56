import type { Figures, ObservationFact, RollUpOptions, TargetFact } from "@taizhang/kpi";
import type { Indicator } from "@taizhang/model";
import { belowOf } from "./below.ts";
import { countsOf } from "./counts.ts";
import { completionOf, exactCompletion, lightOf, paceOf } from "./formulas.ts";
import { groupsOf, isIn, type Key } from "./group.ts";
import { type MemberOrg, membersOf } from "./members.ts";
import { monthIn } from "./months.ts";
import { type Decided, decide, type OracleCell, type OracleRollUp, open } from "./oracle-cell.ts";
import { chosenSource } from "./org-target.ts";
import { parentReportedOf, parentTargetOf } from "./parent.ts";
import { quotientOf } from "./quotient.ts";
import { minus, order, type Rational, rounded, zero } from "./rational.ts";
import { type Total, totalOf } from "./total-of.ts";
import { unitOfTotal, unitsDiffer } from "./unit-of-total.ts";

/**
 * What the domain page alone says that a roll-up must give: slow, plain, and silent (`open`) where the page is.
 * It knows years and months, cumulative figures, and the units of `unit-scale.ts`.
 */
export function oracleRollUp(figures: Figures, options: RollUpOptions = {}): OracleRollUp {
  const period = options.period ?? latestPeriod(figures);
  const indicators = new Map<string, Indicator>();
  for (const fact of [...figures.targets, ...figures.observations])
    indicators.set(fact.indicator.key, fact.indicator);
  const cells = [...indicators.values()].flatMap((indicator) => {
    const below = belowOf(figures, indicator.key, options, period);
    return groupsOf([...below.targets, ...below.observations], options.by ?? []).map((key) =>
      cellOf(figures, indicator, key, options, period),
    );
  });
  return { cells, counts: countsOf(figures, options, period) };
}

/** An empty form is not a report. */
const latestPeriod = (figures: Figures): string => {
  const given = figures.observations.filter(({ value }) => value.status !== "missing");
  const of = (facts: readonly { readonly period?: string }[]) => facts.map(({ period }) => period ?? "");
  const filled = [...of(given), ...of(figures.tasks.filter(({ reported }) => reported))];
  return (filled.length > 0 ? filled : of(figures.observations)).sort().at(-1) ?? "";
};

function cellOf(
  figures: Figures,
  indicator: Indicator,
  key: Key,
  options: RollUpOptions,
  period: string,
): OracleCell {
  const below = belowOf(figures, indicator.key, options, period);
  const within = (fact: TargetFact | ObservationFact) => isIn(fact.dims, key);
  const targets = below.targets.filter(within);
  const observations = below.observations.filter(within);
  const chosen = chosenSource(below.targets);
  const source = chosen === open ? undefined : chosen;
  const everyone = membersOf(below.targets, below.observations, source, period);
  const members = membersOf(targets, observations, source, period);
  const facts = [...below.targets, ...below.observations];
  const parentReported = parentReportedOf(figures, indicator.key, key, facts, period);
  const parentTarget = parentTargetOf(figures, indicator.key, key, facts, period);
  const parents = [...figures.targets, ...figures.observations].filter(
    (fact) => fact.standing === "total" && fact.indicator.key === indicator.key,
  );
  const head = {
    key,
    indicator: indicator.key,
    unit: unitsDiffer([...targets, ...observations])
      ? open
      : unitOfTotal(targets, observations, source, period, parents),
    ...coverage(members),
    parentReported:
      unitsDiffer([...targets, ...observations]) || (isAlone(members) && isChecked(below.observations))
        ? open
        : parentReported,
  } as const;
  const nothing = {
    stretch: null,
    actual: null,
    completion: null,
    completionReporting: null,
    actualIsQuotient: false,
  };
  if (unitsDiffer([...targets, ...observations]))
    return { ...head, ...nothing, target: null, atLeast: open, difference: open, pace: open, light: open };
  if (members.length === 0) return { ...head, ...undecidedTotal, actualIsQuotient: false, ...silent };
  if (indicator.acrossOrgs === "none") {
    const quotient = quotientOf(figures, indicator, key, options, period);
    const alone = isAlone(members); // of one org nothing is added: whether its own rate stands is undecided
    const actual = alone ? open : (quotient ?? parentReported);
    const target = alone ? open : (parentTarget ?? repeatedTarget(members));
    return {
      ...head,
      target,
      stretch: open,
      actual,
      actualIsQuotient: quotient !== null,
      completion: decide([actual, target], (a, t) => completionOf(indicator, a, t)),
      completionReporting: open,
      atLeast: false,
      difference: quotient !== null || actual === open ? open : null,
      pace: null,
      light: open,
    };
  }
  const all = totalOf(
    indicator,
    members,
    everyone.some((member) => member.target !== null),
  );
  const sums: Total = chosen === open || otherSource(targets, chosen) ? { ...all, ...undecidedTotal } : all;
  const nobodyHasTarget = !everyone.some((member) => member.target !== null);
  // Where only the orgs of this group have none, it is undecided whether the parent's own target stands for them.
  const instead = parentTarget === null || nobodyHasTarget ? parentTarget : open;
  const target = sums.target === null ? instead : sums.target;
  const difference = decide([sums.actual, head.parentReported], (a, p) => (a && p ? minus(p, a) : null));
  const ownTarget = sums.target !== null || target === null;
  return {
    ...head,
    target,
    stretch: sums.stretch,
    actual: sums.actual,
    atLeast: sums.atLeast,
    completion: ownTarget ? sums.completion : open,
    completionReporting: ownTarget ? sums.completionReporting : open,
    actualIsQuotient: false,
    difference:
      sums.plain || parentReported === null || sums.target === null
        ? difference
        : differing(members, difference),
    ...paceAndLight(indicator, targets, sums, period),
  };
}

const isAlone = (members: readonly MemberOrg[]): boolean =>
  members.filter(({ report }) => report !== open && report.state !== "notApplicable").length <= 1;

/** A superior's figure of the one org of a group checks it; whether it stands as the parent's number is undecided. */
const isChecked = (observations: readonly ObservationFact[]): boolean =>
  observations.some((fact) => fact.standing === "superior" && fact.value.status === "reported");

/** Whether the group has targets, but none of the chosen source: which then counts here is undecided. */
const otherSource = (targets: readonly TargetFact[], chosen: string | undefined): boolean =>
  chosenSource(targets) !== chosen && targets.some((target) => target.value !== undefined);

/** With nothing but a parent's row the page does not say what the total is. */
const silent = { atLeast: open, difference: open, pace: open, light: open } as const;

const undecidedTotal = {
  atLeast: open,
  target: open,
  stretch: open,
  actual: open,
  completion: open,
  completionReporting: open,
} as const;

/** With 无目标单位 the sum below is not the shown total alone; which of them the 差额 takes is undecided. */
const differing = (members: readonly MemberOrg[], difference: Decided<Rational | null>) =>
  members.some((member) => member.target === null) ? open : difference;

/** A rate's target at each org is not added: of one org, or one value at each, it is undecided what is shown. */
function repeatedTarget(members: readonly MemberOrg[]): Decided<null> {
  const values = members.map((member) => member.target).filter((target) => target !== null);
  const [first] = values;
  if (first === undefined) return null;
  if (values.some((value) => value === open || first === open || order(value, first) === 0)) return open;
  return null;
}

/** Who is expected, who has reported, who is missing: orgs, not rows; “—” is removed from the expected. */
function coverage(members: readonly MemberOrg[]): Pick<OracleCell, "reported" | "expected" | "missing"> {
  if (members.some((member) => member.report === open || !member.coverageDecided))
    return { reported: open, expected: open, missing: open };
  const having = (state: string) =>
    members.filter(({ report }) => report !== open && report.state === state).map(({ org }) => org);
  return {
    reported: having("reported").length,
    expected: members.length - having("notApplicable").length,
    missing: having("missing").sort(),
  };
}

/** Only where the page is plain: an upward flow with one target of the year at each org, and all have reported. */
function paceAndLight(indicator: Indicator, targets: readonly TargetFact[], sums: Total, period: string) {
  const plain =
    indicator.direction === "up" &&
    targets.every((one) => !one.start && !one.deadline && !one.nodes && !one.baseline);
  if (!plain || sums.target === null || sums.target === open) return { pace: open, light: open } as const;
  if (indicator.accounting !== "flow") return { pace: null, light: open } as const;
  const pace = rounded(paceOf(monthIn(period)), 6);
  if (!sums.plain || sums.actual === null || sums.actual === open || order(sums.target, zero) <= 0)
    return { pace: order(sums.target, zero) > 0 ? pace : open, light: open } as const;
  const rate = exactCompletion(indicator, sums.actual, sums.target);
  return { pace, light: rate ? lightOf(paceOf(monthIn(period)), rate) : open } as const;
}
