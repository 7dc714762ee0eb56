import { gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { regionOf } from "./region.ts";

const header = ["序号", "指标名称", "计量单位", "年度目标", "累计完成"];
const row = [1, "新增就业", "人", 100, 80];

test.each([
  ["甲县2024年8月民生实事进度表", "Sheet1", "a.xlsx", "甲县"],
  ["2024年甲县民生实事进度表", "Sheet1", "a.xlsx", "甲县"],
  ["徐州市2026年9月新建公厕情况", "Sheet1", "a.xlsx", "徐州市"],
  ["徐州市鼓楼区2026年9月新建公厕情况", "Sheet1", "a.xlsx", "鼓楼区"],
  ["2026年景德镇市新建公厕情况", "Sheet1", "a.xlsx", "景德镇市"],
  ["凉山州2026年9月新建公厕情况", "Sheet1", "a.xlsx", "凉山州"],
  ["眉山市东坡区目标完成情况", "Sheet1", "a.xlsx", "东坡区"],
  ["填报单位：南关区人社局", "Sheet1", "a.xlsx", "南关区"],
  ["填报单位：索镇街道", "Sheet1", "a.xlsx", "索镇街道"],
  ["填报单位：桓台县索镇街道办事处", "Sheet1", "a.xlsx", "索镇街道"],
  ["填报单位：红旗镇人民政府", "Sheet1", "a.xlsx", "红旗镇"],
  ["填报单位：桓台县乡村振兴局", "Sheet1", "a.xlsx", "桓台县"],
  ["填报单位：长春市公安局南关区分局", "Sheet1", "a.xlsx", "南关区"],
  ["目标完成情况表", "Sheet1", "03-仁寿县-8月.xlsx", "仁寿县"],
  ["目标完成情况表", "Sheet1", "甲县.xlsx", "甲县"],
  ["目标完成情况表", "Sheet1", "10月区民政局.xlsx", undefined],
  ["目标完成情况表", "Sheet1", "10月份县教育局.xlsx", undefined],
  ["填报单位：县教育局", "Sheet1", "最终版县教育局.xlsx", undefined],
  ["填报单位：区民政局", "Sheet1", "报送区民政局.xlsx", undefined],
  ["目标完成情况表", "Sheet1", "2016年10月桃源镇.xlsx", "桃源镇"],
  ["目标完成情况表", "丙街道", "a.xlsx", "丙街道"],
  ["全市民生实事进度表", "Sheet1", "a.xlsx", undefined],
  ["城市建设目标完成情况表", "Sheet1", "a.xlsx", undefined],
  ["各县区目标完成情况表", "Sheet1", "a.xlsx", undefined],
  ["社区服务目标表", "Sheet1", "民政局.xlsx", undefined],
  ["填报单位：镇村镇建设办公室", "Sheet1", "a.xlsx", undefined],
  ["2016年建设幸福南关行动计划任务分解表", "任务分解表", "台账.xlsx", undefined],
])("“%s”，工作表“%s”，文件“%s”：%s", (title, sheet, file, region) => {
  const [table] = recogniseSheet(gridOf(sheet, [[title], header, row]), file).tables;
  expect(table && regionOf(table)).toBe(region);
});
