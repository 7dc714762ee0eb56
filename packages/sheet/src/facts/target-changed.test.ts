import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

const returned = (file: string, month: number, target: number, actual: number) =>
  recogniseSheet(
    gridOf("月报", [
      ["目标任务月报表"],
      ["填报单位：区民政局", null, null, `报告期：2016年${month}月`],
      ["任务名称", "指标名称", "计量单位", "年度目标", "本年累计完成"],
      ["养老", "养老床位", "张", target, actual],
    ]),
    file,
  );

const cellIn = (period: string, ...files: [file: string, month: number, target: number, actual: number][]) =>
  rollUp(figuresOf(files.map((file) => returned(...file))), { period }).cells[0];

test.each<[period: string, names: [string, string], target: string, actual: string]>([
  ["2016-09", ["6月.xlsx", "9月.xlsx"], "80", "65"],
  ["2016-09", ["z.xlsx", "a.xlsx"], "80", "65"],
  ["2016-06", ["6月.xlsx", "9月.xlsx"], "100", "40"],
  ["2016-06", ["z.xlsx", "a.xlsx"], "100", "40"],
  ["2016-10", ["6月.xlsx", "9月.xlsx"], "80", "65"],
])(
  "6月报表的目标100，9月起80：%s，文件名%j，用当时有效的目标",
  (period, [june, september], target, actual) => {
    const cell = cellIn(period, [june, 6, 100, 40], [september, 9, 80, 65]);
    expect(cell).toMatchObject({ target, actual });
  },
);

test("两个目标都说出来，先后不改变结果", () => {
  const notes = cellIn("2016-09", ["6月.xlsx", 6, 100, 40], ["9月.xlsx", 9, 80, 65])?.notes;
  expect(notes).toContainEqual({
    code: "targetsDiffer",
    args: { org: "区民政局", used: "80", other: "100" },
  });
});
