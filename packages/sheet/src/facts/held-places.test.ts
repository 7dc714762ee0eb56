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
/** The same two districts and zone, with what each of them remarks. */
const remarked = (rows: readonly (readonly CellValue[])[], ...below: readonly (readonly CellValue[])[]) =>
  recogniseSheet(
    gridOf("Sheet1", [
      ["2016年10月新增就业目标完成情况表（人）"],
      ["区县", "年度目标", "累计完成", "备注"],
      ...rows,
      ...below,
    ]),
    "a.xlsx",
  );
const small = ["宽城区", 20, 15, null];
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
  [
    "别的区说部分计入",
    remarked([
      ["南关区", 100, 80, null],
      ["宽城区", 20, 15, "部分人员计入南关区"],
      ["净月开发区", 50, 40, null],
    ]),
    apart,
  ],
  [
    "别的区说计入",
    remarked([
      ["南关区", 100, 80, null],
      ["宽城区", 20, 15, "计入南关区"],
      ["净月开发区", 50, 40, null],
    ]),
    apart,
  ],
  ["以前含在，今年单列", table({ ofZone: "以前含在南关区，今年单列" }), apart],
  ["去年含在", table({ ofZone: "去年含在南关区" }), apart],
  [
    "只说目标任务",
    remarked([["南关区", 100, 80, null], small, ["净月开发区", 0, 40, "目标任务含在南关区"]]),
    { target: "120", actual: "135" },
  ],
  ["只说完成数", table({ ofZone: "完成数计入南关区" }), apart],
  [
    "开发区比说含它的区还大",
    remarked([["南关区", 10, 8, "含净月开发区"], small, ["净月开发区", 50, 40, null]]),
    { target: "80", actual: "63", expected: 3 },
  ],
  [
    "含在的区还没有报",
    remarked([["南关区", 100, null, "含净月开发区"], small, ["净月开发区", 50, 40, null]]),
    { target: "170", actual: "55", expected: 3 },
  ],
  ["开发区里的企业", table({ ofDistrict: "其中净月开发区企业吸纳50人" }), apart],
  ["其中数不是开发区的数", table({ ofDistrict: "其中净月开发区30人" }), apart],
  ["两处说法不一", table({ ofDistrict: "不含净月开发区", ofZone: "含在南关区" }), apart],
  [
    "顿号隔开的两句",
    remarked(
      [["南关区", 100, 80, null], small, ["净月开发区", 50, 40, null], ["经开区", 5, 4, null]],
      ["注：南关区含净月开发区、宽城区含经开区。"],
    ),
    { target: "120", actual: "95", expected: 2 },
  ],
  [
    "一个区含两个开发区",
    remarked([
      ["南关区", 100, 80, "含净月开发区、经开区"],
      small,
      ["净月开发区", 50, 40, null],
      ["经开区", 5, 4, null],
    ]),
    { target: "120", actual: "95", expected: 2 },
  ],
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

test("一项任务里说含，别的任务照样各算各的", () => {
  const sheet = recogniseSheet(
    gridOf("Sheet1", [
      ["2016年10月目标任务进展"],
      ["任务名称", "指标名称", "计量单位", "年度目标", "地区", "累计完成", "备注"],
      ["就业", "新增就业", "人", 100, "南关区", 80, "含净月开发区"],
      ["就业", "新增就业", "人", 50, "净月开发区", 40, null],
      ["创业", "创业培训", "人", 30, "南关区", 20, null],
      ["创业", "创业培训", "人", 20, "净月开发区", 10, null],
    ]),
    "a.xlsx",
  );
  expect(rollUp(figuresOf([sheet])).cells.map(({ target, actual }) => [target, actual])).toEqual([
    ["100", "80"],
    ["50", "30"],
  ]);
});

const said = (sheet: ReturnType<typeof table>) =>
  check([sheet]).flatMap(({ code, severity, at: [place], args }) =>
    code === "S04" ? [[severity, place?.kind === "cell" ? place.ref : "", args]] : [],
  );

test.each([
  [
    "没有另计的，说明含在哪里",
    table({ ofZone: "含在南关区" }),
    ["C", "A5", { label: "净月开发区", counted: false, heldBy: "南关区" }],
  ],
  [
    "说不清的，请写明",
    table({ ofZone: "去年含在南关区" }),
    ["C", "D5", { label: "去年含在南关区", counted: true, isRemark: true }],
  ],
  [
    "表后说不清的，也请写明",
    table({}, ["注：净月开发区部分数据含在南关区。"]),
    ["C", "A6", { label: "注：净月开发区部分数据含在南关区。", counted: true, isRemark: true }],
  ],
  [
    "比说含它的区还大的，也请写明",
    table({ district: "双阳区", ofDistrict: "" }, ["注：净月开发区含在宽城区"]),
    ["C", "A6", { label: "注：净月开发区含在宽城区", counted: true, isRemark: true }],
  ],
])("%s", (_, sheet, finding) => {
  expect(said(sheet)).toEqual([finding]);
});

test.each([
  ["单列", table({ ofZone: "以前含在南关区，今年单列" })],
  ["不含", table({ ofDistrict: "不含净月开发区" })],
  ["不提开发区", table({ ofDistrict: "含税，计入上年结转" })],
])("说得清楚的、与开发区无关的，不问：%s", (_, sheet) => {
  expect(said(sheet)).toEqual([]);
});
