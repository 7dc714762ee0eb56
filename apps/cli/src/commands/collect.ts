import { dirname, join, relative } from "node:path";
import type { SheetLayout } from "@taizhang/grid";
import {
  collectLayouts,
  collectReturns,
  periodOfRegister,
  reportedBefore,
  sentBackBefore,
} from "@taizhang/sheet";
import { writeWorkbook } from "@taizhang/xlsx";
import { distinct, fileName } from "../file-name.ts";
import { isAnyThere } from "../files.ts";
import type { ExitCode, Session } from "../io.ts";
import { type CollectDocument, collectedOutput } from "../output/collect.ts";
import { findingOutput } from "../output/finding.ts";
import { isDay, isPeriod } from "../period.ts";
import { printCollected } from "../print/collected.ts";
import { printErrors } from "../print/errors.ts";
import { readFiles, readingsBeside } from "../read.ts";
import { writeNew } from "../write-new.ts";
import { isSplitBy } from "./split.ts";

export interface CollectOptions {
  readonly json?: boolean;
  readonly by?: string;
  readonly period?: string;
  readonly last?: readonly string[];
  readonly due?: string;
  readonly today?: string;
  readonly before?: string;
  readonly out: string;
}

/** Takes returns back in against the ledger; nothing in them is changed (收件). */
export async function collect(
  session: Session,
  ledgerFile: string,
  inputs: readonly string[],
  options: CollectOptions,
): Promise<ExitCode> {
  const { words, err, lang } = session;
  const { by = "lead", period, due, today } = options;
  const refused = refusal(options, session);
  if (refused !== undefined || !isSplitBy(by)) {
    err(refused ?? words.usage.badSplitBy(by));
    return 2;
  }
  const ledger = await readFiles([ledgerFile], session);
  const read = await readFiles(inputs, session, { targetsElsewhere: true });
  const last = options.last ? await readFiles(options.last, session, { targetsElsewhere: true }) : undefined;
  const before = options.before ? await readFiles([options.before], session) : undefined;
  if (read.files.length === 0 && !(await isAnyThere(inputs))) {
    const none: CollectDocument = {
      schemaVersion: 1,
      ...collectedOutput({ register: [], rows: [], findings: [] }),
      written: [],
      findings: [],
      errors: [...ledger.errors, ...read.errors],
    };
    if (options.json) session.out(JSON.stringify(none, null, 2));
    else printErrors(none.errors, session);
    return 2;
  }
  const registers = before?.readings.map(({ grid }) => grid) ?? [];
  const { register, same, earlier } = periodOfRegister(registers, period);
  const wrong =
    before && before.errors.length === 0 && !same && !earlier
      ? wrongRegister(register, options, session)
      : undefined;
  if (wrong !== undefined) {
    err(wrong);
    return 2;
  }
  const collected = collectReturns({
    ledger: ledger.readings,
    returns: await readingsBeside(read, ledger),
    by,
    ...(last ? { last: last.readings } : {}),
    ...(period === undefined ? {} : { period }),
    ...(before
      ? {
          sentBack: sentBackBefore(registers),
          reported: reportedBefore(registers),
          registerOf: register,
        }
      : {}),
  });
  // Without --period it is the returns that say of which period they are.
  const found = before && register !== "" ? periodOfRegister(registers, collected.period) : undefined;
  if (found && collected.period !== undefined && !found.same && !found.earlier) {
    err(wrongRegister(register, { ...options, period: collected.period }, session));
    return 2;
  }
  const errors = [ledger, read, ...(last ? [last] : []), ...(before ? [before] : [])].flatMap(
    (one) => one.errors,
  );
  const { out } = options;
  const inOne = /\.xlsx$/i.test(out);
  const written: string[] = [];
  const slips: { org: string; file: string }[] = [];
  const write = async (file: string, layouts: readonly SheetLayout[]) => {
    const problem = await writeNew(file, writeWorkbook(layouts), [...read.files, ...ledger.files], session);
    if (problem) errors.push(problem);
    else written.push(file);
    return problem === undefined;
  };
  const home = inOne ? out : join(out, "收件登记.xlsx");
  const linkFrom = (from: string) => (file: string) =>
    encodeURI(relative(dirname(from), file).replaceAll("\\", "/"));
  const more = {
    ...(due === undefined ? {} : { due }),
    ...(today === undefined ? {} : { today }),
    before: registers,
  };
  const layouts = collectLayouts(collected, { ...more, linkTo: linkFrom(home) });
  if (inOne) {
    const sheets = layouts.slips.map(({ org, layout }) => ({
      ...layout,
      name: words.collect.slipSheet(org),
    }));
    await write(home, [...layouts.register, ...sheets]);
  } else {
    await write(home, layouts.register);
    const folder = join(out, "退回单");
    const { slips: own } = collectLayouts(collected, { ...more, linkTo: linkFrom(join(folder, "-")) });
    const names = distinct(own.map(({ org }) => fileName(org)));
    for (const [index, { org, layout }] of own.entries()) {
      const file = join(folder, `${names[index]}.xlsx`);
      if (await write(file, [layout])) slips.push({ org, file });
    }
  }
  const findings = [...ledger.findings, ...read.findings, ...collected.findings];
  const document: CollectDocument = {
    schemaVersion: 1,
    ...collectedOutput(collected),
    written,
    findings: findings.map((one) => findingOutput(one, lang)),
    errors,
  };
  if (options.json) session.out(JSON.stringify(document, null, 2));
  else {
    session.out(printCollected(document, read.files.length, slips, session));
    printErrors(errors, session);
  }
  if (errors.length > 0) return 2;
  return findings.some(({ severity, status }) => severity === "A" && status === "open") ? 1 : 0;
}

/** Why a file cannot be the earlier register: it is none, or of a period to come (不是以前的登记). */
const wrongRegister = (
  register: string,
  { before = "", period }: CollectOptions,
  { words: { usage } }: Session,
): string =>
  register === "" ? usage.noRegister(before) : usage.otherRegister(before, register, period ?? "");

function refusal(
  { by = "lead", period, due, today }: CollectOptions,
  { words: { usage } }: Session,
): string | undefined {
  if (!isSplitBy(by)) return usage.badSplitBy(by);
  if (period !== undefined && !isPeriod(period)) return usage.badPeriod(period);
  const day = [due, today].find((one) => one !== undefined && !isDay(one));
  return day === undefined ? undefined : usage.badDay(day);
}
