import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** Kilobytes of each package's own code, gzipped as built: a task pane on an office network loads them all. */
test.each([
  ["grid", 2],
  ["finding", 21],
  ["quantity", 21],
  ["xlsx", 36],
  ["plan-text", 41],
  ["model", 13],
  ["kpi", 82],
  ["roll-up-sql", 5],
  ["sheet", 228],
])("@taizhang/%s stays within %i KB", (name, limit) => {
  const file = resolve(root, "packages", name, "dist/index.js");
  expect(existsSync(file), "not built: pnpm run build").toBe(true);
  expect(gzipSync(readFileSync(file)).length / 1024).toBeLessThan(limit);
});

test("a page that reads plans loads plan-text with quantity in 60 KB", () => {
  const built = ["plan-text", "quantity"].map((name) =>
    readFileSync(resolve(root, "packages", name, "dist/index.js")),
  );
  expect(gzipSync(Buffer.concat(built)).length / 1024).toBeLessThan(60);
});
