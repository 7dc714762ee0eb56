import type { AddinFunctions } from "../calculate/addin-formulas.ts";
import type { OfficeHost } from "../host.ts";
import { type Manifest, readManifest } from "./manifest.ts";

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters: readonly unknown[];
  }[];
}

/**
 * The functions that the manifest announces, under the names of all its languages; undefined where it has none. `get`
 * reads a file of the add-in's folder.
 */
export async function functionsOf(
  manifest: string,
  host: OfficeHost,
  get: (file: string) => Promise<Response>,
): Promise<Omit<AddinFunctions, "onAnswer"> | undefined> {
  const read = readManifest(manifest, "");
  const point = read.all(read.xml, "ExtensionPoint").find((one) => read.all(one, "Namespace").length > 0);
  if (!point) return undefined;
  const ids = new Map<string, string>();
  const widths = new Map<string, number>();
  for (const file of metadataFiles(read, point)) {
    const { functions } = (await (await get(file)).json()) as Metadata;
    for (const { id, name, parameters } of functions) {
      ids.set(name.toUpperCase(), id);
      ids.set(id.toUpperCase(), id);
      widths.set(id, parameters.length);
    }
  }
  return {
    namespace: read.text(read.all(point, "Namespace")[0]),
    ids,
    call: (id, values) => host.callFunction(id, padded(values, widths.get(id) ?? 0)),
  };
}

function metadataFiles({ all, texts }: Manifest, point: Element): string[] {
  const [metadata] = all(point, "Metadata");
  const urls = texts(metadata && all(metadata, "SourceLocation")[0]);
  return [...new Set(urls.map((url) => new URL(url, "https://localhost/").pathname.replace(/^.*\//, "")))];
}

/** Excel gives null for what is left out at the end. */
const padded = (values: readonly unknown[], width: number): unknown[] =>
  Array.from({ length: Math.max(width, values.length) }, (_, at) => values[at] ?? null);
