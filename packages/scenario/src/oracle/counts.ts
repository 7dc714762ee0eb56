import type { Figures, RollUpOptions, TaskFact } from "@taizhang/kpi";
import { groupsOf, isIn } from "./group.ts";
import { type Decided, type OracleCounts, open } from "./oracle-cell.ts";
import { judge, type TaskState } from "./task-state.ts";

/** The counts of task states of each group: each task once, 暂缓 and 调出 left out. */
export function countsOf(figures: Figures, options: RollUpOptions, period: string): OracleCounts[] {
  const ids = [...new Set(figures.tasks.map((fact) => fact.id))];
  const tasks = ids
    .map((id) => figures.tasks.filter((fact) => fact.id === id))
    .filter((facts) => !facts.some((fact) => fact.suspended))
    .map((facts) => ({ facts, ...judge(figures, facts, options, period) }));
  return groupsOf(figures.tasks, options.by ?? []).map((key) => {
    const here = tasks.filter(({ facts }) => facts.some((fact) => isIn(fact.dims, key)));
    const count = (state: TaskState): Decided<number> =>
      here.some(({ states }) => states.length > 1 && states.includes(state))
        ? open
        : here.filter(({ states }) => states[0] === state).length;
    return {
      key,
      total: here.length,
      joint: here.filter(({ facts }) => facts.some(isJoint)).length,
      done: count("done"),
      onTrack: count("onTrack"),
      behind: count("behind"),
      overdue: here.some(({ overdue }) => overdue === open)
        ? open
        : here.filter(({ overdue }) => overdue).length,
      notDue: count("notDue"),
      unreported: count("unreported"),
    };
  });
}

const isJoint = (fact: TaskFact): boolean => (fact.dims.department ?? []).length > 1;
