import type { Period } from "@taizhang/model";
import type { TaskFact } from "./facts.ts";
import { groupBy } from "./group-by.ts";
import { grouping, orderedKey } from "./grouping.ts";
import type { Key, TaskCounts } from "./roll-up-cell.ts";
import { type Duty, type DutyOptions, dutiesOf } from "./task-duty.ts";
import { type TaskState, worse } from "./task-state.ts";

/** What the counts are made with. */
export interface CountOptions extends DutyOptions {
  readonly by: readonly string[];
  readonly rounds: readonly (Period | undefined)[];
}

/** The counts of task states: in total, and one a group (任务状态统计). A task counts once in each. */
export function taskCounts(tasks: readonly TaskFact[], options: CountOptions): TaskCounts[] {
  const { by, rounds, main } = options;
  const dimensions = by.filter((dimension) => dimension !== "period");
  const duties = (period: Period | undefined) => dutiesOf(tasks, period, options);
  const counts = [countOf(duties(main), {}, {})];
  if (by.length > 0)
    for (const period of rounds)
      for (const { key, codes, items } of grouping(duties(period), ({ dims }) => dims, dimensions))
        counts.push(countOf(items, orderedKey(key, by, period), codes));
  return counts;
}

/** Several members of one dimension, as the note of a cell has it, whoever the row says reports it (共同). */
const isShared = ({ joint, dims }: Duty): boolean =>
  joint || Object.values(dims).some((members) => (members?.length ?? 0) > 1);

function countOf(duties: readonly Duty[], key: Key, codes: Key): TaskCounts {
  const counts = { done: 0, onTrack: 0, behind: 0, notDue: 0, unreported: 0 };
  let overdue = 0;
  let joint = 0;
  for (const { state, joint: isJoint } of eachOnce(duties)) {
    if (state.state !== "gone") counts[state.state]++;
    if (state.overdue) overdue++;
    if (isJoint) joint++;
  }
  const total = counts.done + counts.onTrack + counts.behind + counts.notDue + counts.unreported;
  const { done, onTrack, behind, notDue, unreported } = counts;
  return { key, codes, total, done, onTrack, behind, overdue, notDue, unreported, joint };
}

/** Each task once, as all who answer for it stand together; those that left the count are out. */
export const eachOnce = (duties: readonly Duty[]): { readonly state: TaskState; readonly joint: boolean }[] =>
  [...groupBy(duties, ({ id }) => id).values()].flatMap((same) => {
    const staying = same.filter(({ state }) => state.state !== "gone");
    const [first, ...others] = staying.map(({ state }) => state);
    return first ? [{ state: others.reduce(worse, first), joint: staying.some(isShared) }] : [];
  });
