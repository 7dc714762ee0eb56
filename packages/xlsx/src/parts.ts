import type { ReadLimits } from "./limits.ts";
import { damaged, tooLarge } from "./unreadable.ts";
import { eachTag } from "./xml-tags.ts";
import { asUtf8, decodeUtf8 } from "./xml-text.ts";
import { extract, type ZipDirectory, type ZipEntry, zipDirectory } from "./zip-directory.ts";

/** An opened file: its parts by name, inflated only when asked for (文件部件). */
export interface Parts {
  readonly bytes: Uint8Array;
  readonly directory: ZipDirectory;
  readonly find: (name: string) => ZipEntry | undefined;
  /** The part in UTF-8. */
  readonly read: (entry: ZipEntry) => Uint8Array;
}

/** Opens a zip. Names are compared without case, as Excel does. */
export function openParts(bytes: Uint8Array, limits: ReadLimits): Parts {
  const directory = zipDirectory(bytes, limits);
  const byName = new Map<string, ZipEntry>();
  const twice = new Set<string>();
  for (const entry of directory.entries) {
    const key = normalName(entry.name);
    if (byName.has(key)) twice.add(key);
    else byName.set(key, entry);
  }
  let total = 0;
  return {
    bytes,
    directory,
    find: (name) => {
      const key = normalName(name);
      // two parts of one name: each program would show another one of them
      if (twice.has(key)) damaged(`${name}: 2`);
      return byName.get(key);
    },
    read: (entry) => {
      total += entry.size;
      if (total > limits.totalBytes) tooLarge(`${entry.name}: ${total} > ${limits.totalBytes}`);
      return asUtf8(extract(bytes, entry, limits));
    },
  };
}

const normalName = (name: string): string => {
  const plain = name.includes("\\") ? name.replaceAll("\\", "/") : name;
  return (plain.startsWith("/") ? plain.slice(1) : plain).toLowerCase();
};

/** The text of a part, or undefined if the file has none of that name. */
export function partText(parts: Parts, name: string): string | undefined {
  const entry = parts.find(name);
  if (!entry) return undefined;
  const bytes = parts.read(entry);
  return decodeUtf8(bytes, 0, bytes.length);
}

/**
 * The bytes of a part as they are, its byte order mark apart; undefined for a part in another encoding than UTF-8,
 * of which no piece can be replaced alone.
 */
export function rawPart(
  { bytes }: Parts,
  entry: ZipEntry,
  limits: ReadLimits,
): { mark: Uint8Array; body: Uint8Array } | undefined {
  const raw = extract(bytes, entry, limits);
  const body = asUtf8(raw);
  if (body.buffer !== raw.buffer) return undefined;
  return { mark: raw.subarray(0, raw.length - body.length), body };
}

/** A relationship of a part: which other part it names, and as what. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`, `sharedStrings` …, alike in strict and transitional files. */
  readonly type: string;
  /** The part's name from the root, without a leading slash. */
  readonly target: string;
}

/** The relationships of a part ("" for the package itself), without external ones. */
export function relationshipsOf(parts: Parts, part: string): Relationship[] {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const xml = partText(parts, `${folder}_rels/${part.slice(slash)}.rels`);
  const found: Relationship[] = [];
  if (xml === undefined) return found;
  eachTag(xml, (tag) => {
    if (tag.name !== "Relationship" || tag.attribute("TargetMode") === "External") return;
    const type = tag.attribute("Type") ?? "";
    const target = tag.attribute("Target") ?? "";
    found.push({
      id: tag.attribute("Id") ?? "",
      type: type.slice(type.lastIndexOf("/") + 1),
      target: resolvePart(folder, target),
    });
  });
  return found;
}

/** The part that a target names, seen from a folder; `..` never leaves the package. */
function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const names: string[] = [];
  for (const name of (path.startsWith("/") ? path : folder + path).split("/"))
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  return names.join("/");
}
