import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Session } from "./io.ts";
import type { FileError } from "./output/finding.ts";

/** Writes a file that is none of the originals; says why where it cannot (写出). */
export async function writeNew(
  path: string,
  bytes: Uint8Array,
  originals: readonly string[],
  { words }: Session,
): Promise<FileError | undefined> {
  if (originals.some((one) => resolve(one) === resolve(path)))
    return { file: path, code: "cannotWrite", message: words.usage.sameFile(path) };
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    return undefined;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "?";
    return { file: path, code: "cannotWrite", message: words.file.cannotWrite(path, reason) };
  }
}
