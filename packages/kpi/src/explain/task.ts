import type { Lang } from "@taizhang/finding";
import { lastDay, type Milestone, type Period } from "@taizhang/model";
import { targetInForce } from "../chosen-target.ts";
import { datedSource } from "../dated.ts";
import { escalation, type MonthLight } from "../escalation.ts";
import type { TargetFact, TaskFact } from "../facts.ts";
import { projectProgress, stageRule } from "../project-stage.ts";
import { taskCompletion } from "../task-completion.ts";
import { type StateOptions, type TargetState, taskState } from "../task-state.ts";
import type { Explanation } from "./explanation.ts";
import { inputsOf, number, percent } from "./printed.ts";
import { explainWords } from "./words-in.ts";

/** How the state of a task came about (任务状态的推导). The domain page §3. */
export function explainTaskState(
  task: TaskFact,
  targets: readonly TargetState[] = [],
  options: StateOptions = {},
  lang: Lang = "zh-CN",
): Explanation {
  const words = explainWords(lang);
  const { state, overdue, light, reason } = taskState(task, targets, options);
  const printed = (text: string | undefined) => (text?.trim() === "" ? words.blank : text);
  const named = (one: TargetState["light"]) => (one ? words.lights[one] : words.none);
  return {
    what: words.state.what,
    inputs: inputsOf(words, {
      period: options.period,
      today: options.today,
      deadline: task.deadline,
      lights: targets.length > 0 ? words.list(targets.map((one) => named(one.light))) : undefined,
      status: printed(task.statusText),
      progress: printed(task.progressText),
      evidence: printed(task.evidence),
    }),
    formula: words.list([
      words.state.states[state],
      ...(overdue ? [words.state.overdue] : []),
      ...(light ? [words.lights[light]] : []),
    ]),
    rule: words.state.reasons[reason],
    source: words.source("3"),
  };
}

/** How a project stands among its milestones, and why (形象进度的推导). */
export function explainProject(
  milestones: readonly Milestone[],
  period: Period,
  lang: Lang = "zh-CN",
): Explanation {
  const words = explainWords(lang);
  const { behindBy, done, light } = projectProgress(milestones, period);
  const rule = stageRule(lastDay(period));
  const planned = milestones.map(
    ({ what, due, reached }) => `${what} ${due}${reached ? ` → ${reached}` : ""}`,
  );
  return {
    what: words.stage.what,
    inputs: inputsOf(words, { period, milestones: words.list(planned) }),
    formula: done ? words.stage.done : words.stage.behind(behindBy, words.lights[light]),
    rule: words.stage.rule(rule.value.yellowUpTo),
    source: datedSource(rule, lang),
  };
}

/** Why a task is to be followed up, or is not (督办的推导). */
export function explainEscalation(months: readonly MonthLight[], lang: Lang = "zh-CN"): Explanation {
  const words = explainWords(lang);
  const { reason = "none", periods } = escalation(months);
  const lights = months.map(({ period, light }) => `${period} ${light ? words.lights[light] : words.none}`);
  return {
    what: words.escalation.what,
    inputs: inputsOf(words, { months: words.list(lights) }),
    formula: words.escalation.reasons[reason](words.list(periods)),
    rule: words.escalation.rule,
    source: words.source("3"),
  };
}

/** How the completion of tasks came about (任务完成率的推导). The domain page §3. */
export function explainTaskCompletion(
  counts: Parameters<typeof taskCompletion>[0],
  lang: Lang = "zh-CN",
): Explanation {
  const words = explainWords(lang);
  const [done, total] = [number(String(counts.done)), number(String(counts.total))];
  const rate = taskCompletion(counts);
  return {
    what: words.taskCompletion.what,
    inputs: inputsOf(words, { done, total }),
    formula: rate === undefined ? words.none : `${done}÷${total}=${percent(rate)}`,
    rule: words.taskCompletion.rule,
    source: words.source("3"),
  };
}

/** Which version of a target holds in a period, and why (目标版本的推导). The domain page §2. */
export function explainTarget(target: TargetFact, period: Period, lang: Lang = "zh-CN"): Explanation {
  const words = explainWords(lang);
  const { value, max, stretch, versionFrom } = targetInForce(target, period);
  const versions = (target.versions ?? []).map(({ value: changed, from, approval = "", reason = "" }) =>
    words.version.change(number(changed), from, approval, reason),
  );
  const whole = (amount: string): string => {
    const band = max === undefined ? number(amount) : words.version.band(number(amount), number(max));
    return stretch === undefined ? band : words.version.stretch(band, number(stretch));
  };
  return {
    what: words.version.what,
    inputs: inputsOf(words, {
      period,
      target: target.value && number(target.value),
      targetMax: target.valueMax && number(target.valueMax),
      versions: versions.length > 0 ? words.list(versions) : undefined,
    }),
    formula:
      value === undefined
        ? target.status === "pending"
          ? words.lights.pending
          : words.none
        : versionFrom
          ? words.version.from(whole(value), versionFrom)
          : words.version.first(whole(value)),
    rule: words.version.rule,
    source: words.source("2"),
  };
}
