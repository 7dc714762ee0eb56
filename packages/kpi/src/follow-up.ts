import { isPeriod, lastMonth, monthOfNumber, type Period } from "@taizhang/model";
import { checkAsked } from "./checked-dates.ts";
import { type DutyRow, dutyRow } from "./duty-row.ts";
import { type Escalation, escalation, type MonthLight } from "./escalation.ts";
import type { Figures } from "./facts.ts";
import type { Light } from "./light.ts";
import { latestPeriod } from "./reported-periods.ts";
import type { RollUpOptions } from "./roll-up-cell.ts";
import { judgeTasks } from "./round.ts";
import { seriesOf } from "./series.ts";
import { type Duty, dutiesOf } from "./task-duty.ts";

/** A task that is to be followed up, with what the list of them prints (督办清单的一行). */
export interface FollowUp extends DutyRow {
  readonly light: Light;
  readonly reason: NonNullable<Escalation["reason"]>;
  /** The periods that the rule rests on. */
  readonly periods: readonly Period[];
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
  const { today, returns } = options;
  const asked = { main, judge, ...(today ? { today } : {}), ...(returns ? { returns } : {}) };
  const of = (period: Period) => dutiesOf(figures.tasks, period, asked);
  const before = monthOfNumber(lastMonth(main) - 1);
  const earlier = new Map(of(before).map((duty) => [keyOf(duty), duty]));
  return of(main).flatMap((duty): FollowUp[] => {
    const then = earlier.get(keyOf(duty));
    const months = [...(then ? [monthOf(then, before)] : []), monthOf(duty, main)];
    const { reason, periods } = escalation(months);
    return reason === undefined
      ? []
      : [{ ...dutyRow(duty), light: duty.state.light === "red" ? "red" : "yellow", reason, periods }];
  });
}

const keyOf = ({ id, org }: Duty): string => JSON.stringify([id, org]);

/** Behind for whatever reason is yellow at least: a task past its deadline may have a green number. */
const monthOf = ({ state: { state, light } }: Duty, period: Period): MonthLight => ({
  period,
  light: state === "behind" && light !== "red" ? "yellow" : light,
});
