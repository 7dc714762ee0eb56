/// <reference types="node" />
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

test("the generated files are those of the facts", () => {
  const script = fileURLToPath(new URL("../scripts/generate.mjs", import.meta.url));
  expect(() => execFileSync(process.execPath, [script, "--check"], { stdio: "pipe" })).not.toThrow();
});

test("divisions, history, zones, short names and letters take at most 46 KB gzip", () => {
  const core = ["divisions", "zones", "short-names", "traditional"]
    .map((name) => readFileSync(new URL(`./generated/${name}.ts`, import.meta.url), "utf8"))
    .join("");
  expect(gzipSync(core, { level: 9 }).length).toBeLessThanOrEqual(46 * 1024);
});

test("the module of the towns takes at most 205 KB gzip with its reader", () => {
  const files = ["generated/towns", "towns", "town-table", "packed-towns"];
  const text = files.map((name) => readFileSync(new URL(`./${name}.ts`, import.meta.url), "utf8")).join("");
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(205 * 1000);
});
