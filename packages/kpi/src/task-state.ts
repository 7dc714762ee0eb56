import { firstMonth, isPeriod, lastDay, lastMonth, monthOfDay, type Period } from "@taizhang/model";
import { checkAsked, checkTask } from "./checked-dates.ts";
import { isAsBefore, saysNothing } from "./empty-text.ts";
import type { TaskFact } from "./facts.ts";
import { type Light, worstLight } from "./light.ts";
import { progressAmong } from "./project-stage.ts";
import { statusWord } from "./status-word.ts";

/** 已完成 正常推进 滞后 未到节点 未报; `gone` has left the count: 暂缓, 调出, 不涉及. */
export type State = "done" | "onTrack" | "behind" | "notDue" | "unreported" | "gone";

/** A task's state with its light (任务状态). */
export interface TaskState {
  readonly state: State;
  /** Part of `behind`: past its deadline on the given day. */
  readonly overdue: boolean;
  readonly light?: Light;
  /** Why, for whoever asks: the rule that decided. */
  readonly reason:
    | "suspended"
    | "notApplicable"
    | "targets"
    | "overdue"
    | "status"
    | "doneWithoutEvidence"
    | "recurring"
    | "pastDeadline"
    | "notStarted"
    | "noReport"
    | "freshText"
    | "noText"
    | "sameText"
    | "noTextColumn"
    | "stages";
}

/** One target of the task in the period: its light, and whether it is met for good. */
export interface TargetState {
  readonly light: Light | undefined;
  readonly done: boolean;
}

/** When the state is asked for. Without `today` nothing is overdue (the domain page §4, law 9). */
export interface StateOptions {
  readonly period?: Period;
  readonly today?: string;
}

/**
 * The state of a task (任务状态). With targets their worst light decides, and 已完成 needs all of them; yellow and red
 * are 滞后, in every count, light and list alike. Without targets the printed 办理状态 decides, and where none is printed the
 * text: fresh is green, none or last month's again yellow (“无”, “—” and the like are none); a project goes by its stages
 * where they are given, and by the worse of them and its money. "Done needs evidence": the 佐证 column where the sheet has
 * one, else the text of progress; without it 已完成 is 正常推进 where fresh text tells of the work, and yellow where none does.
 * 常态化 work is not 已完成 before the year's end. The domain page §3.
 */
export function taskState(
  task: TaskFact,
  targets: readonly TargetState[] = [],
  options: StateOptions = {},
): TaskState {
  checkTask(task);
  checkAsked(options);
  return stateOf(task, targets, options);
}

/** The same of a task and options that were checked already, as those of a roll-up are. */
export function stateOf(task: TaskFact, targets: readonly TargetState[], options: StateOptions): TaskState {
  const word = task.statusText ? statusWord(task.statusText) : undefined;
  if (task.suspended || word === "suspended") return { state: "gone", overdue: false, reason: "suspended" };
  const numeric = targets.length > 0 ? byTargets(targets) : undefined;
  const besides = () => byStages(task, options) ?? byText(task, word, options);
  const found =
    numeric && task.kind !== "milestone" ? numeric : numeric ? worse(numeric, besides()) : besides();
  const yearOver = options.period !== undefined && lastDay(options.period).endsWith("-12-31");
  if (found.state === "done")
    return task.recurring && !yearOver
      ? { state: "onTrack", overdue: false, light: "green", reason: "recurring" }
      : found;
  const open = found.state !== "gone" && found.state !== "unreported";
  const late =
    options.today !== undefined && task.deadline !== undefined && dayOf(task.deadline) < options.today;
  if (!open || !late) return found;
  // The light of a number is that of its lag, and 滞后 is yellow at least; without numbers, past its deadline is red.
  const light = numeric ? worstLight(["yellow", ...(found.light ? [found.light] : [])]) : "red";
  return { ...found, ...(light ? { light } : {}), state: "behind", overdue: true, reason: "overdue" };
}

/** The last day of a deadline that names a month only. */
const dayOf = (deadline: string): string => (isPeriod(deadline) ? lastDay(deadline) : deadline);

const order: readonly State[] = ["behind", "unreported", "onTrack", "notDue", "done", "gone"];

