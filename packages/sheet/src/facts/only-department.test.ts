import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

const city = recogniseSheet(
  gridOf("市表", [
    ["眉山市民生指标进度表（2019年10月）"],
    ["地区", "城镇新增就业（人）", "", ""],
    ["", "目标", "进度", "完成比例"],
    ["全市", 1000, 700, "70%"],
    ["东坡区", 600, 400, "66.7%"],
    ["彭山区", 400, 300, "75%"],
  ]),
  "市表.xlsx",
);
const department = (name: string, rows: readonly (readonly [string, number, number])[]) =>
  recogniseSheet(
    gridOf("月报表", [
      [`${name}民生任务月报表`],
      [`填报单位：${name}　报告期：2019年10月`],
      ["序号", "任务名称", "指标名称", "计量单位", "年度目标", "本年累计完成"],
      ...rows.map(([task, target, actual], index) => [index + 1, task, "城镇新增就业", "人", target, actual]),
    ]),
    `${name}.xlsx`,
  );
const totals = (...sheets: (typeof city)[]) =>
  rollUp(figuresOf(sheets)).cells.map(({ target, actual, expected, parentReported }) => ({
    target,
    actual,
    expected,
    parentReported,
  }));

test("市里的表上有东坡区，东坡区人社局又报来：同一个数，只计一次，以本单位所报为准", () => {
  expect(totals(city, department("东坡区人社局", [["城镇新增就业", 600, 410]]))).toEqual([
    { target: "1000", actual: "710", expected: 2, parentReported: "700" },
  ]);
  expect(
    totals(
      city,
      department("东坡区人社局", [["城镇新增就业", 600, 410]]),
      department("彭山区人社局", [["城镇新增就业", 400, 310]]),
    ),
  ).toEqual([{ target: "1000", actual: "720", expected: 2, parentReported: "700" }]);
});

test("同一个区有两个部门报这个指标，是各报一部分：市里表上的数不再相加", () => {
  expect(
    totals(
      city,
      department("东坡区人社局", [["城镇新增就业", 500, 300]]),
      department("东坡区残联", [["城镇新增就业", 100, 50]]),
    ),
  ).toMatchObject([{ target: "1000", actual: "650", expected: 3 }]);
});
