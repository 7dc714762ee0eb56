import type { Indicator } from "@taizhang/model";
import { completionOf } from "./formulas.ts";
import type { MemberOrg } from "./members.ts";
import { type Decided, decide, open } from "./oracle-cell.ts";
import { order, type Rational, total, zero } from "./rational.ts";

/** The sums over the orgs of an indicator that adds. */
export interface Total {
  readonly target: Decided<Rational | null>;
  readonly stretch: Decided<Rational | null>;
  readonly actual: Decided<Rational | null>;
  readonly completion: Decided<Rational | null>;
  readonly completionReporting: Decided<Rational | null>;
  readonly atLeast: Decided<boolean>;
  /** Every org with a target has reported, and all orgs have one: the light and the difference are plain. */
  readonly plain: boolean;
}

const state = ({ report }: MemberOrg) => (report === open ? "open" : report.state);

/** Σ of the known values; null where none is known, undecided where one is. */
function sum(values: readonly Decided<Rational | null>[]): Decided<Rational | null> {
  if (values.some((value) => value === open)) return open;
  const known = values.filter((value) => value !== null && value !== open);
  return known.length === 0 ? null : total(known);
}

/** What an org adds to the total: its figure, or for a non-negative flow its last earlier cumulative. */
function contribution({ report, carried }: MemberOrg, indicator: Indicator): Decided<Rational | null> {
  if (report === open) return open;
  if (report.state === "reported") return report.amount;
  if (report.state !== "missing") return carried === null ? null : open; // unreadable now, a figure earlier
  if (isNonNegativeFlow(indicator)) return carried;
  // A net figure is no lower bound, so nothing is carried; whether a stock "takes the last" is undecided.
  return indicator.accounting === "flow" || carried === null ? null : open;
}

const isNonNegativeFlow = ({ accounting, mayBeNegative }: Indicator): boolean =>
  accounting === "flow" && mayBeNegative !== true;

/** The totals of an indicator that adds across orgs. `targetsElsewhere`: some org outside the group has a target. */
export function totalOf(
  indicator: Indicator,
  members: readonly MemberOrg[],
  targetsElsewhere: boolean,
): Total {
  const nonNegativeFlow = isNonNegativeFlow(indicator);
  const inTotal = members.filter((member) => state(member) !== "notApplicable");
  const gone = members.filter((member) => state(member) === "notApplicable");
  const goneMatter = gone.some((member) => member.target !== null || member.carried !== null);
  const target = goneMatter ? open : sum(inTotal.map((member) => member.target));
  const withTarget = inTotal.filter((member) => member.target !== null);
  const stretchMissing =
    withTarget.some((m) => m.stretch === null) && withTarget.some((m) => m.stretch !== null);
  const stretch = goneMatter || stretchMissing ? open : sum(inTotal.map((member) => member.stretch));
  const bare = target === null && !targetsElsewhere;
  const counted = bare ? inTotal : withTarget;
  const nothingToAssess = target === null && targetsElsewhere; // 无目标单位 alone in a group: shown apart, or here?
  const actual =
    nothingToAssess || target === open ? open : sum(counted.map((member) => contribution(member, indicator)));

  const absent = counted.filter((member) => state(member) === "missing");
  const broken = counted.some((member) => state(member) === "unusable" || state(member) === "open");
  const absentElsewhere = inTotal.some((member) => state(member) !== "reported" && !counted.includes(member));
  const incomplete = absent.length > 0 || broken;
  const reporting = withTarget.filter((member) => state(member) === "reported");
  const amounts = reporting.map((member) => contribution(member, indicator));
  return {
    target,
    stretch,
    actual,
    completion:
      incomplete && !nonNegativeFlow
        ? open // a part of a stock or of a net figure over the whole target: undecided
        : decide([actual, target], (a, t) => completionOf(indicator, a, t)),
    completionReporting: members.some((member) => member.target === open || state(member) === "open")
      ? open
      : decide([sum(amounts), sum(reporting.map((m) => m.target))], (a, t) => completionOf(indicator, a, t)),
    atLeast: lowerBound(),
    plain: !incomplete && !absentElsewhere && gone.length === 0 && counted.length === inTotal.length,
  };

  function lowerBound(): Decided<boolean> {
    if (members.some((member) => state(member) === "open") || actual === open || target === open) return open;
    if (!incomplete) return absentElsewhere ? open : false;
    if (actual === null || absent.length === 0) return open;
    if (indicator.accounting === "stock") return open;
    const negative = counted.some(
      (m) => m.report !== open && m.report.state === "reported" && order(m.report.amount, zero) < 0,
    );
    return nonNegativeFlow && negative ? open : nonNegativeFlow;
  }
}
