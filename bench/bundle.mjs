import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** A package of ours from its sources, bundled as it is published. */
export async function bundled(name) {
  const outfile = join(mkdtempSync(join(tmpdir(), "taizhang-bench-")), `${name}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL(`../packages/${name}/src/index.ts`, import.meta.url))],
    bundle: true,
    format: "esm",
    conditions: ["@taizhang/source"],
    outfile,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
