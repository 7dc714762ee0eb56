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
  const of = (period: Period, on: string | undefined) =>
    dutiesOf(figures.tasks, period, {
      main,
      judge,
      ...(on ? { today: on } : {}),
      ...(returns ? { returns } : {}),
    });
  // Each month is judged as it stood at its end: what fell due later says nothing of it.
  const then = (period: Period) =>
    new Map(of(period, atEndOf(period, today)).map((duty) => [keyOf(duty), monthOf(duty, period)]));
  const before = monthOfNumber(lastMonth(main) - 1);
  const known = [then(before), then(main)];
  return of(main, today).flatMap((duty): FollowUp[] => {
    const months = known.flatMap((lights) => lights.get(keyOf(duty)) ?? []);
    const { reason, periods } = escalation(months);
    return reason === undefined
      ? []
      : [{ ...dutyRow(duty), light: duty.state.light === "red" ? "red" : "yellow", reason, periods }];
  });
}

/** The day, but none after the one on which a deadline within the period has passed. */
function atEndOf(period: Period, today: string | undefined): string | undefined {
  const after = `${monthOfNumber(lastMonth(period) + 1)}-01`;
  return today === undefined || today < after ? today : after;
}

const keyOf = ({ id, org }: Duty): string => JSON.stringify([id, org]);

/** Behind for whatever reason is yellow at least: a task past its deadline may have a green number. */
const monthOf = ({ state: { state, light } }: Duty, period: Period): MonthLight => ({
  period,
  light: state === "behind" && light !== "red" ? "yellow" : light,
});
