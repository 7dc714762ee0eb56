import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const pnpm = join(root, "node_modules/pnpm/bin/pnpm.cjs");
const libraries = readdirSync(join(root, "packages")).filter(
  (name) => !JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")).private,
);
let project = "";

/** What a stranger does: packs are installed together into an empty project by npm, nothing of the workspace in sight. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "taizhang-consumer-"));
  for (const folder of [...libraries.map((name) => join("packages", name)), "apps/cli"])
    execFileSync(process.execPath, [pnpm, "pack", "--pack-destination", project], {
      cwd: join(root, folder),
      stdio: "ignore",
    });
  const tarballs = readdirSync(project)
    .filter((name) => name.endsWith(".tgz"))
    .map((name) => `./${name}`);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...tarballs], {
    cwd: project,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
}, 300_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const node = (name: string, source: string) => {
  writeFileSync(join(project, name), source);
  return execFileSync(process.execPath, [name], { cwd: project, encoding: "utf8" }).trim();
};

test.each(libraries)("@taizhang/%s: the same names as ESM and CJS", (name) => {
  const esm = node("esm.mjs", `console.log(Object.keys(await import("@taizhang/${name}")).sort().join())`);
  const cjs = node("cjs.cjs", `console.log(Object.keys(require("@taizhang/${name}")).sort().join())`);
  expect(esm).not.toBe("");
  expect(cjs).toBe(esm);
});

test("taizhang: the installed command answers", () => {
  const bin = join(project, "node_modules/.bin", process.platform === "win32" ? "taizhang.cmd" : "taizhang");
  expect(execFileSync(bin, ["--help"], { encoding: "utf8" })).toContain("rollup");
});
