import { type Decimal, round, shift } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import city from "../specs/meishan-2019.json" with { type: "json" };
import { rollUp } from "./roll-up.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";

const rows = city.rows.map(
  ({ region, indicator, unit, department, target, actual }): Row => ({
    org: region === "全市" ? "眉山市" : region,
    indicator,
    unit,
    target,
    actual,
    departments: [department],
    standing: region === "全市" ? "total" : "own",
    ...(region === "全市" ? { file: "全市.xlsx" } : { division: region }),
  }),
);
const rolled = rollUp(figuresOf(rows), { by: ["division"] });
const whole = city.rows.filter(({ region }) => region === "全市");

describe("眉山市2019年：区县相加等于公布的全市数", () => {
  test.each(whole.filter(({ unit }) => unit !== "%"))("$indicator $actual/$target", (published) => {
    const cell = cellOf(rolled, {}, published.indicator);
    expect(cell).toMatchObject({
      target: published.target,
      actual: published.actual,
      parentReported: published.actual,
      difference: "0",
      missing: [],
      atLeast: false,
    });
    expect(round(shift(cell.completion as Decimal, 2), 1)).toBe(published.published);
    expect(codes(cell)).toEqual([]);
  });

  test("城镇新增就业 52242/27800 = 1.879209，不是各县比率的平均", () => {
    const cell = cellOf(rolled, {}, "城镇新增就业");
    expect(cell).toMatchObject({ actual: "52242", target: "27800", completion: "1.879209", light: "green" });
    expect(cell).toMatchObject({ expected: 6, reported: 6, pace: "1" });
    expect(cell.sources).toHaveLength(12);
  });

  test("下岗失业人员再就业 also counts 市本级, and nobody expects 天府新区", () => {
    const cell = cellOf(rolled, {}, "下岗失业人员再就业");
    expect(cell).toMatchObject({ expected: 7, reported: 7, missing: [] });
  });

  test("城镇登记失业率 is the city's own figure, not a sum, and its repeated target is not added", () => {
    const cell = cellOf(rolled, {}, "城镇登记失业率");
    expect(cell).toMatchObject({
      actual: "3.57",
      target: "4.3",
      difference: null,
      completion: null,
      light: "green",
    });
    expect(codes(cell)).toEqual(["notAdditive", "targetRepeated", "parentFigure", "parentTarget", "met"]);
    expect(cellOf(rolled, { division: "东坡区" }, "城镇登记失业率")).toMatchObject({
      actual: "3.48",
      target: "4.3",
    });
  });

  test("without the city's own sheet 失业率 has no total and says why", () => {
    const own = figuresOf(rows.filter(({ standing }) => standing === "own"));
    const cell = cellOf(rollUp(own), {}, "城镇登记失业率");
    expect(cell).toMatchObject({ actual: null, target: null, completion: null, light: null, expected: 6 });
    expect(codes(cell)).toEqual(["notAdditive", "targetRepeated"]);
  });
});
