import { type CellValue, gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { figuresOf } from "./figures.ts";

type Row = readonly [task: string, indicator: string, unit: string, target: number, actual: number];

const returnOf = (org: string, rows: readonly Row[]) =>
  recogniseWorkbook(
    [
      gridOf(org, [
        [`填报单位：${org}`],
        ["任务名称", "指标名称", "计量单位", "年度目标", "本年累计完成", "牵头单位"],
        ...rows.map((row): CellValue[] => [...row, org]),
      ]),
    ],
    `${org}.xlsx`,
  );

const totals = (...returns: readonly (readonly Row[])[]) => {
  const orgs = ["南关区人社局", "宽城区人社局", "朝阳区人社局"];
  const readings = returns.flatMap((rows, at) => returnOf(orgs[at] ?? "", rows));
  return rollUp(figuresOf(readings))
    .cells.map(({ indicator, actual, expected }) => `${indicator} ${actual} ${expected}`)
    .sort();
};

test("人数、数量只说明是数：与不带的是同一个指标", () => {
  const first: Row = ["就业", "城镇新增就业人数", "人", 1000, 500];
  const second: Row = ["就业", "城镇新增就业", "人", 2000, 700];
  const third: Row = ["就业", "城镇新增就业数", "万人", 1, 0.5];
  const one = ["城镇新增就业 6200 3"];
  expect(totals([first], [second], [third])).toEqual(one);
  expect(totals([second], [third], [first])).toEqual(one);
});

test("收入和收入增速、单位不同的、一张表里两个都有的，仍是两个指标", () => {
  expect(
    totals(
      [["收入", "居民人均可支配收入", "元", 30000, 20000]],
      [["收入", "居民人均可支配收入增速", "%", 7, 6]],
    ),
  ).toHaveLength(2);
  expect(totals([["养老", "养老服务数", "个", 10, 5]], [["养老", "养老服务", "人", 10, 5]])).toHaveLength(2);
  expect(
    totals(
      [
        ["就业", "城镇新增就业人数", "人", 1000, 500],
        ["就业二", "城镇新增就业", "人", 300, 200],
      ],
      [["就业", "城镇新增就业", "人", 2000, 700]],
    ),
  ).toEqual(["城镇新增就业 900 2", "城镇新增就业人数 500 1"]);
});
