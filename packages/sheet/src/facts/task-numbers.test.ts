import { gridOf } from "@taizhang/grid";
import { followUps } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

const rows = [
  ["A-1", "养老", "养老床位", "张", 100, 90, "床位建成90张"],
  ["A-2", "养老", "养老中心", "个", 10, 1, "中心还没有动工"],
  ["A-3", "救助", "救助人次", "人次", 100, 20, "救助20人次"],
];
const month = (period: string) =>
  recogniseSheet(
    gridOf("月报表", [
      ["填报单位：区民政局", "", `报告期：${period}`],
      ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "本年累计完成", "工作进展"],
      ...rows,
    ]),
    `${period}.xlsx`,
  );
const ledger = recogniseSheet(
  gridOf("台账", [
    ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "牵头单位"],
    ...rows.map((row) => [...row.slice(0, 5), "区民政局"]),
  ]),
  "台账.xlsx",
);

test("督办清单有台账编号，一项任务几行的列出各行的进展", () => {
  const figures = figuresOf([month("2016年9月"), month("2016年10月")], { ledger: [ledger] });
  expect(followUps(figures).map(({ taskId, progressText }) => [taskId, progressText])).toEqual([
    ["A-1、A-2", "床位建成90张；中心还没有动工"],
    ["A-3", "救助20人次"],
  ]);
});
