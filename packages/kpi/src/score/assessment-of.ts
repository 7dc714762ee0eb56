import { lastDay } from "@taizhang/model";
import { add, compare, type Decimal, decimal, divide, round } from "@taizhang/quantity";
import { commonBound } from "../cell-amounts.ts";
import { checkLists } from "../checked-shape.ts";
import { chooseSource } from "../chosen-target.ts";
import { defined } from "../defined.ts";
import type { Dimensions } from "../dimensions.ts";
import type { Figures, TargetFact } from "../facts.ts";
import { groupBy } from "../group-by.ts";
import { liesIn } from "../grouping.ts";
import { latestPeriod } from "../reported-periods.ts";
import { rollUpSeries } from "../roll-up.ts";
import type { GroupBy, RollUp, RollUpCell } from "../roll-up-cell.ts";
import { seriesOf } from "../series.ts";
import type { AssessedItem, AssessedOrg } from "./assessment.ts";
import { judgedOf } from "./judged.ts";

/** How figures become an assessment. */
export interface AssessmentOptions {
  /**
   * Who is assessed: the divisions, the departments, or the members of a dimension of the caller's own. Default: several
   * divisions beside each other, else the departments of one.
   */
  readonly by?: Exclude<GroupBy, "period">;
  /** 组别 by org, for who is ranked within groups; else the dimension `group` of the figures says it. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Default: the latest in the figures. */
  readonly period?: string;
  /** The declared total, shared out evenly where no row states a weight; default 100. */
  readonly total?: Decimal;
}

/** Who is assessed, and whether the weights are ours because no row states one. */
export interface AssessedFigures {
  readonly orgs: readonly AssessedOrg[];
  readonly period: string | null;
  /** Its last day, on which the presets are looked up. */
  readonly on?: string;
  readonly evenWeights: boolean;
  /** With even weights, the indicators that are no items: nobody has a target of them, as of the parts of a rate. */
  readonly withoutTarget: readonly string[];
  /** The declared total, where one was given. */
  readonly total?: Decimal;
}

/**
 * The orgs of figures with their indicators, weights, targets and actuals, ready for `score`, and the periods of the
 * year for which nothing came from them (由填报数得出考核数). Each actual is that of the roll-up, with all its laws.
 * @example score({ preset: "linear", ...assessmentOf(figures) })
 */
export function assessmentOf(figures: Figures, options: AssessmentOptions = {}): AssessedFigures {
  checkLists(figures);
  const by = options.by ?? assessedBy(figures);
  const period = options.period ?? latestPeriod(figures);
  const asked = period === undefined ? {} : { period };
  // The states of tasks are not asked for; the series serve both roll-ups.
  const numbers = { ...figures, tasks: [] };
  const allSeries = seriesOf(numbers);
  const { cells } = rollUpSeries(allSeries, numbers, { by: [by], ...asked });
  const own = cells.filter(({ key }) => (key[by] ?? "") !== "");
  const shown = own[0]?.period ?? cells[0]?.period ?? null;
  const missed = missedReturns(rollUpSeries(allSeries, numbers, { by: [by, "period"], ...asked }), by);
  const weighted = own.map((cell) => ({ cell, weight: weightOf(cell, figures.targets) }));
  const judged = judgedOf(figures, by);
  const evenWeights =
    weighted.every(({ weight }) => weight === undefined) &&
    [...judged.values()].every(({ items }) => items.length === 0);
  // What nobody has a target of is counted and not assessed: a denominator, a figure for information.
  const targeted = new Set(
    own.flatMap((cell) =>
      figures.targets.some((target) => isOf(cell, target.indicator) && isTarget(target))
        ? [cell.indicatorKey]
        : [],
    ),
  );
  const withoutTarget = evenWeights
    ? [...new Set(own.flatMap((cell) => (targeted.has(cell.indicatorKey) ? [] : [cell.indicator])))]
    : [];
  const cellsOf = groupBy(weighted, ({ cell }) => cell.key[by] as string);
  const groups = groupsOf([...figures.targets, ...figures.observations, ...figures.tasks], by);
  // Who has nothing but tasks without numbers and points is in the list all the same, and it says so.
  const ofTasks = figures.tasks.flatMap(({ dims }) => (dims[by] ?? []).map(({ name }) => name));
  const orgs = [...new Set([...cellsOf.keys(), ...judged.keys(), ...ofTasks])].map((org): AssessedOrg => {
    const some = cellsOf.get(org) ?? [];
    const assessed = some.filter(({ cell, weight }) =>
      evenWeights ? targeted.has(cell.indicatorKey) : weight !== undefined,
    );
    const even = evenShares(options.total ?? decimal("100"), assessed.length);
    const numeric = assessed.map(({ cell, weight }, index) =>
      itemOf(cell, weight ?? (even[index] as Decimal), figures.targets),
    );
    const { items = [], bonuses = [], deductions = [], vetoes = [] } = judged.get(org) ?? {};
    const group = options.groups?.[org] ?? groups.get(org);
    return {
      org,
      ...(group === undefined ? {} : { group }),
      items: [...numeric, ...items],
      bonuses,
      deductions,
      ...(vetoes.length > 0 ? { vetoes } : {}),
      missedReturns: missed.get(org) ?? [],
    };
  });
  return {
    orgs,
    period: shown,
    ...(shown === null ? {} : { on: lastDay(shown) }),
    evenWeights,
    withoutTarget,
    ...defined({ total: options.total }),
  };
}

/** Several divisions are assessed beside each other; within one, its departments are. */
function assessedBy({ targets, observations }: Figures): "division" | "department" {
  const own = [...targets, ...observations].filter(({ standing }) => standing !== "total");
  const divisions = new Set(own.flatMap(({ dims }) => (dims.division ?? []).map(({ name }) => name)));
  const departments = own.some(({ dims }) => (dims.department ?? []).length > 0);
  return divisions.size > 1 || !departments ? "division" : "department";
}

