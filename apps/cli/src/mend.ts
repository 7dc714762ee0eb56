import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Finding } from "@taizhang/finding";
import { type CellContent, type CellPlace, type Edit, type SetCell, textOf } from "@taizhang/grid";
import { dateOfSerial, isDateFormat } from "@taizhang/quantity";
import { editWorkbook, readWorkbook } from "@taizhang/xlsx";
import type { Session } from "./io.ts";
import type { CheckDocument } from "./output/check.ts";
import type { FileError } from "./output/finding.ts";
import { recalculated } from "./recalculate/recalculated.ts";
import { writeNew } from "./write-new.ts";

export type Fixed = NonNullable<CheckDocument["fixed"]>;

export interface Mended {
  readonly fixed: Fixed;
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
  const errors: FileError[] = [];
  for (const file of files) {
    const target = toFolder ? join(out, basename(file)) : out;
    if (written.some((one) => resolve(one) === resolve(target))) {
      errors.push({ file: target, code: "cannotWrite", message: session.words.usage.sameName(target) });
      continue;
    }
    const bytes = await readFile(file).catch(() => undefined);
    const result = bytes && mendBytes(bytes, file, editsOf(findings, file));
    if (!result?.value) continue; // reading it has said why already
    const problem = await writeNew(target, result.value, files, session);
    if (problem) {
      errors.push(problem);
      continue;
    }
    written.push(target);
    const { cells, skipped } = result;
    fixed.push({ file, out: target, cells, skipped });
  }
  return { fixed, errors };
}

/**
 * Mends once more what the first fixes left in the written copies, where two fixes meant one cell (再修一遍); false where
 * nothing was left to mend. The copies are ours, so they are written over.
 */
export async function mendFurther(findings: readonly Finding[], mended: Mended): Promise<boolean> {
  let further = false;
  for (const [index, one] of mended.fixed.entries()) {
    const edits = editsOf(findings, one.out);
    if (edits.length === 0) continue;
    const { value, cells } = mendBytes(await readFile(one.out), one.out, edits);
    if (!value || cells.length === 0) continue;
    await writeFile(one.out, value);
    mended.fixed[index] = { ...one, cells: together(one.cells, cells) };
    further = true;
  }
  return further;
}

type Change = Fixed[number]["cells"][number];

/** The changes of two rounds: a cell that was mended twice is said once, from what stood there first. */
function together(first: readonly Change[], second: readonly Change[]): Change[] {
  const last = new Map(second.map((change) => [`${change.sheet}\n${change.ref}`, change]));
  const both = first.map((change) => {
    const key = `${change.sheet}\n${change.ref}`;
    const again = last.get(key);
    last.delete(key);
    return again ? { ...change, after: again.after } : change;
  });
  return [...both, ...last.values()];
}

/** The edits of all certain fixes in a file; of two that change one cell the first stands, and the next round sees to it. */
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

/**
 * A file's bytes with the edits made, and with what the sums and rates over the mended cells come to now, so that nothing is
 * left without its result; what is said is of the edits alone.
 */
function mendBytes(bytes: Uint8Array, file: string, edits: readonly Edit[]) {
  const sheets = edits.length === 0 ? [] : (readWorkbook(bytes, { file }).value?.sheets ?? []);
  const { value, applied, skipped } = editWorkbook(bytes, [...edits, ...recalculated(sheets, edits)]);
  const asked = new Set<Edit>(edits);
  return {
    value,
    cells: applied.filter((edit) => asked.has(edit)).flatMap((edit) => changeOf(edit, sheets[0]?.date1904)),
    skipped: skipped.filter(({ edit }) => asked.has(edit)).length,
  };
}

/** A cell with what it held and holds; a merge that was taken apart with what stands in each of its cells now. */
function changeOf(edit: Edit, date1904: boolean | undefined) {
  if (edit.kind === "setCell")
    return [
      {
        ...placeOf(edit.at),
        before: contentText(edit.before),
        after: dayText(edit, date1904) ?? contentText(edit.after),
      },
    ];
  if (edit.kind !== "unmergeFill") return [];
  const text = contentText(edit.before);
  return [{ ...placeOf(edit.at), before: text, after: text }];
}

/** The day that a number shows from now on: 42735 as 2016-12-31. */
const dayText = ({ after: { value, format } }: SetCell, date1904: boolean | undefined): string | undefined =>
  typeof value === "number" && format !== undefined && isDateFormat(format)
    ? dateOfSerial(value, date1904)
    : undefined;

const placeOf = ({ sheet, ref }: CellPlace) => ({ sheet, ref });
const contentText = ({ value, formula }: CellContent) =>
  formula !== undefined ? `=${formula}` : typeof value === "string" ? `“${value}”` : textOf(value);

const isFolder = async (path: string) =>
  /[/\\]$/.test(path) ||
  (await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  ));
