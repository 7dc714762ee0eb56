import { join } from "node:path";
import type { Finding } from "@taizhang/finding";
import { check, type SplitBy, splitLedger } from "@taizhang/sheet";
import { writeWorkbook } from "@taizhang/xlsx";
import { distinct, fileName } from "../file-name.ts";
import type { ExitCode, Session } from "../io.ts";
import { findingOutput } from "../output/finding.ts";
import type { SplitDocument } from "../output/split.ts";
import { isDay, isPeriod } from "../period.ts";
import { printErrors } from "../print/errors.ts";
import { printFindings } from "../print/findings.ts";
import { readFiles } from "../read.ts";
import { writeNew } from "../write-new.ts";

export interface SplitOptions {
  readonly json?: boolean;
  readonly by?: string;
  readonly period?: string;
  readonly due?: string;
  readonly last?: readonly string[];
  readonly out: string;
}

export const isSplitBy = (text: string): text is SplitBy => ["lead", "town", "program"].includes(text);

/** Writes one workbook a department from a ledger (拆分下发). */
export async function split(session: Session, ledgerFile: string, options: SplitOptions): Promise<ExitCode> {
  const { words, err, out, lang } = session;
  const { by = "lead", period, due, out: folder } = options;
  const refused = !isSplitBy(by)
    ? words.usage.badSplitBy(by)
    : period !== undefined && !isPeriod(period)
      ? words.usage.badPeriod(period)
      : due !== undefined && !isDay(due)
        ? words.usage.badDay(due)
        : undefined;
  if (refused !== undefined || !isSplitBy(by)) {
    err(refused ?? "");
    return 2;
  }
  const ledger = await readFiles([ledgerFile], session);
  const last = options.last ? await readFiles(options.last, session, { targetsElsewhere: true }) : undefined;
  const result = splitLedger(ledger.readings, {
    by,
    ...(period === undefined ? {} : { period }),
    ...(due === undefined ? {} : { due }),
    ...(last ? { last: last.readings } : {}),
  });
  const errors = [...ledger.errors, ...(last?.errors ?? [])];
  const names = distinct(result.files.map(({ org }) => fileName(org)));
  const written: SplitDocument["files"] = [];
  for (const [index, { org, rows, joint, layouts }] of result.files.entries()) {
    const file = join(folder, `${names[index]}.xlsx`);
    const problem = await writeNew(file, writeWorkbook(layouts), ledger.files, session);
    if (problem) errors.push(problem);
    else written.push({ org, file, rows, joint });
  }
  const findings = [
    ...ledger.findings,
    ...(last?.findings ?? []),
    ...result.findings,
    ...check(ledger.readings).flatMap(inWhatIsSentOut),
  ];
  if (by === "town" && result.files.length > 0 && !result.files.some(({ org }) => town.test(org)))
    err(words.split.noTowns);
  const document: SplitDocument = {
    schemaVersion: 1,
    files: written,
    findings: findings.map((one) => findingOutput(one, lang)),
    errors,
  };
  if (options.json) out(JSON.stringify(document, null, 2));
  else {
    const lines = written.map(({ org, rows, joint, file }) => words.split.file(org, rows, joint, file));
    if (result.files.length === 0) out(words.split.nothing);
    else if (written.length > 0) out([words.split.written(written.length, folder), ...lines].join("\n"));
    if (findings.length > 0) out(`\n${printFindings(document, ledger.files.length, words)}`);
    printErrors(errors, session);
  }
  if (errors.length > 0) return 2;
  return findings.some(({ severity, status }) => severity === "A" && status === "open") ? 1 : 0;
}

const town = /(?:街道|镇|乡|苏木|办事处|人民政府|区|县|市|旗|盟|州)$/;

/**
 * What the ledger's own findings say to whoever sends it out (下发前的问题): all that must be mended or explained, and groups
 * that nobody has expanded. An org that nobody knows would never get its form: A.
 */
function inWhatIsSentOut(one: Finding): Finding[] {
  if (one.code === "U01" && one.severity === "B") return [{ ...one, severity: "A" }];
  return one.severity === "A" || one.severity === "B" || one.code === "U04" ? [one] : [];
}
