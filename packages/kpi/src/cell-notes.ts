import { boundOf, sumOf } from "./cell-amounts.ts";
import type { CellFigures } from "./cell-figures.ts";
import { comparable } from "./comparable.ts";
import { bandGap, isMet, upRate } from "./completion.ts";
import { coverageNotes, placesOf } from "./coverage-notes.ts";
import { defined } from "./defined.ts";
import type { ObservationFact } from "./facts.ts";
import { ratioOf, roundFraction } from "./fraction.ts";
import { groupBy } from "./group-by.ts";
import type { Light } from "./light.ts";
import type { Note } from "./note.ts";
import { tolerance } from "./parent.ts";
import { rateNotes } from "./rate-notes.ts";
import type { Reading } from "./reading.ts";
import { decimalOf, less, minus, type Scaled, signOf } from "./scaled.ts";
import { sharedActualOf } from "./shared-actual.ts";
import { keyOfShared } from "./shared-figure.ts";
import { sharedTargetOf } from "./shared-target.ts";
import { superiorNotes } from "./superior-notes.ts";
import { usedFacts } from "./used-facts.ts";

/** All that a cell has to say beside its numbers, in a fixed order (说明). */
export const notesOf = (cell: CellFigures): Note[] => [
  ...addingNotes(cell),
  ...targetNotes(cell),
  ...coverageNotes(cell),
  ...judgementNotes(cell),
  ...checkNotes(cell),
  ...cellNotes(cell),
];

const absolute = (amount: Scaled): Scaled => (signOf(amount) < 0 ? minus(amount) : amount);

/** Why there is no sum, or where the figure is from instead. */
function addingNotes({
  series,
  differ,
  targetsDiffer,
  adds,
  coverage,
  from,
  parent,
  parentTarget,
  targetFromParent,
  lines,
}: CellFigures): Note[] {
  const notes: Note[] = [];
  const { name, evidence } = series.indicator;
  if (differ) notes.push({ code: "unitsDiffer", args: { indicator: name, units: differ } });
  if (targetsDiffer)
    notes.push({
      code: "unitsDiffer",
      args: { indicator: name, units: targetsDiffer, targets: true },
    });
  if (
    !adds &&
    !differ &&
    (lines.length > 1 || (from === "parent" && series.indicator.acrossOrgs !== "sum"))
  ) {
    const undecided = evidence.some(({ rule }) => rule === "undecided");
    if (undecided) notes.push({ code: "undecided", args: { indicator: name } });
    else if (from === undefined || from === "parent")
      notes.push({ code: "notAdditive", args: { indicator: name, orgs: coverage.expected } });
    const targets = new Set(lines.flatMap(({ target }) => (target === undefined ? [] : [decimalOf(target)])));
    const [target] = targets;
    const ends = new Set(lines.map(({ max }) => (max === undefined ? undefined : decimalOf(max))));
    const [targetMax] = ends.size === 1 ? [...ends] : [];
    if (lines.length > 1 && targets.size === 1 && target !== undefined)
      notes.push({
        code: "targetRepeated",
        args: { target, ...(targetMax === undefined ? {} : { targetMax }), orgs: coverage.expected },
      });
  }
  if (from === "parent" && parent) notes.push({ code: "parentFigure", args: { by: parent.by } });
  if (from && from !== "parent") notes.push({ code: "fromParts", args: from });
  if (targetFromParent && parentTarget) notes.push({ code: "parentTarget", args: { by: parentTarget.by } });
  return notes;
}

