import { isPeriod, lastMonth, monthOfNumber, type Period } from "@taizhang/model";
import { compare, type Decimal } from "@taizhang/quantity";
import type { CellFigures } from "./cell-figures.ts";
import { checkAsked } from "./checked-dates.ts";
import type { Dimensions } from "./dimensions.ts";
import { type Escalation, escalation, type MonthLight } from "./escalation.ts";
import type { CellPlace, Figures } from "./facts.ts";
import { roundFraction } from "./fraction.ts";
import type { Light } from "./light.ts";
import { latestPeriod } from "./reported-periods.ts";
import type { RollUpOptions } from "./roll-up-cell.ts";
import { judgeTasks } from "./round.ts";
import { decimalOf } from "./scaled.ts";
import { seriesOf } from "./series.ts";
import { type Duty, dutiesOf } from "./task-duty.ts";

/** A task that is to be followed up, with what the list of them prints (督办清单的一行). */
export interface FollowUp {
  /** 台账编号; absent where the sheets have none and the title stands for it. */
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
  readonly light: Light;
  readonly overdue: boolean;
  /** 滞后幅度: the lag of the target that lags most, in 百分点 as its cell has it; null where no number says it. */
  readonly lag: Decimal | null;
  readonly targets: readonly FollowUpTarget[];
  readonly reason: NonNullable<Escalation["reason"]>;
  /** The periods that the rule rests on. */
  readonly periods: readonly Period[];
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

/**
 * The tasks to be followed up in a period: behind in it and in the month before, or behind at the third quarter
 * (督办清单). Last month's returns must be among the figures for the first rule; a month without a report is 催报 and
 * not 督办. In the order of the sheets. The period is the latest unless given. The domain page §3.
 * @example followUps({ tasks, targets, observations }, { period: "2016-09" })[0]?.reason // "thirdQuarter"
 */
export function followUps(figures: Figures, options: RollUpOptions = {}): FollowUp[] {
  checkAsked(options);
  const main = options.period ?? latestPeriod(figures);
  if (main === undefined || !isPeriod(main)) return [];
  const judge = judgeTasks(seriesOf(figures), main, options);
  const of = (period: Period) =>
    dutiesOf(figures.tasks, period, { main, judge, ...(options.today ? { today: options.today } : {}) });
  const before = monthOfNumber(lastMonth(main) - 1);
  const earlier = new Map(of(before).map((duty) => [keyOf(duty), duty]));
  return of(main).flatMap((duty): FollowUp[] => {
    const then = earlier.get(keyOf(duty));
    const months = [...(then ? [monthOf(then, before)] : []), monthOf(duty, main)];
    const { reason, periods } = escalation(months);
    return reason === undefined ? [] : [{ ...rowOf(duty), reason, periods }];
  });
}

const keyOf = ({ id, org }: Duty): string => JSON.stringify([id, org]);

/** Behind for whatever reason is yellow at least: a task past its deadline may have a green number. */
const monthOf = ({ state: { state, light } }: Duty, period: Period): MonthLight => ({
  period,
  light: state === "behind" && light !== "red" ? "yellow" : light,
});

function rowOf({ id, org, dims, state, task, targets }: Duty): Omit<FollowUp, "reason" | "periods"> {
  const { title, deadline, leader, owner, progressText, problemText, at } = task;
  return {
    ...(id.endsWith(title) ? {} : { taskId: id }),
    title,
    org,
    dims,
    ...(deadline === undefined ? {} : { deadline }),
    ...(leader === undefined ? {} : { leader }),
    ...(owner === undefined ? {} : { owner }),
    ...(progressText === undefined ? {} : { progressText }),
    ...(problemText === undefined ? {} : { problemText }),
    light: state.light === "red" ? "red" : "yellow",
    overdue: state.overdue,
    lag: lagOf(targets),
    targets: targets.map(targetOf),
    ...(at === undefined ? {} : { at }),
  };
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
