import type { Figures, RollUpOptions, TaskFact } from "@taizhang/kpi";
import { belowOf } from "./below.ts";
import { exactCompletion, isReached, lightOf, paceOf } from "./formulas.ts";
import { taskOf } from "./group.ts";
import { membersOf } from "./members.ts";
import { monthIn, yearOf } from "./months.ts";
import { open } from "./oracle-cell.ts";
import { order, zero } from "./rational.ts";

export type TaskState = "done" | "onTrack" | "behind" | "notDue" | "unreported";

/** The states that the domain page allows a task: one where the page is plain. */
export interface Judged {
  readonly states: readonly TaskState[];
  /** Undecided where several states are allowed. */
  readonly overdue: boolean | typeof open;
}

const surely = (state: TaskState, overdue = false): Judged => ({ states: [state], overdue });
const unsure = (...states: TaskState[]): Judged => ({ states, overdue: open });

/** The state of one task, of which these are all facts. */
export function judge(
  figures: Figures,
  facts: readonly TaskFact[],
  options: RollUpOptions,
  period: string,
): Judged {
  const [first] = facts;
  if (!first) return unsure();
  const one = <K extends keyof TaskFact>(field: K): TaskFact[K] | undefined =>
    facts.map((fact) => fact[field]).find((value) => value !== undefined);
  const deadline = one("deadline");
  const past = options.today !== undefined && deadline !== undefined && options.today > deadline;
  const start = one("start");
  if (
    start !== undefined &&
    start.slice(0, 4) === yearOf(period) &&
    Number(start.slice(5, 7)) > monthIn(period)
  )
    return unsure("notDue", "unreported", "onTrack");
  const orgs = facts.map((fact) => fact.org);
  const spokenFor = figures.observations.some(
    (fact) => fact.standing === "superior" && orgs.includes(fact.org),
  );
  if (!facts.some((fact) => fact.reported) && spokenFor)
    return unsure("done", "onTrack", "behind", "notDue", "unreported");
  const targets = figures.targets.filter((fact) => taskOf(fact) === first.id);
  const unset = first.kind === "quantitative" && !targets.some((fact) => fact.value !== undefined);
  if (!facts.some((fact) => fact.reported) && unset) return unsure("notDue", "unreported", "behind"); // 待下达
  if (!facts.some((fact) => fact.reported))
    return past ? unsure("unreported", "behind") : surely("unreported");
  const recurringNow = one("recurring") === true && monthIn(period) < 12;
  if (first.kind === "qualitative") return qualitative();
  return first.kind === "quantitative" ? quantitative() : unsure("done", "onTrack", "behind", "notDue");

  function qualitative(): Judged {
    const evidence = one("evidence");
    if (one("statusText") === "已完成" && !recurringNow) {
      if (evidence === undefined) return unsure("done", "onTrack", "behind");
      if (evidence !== "") return surely("done");
    }
    if (past && !recurringNow) return surely("behind", true);
    if (recurringNow || evidence === "") return unsure("onTrack", "behind");
    const text = one("progressText");
    const fresh = text !== undefined && text !== "" && text !== one("previousProgressText");
    const dueLater = deadline === undefined || deadline >= `${yearOf(period)}-12-31`;
    return one("statusText") === "正常推进" && fresh && dueLater
      ? surely("onTrack")
      : unsure("onTrack", "behind");
  }

  function quantitative(): Judged {
    const rates = ratesOf(figures, first as TaskFact, options, period);
    if (rates === open || rates.length === 0)
      return unsure("done", "onTrack", "behind", "notDue", "unreported");
    if (rates.every(({ reached }) => reached) && !recurringNow) return surely("done");
    if (past) return recurringNow ? unsure("onTrack", "behind") : surely("behind", true);
    if (deadline !== undefined && deadline !== `${yearOf(period)}-12-31`) return unsure("onTrack", "behind");
    const lights = rates.map(({ light }) => light);
    if (lights.includes("red")) return surely("behind");
    // A yellow light is behind by its colour and 基本 on track by its words: undecided.
    return lights.includes("yellow") ? unsure("onTrack", "behind") : surely("onTrack");
  }
}

/** The rate of each target of a task; undecided unless all are of flows of the year, upward, and reported. */
function ratesOf(figures: Figures, task: TaskFact, options: RollUpOptions, period: string) {
  const mine = figures.targets.filter((fact) => taskOf(fact) === task.id);
  const rates: { reached: boolean; light: "green" | "yellow" | "red" }[] = [];
  for (const key of new Set(mine.map((fact) => fact.indicator.key))) {
    const below = belowOf(figures, key, options, period);
    const targets = below.targets.filter((fact) => taskOf(fact) === task.id);
    const rows = below.observations.filter((fact) => taskOf(fact) === task.id);
    const [fact] = targets;
    const [member, ...others] = membersOf(targets, rows, fact?.source, period);
    if (!fact || !member || others.length > 0 || member.target === open || member.report === open)
      return open;
    const { accounting, direction, acrossOrgs } = fact.indicator;
    if (accounting !== "flow" || direction !== "up" || acrossOrgs === "none") return open;
    if (fact.nodes || fact.start || fact.deadline || new Set(targets.map(({ source }) => source)).size > 1)
      return open;
    if (!member.target || order(member.target, zero) <= 0 || member.report.state !== "reported") return open;
    const rate = exactCompletion(fact.indicator, member.report.amount, member.target);
    if (!rate) return open;
    const strictly =
      targets.some(({ bound }) => bound === "gt") && order(member.report.amount, member.target) === 0;
    rates.push({ reached: isReached(rate) && !strictly, light: lightOf(paceOf(monthIn(period)), rate) });
  }
  return rates;
}