/** Which targets were taken. */
function targetNotes({ readings, source, lines, period }: CellFigures): Note[] {
  const notes: Note[] = [];
  const short = lines.find(({ chosen }) => chosen?.window)?.chosen;
  if (short?.window)
    notes.push({
      code: "periodTarget",
      args: {
        period: short.window.period,
        ...(short.summedFrom === undefined ? {} : { parts: short.summedFrom }),
      },
    });
  for (const { targetsLacking: months, line } of readings)
    if (months.length > 0) notes.push({ code: "targetsLacking", args: { org: line.org, months } });
  const others = [
    ...new Set(readings.flatMap(({ targets }) => targets.map((target) => target.source))),
  ].filter((other) => other !== "" && other !== source);
  if (source !== undefined && others.length > 0)
    notes.push({ code: "severalSources", args: { chosen: source, others: others.sort() } });
  for (const { chosen, reading } of lines) {
    const { org } = reading.line;
    if (chosen?.value === undefined) continue;
    for (const other of new Set(chosen.others))
      notes.push({ code: "targetsDiffer", args: { org, used: chosen.value, other } });
    const { value, versionFrom: from, approval, reason } = chosen;
    if (from)
      notes.push({ code: "targetVersion", args: { org, value, from, ...defined({ approval, reason }) } });
    if (chosen.nodesLapsed) notes.push({ code: "nodesLapsed", args: { org } });
  }
  const pending = lines.flatMap(({ chosen, reading }) =>
    chosen && chosen.value === undefined ? [reading.line.org] : [],
  );
  if (pending.length > 0) notes.push({ code: "pending", args: { orgs: [...new Set(pending)] } });
  const told = new Set<string>();
  for (const { reading, shared: counted } of lines) {
    const shared = reading.targets.length === 0 ? sharedTargetOf(reading.line, period)?.shared : undefined;
    const key = shared && keyOfShared(shared);
    if (!key || told.has(key)) continue;
    told.add(key);
    const args = { orgs: shared.orgs, target: shared.value, counted: counted !== undefined };
    notes.push({ code: "sharedTarget", args });
  }
  return notes;
}

/** True for a light that compares a figure with its target; without a period there is none of these. */
export const isJudgement = (light: Light | undefined): boolean =>
  light === "green" || light === "yellow" || light === "red" || light === "notDue";

/** Ceilings, bands, zero targets, 力争 and progress: what a rate alone does not say. */
function judgementNotes(cell: CellFigures): Note[] {
  const { series, target, max, actual, stretch, progress, readings, atLeast, period, ended } = cell;
  const notes: Note[] = [];
  if (target === undefined || actual === undefined) return notes;
  if (period === undefined && isJudgement(cell.light)) notes.push({ code: "noPeriod", args: {} });
  const { direction } = series;
  const flow = series.indicator.acrossTime === "sum";
  const bound = boundOf(cell.counted);
  const met = isMet({ direction, ...comparable(cell, target, actual), ...(bound ? { bound } : {}) });
  // What is used up of a ceiling does not come back; else only the end of the window decides what adds over time.
  const passed = direction === "down" && flow && !ended && !met && series.nonNegative && signOf(target) >= 0;
  const decided = !flow || ended || passed || direction === "up";
  if (direction === "down" && flow && signOf(target) >= 0) {
    const use = ratioOf(actual, target);
    const state = ended ? "ended" : passed ? "passed" : "open";
    if (use || !ended)
      notes.push({
        code: "ceilingUse",
        args: { ...(use ? { rate: roundFraction(use) } : {}), state },
      });
  }
  const strict = !met && (bound === "gt" || bound === "lt") && signOf(less(actual, target)) === 0;
  if (decided && strict)
    notes.push({ code: "strictBound", args: { amount: decimalOf(target), bound: bound as "gt" | "lt" } });
  else if (decided && (direction !== "up" || signOf(target) === 0)) {
    const gap = direction === "within" ? bandGap(target, max ?? target, actual, bound) : less(actual, target);
    const args = { gap: decimalOf(gap), unit: cell.unit.text };
    // A ceiling that is not yet passed is not yet kept while reports are missing.
    if (!met) notes.push({ code: "notMet", args });
    else if (!atLeast && !readings.some(({ status }) => status === "missing" || status === "unusable"))
      notes.push({ code: "met", args });
  }
  const further = stretch === undefined || direction !== "up" ? undefined : upRate(stretch, actual);
  if (further) notes.push({ code: "stretchRate", args: { rate: roundFraction(further) } });
  if (progress) notes.push({ code: "progress", args: { rate: roundFraction(progress) } });
  return notes;
}

