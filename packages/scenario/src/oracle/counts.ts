import type { Figures, RollUpOptions, TaskFact } from "@taizhang/kpi";
import { groupsOf, isIn } from "./group.ts";
import type { OracleCounts, Range } from "./oracle-cell.ts";
import { type Judged, judge, type TaskState } from "./task-state.ts";

/** The counts of task states of each group: each task once, 暂缓 and 调出 left out. */
export function countsOf(figures: Figures, options: RollUpOptions, period: string): OracleCounts[] {
  const ids = [...new Set(figures.tasks.map((fact) => fact.id))];
  const tasks = ids
    .map((id) => figures.tasks.filter((fact) => fact.id === id))
    .filter((facts) => !facts.some((fact) => fact.suspended))
    .map((facts) => ({ facts, ...judge(figures, facts, options, period) }));
  return groupsOf(figures.tasks, options.by ?? []).map((key) => {
    const here = tasks.filter(({ facts }) => facts.some((fact) => isIn(fact.dims, key)));
    const count = (surely: (one: Task) => boolean, perhaps: (one: Task) => boolean): Range => ({
      least: here.filter(surely).length,
      most: here.filter(perhaps).length,
    });
    const within = (state: TaskState): Range =>
      count(
        ({ states }) => states.length === 1 && states[0] === state,
        ({ states }) => states.includes(state),
      );
    const exactly = (number: number): Range => ({ least: number, most: number });
    return {
      key,
      total: exactly(here.length),
      joint: exactly(here.filter(({ facts }) => facts.some(isJoint)).length),
      done: within("done"),
      onTrack: within("onTrack"),
      behind: within("behind"),
      overdue: count(
        ({ overdue }) => overdue === true,
        ({ overdue }) => overdue !== false,
      ),
      notDue: within("notDue"),
      unreported: within("unreported"),
    };
  });
}

type Task = Judged & { readonly facts: readonly TaskFact[] };

const isJoint = (fact: TaskFact): boolean => (fact.dims.department ?? []).length > 1;
