import type { Dimensions, Member } from "./dimensions.ts";
import type { FigureOf, ObservationFact, TargetFact } from "./facts.ts";
import { groupBy } from "./group-by.ts";
import { inSheetOrder } from "./order.ts";

/**
 * What is counted once: one indicator of one org for one task, or of all leads together for a joint task (一条).
 */
export interface Line {
  /** Whose figure rolls up, and whom coverage counts. */
  readonly org: string;
  /** 台账编号, else the title, else "". */
  readonly task: string;
  /** The leads of a joint task; empty for others. */
  readonly jointOrgs: readonly string[];
  readonly dims: Dimensions;
  readonly targets: readonly TargetFact[];
  /** The org's own figures. */
  readonly own: readonly ObservationFact[];
  /** The org's figures in superiors' tables. */
  readonly superior: readonly ObservationFact[];
  /** Figures of the other leads of a joint task, or of a lead for which another org reports: they check only. */
  readonly others: readonly ObservationFact[];
  /** A superior's figures over all tasks of the org together, where it has several: they check only. */
  readonly whole: readonly ObservationFact[];
}

type Figure = TargetFact | ObservationFact;
const isObservation = (fact: Figure): fact is ObservationFact => "measure" in fact;

/** The orgs that share a row, first lead first; empty where it is not joint. */
const jointOf = ({ jointOrgs, dims, org }: FigureOf): readonly string[] => {
  if (jointOrgs && jointOrgs.length > 1) return jointOrgs;
  const names = dims.department?.map(({ name }) => name) ?? [];
  return names.length > 1 && names.includes(org) ? names : [];
};

const divisionsOf = ({ dims }: FigureOf): string => (dims.division ?? []).map(({ name }) => name).join("、");

/** Who wrote a figure: of a joint task the reporter, if it is one of the leads. */
const writerOf = (fact: Figure, leads: readonly string[]): string =>
  isObservation(fact) && fact.reporter !== undefined && leads.includes(fact.reporter)
    ? fact.reporter
    : fact.org;

/**
 * Rows of one joint task: by task and division, without a task by the leads. Where the rows of a task state one division
 * only, those that state none are of it too: 南关区园林局 and 住建局 report one task.
 */
function togetherIn(facts: readonly Figure[], idOf: (fact: Figure) => string): (fact: Figure) => string {
  const ofTask = (fact: Figure) => JSON.stringify(idOf(fact) || [...jointOf(fact)].sort());
  const stated = new Map<string, Set<string>>();
  for (const fact of facts) {
    const division = jointOf(fact).length > 0 ? divisionsOf(fact) : "";
    if (division !== "") stated.set(ofTask(fact), (stated.get(ofTask(fact)) ?? new Set()).add(division));
  }
  return (fact) => {
    const task = ofTask(fact);
    const divisions = stated.get(task);
    const only = divisions?.size === 1 ? [...divisions][0] : undefined;
    return JSON.stringify([task, divisionsOf(fact) || (only ?? "")]);
  };
}

/** The lines of one indicator; the facts come in order, ledger first. */
export function linesOf(targets: readonly TargetFact[], observations: readonly ObservationFact[]): Line[] {
  const facts: readonly Figure[] = [...targets, ...observations];
  const idOf = idsByTitle(facts);
  const together = togetherIn(facts, idOf);
  const leadsOf = new Map<string, readonly string[]>();
  for (const fact of facts) {
    const leads = jointOf(fact);
    if (leads.length === 0) continue;
    const key = together(fact);
    if (leads.length > (leadsOf.get(key)?.length ?? 0)) leadsOf.set(key, leads);
  }
  const isJoint = (fact: Figure) =>
    leadsOf.size > 0 &&
    (jointOf(fact).length > 0 || leadsOf.get(together(fact))?.includes(fact.org) === true);
  const lines: Line[] = [];
  const joint = facts.filter(isJoint);
  const sharing = new Set([...leadsOf.values()].flat());
  const jointSheets = new Set(joint.map(sheetOf));
  const wholes = new Map<string, readonly ObservationFact[]>();
  const single = joint.length === 0 ? facts : facts.filter((fact) => !isJoint(fact));
  for (const [org, own] of groupBy(single, ({ org: name, dataOrg }) => dataOrg ?? name)) {
    // Beside a joint task, and of several tasks, a superior's figure without one is of them all: it checks them, and its
    // target is theirs already.
    const isLoose = (fact: Figure) =>
      fact.standing === "superior" &&
      (idOf(fact) === "" || isOfColumn(fact)) &&
      !jointSheets.has(sheetOf(fact));
    const apart = sharing.has(org) ? own.filter(isLoose) : [];
    const tasks = byTask(apart.length > 0 ? own.filter((fact) => !isLoose(fact)) : own, idOf);
    const isWhole = ({ standing }: Figure) => tasks.size > 2 && standing === "superior";
    const loose = tasks.get("") ?? [];
    wholes.set(org, [...apart, ...loose.filter(isWhole)].filter(isObservation));
    for (const [task, some] of tasks) {
      const rest = task === "" ? loose.filter((fact) => !isWhole(fact)) : some;
      if (rest.length > 0) lines.push(lineOf(task, rest, [], wholes));
    }
  }
  for (const [key, some] of groupBy(joint, together))
    lines.push(lineOf(idOf(some[0] as Figure), some, leadsOf.get(key) ?? [], wholes));
  return inSheetOrder(
    lines,
    ({ targets: some, own, superior, others }) => [...some, ...own, ...superior, ...others],
    ({ org, task }) => JSON.stringify([org, task]),
  );
}

