/// <reference types="node" />
import { readdirSync, readFileSync } from "node:fs";
import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import * as model from "./index.ts";

const plan: model.Plan = {
  id: "nanguan-2016",
  title: "2016年民生实事",
  year: 2016,
  division: "220102",
  programs: [{ id: "1", no: "一", title: "就业" }],
  tasks: [
    {
      id: "2016-MS-001",
      program: "1",
      title: "城镇新增就业",
      kind: "quantitative",
      source: { text: "城镇新增就业1.9万人", start: 10, end: 21 },
      responsibilities: [{ org: "区人社局", roleWord: "牵头", role: "lead", submitsData: true }],
      targets: [
        {
          id: "t1",
          indicator: "城镇新增就业",
          org: "区人社局",
          period: "2016",
          unit: "万人",
          bound: "ge",
          value: decimal("1.9"),
          stretch: decimal("2"),
          nodes: [{ through: "2016-06", value: decimal("1") }],
          status: "set",
          versions: [{ from: "2016-07-01", value: decimal("2.1"), approval: "区政办发12号" }],
        },
      ],
      milestones: [{ what: "培训基地开工", due: "--06-30", precision: "month", stage: "开工" }],
      funding: [{ source: "区级", amount: decimal("120.5"), unit: "万元" }],
    },
  ],
  indicators: [model.inferIndicator("城镇新增就业", "万人")],
  orgs: [{ id: "rs", name: "区人社局", division: "220102" }],
};

describe("the schemas", () => {
  test("a plan goes through whole", () => {
    expect(model.planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  test.each([
    ["a float for an amount", model.amountSchema, 0.1],
    ["a decimal that is not canonical", model.amountSchema, "1.50"],
    ["minus zero", model.amountSchema, "-0"],
    ["a day that is none", model.daySchema, "2016-13-01"],
    ["a status that is none", model.valueSchema, { status: "zero" }],
    ["a reported value without its amount", model.valueSchema, { status: "reported" }],
    ["a period that is none", model.periodSchema, "2016-00"],
    ["an undefined field", model.orgSchema, { id: "1", name: "区人社局", division: undefined }],
  ] as const)("refuse %s", (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });

  test("a return, an observation and each status of a value", () => {
    const observation: model.Observation = {
      indicator: "城镇新增就业",
      org: "区人社局",
      period: "2016-10",
      measure: "cumulative",
      value: { status: "unusable", why: "uncalculated" },
      unit: "万人",
    };
    const handedIn: model.Return = {
      org: "区人社局",
      period: "2016-10",
      state: "resubmitted",
      version: 2,
      observations: [observation, { ...observation, value: { status: "missing" } }],
    };
    expect(model.returnSchema.parse(handedIn)).toEqual(handedIn);
  });

  test("every published JSON Schema names its concept and refuses unknown fields", () => {
    const folder = new URL("../schema/", import.meta.url);
    const files = readdirSync(folder);
    expect(files.length).toBe(12);
    for (const file of files) {
      const schema = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
      expect(`${schema.title}.schema.json`).toBe(file);
      if (schema.type === "object") expect(schema.additionalProperties).toBe(false);
    }
  });
});
