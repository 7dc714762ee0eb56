import { lstat, realpath, stat } from "node:fs/promises";
import { basename, isAbsolute, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";

/** Files that staff send: workbooks, and other tables that we name instead of passing over in silence. */
const workbooks = "**/*.{xlsx,xlsm,xlsb,xls,et,ods,csv}";
const natural = new Intl.Collator("zh-CN", { numeric: true });

/** What the user's inputs stand for: files in a stable order, and inputs that match nothing. */
export interface Found {
  readonly files: readonly string[];
  readonly notFound: readonly string[];
  /** Inputs that are a file given already, by another path or a link. */
  readonly repeated: readonly { readonly file: string; readonly same: string }[];
}

/** What tells a file from all others, whatever path or link leads to it (文件的唯一标识). */
export async function identityOf(path: string): Promise<string> {
  const known = await stat(path, { bigint: true }).catch(() => undefined);
  if (known && known.ino !== 0n) return `${known.dev}:${known.ino}`;
  return realpath(path).catch(() => resolve(path));
}

/**
 * The files that folders, file names and globs name, each once by whatever path or link, in natural order, written as the user wrote them
 * (输入文件). Excel's lock files (`~$…`) and hidden files are passed over.
 */
export async function findFiles(inputs: readonly string[]): Promise<Found> {
  const files = new Set<string>();
  const notFound: string[] = [];
  for (const input of inputs) {
    const found = await filesOf(input);
    if (found.length === 0) notFound.push(input);
    for (const file of found) files.add(file);
  }
  const first = new Map<string, string>();
  const repeated: { file: string; same: string }[] = [];
  const links = await Promise.all([...files].map(async (file) => ({ file, link: await isLink(file) })));
  // A link is the repetition of the file that it leads to, in whatever order they come.
  const ordered = links.sort((a, b) => Number(a.link) - Number(b.link) || natural.compare(a.file, b.file));
  for (const { file } of ordered) {
    const identity = await identityOf(file);
    const same = first.get(identity);
    if (same === undefined) first.set(identity, file);
    else repeated.push({ file, same });
  }
  return { files: [...first.values()].sort(natural.compare), notFound, repeated };
}

const isLink = (file: string): Promise<boolean> =>
  lstat(file).then(
    (known) => known.isSymbolicLink(),
    () => false,
  );

async function filesOf(input: string): Promise<string[]> {
  const known = await stat(input).catch(() => undefined);
  if (known?.isFile()) return [slashed(input)];
  const folder = slashed(input).replace(/\/+$/, "");
  if (known?.isDirectory()) {
    const found = await glob(workbooks, { cwd: input, expandDirectories: false, caseSensitiveMatch: false });
    return found.filter(isSent).map((file) => (folder === "." ? file : `${folder}/${file}`));
  }
  if (!isDynamicPattern(input)) return [];
  const found = await glob(slashed(input), { absolute: isAbsolute(input), expandDirectories: false });
  return found.filter(isSent);
}

/** True where one of the inputs is a file or a folder, be it empty: that nothing came in is then true (输入是否存在). */
export const isAnyThere = async (inputs: readonly string[]): Promise<boolean> =>
  (await Promise.all(inputs.map((input) => stat(input).catch(() => undefined)))).some(Boolean);

const isSent = (file: string) => !basename(file).startsWith("~$");

const slashed = (path: string) => (sep === "\\" ? path.replaceAll("\\", "/") : path);
