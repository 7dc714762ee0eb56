import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Finding } from "@taizhang/finding";
import { type CellContent, type CellPlace, type Edit, type SetCell, textOf } from "@taizhang/grid";
import { dateOfSerial, isDateFormat } from "@taizhang/quantity";
import { editWorkbook, readWorkbook } from "@taizhang/xlsx";
import type { Session } from "./io.ts";
import type { CheckDocument } from "./output/check.ts";
import type { FileError } from "./output/finding.ts";
import { writeNew } from "./write-new.ts";

export type Fixed = NonNullable<CheckDocument["fixed"]>;

export interface Mended {
  /** The files written, to be checked again. */
  readonly files: readonly string[];
  readonly fixed: Fixed;
  /** The originals of which no copy could be written: their problems stand as they were. */
  readonly unwritten: readonly string[];
  readonly errors: readonly FileError[];
}

/** Writes a mended copy of every file that has certain fixes; originals stay as they are (修正另存). */
export async function mendFiles(
  findings: readonly Finding[],
  files: readonly string[],
  out: string,
  session: Session,
): Promise<Mended> {
  const toFolder = files.length > 1 || (await isFolder(out));
  const written: string[] = [];
  const fixed: Fixed = [];
  const unwritten: string[] = [];
  const errors: FileError[] = [];
  for (const file of files) {
    const target = toFolder ? join(out, basename(file)) : out;
    if (written.some((one) => resolve(one) === resolve(target))) {
      errors.push({ file: target, code: "cannotWrite", message: session.words.usage.sameName(target) });
      unwritten.push(file);
      continue;
    }
    const edits = editsOf(findings, file);
    const bytes = await readFile(file).catch(() => undefined);
    const result = bytes && editWorkbook(bytes, edits);
    if (!bytes || !result?.value) continue; // reading it has said why already
    const problem = await writeNew(target, result.value, files, session);
    if (problem) {
      errors.push(problem);
      unwritten.push(file);
      continue;
    }
    written.push(target);
    fixed.push({
      file,
      out: target,
      cells: result.applied.flatMap((edit) => changeOf(edit, bytes)),
      skipped: result.skipped.length,
    });
  }
  return { files: written, fixed, unwritten, errors };
}

/** The edits of all certain fixes in a file; of two that change one cell the first stands. */
function editsOf(findings: readonly Finding[], file: string): Edit[] {
  const taken = new Set<string>();
  return findings
    .flatMap(({ fix }) => fix?.edits ?? [])
    .filter(({ at }) => at.file === file)
    .filter(({ at }) => {
      const key = `${at.sheet}\n${at.ref}`;
      return !taken.has(key) && taken.add(key);
    });
}

/** A cell with what it held and holds; a merge that was taken apart with what stands in each of its cells now. */
function changeOf(edit: Edit, bytes: Uint8Array) {
  if (edit.kind === "setCell")
    return [
      {
        ...placeOf(edit.at),
        before: contentText(edit.before),
        after: dayText(edit, bytes) ?? contentText(edit.after),
      },
    ];
  if (edit.kind !== "unmergeFill") return [];
  const text = contentText(edit.before);
  return [{ ...placeOf(edit.at), before: text, after: text }];
}

/** The day that a number shows from now on: 42735 as 2016-12-31. */
function dayText({ at, after: { value, format } }: SetCell, bytes: Uint8Array): string | undefined {
  if (typeof value !== "number" || format === undefined || !isDateFormat(format)) return undefined;
  return dateOfSerial(value, readWorkbook(bytes, { file: at.file }).value?.sheets[0]?.date1904);
}

const placeOf = ({ sheet, ref }: CellPlace) => ({ sheet, ref });
const contentText = ({ value, formula }: CellContent) =>
  formula !== undefined ? `=${formula}` : typeof value === "string" ? `“${value}”` : textOf(value);

const isFolder = async (path: string) =>
  /[/\\]$/.test(path) ||
  (await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  ));