/** Where others' figures for the same thing are not the same. */
function checkNotes(cell: CellFigures): Note[] {
  const { parent, below, unit, series, coverage, lines, target, parentTarget, targetFromParent, adds } = cell;
  const notes: Note[] = [];
  notes.push(...rateNotes(cell), ...superiorNotes(cell));
  if (parent && below !== undefined && adds) {
    const difference = less(parent.amount, below);
    const parts = lines.flatMap(({ reading, actual }) =>
      actual === undefined ? (reading.standIn?.parts ?? []) : reading.parts,
    );
    const allowed = tolerance([...parent.parts, ...parts], unit, series);
    if (signOf(less(absolute(difference), allowed)) > 0)
      notes.push({
        code: "parentDiffers",
        args: {
          reported: decimalOf(parent.amount),
          below: decimalOf(below),
          difference: decimalOf(difference),
          missing: coverage.missing.length + coverage.unusable.length,
        },
      });
  }
  if (parentTarget && target !== undefined && !targetFromParent && adds) {
    const difference = less(parentTarget.amount, target);
    if (signOf(difference) !== 0)
      notes.push({
        code: "parentTargetDiffers",
        args: {
          reported: decimalOf(parentTarget.amount),
          below: decimalOf(target),
          difference: decimalOf(difference),
        },
      });
  }
  for (const { reading, actual } of lines)
    for (const { org, said } of reading.others) {
      const amount = said.status === "reported" ? sumOf(said.parts, unit, series) : undefined;
      if (amount === undefined) continue;
      const allowed = tolerance([...said.parts, ...reading.parts], unit, series);
      if (actual === undefined || signOf(less(absolute(less(amount, actual)), allowed)) > 0)
        notes.push({
          code: "jointDiffers",
          args: { org, amount: decimalOf(amount), used: actual === undefined ? "" : decimalOf(actual) },
        });
    }
  const joint = lines.filter(({ reading: { line } }) =>
    Object.values(line.dims).some((members) => (members?.length ?? 0) > 1),
  ).length;
  if (joint > 0) notes.push({ code: "joint", args: { count: joint } });
  return notes;
}

/** How cells were read, and which were not counted (the domain page §4, law 10). */
function cellNotes({ readings }: CellFigures): Note[] {
  const notes: Note[] = [];
  const used = usedFacts(readings);
  for (const code of ["textNumber", "unitInValue"] as const) {
    const marked = used.filter(({ marks }) => marks?.includes(code));
    if (marked.length > 0) notes.push({ code, args: { count: marked.length, at: placesOf(marked) } });
  }
  notes.push(...sharedNotes(readings));
  const unusable = readings.flatMap((reading) =>
    sharedActualOf(reading) ? [] : reading.unusable.map((fact) => ({ fact, org: reading.line.org })),
  );
  for (const [key, some] of groupBy(unusable, ({ fact, org }) => JSON.stringify([whyOf(fact), org]))) {
    const [code, org] = JSON.parse(key) as ["unreadable" | "error" | "uncalculated", string];
    notes.push({ code, args: { org, at: placesOf(some.map(({ fact }) => fact)) } });
  }
  for (const { duplicates, line } of readings)
    for (const fact of duplicates)
      if (fact.value.status === "reported")
        notes.push({
          code: "duplicateNotCounted",
          args: { org: line.org, amount: fact.value.amount, at: placesOf([fact]) },
        });
  return notes;
}

/** What several orgs have reported together, once each. */
function sharedNotes(readings: readonly Reading[]): Note[] {
  const told = new Map<string, Note>();
  for (const reading of readings) {
    const open = sharedActualOf(reading);
    const shared = open?.shared ?? reading.reportedWith;
    const fact = open?.fact ?? reading.parts[0]?.fact;
    if (!shared || !fact) continue;
    const { orgs, value: amount } = shared;
    const args = { orgs, amount, counted: open === undefined, at: placesOf([fact]) };
    const key = keyOfShared(shared);
    if (!told.has(key)) told.set(key, { code: "sharedActual", args });
  }
  return [...told.values()];
}

const whyOf = ({ value }: ObservationFact) => (value.status === "unusable" ? value.why : "unreadable");
