/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as exported from "./index.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";

test("the table of exports names each function", () => {
  const named = [...readme.matchAll(/^\| `(\w+)\(/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(exported));
});

test("the example says what comes out", () => {
  const plan = /parsePlan\(`([^`]*)`\)/.exec(code)?.[1] ?? "";
  const read = exported.parsePlan(plan);
  const lines = code.split("\n").filter((line) => /; \/\/ ./.test(line));
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const [expression = "", said = ""] = line.split("; // ");
    const run = new Function("plan", "findings", `return ${expression};`);
    expect(run(read.plan, read.findings), line).toEqual(JSON.parse(said));
  }
});
