import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

const form = (...head: (string | null)[]) =>
  rollUp(
    figuresOf([
      recogniseSheet(
        gridOf("表", [
          ["南关区2016年重点任务进展情况表"],
          ["填报单位", "区交通局", ...head],
          ["任务名称", "计量单位", "年度目标", "累计完成"],
          ["修建农村公路", "公里", 50, 41.2],
        ]),
        "卡片.xlsx",
      ),
    ]),
  ).cells[0];

test.each([
  ["填报日期", "2016-10-26", "2016-10"],
  ["填表日期：", "2016年10月31日", "2016-10"],
  ["填报时间：2016年11月3日", null, "2016-10"],
  ["填报日期：2017年1月5日", null, "2016-12"],
  ["填报日期：2017年10月26日", null, "2016"],
  ["填报日期", "2016-10-15", "2016"],
  ["填报日期：    年  月  日", null, "2016"],
  ["制表日期", "2016-10-26", "2016"],
])("标题只有年份，%s%s：%s", (key, value, period) => {
  expect(form(key, value)?.period).toBe(period);
});

test("标题写明了月份的，按标题", () => {
  const [table] = recogniseSheet(
    gridOf("表", [
      ["南关区2016年9月重点任务进展情况表"],
      ["填报单位", "区交通局", "填报日期", "2016-10-26"],
      ["任务名称", "计量单位", "年度目标", "累计完成"],
      ["修建农村公路", "公里", 50, 41.2],
    ]),
    "卡片.xlsx",
  ).tables;
  expect(table?.period?.value).toBe("2016-09");
});
