import { compare, type Decimal } from "@taizhang/quantity";
import type { CellFigures } from "./cell-figures.ts";
import { defined } from "./defined.ts";
import type { Dimensions } from "./dimensions.ts";
import type { CellPlace, TaskFact } from "./facts.ts";
import { roundFraction } from "./fraction.ts";
import type { Light } from "./light.ts";
import { decimalOf } from "./scaled.ts";
import type { Duty } from "./task-duty.ts";

/** A task as one org, or all its leads together, answer for it, with what a list of tasks prints (任务清单的一行). */
export interface DutyRow {
  /** 台账编号, of a task with several all of them; absent where the sheets have none and the title stands for it. */
  readonly taskId?: string;
  readonly title: string;
  /** The org that answers for it; all leads of a joint task stand in `dims.department`. */
  readonly org: string;
  readonly dims: Dimensions;
  readonly deadline?: string;
  readonly leader?: string;
  readonly owner?: string;
  readonly progressText?: string;
  readonly problemText?: string;
  /** 逾期: past its deadline on the given day. */
  readonly overdue: boolean;
  /** 滞后幅度: the lag of the target that lags most, in 百分点 as its cell has it; null where no number says it. */
  readonly lag: Decimal | null;
  readonly targets: readonly FollowUpTarget[];
  readonly at?: CellPlace;
}

/** A target of the task as it stands. Amounts are in `unit`. */
export interface FollowUpTarget {
  readonly indicator: string;
  readonly unit: string;
  readonly target: Decimal | null;
  readonly actual: Decimal | null;
  readonly completion: Decimal | null;
  readonly light: Light | null;
}

/** What a list prints of a duty. */
export function dutyRow({ id, org, dims, state, task, rows, targets }: Duty): DutyRow {
  const { title, deadline, leader, owner, at } = task;
  const taskId = together(rows, "ledgerId", "、") ?? (id.endsWith(title) ? undefined : id);
  const progressText = together(rows, "progressText") ?? task.progressText;
  const problemText = together(rows, "problemText") ?? task.problemText;
  return {
    ...defined({ taskId }),
    title,
    org,
    dims,
    ...defined({ deadline, leader, owner, progressText, problemText }),
    overdue: state.overdue,
    lag: lagOf(targets),
    targets: targets.map(targetOf),
    ...(at === undefined ? {} : { at }),
  };
}

/** What the rows say, each in its own words and the same words once. */
function together(
  rows: readonly TaskFact[],
  key: "ledgerId" | "progressText" | "problemText",
  by = "；",
): string | undefined {
  const said = new Set(rows.flatMap((row) => row[key]?.trim() || []));
  return said.size === 0 ? undefined : [...said].join(by);
}

/** The greatest lag of the targets that have one. */
const lagOf = (targets: readonly CellFigures[]): Decimal | null =>
  targets
    .flatMap(({ lag }) => lag ?? [])
    .reduce<Decimal | null>((most, lag) => (most === null || compare(lag, most) > 0 ? lag : most), null);

const targetOf = ({
  series,
  unit,
  differ,
  target,
  actual,
  completion,
  light,
}: CellFigures): FollowUpTarget => ({
  indicator: series.indicator.name,
  unit: differ ? "" : unit.text,
  target: target === undefined ? null : decimalOf(target),
  actual: actual === undefined ? null : decimalOf(actual),
  completion: completion ? roundFraction(completion) : null,
  light: light ?? null,
});
