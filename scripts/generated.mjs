// Runs every package's generator; with --check each fails if a generated file differs from what stands in the tree.
// Without --check also writes anew what tests hold against the tree: the examples' workbooks, JSON Schemas, READMEs.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const packages = resolve(import.meta.dirname, "../packages");
let failed = false;
for (const name of readdirSync(packages)) {
  const folder = join(packages, name, "scripts");
  if (!existsSync(folder)) continue;
  for (const script of readdirSync(folder).filter((file) => /^generate.*\.mjs$/.test(file))) {
    const { status } = spawnSync(process.execPath, [join(folder, script), ...process.argv.slice(2)], {
      cwd: join(packages, name),
      stdio: "inherit",
    });
    if (status !== 0) {
      console.error(`packages/${name}/scripts/${script}: generated files differ; run: pnpm run generate`);
      failed = true;
    }
  }
}
if (!process.argv.includes("--check")) {
  const root = resolve(packages, "..");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const tests = [
    "test/examples.test.ts",
    "test/readme.test.ts",
    "apps/cli/src/output",
    "packages/sheet/src/rules/pages.test.ts",
  ];
  const env = { ...process.env, TAIZHANG_UPDATE: "1" };
  const { status } = spawnSync(process.execPath, [vitest, "run", ...tests, "--update=all"], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