/** The worse of two states: a project shows the worse of stage and money. */
export function worse(a: TaskState, b: TaskState): TaskState {
  const [first, second] = order.indexOf(a.state) <= order.indexOf(b.state) ? [a, b] : [b, a];
  const light = worstLight([a.light, b.light].filter((one) => one !== undefined));
  return { ...first, overdue: first.overdue || second.overdue, ...(light ? { light } : {}) };
}

function byTargets(targets: readonly TargetState[]): TaskState {
  const light = worstLight(targets.flatMap((target) => target.light ?? []));
  const state = (of: State, more: { light?: Light } = light ? { light } : {}): TaskState => ({
    state: of,
    overdue: false,
    reason: "targets",
    ...more,
  });
  const concerned = targets.filter((target) => target.light !== "notApplicable");
  if (concerned.length === 0) return { ...state("gone"), reason: "notApplicable" };
  if (concerned.every(({ done }) => done)) return state("done");
  if (light === "red" || light === "yellow") return state("behind");
  if (light === "unreported" || light === "green") return state(light === "green" ? "onTrack" : "unreported");
  // A figure without a target or a pace has no light; it was reported, and nothing says that it is late.
  return state(concerned.some((target) => target.light === undefined) ? "onTrack" : "notDue");
}

/** A project by its stages: behind is yellow or red, and done only where all are reached. */
function byStages({ milestones = [], reported }: TaskFact, { period }: StateOptions): TaskState | undefined {
  if (milestones.length === 0 || period === undefined || !reported) return undefined;
  const { done, light } = progressAmong(milestones, period);
  const state = done ? "done" : light === "green" ? "onTrack" : light === "notDue" ? "notDue" : "behind";
  return { state, overdue: false, light, reason: "stages" };
}

const tidy = (text: string | undefined): string =>
  (text ?? "").normalize("NFKC").replace(/[\s，,。.；;]/g, "");

function byText(task: TaskFact, word: ReturnType<typeof statusWord>, { period }: StateOptions): TaskState {
  const { progressText, previousProgressText, evidence, deadline, start } = task;
  const is = (state: State, light: Light, reason: TaskState["reason"]): TaskState => ({
    state,
    overdue: false,
    light,
    reason,
  });
  const text = saysNothing(progressText ?? "") ? "" : tidy(progressText);
  const copied = text !== "" && (text === tidy(previousProgressText) || isAsBefore(text));
  const due = monthNumber(deadline);
  const begins = monthNumber(start);
  const now = period === undefined ? undefined : lastMonth(period);
  const notBegun = now !== undefined && begins !== undefined && begins > now;
  if (!task.reported && word === undefined && text === "")
    return notBegun ? is("notDue", "notDue", "notStarted") : is("unreported", "unreported", "noReport");
  const proven = evidence === undefined ? progressText === undefined || text !== "" : !saysNothing(evidence);
  if (word === "done" && proven) return is("done", "green", "status");
  // A deadline in an earlier month has passed whatever the day; within the month only a given day can tell.
  if (now !== undefined && due !== undefined && due < firstMonth(period as Period))
    return is("behind", "red", "pastDeadline");
  if (word === "done")
    return text === "" || copied
      ? is("behind", "yellow", "doneWithoutEvidence")
      : is("onTrack", "green", "doneWithoutEvidence");
  if (word === "behind") return is("behind", "yellow", "status");
  if (word === "notStarted" || notBegun) {
    const late = begins !== undefined && !notBegun;
    return late ? is("behind", "yellow", "notStarted") : is("notDue", "notDue", "notStarted");
  }
  if (progressText !== undefined && text === "") return is("behind", "yellow", "noText");
  if (copied) return is("behind", "yellow", "sameText");
  if (word === "onTrack") return is("onTrack", "green", "status");
  return progressText === undefined
    ? { state: "onTrack", overdue: false, reason: "noTextColumn" }
    : is("onTrack", "green", "freshText");
}

const monthNumber = (day: string | undefined): number | undefined => {
  const month = day === undefined ? "" : monthOfDay(day);
  return isPeriod(month) && month.length === 7 ? lastMonth(month) : undefined;
};
