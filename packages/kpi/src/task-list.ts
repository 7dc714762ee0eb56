import { checkAsked } from "./checked-dates.ts";
import { type DutyRow, dutyRow } from "./duty-row.ts";
import type { Figures, TaskFact } from "./facts.ts";
import type { Light } from "./light.ts";
import { latestPeriod } from "./reported-periods.ts";
import type { RollUpOptions } from "./roll-up-cell.ts";
import { judgeTasks } from "./round.ts";
import { seriesOf } from "./series.ts";
import { dutiesOf } from "./task-duty.ts";
import type { TaskState } from "./task-state.ts";

/** A task with its state (任务清单的一行). */
export interface ListedTask extends DutyRow {
  readonly kind: TaskFact["kind"];
  /** 任务状态; `gone` (暂缓, 调出, 不涉及) has left the counts and is listed all the same. */
  readonly state: TaskState["state"];
  readonly light: Light | null;
  /** The rule that decided the state. */
  readonly reason: TaskState["reason"];
  /** 共同任务: its leads answer for it together, so it is one row. */
  readonly joint: boolean;
}

/**
 * The tasks of figures with their states in a period (任务清单), in the order of the sheets: one row for each org that
 * answers for a task, and one for all leads of a joint task. They are what the counts and lights of the same options are
 * made from; `targets` are their targets with figures, and the money of a project. The period is the latest unless given. The
 * domain page §3. An unknown preset throws.
 * @example taskList({ tasks, targets, observations }, { period: "2016-10" }).map(({ title, state }) => `${title}：${sayState(state)}`)
 */
export function taskList(figures: Figures, options: Omit<RollUpOptions, "by"> = {}): ListedTask[] {
  checkAsked(options);
  const main = options.period ?? latestPeriod(figures);
  return dutiesOf(figures.tasks, main, {
    main,
    ...(options.today ? { today: options.today } : {}),
    ...(options.returns ? { returns: options.returns } : {}),
    judge: judgeTasks(seriesOf(figures), main, options),
  }).map((duty) => ({
    ...dutyRow(duty),
    kind: duty.task.kind,
    state: duty.state.state,
    light: duty.state.light ?? null,
    reason: duty.state.reason,
    joint: duty.joint,
  }));
}
