import { readFile } from "node:fs/promises";
import type { Figures } from "@taizhang/kpi";
import { findFiles, identityOf } from "./files.ts";
import type { Session } from "./io.ts";
import type { FileError } from "./output/finding.ts";

/** Which of the files are 已审, and what was named as such and is none of them. */
export interface Reviewed {
  readonly files: ReadonlySet<string>;
  readonly errors: readonly FileError[];
}

/**
 * Which of the files that are rolled up were named as reviewed (已审的报表): by whatever path or link, or as a copy that is the
 * same to the byte. What was named and is none of them is an error, for its figures would silently be left out.
 */
export async function reviewedAmong(
  files: readonly string[],
  inputs: readonly string[],
  { words }: Session,
): Promise<Reviewed> {
  const { files: named, notFound } = await findFiles(inputs);
  const errors = notFound.map((file) => ({
    file,
    code: "notFound",
    message: words.file.notFound(file),
  }));
  const byIdentity = new Map<string, string>();
  for (const file of files) byIdentity.set(await identityOf(file), file);
  const reviewed = new Set<string>();
  const others: string[] = [];
  for (const file of named) {
    const same = byIdentity.get(await identityOf(file));
    if (same === undefined) others.push(file);
    else reviewed.add(same);
  }
  const contents = others.length === 0 ? [] : await Promise.all(files.map(contentOf));
  for (const file of others) {
    const content = await contentOf(file);
    const same = files.filter((_, at) => content !== undefined && contents[at]?.equals(content));
    for (const one of same) reviewed.add(one);
    if (same.length === 0) errors.push({ file, code: "notGiven", message: words.file.notAmongReturns(file) });
  }
  return { files: reviewed, errors };
}

const contentOf = (file: string): Promise<Buffer | undefined> => readFile(file).catch(() => undefined);

/** The figures and tasks, where those of some files are 已审. */
export function withReviewed(figures: Figures, { files }: Reviewed): Figures {
  const told = <Fact extends Figures["observations"][number] | Figures["tasks"][number]>(fact: Fact): Fact =>
    fact.at && files.has(fact.at.file) ? { ...fact, state: "reviewed" } : fact;
  return { ...figures, observations: figures.observations.map(told), tasks: figures.tasks.map(told) };
}
