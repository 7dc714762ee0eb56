import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { check } from "../check.ts";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

type Rows = (string | number | null)[][];
const read = (rows: Rows) => recogniseSheet(gridOf("2016年10月", rows), "参保.xlsx");
const rateOf = (rows: Rows, name = "参保率") =>
  rollUp(figuresOf([read(rows)])).cells.find(({ indicator }) => indicator === name);
const serious = (rows: Rows) =>
  check([read(rows)]).flatMap(({ code, severity }) => (severity === "A" || severity === "B" ? [code] : []));

test.each<[string, Rows]>([
  [
    "应参保、已参保夹在目标和完成之间",
    [
      ["地区", "指标名称", "计量单位", "年度目标", "应参保人数", "已参保人数", "累计完成"],
      ["东坡区", "参保率", "%", 95, 1000, 900, 90],
      ["彭山区", "参保率", "%", 95, 3000, 3000, 100],
      ["合计", "参保率", "%", 95, 4000, 3900, 97.5],
    ],
  ],
  [
    "分子、分母在目标前面",
    [
      ["地区", "指标名称", "计量单位", "应参保人数", "已参保人数", "年度目标", "累计完成"],
      ["东坡区", "参保率", "%", 1000, 900, 95, 90],
      ["彭山区", "参保率", "%", 3000, 3000, 95, 100],
    ],
  ],
  [
    "率一列自己有名称，目标在最后",
    [
      ["各地参保情况"],
      ["地区", "应参保人数", "实际参保人数", "参保率（%）", "目标（%）"],
      ["东坡区", 1000, 900, 90, 95],
      ["彭山区", 3000, 3000, 100, 95],
      ["合计", 4000, 3900, 97.5, 95],
    ],
  ],
  [
    "目标在前，没有指标列",
    [
      ["地区", "年度目标（%）", "应参保人数", "实际参保人数", "参保率（%）"],
      ["东坡区", 95, 1000, 900, 90],
      ["彭山区", 95, 3000, 3000, 100],
    ],
  ],
])("%s：合计的率由分子合计除以分母合计", (_, rows) => {
  expect(rateOf(rows)).toMatchObject({ target: "95", actual: "97.5", unit: "%" });
  expect(serious(rows)).toEqual([]);
});

test("户数也一样，率不因旁边的户数变成850%", () => {
  const rows: Rows = [
    ["单位", "指标名称", "计量单位", "年度目标", "应完成户数", "已完成户数", "累计完成（%）"],
    ["区住建局", "改厕率", "%", 90, 1000, 850, 85],
  ];
  expect(rateOf(rows, "改厕率")).toMatchObject({ target: "90", actual: "85" });
});

test("缺一家的分子，合计的率不算", () => {
  const rows: Rows = [
    ["地区", "指标名称", "计量单位", "年度目标", "应参保人数", "已参保人数", "累计完成"],
    ["东坡区", "参保率", "%", 95, 1000, 900, 90],
    ["彭山区", "参保率", "%", 95, 3000, null, 100],
  ];
  expect(rateOf(rows)).toMatchObject({ actual: null });
});

test("目标以人数计的表，应完成数和已完成数仍是目标和完成", () => {
  const rows: Rows = [
    ["地区", "任务名称", "计量单位", "应培训人数", "已培训人数", "完成率（%）"],
    ["东坡区", "农民培训", "人", 1000, 900, 90],
    ["彭山区", "农民培训", "人", 3000, 3000, 100],
  ];
  expect(rateOf(rows, "农民培训")).toMatchObject({ target: "4000", actual: "3900" });
});
