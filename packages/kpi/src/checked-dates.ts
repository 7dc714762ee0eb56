import { isPeriod, lastDay, type Milestone, monthOfDay } from "@taizhang/model";
import { checkAmount, checkAmounts, checkWord } from "./checked-figures.ts";
import { checkFigure, checkTaskShape } from "./checked-shape.ts";
import type { Figures, ObservationFact, TargetFact, TaskFact } from "./facts.ts";

/** What a text of a date must be: a period or words, a period, a day, a day or month or words, or the day of a milestone. */
type DateKind = "period" | "given" | "day" | "bound" | "due";

/** Texts that were found right, by kind: there are few, and facts repeat them. */
type Known = Readonly<Record<DateKind, Set<string>>>;

const nothingKnown = (): Known => ({
  period: new Set(),
  given: new Set(),
  day: new Set(),
  bound: new Set(),
  due: new Set(),
});

/**
 * Refuses figures that lack a field, or with a period or a day that is written as none (日期写法检查): a RangeError that names
 * the fact, the field and what to write. Read as if it were not there, it would move a figure to another period, or make the wrong
 * version, pace or lateness. A blank says nothing, and so do words without any digit (长期, 上半年).
 */
export function checkDates({ targets, observations, tasks }: Figures): void {
  const known = nothingKnown();
  for (const [at, fact] of targets.entries()) {
    checkFigure("targets", at, fact);
    checkTarget(fact, () => placeOf("targets", at, fact), known);
  }
  for (const [at, fact] of observations.entries()) {
    checkFigure("observations", at, fact);
    checkObservation(fact, () => placeOf("observations", at, fact), known);
  }
  for (const [at, task] of tasks.entries()) {
    checkTaskShape(at, task);
    checkTask(task, () => `tasks[${at}] (${task.title})`, known);
  }
}

const placeOf = (list: string, at: number, { org, indicator }: TargetFact | ObservationFact): string =>
  `${list}[${at}] (${indicator.name}, ${org})`;

/** Refuses a target with an amount, a day or a period that is written as none, as `checkDates` does. */
export function checkTarget(
  fact: TargetFact,
  of: () => string = () => `target (${fact.indicator.name}, ${fact.org})`,
  known?: Known,
): void {
  checkWord("standing", fact.standing, of);
  checkWord("bound", fact.bound, of);
  checkAmount(fact.baseline, of, "baseline");
  checkAmount(fact.weight, of, "weight");
  checkAmount(fact.shared?.value, of, "shared.value");
  checkAmounts(fact, of, "");
  for (const version of fact.versions ?? []) checkAmounts(version, of, "versions.");
  check("period", fact.period, of, "period", known);
  check("period", fact.stated, of, "stated", known);
  check("bound", fact.start, of, "start", known);
  check("bound", fact.deadline, of, "deadline", known);
  for (const { through } of fact.nodes ?? []) check("period", through, of, "nodes.through", known);
  for (const { from, nodes } of fact.versions ?? []) {
    check("day", from, of, "versions.from", known);
    for (const { through } of nodes ?? []) check("period", through, of, "versions.nodes.through", known);
  }
}

function checkObservation(
  { period, submitted, value, measure, standing, state, shared }: ObservationFact,
  of: () => string,
  known: Known,
): void {
  checkWord("standing", standing, of);
  checkWord("measure", measure, of);
  checkWord("state", state, of);
  checkWord("value.status", value.status, of);
  if (value.status === "reported") checkAmount(value.amount, of, "value.amount");
  checkAmount(shared?.value, of, "shared.value");
  check("period", period, of, "period", known);
  check("day", submitted, of, "submitted", known);
}

/** Refuses a task with a day or a period that is written as none, as `checkDates` does. */
export function checkTask(task: TaskFact, of: () => string = () => task.title, known?: Known): void {
  check("period", task.period, of, "period", known);
  check("bound", task.start, of, "start", known);
  check("bound", task.deadline, of, "deadline", known);
  checkMilestones(task.milestones ?? [], of, known);
}

