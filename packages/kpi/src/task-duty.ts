import { isPeriod, lastMonth, type Period } from "@taizhang/model";
import type { CellFigures } from "./cell-figures.ts";
import { isMet } from "./completion.ts";
import type { Dimensions, Member } from "./dimensions.ts";
import type { TaskFact } from "./facts.ts";
import { groupBy } from "./group-by.ts";
import { inOrder, inSheetOrder } from "./order.ts";
import { besideMoney } from "./project-money.ts";
import { returnCounts } from "./return-counts.ts";
import type { JudgedLine } from "./round.ts";
import { stateOf, type TargetState, type TaskState } from "./task-state.ts";

/** What duties are read with. */
export interface DutyOptions {
  /** The period that is rolled up: figures without a period belong to it. */
  readonly main: Period | undefined;
  readonly today?: string;
  /** Which returns count; the latest unless told. */
  readonly returns?: "latest" | "reviewed";
  /** The lines of these tasks in a period, each judged alone. */
  readonly judge: (period: Period | undefined, tasks: ReadonlySet<string>) => readonly JudgedLine[];
}

/** One task as one org, or all its leads together, answer for it (一家承担的一项任务). */
export interface Duty {
  readonly id: string;
  readonly org: string;
  readonly dims: Dimensions;
  readonly joint: boolean;
  readonly state: TaskState;
  /** The rows of the task as one. */
  readonly task: TaskFact;
  /** The rows of whoever reports it: of a task with several, each has its own number and text. */
  readonly rows: readonly TaskFact[];
  /** Its targets, and the money of a project, with their figures. */
  readonly targets: readonly CellFigures[];
}

const leadsOf = ({ dims, org }: TaskFact): readonly string[] => {
  const names = dims.department?.map(({ name }) => name) ?? [];
  return names.length > 1 && names.includes(org) ? names : [];
};

/** The tasks as they stand in a period, each org's rows joined, the leads of a joint task together. */
export function dutiesOf(all: readonly TaskFact[], period: Period | undefined, options: DutyOptions): Duty[] {
  // What a return says that does not count is not reported; the task is asked for all the same.
  const tasks = all.map((task) =>
    task.standing === "ledger" || returnCounts(task.state, options.returns) ? task : asUnreported(task),
  );
  const main = period === options.main;
  const ids = new Set(tasks.flatMap(({ id, moneyId }) => (moneyId === undefined ? [id] : [id, moneyId])));
  const now = period === undefined ? undefined : lastMonth(period);
  const near = tasks.filter((task) => {
    if (task.period === undefined || !isPeriod(task.period)) return main || task.standing === "ledger";
    return now === undefined || lastMonth(task.period) === now || task.standing === "ledger";
  });
  const lines = groupBy(options.judge(period, ids), ({ line }) => line.task);
  const byTask = groupBy(near, ({ id }) => id);
  // A task that another period's return has, and this one's has not, is 未报 and not forgotten; nor is an org that is still
  // expected to report a figure for it, whoever else has.
  const absent = tasks.filter((task) => {
    const known = byTask.get(task.id);
    if (!known) return true;
    const answers = known.some((fact) => fact.org === task.org || leadsOf(fact).length > 0);
    return !answers && leadsOf(task).length === 0 && isAwaited(task, lines.get(task.id) ?? []);
  });
  const when = {
    ...(period === undefined ? {} : { period }),
    ...(options.today ? { today: options.today } : {}),
  };
  const byId = inSheetOrder(
    [...groupBy(inOrder([...near, ...absent.map(asUnreported)]), ({ id }) => id)],
    ([, facts]) => facts,
    ([id]) => id,
  );
  return byId.flatMap(([id, facts]) => {
    const leads = new Set(facts.flatMap(leadsOf));
    const byOrg = [...groupBy(facts, ({ org, dataOrg }) => (leads.has(org) ? "" : (dataOrg ?? org)))];
    return inSheetOrder(
      byOrg,
      ([, own]) => own,
      ([org]) => org,
    ).map(([, own]) => {
      const joint = own.some((fact) => leadsOf(fact).length > 0);
      const task = joined(own, joint);
      const rows = own.filter(({ org, at }) => org === task.org && at?.file === task.at?.file);
      const targets = (lines.get(id) ?? [])
        .filter(({ line }) =>
          joint
            ? line.jointOrgs.length > 0 || leads.has(line.org)
            : line.org === task.org || line.jointOrgs.includes(task.org),
        )
        .map(({ figures }) => figures);
      // Months that do not add up to the year so far say nothing of its pace.
      const money = (lines.get(task.moneyId ?? "") ?? [])
        .filter(({ line }) => joint || line.org === task.org || line.jointOrgs.includes(task.org))
        .flatMap(({ figures }) => (figures.atLeast ? [] : [figures]));
      const state = besideMoney(stateOf(task, targets.map(targetState), when), money.map(targetState));
      return {
        id,
        org: task.org,
        dims: task.dims,
        joint,
        state,
        task,
        rows,
        targets: [...targets, ...money],
      };
    });
  });
}

/** The org has a target or a figure of the year, so that the totals miss its report. */
const isAwaited = ({ org }: TaskFact, lines: readonly JudgedLine[]): boolean =>
  lines.some(({ line }) => line.org === org && line.jointOrgs.length === 0);

const asUnreported = (task: TaskFact): TaskFact => {
  const { statusText: _s, progressText: _p, previousProgressText: _q, evidence: _e, ...rest } = task;
  return { ...rest, reported: false };
};

/**
 * The rows of one task as one: the plan's side from the ledger, the report's side from the org whose word counts. Of a joint
 * task, and of one for which another org reports, nobody else's word stands in for it.
 */
function joined(facts: readonly TaskFact[], joint: boolean): TaskFact {
  const [first] = facts as [TaskFact];
  const leads = facts.map(leadsOf).find(({ length }) => length > 0) ?? [];
  const dataOrg = facts.find((fact) => fact.dataOrg)?.dataOrg;
  const org = dataOrg ?? (joint ? (leads[0] ?? first.org) : first.org);
  const returns = facts.filter(({ standing }) => standing !== "ledger");
  const report =
    returns.find((fact) => fact.org === org && fact.reported) ??
    returns.find((fact) => fact.org === org) ??
    (joint || dataOrg !== undefined ? undefined : returns[0]);
  const dims = new Map<string, readonly Member[]>();
  for (const fact of facts)
    for (const [name, members] of Object.entries(fact.dims))
      if (members && members.length > (dims.get(name)?.length ?? 0)) dims.set(name, members);
  const plan = report || first.standing === "ledger" ? first : asUnreported(first);
  return {
    ...plan,
    ...report,
    org,
    dims: Object.fromEntries(dims),
    kind: first.kind,
    reported: (report ?? plan).reported,
    suspended: facts.some(({ suspended }) => suspended),
    recurring: facts.some(({ recurring }) => recurring),
    ...(first.start ? { start: first.start } : {}),
    ...(first.deadline ? { deadline: first.deadline } : {}),
  };
}

/** A target's light, and whether it is met for good: a ceiling only at its end, which its green light says. */
function targetState({ series, target, max, actual, light, counted }: CellFigures): TargetState {
  const done =
    target !== undefined &&
    actual !== undefined &&
    light === "green" &&
    isMet({
      direction: series.direction,
      target,
      actual,
      ...(max === undefined ? {} : { max }),
      ...(counted[0]?.chosen ? { bound: counted[0].chosen.fact.bound } : {}),
    });
  return { light, done };
}
