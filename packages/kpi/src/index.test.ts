/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as kpi from "./index.ts";

test("public names", () => {
  expect(Object.keys(kpi).sort()).toMatchInlineSnapshot(`
    [
      "assessmentOf",
      "assessmentRule",
      "compareReturns",
      "completion",
      "cumulativeOf",
      "encodeFacts",
      "everyLevel",
      "factCell",
      "factCells",
      "factLights",
      "factStatuses",
      "factTable",
      "inPeriodOf",
      "lackingOrgs",
      "light",
      "lightPresets",
      "lightRule",
      "liveRollUp",
      "pace",
      "progress",
      "ranking",
      "rollUp",
      "rollUpFacts",
      "sayNote",
      "sayScoreLine",
      "score",
      "scorePresets",
      "scoreRule",
      "sourceRows",
      "statusWord",
      "stretch",
      "sumExactly",
      "targetStatuses",
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
