import { stat } from "node:fs/promises";
import { basename, isAbsolute, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";

/** Files that staff send: workbooks, and old formats that we name instead of passing over in silence. */
const workbooks = "**/*.{xlsx,xlsm,xls,et,XLSX,XLSM,XLS,ET}";
const natural = new Intl.Collator("zh-CN", { numeric: true });

/** What the user's inputs stand for: files in a stable order, and inputs that match nothing. */
export interface Found {
  readonly files: readonly string[];
  readonly notFound: readonly string[];
}

/**
 * The files that folders, file names and globs name, each once, in natural order, written as the user wrote them
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
  return { files: [...files].sort(natural.compare), notFound };
}

async function filesOf(input: string): Promise<string[]> {
  const known = await stat(input).catch(() => undefined);
  if (known?.isFile()) return [slashed(input)];
  const folder = slashed(input).replace(/\/+$/, "");
  if (known?.isDirectory()) {
    const found = await glob(workbooks, { cwd: input, expandDirectories: false });
    return found.filter(isSent).map((file) => (folder === "." ? file : `${folder}/${file}`));
  }
  if (!isDynamicPattern(input)) return [];
  const found = await glob(slashed(input), { absolute: isAbsolute(input), expandDirectories: false });
  return found.filter(isSent);
}

const isSent = (file: string) => !basename(file).startsWith("~$");

const slashed = (path: string) => (sep === "\\" ? path.replaceAll("\\", "/") : path);
