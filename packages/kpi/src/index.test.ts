/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as kpi from "./index.ts";

test("public names", () => {
  expect(Object.keys(kpi).sort()).toMatchInlineSnapshot(`
    [
      "assessmentOf",
      "assessmentRule",
      "completion",
      "light",
      "lightPresets",
      "lightRule",
      "pace",
      "progress",
      "ranking",
      "rollUp",
      "sayNote",
      "sayScoreLine",
      "score",
      "scorePresets",
      "scoreRule",
      "statusWord",
      "stretch",
      "taskState",
      "worstLight",
      "yearOnYear",
    ]
  `);
});

test("the README names every public function", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  for (const name of Object.keys(kpi)) expect(readme).toContain(`\`${name}\``);
});