/** The same of milestones: when each is due, with a year or without, and the day on which it was reached. */
export function checkMilestones(all: readonly Milestone[], of: () => string, known?: Known): void {
  for (const { due, reached } of all) {
    check("due", due, of, "milestones.due", known);
    check("day", reached, of, "milestones.reached", known);
  }
}

/** The same of what is asked for: the period, the last day for returns, the day for 逾期. */
export function checkAsked(asked: {
  readonly period?: string;
  readonly due?: string;
  readonly today?: string;
}): void {
  const of = () => "options";
  check("period", asked.period, of, "period");
  check("day", asked.due, of, "due");
  check("day", asked.today, of, "today");
}

/** The same of a period that a result is of: no words stand in its place. */
export function checkPeriod(period: string, where: string): void {
  if (!isPeriod(period)) throw noDate("given", period, where, "period");
}

/** The same of figures or lights that have a period each, in the list that they are given in. */
export function checkPeriods(list: string, all: readonly { readonly period: string }[]): void {
  for (const [at, { period }] of all.entries()) checkPeriod(period, `${list}[${at}]`);
}

/** The same of a window with its nodes, as a pace takes it. */
export function checkWindow(window: {
  readonly period: string;
  readonly start?: string;
  readonly deadline?: string;
  readonly today?: string;
  readonly nodes?: readonly { readonly through: string }[];
}): void {
  const of = () => "pace";
  check("period", window.period, of, "period");
  check("bound", window.start, of, "start");
  check("bound", window.deadline, of, "deadline");
  check("day", window.today, of, "today");
  for (const { through } of window.nodes ?? []) check("period", through, of, "nodes.through");
}

function check(kind: DateKind, text: string | undefined, of: () => string, field: string, known?: Known) {
  if (text === undefined || text === "" || known?.[kind].has(text)) return;
  if (!is[kind](text)) throw noDate(kind, text, of(), field);
  known?.[kind].add(text);
}

const noDate = (kind: DateKind, text: string, where: string, field: string): RangeError =>
  new RangeError(`${where}: ${field} "${text}" is no ${names[kind]}: write ${remedy(kind, text)}`);

const isDay = (text: string): boolean =>
  /^\d{4}-(?:0[1-9]|1[0-2])-(?!00)\d{2}$/.test(text) && text <= lastDay(monthOfDay(text));

/** Words without any digit name no date: 长期, 上半年. */
const isWords = (text: string): boolean => !/\d/.test(text.normalize("NFKC"));

const is: Readonly<Record<DateKind, (text: string) => boolean>> = {
  period: (text) => isPeriod(text) || isWords(text),
  given: isPeriod,
  day: isDay,
  bound: (text) => isDay(text) || isPeriod(text) || isWords(text),
  due: (text) => isDay(text) || /^--(?:\d{2}-\d{2}|-\d{2})$/.test(text),
};

const names: Readonly<Record<DateKind, string>> = {
  period: "period",
  given: "period",
  day: "day",
  bound: "day or month",
  due: "day",
};

/** What was probably meant, where the parts can be told, else an example. */
function remedy(kind: DateKind, text: string): string {
  const [, year, month, day] = /^(\d{4})\D+(\d{1,2})(?:\D+(\d{1,2}))?\D*$/.exec(text.normalize("NFKC")) ?? [];
  const two = (part: string) => part.padStart(2, "0");
  const meant = [year, ...[month, day].filter((part) => part !== undefined).map(two)].join("-");
  if (year !== undefined && is[kind](meant)) return meant;
  const examples = {
    period: "2026-09",
    given: "2026-09",
    day: "2026-09-30",
    bound: "2026-09-30 or 2026-09",
    due: "2026-09-30",
  };
  return `it like ${examples[kind]}`;
}
