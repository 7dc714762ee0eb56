import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

test("1-2月、1-3月、1-4月并列，有一家4月还空着：沿用3月的累计数，合计写至少", () => {
  const sheet = recogniseSheet(
    gridOf("表", [
      ["2016年新增就业完成情况"],
      ["区县", "单位", "年度目标", "1-2月", "1-3月", "1-4月"],
      ["南关区", "人", 100, 10, 20, 30],
      ["宽城区", "人", 200, 15, 40, null],
    ]),
    "就业.xlsx",
  );
  const [cell] = rollUp(figuresOf([sheet])).cells;
  expect([cell?.actual, cell?.atLeast, cell?.reported, cell?.expected]).toEqual(["70", true, 1, 2]);
  expect(cell?.notes.map(({ code }) => code)).toContain("carriedForward");
});

const month = (period: string, ...rows: readonly (string | number | null)[][]) =>
  recogniseSheet(
    gridOf("月报", [
      ["目标任务月报表"],
      [`填报单位：区民政局　　报告期：${period}`],
      ["任务名称", "计量单位", "年度目标", "上月累计", "本月完成", "本年累计完成"],
      ...rows.map((row) => [...row]),
    ]),
    `${period}.xlsx`,
  );

test.each([
  ["累计没有填：沿用同一行的上月累计", "2016年10月", [100, 50, null, null], ["50", true, ["carriedForward"]]],
  ["累计填了：上月累计不另算", "2016年10月", [100, 50, 10, 60], ["60", false, []]],
  ["一月没有本年的上月累计", "2016年1月", [100, 50, null, null], [null, false, []]],
  ["上月累计也空着", "2016年10月", [100, null, null, null], [null, false, []]],
])("%s", (_, period, row, [actual, atLeast, notes]) => {
  const [cell, ...others] = rollUp(figuresOf([month(period, ["救助", "人次", ...row])])).cells;
  expect(others).toEqual([]);
  expect([cell?.actual, cell?.atLeast]).toEqual([actual, atLeast]);
  expect(cell?.notes.map(({ code }) => code).filter((code) => code === "carriedForward")).toEqual(notes);
});
