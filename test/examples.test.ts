import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { makeExamples } from "../examples/make.ts";

const examples = resolve(import.meta.dirname, "../examples");

/** The committed workbooks are what the data makes; with TAIZHANG_UPDATE=1 they are written anew. */
test.each(makeExamples())("examples/$path is made from its data", ({ path, bytes }) => {
  const file = join(examples, path);
  if (process.env.TAIZHANG_UPDATE === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  expect(existsSync(file), "missing: pnpm run generate").toBe(true);
  expect(Buffer.compare(readFileSync(file), bytes), "differs from its data: pnpm run generate").toBe(0);
});
