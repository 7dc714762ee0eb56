/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as model from "./index.ts";

test("public names", () => {
  expect(Object.keys(model).sort()).toMatchInlineSnapshot(`
    [
      "accountingSchema",
      "amountSchema",
      "boundSchema",
      "comparePeriods",
      "contains",
      "daySchema",
      "directionSchema",
      "firstMonth",
      "fundingSchema",
      "indicatorEvidenceSchema",
      "indicatorKey",
      "indicatorSchema",
      "inferIndicator",
      "isPeriod",
      "lastDay",
      "lastMonth",
      "measureSchema",
      "milestoneSchema",
      "monthOfDay",
      "monthOfNumber",
      "monthsOf",
      "nodeSchema",
      "observationSchema",
      "orgSchema",
      "periodSchema",
      "planSchema",
      "programSchema",
      "responsibilitySchema",
      "returnSchema",
      "returnStateSchema",
      "stages",
      "targetSchema",
      "targetVersionSchema",
      "taskKindSchema",
      "taskSchema",
      "valueSchema",
      "yearOf",
    ]
  `);
});

test("the README names every export, and its example is right", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  for (const name of Object.keys(model)) expect(readme).toContain(`\`${name}\``);
  const rate = model.inferIndicator("城镇登记失业率", "%");
  expect(rate).toMatchObject({
    direction: "down",
    accounting: "ratio",
    acrossOrgs: "none",
    acrossTime: "none",
  });
  expect(rate.evidence.map(({ rule, saw }) => `${rule} ${saw}`)).toEqual(["unitRatio %", "down 失业率"]);
});