/** A number, one to come, or one that several have together. */
const isTarget = ({ value, status, shared }: TargetFact): boolean =>
  value !== undefined || status === "pending" || shared !== undefined;

/** 组别 of each org: the caller's dimension `group`. */
function groupsOf(facts: readonly { readonly dims: Dimensions }[], by: string): Map<string, string> {
  const groups = new Map<string, string>();
  for (const { dims } of facts)
    for (const { name } of dims[by] ?? [])
      if (dims.group?.[0] && !groups.has(name)) groups.set(name, dims.group[0].name);
  return groups;
}

/** Shares with two places that add up to the whole: the first takes what is left over. */
function evenShares(total: Decimal, parts: number): Decimal[] {
  if (parts === 0) return [];
  const share = round(divide(total, decimal(String(parts)), 6) as Decimal, 2);
  const rest = Array.from({ length: parts - 1 }, () => share);
  const first = rest.reduce((left, one) => add(left, `-${one}` as Decimal), total);
  return [first, ...rest];
}

/** A row that states no 口径 belongs to the only 口径 of its name, as in the roll-up. */
const isOf = ({ indicator, indicatorKey }: RollUpCell, { key, name, definition }: TargetFact["indicator"]) =>
  key === indicatorKey || (name === indicator && definition === undefined);

/** The targets of a cell: of its indicator, within its key, not a parent's. */
const targetsOf = (cell: RollUpCell, targets: readonly TargetFact[]): TargetFact[] =>
  targets.filter(
    ({ indicator, dims, standing }) =>
      standing !== "total" && isOf(cell, indicator) && liesIn(dims, cell.key),
  );

/**
 * The weight of a cell: of each task the first that is stated, the ledger's before a return's. Where they are all the same
 * it is the indicator's, repeated in each row, and counts once; different ones are the tasks' own and add up.
 */
function weightOf(cell: RollUpCell, targets: readonly TargetFact[]): Decimal | undefined {
  const stated = targetsOf(cell, targets).filter(({ weight }) => weight !== undefined);
  const [one, ...more] = firstOfTasks(stated).map(({ weight }) => weight as Decimal);
  if (one === undefined || more.every((other) => compare(other, one) === 0)) return one;
  return more.reduce(add, one);
}

/** Of each task of each org the first target, the ledger's before a return's. */
function firstOfTasks(targets: readonly TargetFact[]): TargetFact[] {
  const ordered = [...targets].sort(
    (a, b) => Number(a.standing !== "ledger") - Number(b.standing !== "ledger"),
  );
  const first = new Map<string, TargetFact>();
  for (const target of ordered) {
    const task = JSON.stringify([target.org, target.taskId ?? target.taskTitle ?? ""]);
    if (!first.has(task)) first.set(task, target);
  }
  return [...first.values()];
}

function itemOf(cell: RollUpCell, weight: Decimal, targets: readonly TargetFact[]): AssessedItem {
  const own = targetsOf(cell, targets);
  const day = cell.period === null ? undefined : lastDay(cell.period);
  const source = chooseSource(
    own.flatMap((target) => target.source ?? []),
    day,
  );
  const bound = commonBound(
    firstOfTasks(own.filter((target) => !target.source || target.source === source)).map((one) => one.bound),
  );
  const concerned = cell.expected > 0 || cell.actual !== null;
  return {
    indicator: cell.indicator,
    key: cell.indicatorKey,
    unit: cell.unit,
    direction: cell.direction,
    ...(bound ? { bound } : {}),
    weight,
    ...(cell.target === null ? {} : { target: cell.target }),
    ...(cell.targetMax === null ? {} : { targetMax: cell.targetMax }),
    actual: !concerned
      ? { status: "notApplicable" }
      : cell.actual !== null
        ? { status: "reported", amount: cell.actual }
        : cell.missing.length < cell.expected && cell.reported < cell.expected
          ? { status: "unusable", why: whyOf(cell) }
          : { status: "missing" },
    ...(cell.light === "notDue" && cell.direction !== "up" && cell.actual !== null ? { notDue: true } : {}),
    ...(cell.atLeast ? { atLeast: true } : isPartial(cell) ? { partial: true } : {}),
    sources: cell.sources,
  };
}

/** The sum of those that have reported, where that bounds nothing; a rate from its parts or a parent's own figure is whole. */
const isPartial = ({ actual, reported, expected, notes }: RollUpCell): boolean =>
  actual !== null &&
  reported < expected &&
  !notes.some(({ code }) => code === "fromParts" || code === "parentFigure");

/** Why a figure cannot be used, as the cell's notes have it. */
const whyOf = ({ notes }: RollUpCell) =>
  (["uncalculated", "error"] as const).find((why) => notes.some(({ code }) => code === why)) ?? "unreadable";

/** The periods for which an org that is expected has reported nothing at all (未报期数). */
function missedReturns({ cells }: RollUp, by: string): Map<string, string[]> {
  const missed = new Map<string, string[]>();
  const grouped = groupBy(
    cells.filter(({ key, expected }) => key.period && key[by] && expected > 0),
    ({ key }) => JSON.stringify([key[by], key.period]),
  );
  for (const [name, some] of grouped) {
    const [org, of] = JSON.parse(name) as [string, string];
    if (some.some(({ reported }) => reported > 0)) continue;
    if (some.some(({ missing, expected }) => missing.length < expected)) continue;
    missed.set(org, [...(missed.get(org) ?? []), of]);
  }
  return missed;
}
