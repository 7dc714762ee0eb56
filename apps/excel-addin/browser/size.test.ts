import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, inject, test } from "vitest";

const addin = resolve(inject("pages"), "addin");
const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(resolve(addin, file))).length, 0) / 1024;

/** The scripts that the page loads before its first screen, without office.js. */
const first = [
  ...readFileSync(resolve(addin, "taskpane.html"), "utf8").matchAll(
    /(?:src|href)="\.\/(assets\/[^"]+\.js)"/g,
  ),
].map(([, file = ""]) => file);

test("the first screen needs at most 250 KB of script", () => {
  expect(first.length).toBeGreaterThan(0);
  expect(kilobytes(first)).toBeLessThan(250);
});

const scripts = readdirSync(resolve(addin, "assets")).filter((file) => file.endsWith(".js"));

/** The script of a part, by the name that the build gives it. */
function named(part: string): string {
  const files = scripts.filter((file) => new RegExp(`^${part}-[\\w-]{8}\\.js$`).test(file));
  expect(files.length, part).toBe(1);
  return files[0] ?? "";
}

/** A script with all that it imports before it runs. */
function withImports(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const code = readFileSync(resolve(addin, "assets", file), "utf8");
  for (const [, imported = ""] of code.matchAll(/(?:^|[;}\n])import[^;("'`]*["'`]\.\/([^"'`]+)["'`]/g))
    withImports(imported, known);
  return known;
}

const sizeOf = (files: Iterable<string>): number => kilobytes([...files].map((file) => `assets/${file}`));

/** What a part costs that comes when it is first asked for, beside what the worker has by then. */
const late = (part: string): number => {
  const before = withImports(named("worker"));
  return sizeOf([...withImports(named(part))].filter((file) => !before.has(file)));
};

test("the worker is at most 263 KB, with all that it imports", () => {
  const worker = withImports(named("worker"));
  expect(worker.size).toBeGreaterThan(1);
  expect(sizeOf(worker)).toBeGreaterThan(150);
  expect(sizeOf(worker)).toBeLessThan(263);
});

test.each([
  ["sheet-lights", "the lights of the card, with what counts tasks, after the check", 38],
  ["leaning", "what follows a changed cell", 4],
  ["number-formats", "numbers and dates of a sheet without targets", 4],
  ["roll-up-card", "what a roll-up shows and says of its totals, with the lights and what counts tasks", 46],
  ["_taizhang_team-rules", "a team's own rules, with their language", 32],
  ["findings-layout", "the findings as a sheet", 20],
  ["summary-sheets", "the sheet 汇总", 34],
  ["keep-settings", "the sheet 台账设置", 4],
])("%s comes late: %s, at most %i KB", (part, _, most) => {
  expect(late(part)).toBeGreaterThan(0);
  expect(late(part)).toBeLessThan(most);
});

test("pages over the list come later", () => {
  const pages = readdirSync(resolve(addin, "assets")).filter((file) => /^page-view-.*\.js$/.test(file));
  expect(pages.length).toBe(1);
  expect(first).not.toContain(`assets/${pages[0]}`);
});

test("what is shipped names no other place and has its own office.js", () => {
  const html = readFileSync(resolve(addin, "taskpane.html"), "utf8");
  expect(html).not.toMatch(/https?:\/\//);
  expect(readdirSync(resolve(addin, "office-js"))).toContain("office.js");
  expect(readdirSync(addin)).toContain("manifest.xml");
});
