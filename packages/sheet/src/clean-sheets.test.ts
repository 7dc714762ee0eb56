import { readdirSync, readFileSync } from "node:fs";
import { say } from "@taizhang/finding";
import { expect, test } from "vitest";
import { check } from "./check.ts";
import { readingOfExample } from "./rules/example-readings.ts";
import type { ExampleSheet } from "./rules/rule.ts";

interface CleanCase {
  readonly title: string;
  readonly sheets: readonly ExampleSheet[];
  readonly period?: string;
  readonly ledger?: ExampleSheet;
  readonly last?: ExampleSheet;
}

const folder = new URL("../specs/clean/", import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name): CleanCase => JSON.parse(readFileSync(new URL(name, folder), "utf8")));

test("至少二十五张", () => expect(cases.length).toBeGreaterThanOrEqual(25));

// A false alarm costs more than a missed slip: staff stop reading. The domain page §6.
test.each(cases.map((one) => [one.title, one] as const))("%s", (_, { sheets, ledger, last, period }) => {
  const readings = sheets.map(readingOfExample);
  expect(readings.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows)).length).toBeGreaterThan(1);
  const found = check(readings, {
    ...(period ? { period } : {}),
    ...(ledger ? { ledger: [readingOfExample({ file: "台账.xlsx", ...ledger })] } : {}),
    ...(last ? { last: [readingOfExample({ file: "上月.xlsx", ...last })] } : {}),
  });
  const serious = found.filter(({ severity }) => severity === "A" || severity === "B");
  expect(serious.map((one) => `${one.code} ${say(one)}`)).toEqual([]);
});
