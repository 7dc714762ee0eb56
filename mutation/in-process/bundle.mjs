import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { build } from "esbuild";
import { harness } from "./harness.mjs";

/** Each test file asks its own harness, so that a test knows its file; a file's URL is where it stands in the sandbox. */
const plugin = (aliases) => ({
  name: "tests",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^harness:/ }, ({ path }) => ({ path, namespace: "harness" }));
    onLoad({ filter: /.*/, namespace: "harness" }, ({ path }) => ({
      contents: `export const { describe, expect, test, vi } = vitestOf(${JSON.stringify(path.slice("harness:".length))});`,
    }));
    for (const [name, path] of Object.entries(aliases))
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path }));
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replace(/from "vitest"/, () => `from ${JSON.stringify(`harness:${path}`)}`),
    }));
  },
});

/** The tests of a sandbox in one script; made once a sandbox, for every process that works in it. */
export async function bundle(folder, { files, setup, conditions, aliases }) {
  const outfile = join(folder, "in-process-tests.cjs");
  if (!existsSync(outfile))
    await build({
      stdin: {
        contents: [setup, ...files].map((file) => `import ${JSON.stringify(file)};`).join("\n"),
        resolveDir: folder,
      },
      absWorkingDir: folder,
      bundle: true,
      conditions,
      ignoreAnnotations: true,
      format: "cjs",
      logLevel: "error",
      outfile,
      platform: "node",
      plugins: [plugin(aliases)],
      target: "node20",
    });
  return new vm.Script(`(function (require, vitestOf) {${readFileSync(outfile, "utf8")}\n})`, {
    filename: outfile,
  });
}

/** Evaluates the script anew: modules and tests without a memory of any mutant before. */
export function load(script, require) {
  const { tests, vitestOf } = harness();
  script.runInThisContext()(require, vitestOf);
  return tests;
}
