import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { subjectOfTitle } from "../recognise/title-subject.ts";
import { figuresOf } from "./figures.ts";

const table = (title: string, header: string, ...rows: (string | number)[][]) =>
  recogniseSheet(gridOf("Sheet1", [[title], ["地区", "年度目标", header], ...rows]), `${title}.xlsx`);

test("表里没有指标列，指标取自标题：两张不同的表不相加", () => {
  const { cells } = rollUp(
    figuresOf([
      table(
        "眉山市2019年6月新增就业完成情况（单位：人）",
        "累计完成",
        ["东坡区", 200, 160],
        ["彭山区", 100, 90],
      ),
      table("眉山市2019年6月职业培训完成情况（单位：人）", "累计完成", ["东坡区", 20, 16], ["彭山区", 10, 9]),
    ]),
  );
  expect(cells.map(({ indicator, actual }) => [indicator, actual])).toEqual([
    ["新增就业", "250"],
    ["职业培训", "25"],
  ]);
});

test("没有名称的指标不会被当成比率的分子、分母", () => {
  const { cells } = rollUp(
    figuresOf([table("2019年6月完成情况", "累计完成", ["东坡区", 200, 160], ["彭山区", 100, 90])]),
  );
  expect(cells).toMatchObject([{ actual: null, target: null }]);
});

test.each([
  ["2025年1—7月城镇新增就业完成情况", "城镇新增就业"],
  ["徐州市2026年9月新建公厕情况（单位：座）", "新建公厕"],
  ["徐州市新建公厕情况", "新建公厕"],
  ["景德镇市2026年9月新建公厕情况", "新建公厕"],
  ["南关区2016年城镇新增就业分月完成情况表", "城镇新增就业"],
  ["附件2：甲市各县（区）2024年固定资产投资目标任务分解表", "固定资产投资"],
  ["农村厕所革命进度表（2025年第36周）", "农村厕所革命"],
  ["东坡区2019年农村户厕改造任务完成情况统计表", "农村户厕改造"],
  ["2016年10月目标任务完成情况表", undefined],
  ["各区县重点工作进展情况", undefined],
  ["眉山市2019年民生实事目标任务完成情况表", undefined],
  ["长春市2016年10月主要经济指标完成情况", undefined],
])("“%s”说的是：%s", (title, subject) => expect(subjectOfTitle(title)).toBe(subject));
