import type { ObservationFact, TargetFact } from "@taizhang/kpi";
import { leadsOf, ownerOf, taskOf } from "./group.ts";
import { type Decided, open } from "./oracle-cell.ts";
import { carriedFrom, cumulativeAt, type Report } from "./org-report.ts";
import { type OneTarget, targetOf } from "./org-target.ts";
import { plus, type Rational, zero } from "./rational.ts";

/** One org that is expected for one indicator, with all that it says. */
export interface MemberOrg {
  readonly org: string;
  readonly report: Report;
  /** The last cumulative of an earlier month, where the org has not reported. */
  readonly carried: Decided<Rational | null>;
  readonly target: Decided<Rational | null>;
  readonly stretch: Decided<Rational | null>;
  /** False where only another lead of a joint task has a row: whether the org is expected is undecided. */
  readonly coverageDecided: boolean;
}

/** The orgs of one indicator in one group. */
export function membersOf(
  targets: readonly TargetFact[],
  observations: readonly ObservationFact[],
  source: string | undefined,
  period: string,
): MemberOrg[] {
  const owners = [...new Set([...targets, ...observations].map(ownerOf))];
  return owners.map((org) => {
    const ownTargets = targets.filter((fact) => ownerOf(fact) === org);
    const rows = observations.filter((fact) => ownerOf(fact) === org);
    const counted = rows.filter((fact) => fact.org === org);
    const tasks = tasksOf(ownTargets, rows); // also where only another lead of a joint task has a row
    const report = cumulativeAt(counted, tasks, period);
    const below = ownTargets.filter((fact) => fact.standing !== "superior");
    const speaking = below.length > 0 ? below : ownTargets;
    const targetTasks = [...new Set(speaking.map(taskOf))];
    const each = targetTasks.map((task) =>
      targetOf(
        speaking.filter((fact) => taskOf(fact) === task),
        org,
        source,
        period,
      ),
    );
    const complete =
      each.length === 0 ||
      (below.length > 0 ? each.length === tasks.length : tasks.length <= 1 && each.length === 1);
    const refused = each.length > 0 && counted.some((fact) => fact.value.status === "notApplicable");
    const joint = [...ownTargets, ...rows].some((fact) => leadsOf(fact).length > 1);
    return {
      org,
      report,
      carried: counted.some((fact) => fact.measure === "inPeriod")
        ? open
        : carriedFrom(counted, tasks, period),
      target: complete && !refused ? sumOf(each, (one) => one.value) : open,
      stretch: complete && !refused ? sumOf(each, (one) => one.stretch) : open,
      coverageDecided: !joint || [...ownTargets, ...rows].every((fact) => fact.org === org),
    };
  });
}

/** The tasks that an org has rows of; a superior's table often has no ids, and then speaks of the org as a whole. */
function tasksOf(targets: readonly TargetFact[], rows: readonly ObservationFact[]): string[] {
  const own = rows.filter((fact) => fact.standing === "own");
  return [...new Set([...targets.filter((fact) => fact.standing !== "superior"), ...own].map(taskOf))];
}

/** The sum over an org's tasks: null where none has it, undecided where only some have. */
function sumOf(
  each: readonly Decided<OneTarget | null>[],
  part: (one: OneTarget) => Rational | null,
): Decided<Rational | null> {
  const parts = each.map((one) => (one === open ? open : one && part(one)));
  if (parts.some((one) => one === open)) return open;
  const known = parts.filter((one) => one !== null && one !== open);
  if (known.length === 0) return null;
  return known.length < parts.length ? open : known.reduce(plus, zero);
}
