/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as kpi from "./index.ts";

test("public names", () => {
  expect(Object.keys(kpi).sort()).toMatchInlineSnapshot(`
    [
      "assessmentOf",
      "assessmentRule",
      "cellTotals",
      "compareReturns",
      "completion",
      "cumulativeOf",
      "encodeFacts",
      "escalation",
      "everyLevel",
      "explainCell",
      "explainChange",
      "explainCompletion",
      "explainEscalation",
      "explainForecast",
      "explainGrowthTarget",
      "explainImpliedBase",
      "explainLight",
      "explainPace",
      "explainProgress",
      "explainProject",
      "explainQuota",
      "explainStretch",
      "explainTarget",
      "explainTaskState",
      "factCell",
      "factCells",
      "factLights",
      "factStatuses",
      "factTable",
      "forecast",
      "growthAgrees",
      "growthTarget",
      "impliedBase",
      "inPeriodOf",
      "isAtComparablePrices",
      "lackingOrgs",
      "light",
      "lightPresets",
      "lightRule",
      "liveRollUp",
      "overTime",
      "pace",
      "progress",
      "projectProgress",
      "quotaUse",
      "ranking",
      "rollUp",
      "rollUpFacts",
      "rollUpOfTotals",
      "sayExplanation",
      "sayNote",
      "sayScoreLine",
      "score",
      "scorePresets",
      "scoreRule",
      "sourceRows",
      "stageRule",
      "statusWord",
      "stretch",
      "sumExactly",
      "targetInForce",
      "targetStatuses",
      "taskCompletion",
      "taskLights",
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
