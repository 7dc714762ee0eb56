import { dirname, relative } from "node:path";
import type { Finding } from "@taizhang/finding";
import {
  changesOf,
  explainCell,
  factsOf,
  followUps,
  type GroupBy,
  lightRule,
  rollUp,
  yearEnds,
} from "@taizhang/kpi";
import { check, figuresOf, noteReleases, settingsOfAll, summaryLayouts } from "@taizhang/sheet";
import { writeWorkbook } from "@taizhang/xlsx";
import type { ExitCode, Session } from "../io.ts";
import { leftOut } from "../left-out.ts";
import { cellChangeOutput, differencesOutput } from "../output/comparison.ts";
import { findingOutput } from "../output/finding.ts";
import {
  cellOutput,
  countOutput,
  followUpOutput,
  type RollupDocument,
  yearEndOutput,
} from "../output/rollup.ts";
import { isDay, isPeriod } from "../period.ts";
import { printErrors } from "../print/errors.ts";
import { printRollup } from "../print/rollup.ts";
import { type FilesRead, readFiles, readingsBeside } from "../read.ts";
import { reviewedAmong, withReviewed } from "../reviewed.ts";
import { writeNew } from "../write-new.ts";

export interface RollupOptions {
  readonly json?: boolean;
  readonly by?: string;
  readonly period?: string;
  readonly ledger?: string;
  readonly today?: string;
  readonly idleMonths?: string;
  readonly reviewed?: readonly string[];
  readonly earlier?: readonly string[];
  readonly changes?: boolean;
  readonly explain?: boolean;
  readonly out?: string;
}

const dimensions = ["division", "department", "program", "period"] as const;

/** Rolls returned sheets up, prints the totals and writes the summary workbook (汇总). */
export async function rollup(
  session: Session,
  inputs: readonly string[],
  options: RollupOptions,
): Promise<ExitCode> {
  const { lang, out, err } = session;
  const refused = refusal(options, session);
  if (refused !== undefined) {
    err(refused);
    return 2;
  }
  const by = groupsOf(options.by);
  const read = await readFiles(inputs, session, { targetsElsewhere: options.ledger !== undefined });
  const ledger = options.ledger === undefined ? undefined : await readFiles([options.ledger], session);
  const beside = ledger ? { ledger: ledger.readings } : {};
  const own = await readingsBeside(read, ledger);
  const all = figuresOf(own, beside);
  const reviewed = options.reviewed && (await reviewedAmong(read.files, options.reviewed, session));
  const figures = reviewed ? withReviewed(all, reviewed) : all;
  const earlier =
    options.earlier === undefined
      ? undefined
      : await readFiles(options.earlier, session, { targetsElsewhere: options.ledger !== undefined });
  const { period, today } = options;
  const idleMonths = options.idleMonths === undefined ? undefined : monthsOf(options.idleMonths);
  const { light: preset, pace: paceBy } = settingsOfAll(own, beside.ledger).parameters;
  const asked = {
    by,
    ...(period === undefined ? {} : { period }),
    ...(today === undefined ? {} : { today }),
    ...(preset === undefined ? {} : { preset }),
    ...(paceBy === undefined ? {} : { paceBy }),
    ...(idleMonths ? { paceBy: "workingMonth" as const, idleMonths } : {}),
    ...(reviewed ? { returns: "reviewed" as const } : {}),
  };
  const rolledUp = rollUp(figures, asked);
  const lists = { followUps: followUps(figures, asked), yearEnds: yearEnds(figures, { ...asked, by: [] }) };
  const findings: Finding[] = [
    ...read.findings,
    ...(ledger?.findings ?? []),
    ...check(own, {
      ...beside,
      ...(period === undefined ? {} : { period }),
      ...(today === undefined ? {} : { on: today }),
    }),
  ];
  const result = noteReleases(rolledUp, findings);
  const errors = [
    ...read.errors,
    ...(ledger?.errors ?? []),
    ...(earlier?.errors ?? []),
    ...(reviewed?.errors ?? []),
  ];
  const rule = lightRule(preset)?.value;
  if (options.out !== undefined && rule) {
    const { out: path } = options;
    const linkTo = (file: string) => encodeURI(relative(dirname(path), file).replaceAll("\\", "/"));
    const layouts = summaryLayouts({
      rollUp: result,
      figures,
      findings,
      ...lists,
      by,
      rule,
      lang,
      linkTo,
    });
    const problem = await writeNew(
      path,
      writeWorkbook(layouts),
      [...read.files, ...(ledger?.files ?? [])],
      session,
    );
    if (problem) errors.push(problem);
  }
  const document: RollupDocument = {
    schemaVersion: 1,
    cells: result.cells.map((cell) => ({
      ...cellOutput(cell, lang),
      ...(options.explain ? { explanation: explainCell(cell, { lang }) } : {}),
    })),
    counts: result.counts.map(countOutput),
    followUps: lists.followUps.map(followUpOutput),
    yearEnds: lists.yearEnds.map(yearEndOutput),
    leftOut: leftOut(own, lang),
    ...(options.changes ? { changes: changesOf(figures, asked).map(cellChangeOutput) } : {}),
    ...(earlier ? { differences: differencesFrom(earlier) } : {}),
    findings: findings.map((one) => findingOutput(one, lang)),
    errors,
  };
  if (options.json) out(JSON.stringify(document, null, 2));
  else {
    out(printRollup(result, document, by, session));
    if (options.out !== undefined && !errors.some(({ file }) => file === options.out))
      out(session.words.file.written(options.out));
    printErrors(errors, session);
  }
  if (errors.length > 0) return 2;
  return findings.some(({ severity, status }) => severity === "A" && status === "open") ? 1 : 0;

  /** What is different from an earlier version, 沿用数 too, of one period: that asked, or the latest of what came now. */
  function differencesFrom({ readings }: FilesRead) {
    const now = factsOf(all, period === undefined ? {} : { period });
    const before = factsOf(
      figuresOf(readings, beside),
      now.period === undefined ? {} : { period: now.period },
    );
    return differencesOutput(before, now);
  }
}

const groupsOf = (by: string | undefined): GroupBy[] =>
  by === undefined ? [] : by.split(/[,，]/).map((one) => one.trim());

/** “12,1,2” as months; undefined where one is none, or where all twelve stand idle. */
function monthsOf(text: string): number[] | undefined {
  const months = new Set(text.split(/[,，、]/).map((one) => Number(one.trim() || "0")));
  const known = [...months].every((month) => Number.isInteger(month) && month >= 1 && month <= 12);
  return known && months.size < 12 ? [...months] : undefined;
}

function refusal(
  { by, period, today, idleMonths }: RollupOptions,
  { words: { usage } }: Session,
): string | undefined {
  const unknown = groupsOf(by).find((one) => !dimensions.some((known) => known === one));
  if (unknown !== undefined) return usage.badBy(unknown, dimensions.join(", "));
  if (period !== undefined && !isPeriod(period)) return usage.badPeriod(period);
  if (today !== undefined && !isDay(today)) return usage.badDay(today);
  if (idleMonths !== undefined && !monthsOf(idleMonths)) return usage.badMonths(idleMonths);
  return undefined;
}
