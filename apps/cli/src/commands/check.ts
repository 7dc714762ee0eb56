import type { Finding } from "@taizhang/finding";
import { check as checkSheets, sayReason } from "@taizhang/sheet";
import type { ExitCode, Session } from "../io.ts";
import { withoutTables } from "../left-out.ts";
import { type Mended, mendFiles, mendFurther } from "../mend.ts";
import type { CheckDocument } from "../output/check.ts";
import { findingOutput } from "../output/finding.ts";
import { isPeriod } from "../period.ts";
import { printErrors } from "../print/errors.ts";
import { printFindings } from "../print/findings.ts";
import { printMended } from "../print/mended.ts";
import { safe } from "../print/text-table.ts";
import { type FilesRead, readFiles } from "../read.ts";

export interface CheckOptions {
  readonly json?: boolean;
  readonly ledger?: string;
  readonly last?: readonly string[];
  readonly period?: string;
  readonly fix?: boolean;
  readonly out?: string;
}

/** Lists every problem with its cell; with `--fix`, mends what is certain into other files and checks those (检查). */
export async function check(
  session: Session,
  inputs: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const { words, err } = session;
  if (options.period !== undefined && !isPeriod(options.period)) {
    err(words.usage.badPeriod(options.period));
    return 2;
  }
  if (options.fix && options.out === undefined) {
    err(words.usage.fixNeedsOut);
    return 2;
  }
  const read = await readFiles(inputs, session, { targetsElsewhere: options.ledger !== undefined });
  const beside = await readBeside(options, session);
  const found = checkAll(read, beside, options);
  const mended =
    options.fix && options.out !== undefined
      ? await mendFiles(found, readable(read), options.out, session)
      : undefined;
  const unread = new Set(read.errors.map(({ file }) => file));
  const findings = mended
    ? [
        ...(await leftAfter(mended, readable(read), beside, options, session)),
        ...found.filter(({ at }) => at.some((place) => unread.has(fileOf(place)))),
      ]
    : found;
  const errors = [...read.errors, ...beside.errors, ...(mended?.errors ?? [])];
  const document: CheckDocument = {
    schemaVersion: 1,
    findings: findings.map((one) => findingOutput(one, session.lang)),
    errors,
    ...(mended ? { fixed: mended.fixed } : {}),
  };
  if (options.json) session.out(JSON.stringify(document, null, 2));
  else {
    if (mended) printMended(mended.fixed, session);
    const without = withoutTables(read);
    for (const [file, sheets] of without)
      session.out(
        session.words.check.noTables(
          safe(file),
          sheets.map(({ grid, reason }) => [safe(grid.name), sayReason(reason, session.lang)]),
        ),
      );
    // Of a file that could not be opened nothing was found, and that says nothing.
    const opened = read.files.filter((one) => !cannotOpen(read, one)).length;
    if (opened > 0 || findings.length > 0)
      session.out(printFindings(document, opened, session.words, without.size));
    printErrors(errors, session);
  }
  if (errors.length > 0) return 2;
  return findings.some(({ severity, status }) => severity === "A" && status === "open") ? 1 : 0;
}

/** Rounds of mending after the first: two fixes that meant one cell need one more. */
const furtherRounds = 3;

/** What is left to find in the mended copies, and in the files that had nothing to mend, once no fix mends anything more (修正后再查). */
async function leftAfter(
  mended: Mended,
  files: readonly string[],
  beside: Beside,
  options: CheckOptions,
  session: Session,
): Promise<Finding[]> {
  const copies = new Map(mended.fixed.map(({ file, out }) => [file, out]));
  const look = async () =>
    checkAll(
      await readFiles(
        files.map((file) => copies.get(file) ?? file),
        session,
        { targetsElsewhere: options.ledger !== undefined },
      ),
      beside,
      options,
    );
  let left = await look();
  for (let round = 0; round < furtherRounds && (await mendFurther(left, mended)); round++)
    left = await look();
  return left;
}

const cannotOpen = ({ errors }: FilesRead, one: string): boolean =>
  errors.some(({ file, code }) => file === one && code === "cannotRead");

/** The files that were read, to be mended; one that was stopped at is not copied either. */
const readable = ({ files, errors }: FilesRead): string[] =>
  files.filter((one) => !errors.some(({ file }) => file === one));

const fileOf = (place: Finding["at"][number]): string =>
  place.kind === "cell" ? place.file : place.kind === "record" ? place.id : "";

interface Beside {
  readonly ledger: FilesRead | undefined;
  readonly last: FilesRead | undefined;
  readonly errors: FilesRead["errors"];
}

async function readBeside({ ledger, last }: CheckOptions, session: Session): Promise<Beside> {
  const ledgerRead = ledger === undefined ? undefined : await readFiles([ledger], session);
  const lastRead = last === undefined ? undefined : await readFiles(last, session);
  return {
    ledger: ledgerRead,
    last: lastRead,
    errors: [...(ledgerRead?.errors ?? []), ...(lastRead?.errors ?? [])],
  };
}

const checkAll = (
  { readings, findings }: FilesRead,
  { ledger, last }: Beside,
  { period }: CheckOptions,
): Finding[] => [
  ...findings,
  ...checkSheets(readings, {
    ...(ledger ? { ledger: ledger.readings } : {}),
    ...(last ? { last: last.readings } : {}),
    ...(period === undefined ? {} : { period }),
  }),
];
