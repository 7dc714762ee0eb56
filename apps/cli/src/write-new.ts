import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { identityOf } from "./files.ts";
import type { Session } from "./io.ts";
import type { FileError } from "./output/finding.ts";

/**
 * Writes a file that is none of the originals, by whatever path; says why where it cannot (写出). What stands there
 * already is kept, unless it is Taizhang's own earlier output, the same to the byte, or `--force` was given.
 */
export async function writeNew(
  path: string,
  bytes: Uint8Array,
  originals: readonly string[],
  { words, force }: Session,
): Promise<FileError | undefined> {
  const refused = (message: string): FileError => ({ file: path, code: "cannotWrite", message });
  const target = await identityOf(path);
  for (const original of originals)
    if ((await identityOf(original)) === target) return refused(words.usage.sameFile(path));
  try {
    if (!force && (await isOthers(path, bytes))) return refused(words.usage.exists(path));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    return undefined;
  } catch (error) {
    return refused(words.file.cannotWrite(path, (error as NodeJS.ErrnoException).code ?? "?"));
  }
}

/** Beyond this no workbook of ours is: it need not be opened to know. */
const largestOwn = 200 * 1024 * 1024;

/** True where a file stands that somebody else made, or that was saved by another program since. */
async function isOthers(path: string, bytes: Uint8Array): Promise<boolean> {
  const known = await stat(path).catch(() => undefined);
  if (!known?.isFile() || known.size === 0) return false;
  if (known.size > largestOwn) return true;
  const before = await readFile(path);
  return !before.equals(bytes) && !isOwn(before);
}

/** A workbook says which program saved it; one saved again by Excel is somebody's work. */
function isOwn(bytes: Uint8Array): boolean {
  try {
    const [app] = Object.values(unzipSync(bytes, { filter: ({ name }) => name === "docProps/app.xml" }));
    return app !== undefined && strFromU8(app).includes("<Application>Taizhang</Application>");
  } catch {
    return false;
  }
}
