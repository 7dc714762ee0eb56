import type { Figures, RollUpOptions, TaskFact } from "@taizhang/kpi";
import { groupsOf, isIn, taskOf } from "./group.ts";
import type { OracleCounts, Range } from "./oracle-cell.ts";
import { type Judged, judge, type TaskState } from "./task-state.ts";

/** The counts of task states of each group: each task once, 暂缓 and 调出 left out. */
export function countsOf(figures: Figures, options: RollUpOptions, period: string): OracleCounts[] {
  const ids = [...new Set(figures.tasks.map((fact) => fact.id))];
  const concernsNot = (id: string) =>
    figures.observations.some((fact) => taskOf(fact) === id && fact.value.status === "notApplicable") ||
    figures.observations.some(
      (fact) => fact.standing === "superior" && fact.value.status === "notApplicable",
    );
  const tasks = ids
    .map((id) => figures.tasks.filter((fact) => fact.id === id).map((fact) => asItCounts(fact, options)))
    .filter((facts) => !facts.some((fact) => fact.suspended))
    .map((facts) => ({
      facts,
      mayLeave: concernsNot(facts[0]?.id ?? ""),
      ...judge(figures, facts, options, period),
    }));
  return groupsOf(figures.tasks, options.by ?? []).map((key) => {
    const here = tasks.filter(({ facts }) => facts.some((fact) => isIn(fact.dims, key)));
    const count = (surely: (one: Task) => boolean, perhaps: (one: Task) => boolean): Range => ({
      least: here.filter(surely).length,
      most: here.filter(perhaps).length,
    });
    const within = (state: TaskState): Range =>
      count(
        ({ states, mayLeave }) => !mayLeave && states.length === 1 && states[0] === state,
        ({ states }) => states.includes(state),
      );
    return {
      key,
      total: { least: here.filter(({ mayLeave }) => !mayLeave).length, most: here.length },
      joint: count(
        ({ facts, mayLeave }) => !mayLeave && facts.some(isJoint),
        ({ facts }) => facts.some(isJoint),
      ),
      done: within("done"),
      onTrack: within("onTrack"),
      behind: within("behind"),
      overdue: count(
        ({ overdue, mayLeave }) => !mayLeave && overdue === true,
        ({ overdue }) => overdue !== false,
      ),
      notDue: within("notDue"),
      unreported: within("unreported"),
    };
  });
}

type Task = Judged & {
  readonly facts: readonly TaskFact[] /** “—”: whether the task leaves the count is undecided. */;
  readonly mayLeave: boolean;
};

/** What a return says of a task that is not yet 已审, where only such count, is as good as unsaid. */
function asItCounts(fact: TaskFact, { returns }: RollUpOptions): TaskFact {
  const isSaid = returns !== "reviewed" || fact.state === "reviewed" || fact.state === "locked";
  if (isSaid || fact.standing === "ledger") return fact;
  const { statusText: _status, progressText: _progress, evidence: _evidence, ...rest } = fact;
  return { ...rest, reported: false };
}

const isJoint = (fact: TaskFact): boolean => (fact.dims.department ?? []).length > 1;
