import type { Finding } from "@taizhang/finding";
import { assessmentOf, score as scoreOf, scorePresets } from "@taizhang/kpi";
import { type Decimal, parseDecimal, sign } from "@taizhang/quantity";
import { check, figuresOf, scoreLayouts } from "@taizhang/sheet";
import { writeWorkbook } from "@taizhang/xlsx";
import type { ExitCode, Session } from "../io.ts";
import { findingOutput } from "../output/finding.ts";
import { scoreOutput } from "../output/score.ts";
import { isPeriod } from "../period.ts";
import { printErrors } from "../print/errors.ts";
import { printScore } from "../print/score.ts";
import { readFiles, readingsBeside } from "../read.ts";
import { writeNew } from "../write-new.ts";

export interface ScoreOptions {
  readonly preset: string;
  readonly json?: boolean;
  readonly by?: string;
  readonly period?: string;
  readonly total?: string;
  readonly ledger?: string;
  readonly out?: string;
}

/** Scores who is assessed by a preset, with every derivation, and writes the score workbook (年度考核得分表). */
export async function score(
  session: Session,
  inputs: readonly string[],
  options: ScoreOptions,
): Promise<ExitCode> {
  const { lang, out, err, words } = session;
  const refused = refusal(options, session);
  if (refused !== undefined) {
    err(refused);
    return 2;
  }
  const { preset, period, ledger: ledgerFile, out: path } = options;
  const read = await readFiles(inputs, session, { targetsElsewhere: ledgerFile !== undefined });
  const ledger = ledgerFile === undefined ? undefined : await readFiles([ledgerFile], session);
  const beside = ledger ? { ledger: ledger.readings } : {};
  const own = await readingsBeside(read, ledger);
  const figures = figuresOf(own, beside);
  const total = totalOf(options);
  const assessed = assessmentOf(figures, {
    ...(options.by === "division" || options.by === "department" ? { by: options.by } : {}),
    ...(period === undefined ? {} : { period }),
    ...(total ? { total } : {}),
  });
  const scores = scoreOf({ ...assessed, preset, ...(total ? { total } : {}) });
  const findings: Finding[] = [
    ...read.findings,
    ...(ledger?.findings ?? []),
    ...check(own, { ...beside, ...(period === undefined ? {} : { period }) }),
  ];
  const errors = [...read.errors, ...(ledger?.errors ?? [])];
  if (path !== undefined) {
    const problem = await writeNew(
      path,
      writeWorkbook(scoreLayouts({ scores, ...assessed, lang })),
      [...read.files, ...(ledger?.files ?? [])],
      session,
    );
    if (problem) errors.push(problem);
  }
  const document = scoreOutput(
    scores,
    assessed,
    { findings: findings.map((one) => findingOutput(one, lang)), errors },
    lang,
  );
  if (options.json) out(JSON.stringify(document, null, 2));
  else {
    out(printScore(document, words));
    if (path !== undefined && !errors.some(({ file }) => file === path)) out(words.file.written(path));
    printErrors(errors, session);
  }
  if (errors.length > 0) return 2;
  return findings.some(({ severity, status }) => severity === "A" && status === "open") ? 1 : 0;
}

const totalOf = ({ total }: ScoreOptions): Decimal | undefined =>
  total === undefined ? undefined : parseDecimal(total);

function refusal({ preset, by, period, total }: ScoreOptions, { words: { usage } }: Session) {
  if (!scorePresets.includes(preset)) return usage.badPreset(preset, scorePresets.join(", "));
  if (by !== undefined && by !== "division" && by !== "department")
    return usage.badBy(by, "division, department");
  if (period !== undefined && !isPeriod(period)) return usage.badPeriod(period);
  const points = total === undefined ? undefined : parseDecimal(total);
  if (total !== undefined && (points === undefined || sign(points) <= 0)) return usage.badTotal(total);
  return undefined;
}
