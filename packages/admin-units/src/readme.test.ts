/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as exported from "./index.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

test("the table of exports names each one", () => {
  const named = [...readme.matchAll(/^\| `(\w+)/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(exported).sort());
});

test("the example says what comes out", () => {
  const { explain, resolve, splitOrgList } = exported;
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const lines = code.split("\n").filter((line) => line.includes("; // "));
  expect(lines.length).toBeGreaterThan(7);
  const former = resolve("区计生委", { within: "220102", on: "2016-05-01" });
  for (const line of lines) {
    const [expression = "", said = ""] = line.split("; // ");
    const run = new Function(
      "resolve",
      "explain",
      "splitOrgList",
      "former",
      `return ${expression.replace("!", "")};`,
    );
    expect(run(resolve, explain, splitOrgList, former), line).toEqual(JSON.parse(said));
  }
});