/** The task of a fact: its id, or the only id that stands beside its title anywhere, or its title. */
function idsByTitle(facts: readonly Figure[]): (fact: Figure) => string {
  const ids = new Map<string, Set<string>>();
  for (const { taskId, taskTitle } of facts)
    if (taskId && taskTitle) ids.set(taskTitle, (ids.get(taskTitle) ?? new Set()).add(taskId));
  return ({ taskId, taskTitle = "" }) => {
    const found = ids.get(taskTitle);
    return taskId || (found?.size === 1 ? ([...found][0] as string) : taskTitle);
  };
}

/**
 * One org's facts by task. Where the ledger names one task and a return, without its id, another title, they are the
 * same row, as long as no sheet has both; a summary names no task at all, and one by columns only its indicator.
 */
function byTask(facts: readonly Figure[], idOf: (fact: Figure) => string): Map<string, Figure[]> {
  const tasks = groupBy(facts, idOf);
  const join = (into = "", from = "", besides = [into]) => {
    const sheets = new Set(besides.flatMap((task) => tasks.get(task) ?? []).map(sheetOf));
    if (tasks.get(from)?.some((fact) => sheets.has(sheetOf(fact)))) return;
    tasks.set(into, [...(tasks.get(into) ?? []), ...(tasks.get(from) ?? [])]);
    tasks.delete(from);
  };
  const hasId = (task: string) => tasks.get(task)?.some(({ taskId }) => taskId) === true;
  const known = [...tasks.keys()].filter(hasId);
  const unknown = [...tasks.keys()].filter((task) => !hasId(task) && task !== "");
  if (known.length === 1 && unknown.length === 1) join(known[0], unknown[0]);
  const titled = [...tasks.keys()].filter((task) => task !== "");
  const byColumn = titled.filter((task) => tasks.get(task)?.every(isOfColumn));
  const otherwise = titled.filter((task) => !byColumn.includes(task));
  if (otherwise.length === 1 && byColumn.length === 1) join(otherwise[0], byColumn[0]);
  // Where the org has several tasks, such a figure is of all of them together, as one without any task is.
  if (otherwise.length > 1) for (const task of byColumn) join("", task, otherwise);
  const named = [...tasks.keys()].filter((task) => task !== "");
  if (tasks.has("") && named.length === 1) join(named[0], "");
  return tasks;
}

/** A superior's figure without a task of its own: the indicator's name stands for it (分地区表中的数). */
const isOfColumn = ({ standing, taskId, taskTitle, indicator }: Figure): boolean =>
  standing === "superior" && taskTitle === indicator.name && (!taskId || taskId.endsWith(`\n${taskTitle}`));

const sheetOf = ({ standing, at }: Figure): string =>
  `${standing}\u0000${at?.file ?? ""}\u0000${at?.sheet ?? ""}`;

const standings = ["ledger", "own", "superior"];

function lineOf(
  task: string,
  facts: readonly Figure[],
  leads: readonly string[],
  wholes: ReadonlyMap<string, readonly ObservationFact[]>,
): Line {
  const ordered = facts
    .map((fact, index) => ({ fact, index }))
    .sort(
      (a, b) => standings.indexOf(a.fact.standing) - standings.indexOf(b.fact.standing) || a.index - b.index,
    )
    .map(({ fact }) => fact);
  const dataOrg = ordered.find((fact) => fact.dataOrg)?.dataOrg;
  const org = dataOrg ?? leads[0] ?? ordered[0]?.org ?? "";
  const targets = ordered.filter((fact): fact is TargetFact => !isObservation(fact));
  const observations = ordered.filter(isObservation);
  const isShared = leads.length > 0 || dataOrg !== undefined;
  const isOwn = (fact: Figure) => !isShared || writerOf(fact, leads) === org;
  return {
    org,
    task,
    jointOrgs: leads,
    dims: dimensionsOf(ordered, leads),
    targets: !isShared ? targets : [...targets].sort((a, b) => Number(!isOwn(a)) - Number(!isOwn(b)) || 0),
    own: observations.filter((fact) => fact.standing === "own" && isOwn(fact)),
    superior: observations.filter((fact) => fact.standing === "superior"),
    others: observations.filter((fact) => fact.standing === "own" && !isOwn(fact)),
    whole: wholes.get(org) ?? [],
  };
}

/** The dimensions of all facts of a line: of each the fullest that the first fact states. */
function dimensionsOf(facts: readonly Figure[], leads: readonly string[]): Dimensions {
  const dims = new Map<string, readonly Member[]>();
  for (const fact of facts)
    for (const [name, members] of Object.entries(fact.dims))
      if (members && members.length > (dims.get(name)?.length ?? 0)) dims.set(name, members);
  const departments = new Map((dims.get("department") ?? []).map((member) => [member.name, member]));
  if (leads.length > departments.size)
    dims.set(
      "department",
      leads.map((name) => departments.get(name) ?? { name }),
    );
  return Object.fromEntries(dims);
}
