import type { Lang } from "@taizhang/finding";
import {
  type Figures,
  type GroupBy,
  type ObservationFact,
  type RollUp,
  type RollUpCell,
  type RollUpOptions,
  rollUp,
  type Source,
  sayNote,
  type TargetFact,
  type TaskCounts,
} from "@taizhang/kpi";
import { type Decimal, unitText } from "@taizhang/quantity";
import { figuresOf, noteReleases, type SheetReading, settingsOfAll } from "@taizhang/sheet";

/** A cell of the roll-up as the pane shows it: its notes are said in both languages. */
export interface RollUpLine extends Omit<RollUpCell, "notes"> {
  readonly notes: readonly { readonly code: string; readonly said: Readonly<Record<Lang, string>> }[];
}

/** The whole roll-up as the pane shows it (汇总结果). */
export interface RollUpCard {
  readonly lines: readonly RollUpLine[];
  readonly counts: readonly TaskCounts[];
  readonly by: readonly GroupBy[];
  readonly coverage: Coverage;
  /** The periods that the sources name. */
  readonly periods: readonly string[];
}

/** Who should have reported and who has (应报实报). */
export interface Coverage {
  readonly expected: number;
  readonly reported: number;
  readonly missing: readonly string[];
}

export interface RollUpChoice {
  readonly by: readonly GroupBy[];
  readonly period?: string;
}

/** What was rolled up, kept for drilling down and for the sheet. */
export interface RolledUp {
  readonly figures: Figures;
  readonly result: RollUp;
  readonly by: readonly GroupBy[];
  /** What it was rolled up with. */
  readonly options: Omit<RollUpOptions, "by">;
}

/** Sheets that only assign targets are the ledger of the others, where there are others. */
function figuresFrom(readings: readonly SheetReading[]): Figures {
  const { own, ledger } = byRole(readings);
  return figuresOf(own, ledger.length > 0 ? { ledger } : {});
}

export function byRole(readings: readonly SheetReading[]): {
  readonly own: readonly SheetReading[];
  readonly ledger: readonly SheetReading[];
} {
  const isLedger = ({ tables }: SheetReading) =>
    tables.length > 0 && tables.every(({ role }) => role === "ledger");
  const ledger = readings.filter(isLedger);
  const own = readings.filter((reading) => !isLedger(reading));
  return own.some(({ tables }) => tables.length > 0) ? { own, ledger } : { own: readings, ledger: [] };
}

/** Rolls the sources up. */
export function rollUpOf(
  readings: readonly SheetReading[],
  findings: Parameters<typeof noteReleases>[1],
  { by, period }: RollUpChoice,
): RolledUp {
  const { parameters } = settingsOfAll(readings);
  const figures = figuresFrom(readings);
  const options = {
    ...(period === undefined ? {} : { period }),
    ...(parameters.light === undefined ? {} : { preset: parameters.light }),
    ...(parameters.pace === undefined ? {} : { paceBy: parameters.pace }),
  };
  const result = rollUp(figures, { by, ...options });
  return { figures, result: noteReleases(result, findings), by, options };
}

/** The roll-up for the pane. */
export const cardOfRollUp = ({ figures, result, by }: RolledUp): RollUpCard => ({
  lines: result.cells.map(({ notes, ...cell }) => ({
    ...cell,
    notes: notes.map((note) => ({
      code: note.code,
      said: { "zh-CN": sayNote(note, "zh-CN"), en: sayNote(note, "en") },
    })),
  })),
  counts: result.counts,
  by,
  coverage: coverageOf(figures),
  periods: [
    ...new Set(
      [...figures.observations.filter(({ repeated }) => !repeated), ...figures.tasks].flatMap(
        ({ period }) => period ?? [],
      ),
    ),
  ].sort(),
});

/** Who is expected and who has come, before anything is added up (应报已到). */
export const coverageFrom = (readings: readonly SheetReading[]): Coverage =>
  coverageOf(figuresFrom(readings));

/** Orgs with a target, a task or a figure of their own are expected; those with any figure or report have come. */
function coverageOf({ targets, observations, tasks }: Figures): Coverage {
  const expected = new Set<string>();
  const reported = new Set<string>();
  for (const { org, standing } of targets)
    if (standing !== "total" && standing !== "superior") expected.add(org);
  for (const { org } of tasks) expected.add(org);
  for (const { org, standing, value } of observations) {
    if (standing !== "own") continue;
    expected.add(org);
    if (value.status !== "missing") reported.add(org);
  }
  for (const { org, reported: has } of tasks) if (has) reported.add(org);
  const missing = [...expected]
    .filter((org) => !reported.has(org))
    .sort((a, b) => a.localeCompare(b, "zh-CN"));
  return { expected: expected.size, reported: expected.size - missing.length, missing };
}

/** One cell that a total was made from (来源). */
export interface SourceLine {
  readonly file: string;
  readonly sheet: string;
  readonly ref: string;
  readonly org: string;
  /** `parent`: the superior's own figure, which the sum is held against (节点检查). */
  readonly kind: "target" | "actual" | "parent";
  readonly amount: Decimal | null;
  /** Why there is no amount: nothing stands there, 不涉及, or a formula or text that gives no number. */
  readonly state: "reported" | "missing" | "notApplicable" | "unusable" | "other";
  readonly unit: string;
}

/** The cells of a roll-up cell, with what each holds: the superior's own figure, the actuals, the targets (查来源). */
export function sourcesOf({ figures, result }: RolledUp, index: number): SourceLine[] {
  const cell = result.cells[index];
  if (!cell) return [];
  const at = new Map<string, (TargetFact | ObservationFact)[]>();
  for (const fact of [...figures.observations, ...figures.targets]) {
    if (!fact.at) continue;
    const key = keyOf(fact.at);
    at.set(key, [...(at.get(key) ?? []), fact]);
  }
  const linesAt = (place: Source): SourceLine[] =>
    (at.get(keyOf(place)) ?? []).map((fact) => ({
      ...place,
      org: fact.org,
      ...amountOf(fact),
      unit: unitText(fact),
    }));
  const above = (cell.parentSources ?? []).flatMap(linesAt).filter(({ kind }) => kind === "actual");
  const lines = cell.sources.flatMap(linesAt);
  return [
    ...above.map((line) => ({ ...line, kind: "parent" as const })),
    ...lines.filter(({ kind }) => kind === "actual"),
    ...lines.filter(({ kind }) => kind === "target"),
  ];
}

const keyOf = ({ file, sheet, ref }: { file: string; sheet: string; ref: string }) =>
  `${file}\n${sheet}\n${ref}`;

function amountOf(fact: TargetFact | ObservationFact): Pick<SourceLine, "kind" | "amount" | "state"> {
  if (!("measure" in fact))
    return {
      kind: "target",
      amount: fact.value ?? null,
      state: fact.value === undefined ? "other" : "reported",
    };
  const { value } = fact;
  return {
    kind: "actual",
    amount: value.status === "reported" ? value.amount : null,
    state: value.status,
  };
}
