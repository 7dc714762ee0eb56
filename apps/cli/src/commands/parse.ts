import type { Finding } from "@taizhang/finding";
import { say } from "@taizhang/finding";
import { parsePlan, type TextPlan } from "@taizhang/plan-text";
import { ledgerLayouts } from "@taizhang/sheet";
import { writeWorkbook } from "@taizhang/xlsx";
import type { ExitCode, Session } from "../io.ts";
import { type FileError, findingOutput } from "../output/finding.ts";
import type { ParseDocument } from "../output/parse.ts";
import { readPlan } from "../plan-file.ts";
import { printErrors } from "../print/errors.ts";
import { printPlan } from "../print/parse.ts";
import { simplify } from "../simplify.ts";
import type { Words } from "../words/words.ts";
import { writeNew } from "../write-new.ts";

export interface ParseOptions {
  readonly json?: boolean;
  readonly year?: string;
  readonly out?: string;
}

/** Turns a plan's prose into tasks, targets and milestones, and with `-o` into a ledger (拆解). */
export async function parse(session: Session, file: string, options: ParseOptions): Promise<ExitCode> {
  const { words, out, err, lang } = session;
  if (options.year !== undefined && !/^(?:19|20)\d\d$/.test(options.year)) {
    err(words.usage.badYear(options.year));
    return 2;
  }
  const { text, problem } = await readPlan(file);
  const errors: FileError[] = problem === undefined ? [] : [whyNot(file, problem, words.file)];
  const { plan, findings } = parsePlan(text ?? "", {
    simplify,
    ...(options.year === undefined ? {} : { year: Number(options.year) }),
  });
  if (problem === undefined && options.out !== undefined) {
    const noteOf = (item: TextPlan["items"][number]) => notes(item.findings, findings, session);
    const layouts = ledgerLayouts(plan, { lang, noteOf });
    const failed = await writeNew(options.out, writeWorkbook(layouts), [file], session);
    if (failed) errors.push(failed);
    else if (!options.json) err(words.file.written(options.out));
  }
  const document = parseOutput(plan, findings, errors, session);
  if (options.json) out(JSON.stringify(document, null, 2));
  else {
    if (problem === undefined) out(printPlan(document, text ?? "", words));
    printErrors(errors, session);
  }
  if (errors.length > 0) return 2;
  return findings.some(({ severity, status }) => severity === "A" && status === "open") ? 1 : 0;
}

/** What staff should confirm of an item, for 备注; what only tells is left out. */
const notes = (indexes: readonly number[], findings: readonly Finding[], { lang }: Session): string =>
  indexes
    .flatMap((index) => findings[index] ?? [])
    .filter(({ severity, code }) => severity !== "D" && code !== "U04" && code !== "U01")
    .map((found) => `〔${found.code}〕${say(found, lang)}`)
    .join("");

function parseOutput(
  { items, programs, ...head }: TextPlan,
  findings: readonly Finding[],
  errors: readonly FileError[],
  { lang }: Session,
): ParseDocument {
  const said = findings.map((one) => findingOutput(one, lang));
  return {
    schemaVersion: 1,
    findings: said,
    errors: [...errors],
    ...head,
    programs: programs.map((one) => ({ ...one, lead: [...one.lead], support: [...one.support] })),
    items: items.map((item) => ({
      ...item,
      lead: [...item.lead],
      support: [...item.support],
      roles: item.roles.map((one) => ({ ...one })),
      indicators: item.indicators.map((one) => ({ ...one })),
      milestones: item.milestones.map((one) => ({ ...one })),
      funding: item.funding.map((one) => ({ ...one })),
      conditions: item.conditions.map((one) => ({ ...one })),
      reasons: item.reasons.map((one) => ({ ...one })),
      findings: item.findings.flatMap((index) => said[index] ?? []),
    })),
  };
}

/** Why there is no plan: the file is not there, the system does not give it, or it holds no text of a plan. */
function whyNot(file: string, problem: string, words: Words["file"]): FileError {
  if (problem === "ENOENT") return { file, code: "notFound", message: words.notFound(file) };
  const isOfSystem = /^E[A-Z]+$/.test(problem);
  return {
    file,
    code: "cannotRead",
    message: isOfSystem ? words.cannotRead(problem) : words.cannotReadPlan(problem),
  };
}
