/// <reference types="node" />
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as quantity from "./index.ts";

// Every example of the README and of the doc comments is run: `expression // value`, … for what is left out.
const lines = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, expression = "", value = ""]) => ({ expression, value }));

const folder = new URL(".", import.meta.url);
const readme = readFileSync(new URL("../README.md", folder), "utf8");
const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
const names = new Set(Object.keys(quantity));
const examples = [
  ...lines(readme, /^((?:[a-zA-Z]+\().*); \/\/ (.*)$/gm),
  ...sources.flatMap((name) =>
    lines(readFileSync(new URL(name, folder), "utf8"), /@example (.*?) \/\/ (.*?)(?: \*\/)?$/gm),
  ),
].filter(({ expression }) => names.has(/^[a-zA-Z]+/.exec(expression)?.[0] ?? ""));

const evaluate = (text: string): unknown =>
  new Function(...Object.keys(quantity), `return (${text});`)(...Object.values(quantity));

test("examples are found", () => expect(examples.length).toBeGreaterThan(30));

test.each(examples)("$expression", ({ expression, value }) => {
  const found = evaluate(expression);
  if (value.includes("…")) expect(found).toMatchObject(evaluate(value.replace(/, …/, "")) as object);
  else expect(found).toEqual(evaluate(value));
});
