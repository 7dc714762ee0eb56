import { readFile, stat } from "node:fs/promises";
import { type Finding, filePlace, finding, say } from "@taizhang/finding";
import {
  openSecrecyMarks,
  type RecogniseOptions,
  recogniseWorkbook,
  type SheetReading,
} from "@taizhang/sheet";
import { readWorkbook } from "@taizhang/xlsx";
import { findFiles, identityOf } from "./files.ts";
import type { Session } from "./io.ts";
import type { FileError } from "./output/finding.ts";

/** Everything that was in the files: sheets as recognised, what could not be read, and why. */
export interface FilesRead {
  readonly files: readonly string[];
  readonly readings: readonly SheetReading[];
  readonly findings: readonly Finding[];
  readonly errors: readonly FileError[];
}

/** A returned sheet is some hundred kilobytes; a file beyond this is not opened at all. */
const largestFile = 200 * 1024 * 1024;

/**
 * Reads and recognises the files that the inputs name; one that cannot be read, or that bears a secrecy mark, is named
 * and the others go on (读取).
 */
export async function readFiles(
  inputs: readonly string[],
  session: Session,
  options: RecogniseOptions = {},
): Promise<FilesRead> {
  const { words, lang, err, isTerminal } = session;
  const { files, notFound, repeated } = await findFiles(inputs);
  for (const { file, same } of repeated) err(words.file.repeated(file, same));
  const readings: SheetReading[] = [];
  const findings: Finding[] = [];
  const errors: FileError[] = notFound.map((file) => ({
    file,
    code: "notFound",
    message: words.file.notFound(file),
  }));
  for (const [index, file] of files.entries()) {
    if (isTerminal && files.length > 20 && index % 10 === 0)
      err(words.progress(index + 1, files.length, file));
    const { value, problem } = await bytesOf(file);
    if (problem !== undefined)
      errors.push({ file, code: "cannotRead", message: words.file.cannotRead(problem) });
    if (value === undefined) continue;
    const workbook = typeof value === "number" ? tooLarge(file, value) : readWorkbook(value, { file });
    findings.push(...workbook.findings);
    for (const found of workbook.findings) errors.push({ file, code: found.code, message: say(found, lang) });
    if (!workbook.value) continue;
    const recognised = recogniseWorkbook(workbook.value.sheets, file, options);
    const marks = openSecrecyMarks(recognised);
    findings.push(...marks);
    for (const found of marks)
      errors.push({ file, code: found.code, message: words.file.stopped(say(found, lang)) });
    if (marks.length === 0) readings.push(...recognised);
  }
  return { files, readings, findings, errors };
}

/** What was read, but for the files that the other read is of, whatever path led to them (另读的文件除外). */
export async function readingsBeside(
  { readings }: FilesRead,
  other: FilesRead | undefined,
): Promise<readonly SheetReading[]> {
  const theirs = new Set(await Promise.all((other?.files ?? []).map(identityOf)));
  if (theirs.size === 0) return readings;
  const files = [...new Set(readings.map(({ file }) => file))];
  const left = new Set<string>();
  for (const file of files) if (!theirs.has(await identityOf(file))) left.add(file);
  return readings.filter(({ file }) => left.has(file));
}

/** The bytes, or the size where that is too much, or the system's reason. */
async function bytesOf(file: string): Promise<{ value?: Uint8Array | number; problem?: string }> {
  try {
    const { size } = await stat(file);
    return { value: size > largestFile ? size : await readFile(file) };
  } catch (error) {
    return { problem: (error as NodeJS.ErrnoException).code ?? "?" };
  }
}

const tooLarge = (file: string, size: number) => ({
  value: undefined,
  findings: [
    finding("F01", { kind: "tooLarge", detail: `${Math.round(size / 1024 / 1024)} MB` }, [filePlace(file)]),
  ],
});
