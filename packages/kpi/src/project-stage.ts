import { lastDay, lastMonth, type Milestone, monthOfDay, type Period } from "@taizhang/model";
import { checkMilestones, checkPeriod } from "./checked-dates.ts";
import { type Dated, inForce } from "./dated.ts";
import { stageRules } from "./generated/stage-rules.ts";

/** How the light of a project follows from the nodes that it is behind by. */
export interface StageRule {
  /** At most so many nodes behind is yellow, more is red. */
  readonly yellowUpTo: number;
}

/** How a project stands among its milestones (项目进展). */
export interface ProjectProgress {
  /** The last milestone that was due by the end of the period. */
  readonly due?: Milestone;
  /** The last milestone that has been reached, in the order of their due days. */
  readonly reached?: Milestone;
  /** The next that is not reached. */
  readonly next?: Milestone;
  /** Milestones due and not reached. */
  readonly behindBy: number;
  /** True where all are reached: 已完成. */
  readonly done: boolean;
  readonly light: "green" | "yellow" | "red" | "notDue";
}

const rules: readonly Dated<StageRule>[] = stageRules;

/** The rule in force on a day for lights by stages, with its source (形象进度亮灯规则). */
export const stageRule = (on?: string): Dated<StageRule> => inForce(rules, on);

/**
 * How a project stands among its planned milestones at the end of a period (形象进度). A milestone counts as reached from
 * the day that is given; a later one that is reached brings the earlier ones with it. Percentages of 形象进度 are never
 * added and not asked for. Before the first is due it is 未到节点; the last one due and unreached is red. The domain page §3.
 * @example projectProgress([{ what: "开工", due: "2016-03-31", precision: "month", reached: "2016-03-20" }], "2016-04").light // "green"
 */
export function projectProgress(
  milestones: readonly Milestone[],
  period: Period,
  rule?: StageRule,
): ProjectProgress {
  checkMilestones(milestones, () => "milestones");
  checkPeriod(period, "projectProgress");
  return progressAmong(milestones, period, rule);
}

/** The same of milestones that were checked already. */
export function progressAmong(
  milestones: readonly Milestone[],
  period: Period,
  rule: StageRule = stageRule(lastDay(period)).value,
): ProjectProgress {
  const end = lastDay(period);
  const planned = milestones
    .filter(({ due }) => /^\d{4}-\d{2}-\d{2}$/.test(due))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const lastReached = planned.findLastIndex(({ reached }) => reached !== undefined && reached <= end);
  const isDue = ({ due }: Milestone) => lastMonth(monthOfDay(due)) <= lastMonth(period);
  const lastDue = planned.findLastIndex(isDue);
  const behindBy = Math.max(0, lastDue - lastReached);
  const done = planned.length > 0 && lastReached === planned.length - 1;
  const at = (index: number) => planned[index];
  const [due, reached, next] = [at(lastDue), at(lastReached), at(lastReached + 1)];
  return {
    ...(due ? { due } : {}),
    ...(reached ? { reached } : {}),
    ...(next ? { next } : {}),
    behindBy,
    done,
    light: lightOf(),
  };

  function lightOf(): ProjectProgress["light"] {
    if (behindBy === 0) return lastDue < 0 && lastReached < 0 ? "notDue" : "green";
    const over = lastDue === planned.length - 1;
    return over || behindBy > rule.yellowUpTo ? "red" : "yellow";
  }
}
