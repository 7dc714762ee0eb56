import { type CellValue, gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { check } from "../check.ts";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

/** Two districts, a zone of which the sheet says where it belongs, and a total or a note below. */
const table = (
  { district = "南关区", ofDistrict = "", zone = "净月开发区", ofZone = "" },
  ...below: readonly (readonly CellValue[])[]
) =>
  recogniseSheet(
    gridOf("Sheet1", [
      ["2016年10月新增就业目标完成情况表（人）"],
      ["区县", "年度目标", "累计完成", "备注"],
      [district, 100, 80, ofDistrict],
      ["宽城区", 20, 15, null],
      [zone, 50, 40, ofZone],
      ...below,
    ]),
    "a.xlsx",
  );
const contained = { target: "120", actual: "95", expected: 2 };
const apart = { target: "170", actual: "135", expected: 3 };

test.each([
  ["备注：含在南关区", table({ ofZone: "含在南关区" }, ["合计", 120, 95, null]), contained],
  ["备注：数据已计入南关区内", table({ ofZone: "数据已计入南关区内" }), contained],
  ["备注：含净月开发区", table({ ofDistrict: "含净月开发区" }), contained],
  ["备注：其中净月开发区50人", table({ ofDistrict: "其中净月开发区50人" }), contained],
  ["名称：南关区（含净月开发区）", table({ district: "南关区（含净月开发区）" }), contained],
  ["名称：净月开发区（含在南关区）", table({ zone: "净月开发区（含在南关区）" }), contained],
  ["表后说明", table({}, ["注：净月开发区数据含在南关区内。"]), contained],
  ["备注：不含在南关区", table({ ofZone: "不含在南关区，单列" }, ["合计", 170, 135, null]), apart],
  ["备注：不含净月开发区", table({ ofDistrict: "不含净月开发区" }), apart],
  ["备注：含南关区划转的街道", table({ ofZone: "含南关区划转的3个街道" }), apart],
  ["没有说", table({}), apart],
])("%s", (_, sheet, expected) => {
  expect(rollUp(figuresOf([sheet])).cells[0]).toMatchObject(expected);
  expect(check([sheet]).filter(({ severity }) => severity === "A")).toEqual([]);
});

test("写在名称后面的说明不是名称：按地区汇总照样是南关区", () => {
  const figures = figuresOf([table({ district: "南关区（含净月开发区）" })]);
  expect(rollUp(figures, { by: ["division"] }).cells.map(({ key }) => key.division)).toEqual([
    undefined,
    "南关区",
    "宽城区",
  ]);
});

test("合计把它又加了一遍的，照样指出", () => {
  const sheet = table({ ofZone: "含在南关区" }, ["合计", 170, 135, null]);
  expect(check([sheet]).flatMap(({ code, severity }) => (severity === "A" ? [code] : []))).toEqual([
    "X01",
    "X01",
  ]);
});
