/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as kpi from "./index.ts";

test("public names", () => {
  expect(Object.keys(kpi).sort()).toMatchInlineSnapshot(`
    [
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
      "overTime",
      "pace",
      "progress",
      "rollUp",
      "rollUpFacts",
      "rollUpOfTotals",
      "sayNote",
      "sourceRows",
      "statusWord",
      "stretch",
      "sumExactly",
      "targetStatuses",
      "taskState",
      "windowOf",
      "worstLight",
      "yearOnYear",
    ]
  `);
});

test("the README names every public function", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  for (const name of Object.keys(kpi)) expect(readme).toContain(`\`${name}\``);
});
