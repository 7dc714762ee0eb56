import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

type Rows = (string | number | null)[][];
const total = (...rows: Rows) =>
  rollUp(figuresOf([recogniseSheet(gridOf("Sheet1", rows), "甲镇.xlsx")])).cells[0];

test.each(["2025年目标任务完成情况表", "2025年重点工作目标任务表"])(
  "%s下面的1月、2月、3月是各月完成数，相加才是累计",
  (title) => {
    expect(
      total(
        [title],
        ["填报单位：甲镇"],
        ["序号", "指标名称", "计量单位", "年度目标", "1月", "2月", "3月"],
        [1, "新增就业", "人", 360, 20, 30, 40],
      ),
    ).toMatchObject({
      target: "360",
      actual: "90",
      completion: "0.25",
      pace: "0.25",
      light: "green",
      period: "2025-03",
    });
  },
);

test("中间缺一个月的，是至少，写明缺哪个月", () => {
  const cell = total(
    ["2025年目标任务完成情况表"],
    ["填报单位：甲镇"],
    ["序号", "指标名称", "计量单位", "年度目标", "1月", "2月", "3月", "4月"],
    [1, "新增就业", "人", 360, 20, null, 40, null],
  );
  expect(cell).toMatchObject({ actual: "60", atLeast: true, period: "2025-03" });
  expect(cell?.notes).toContainEqual({ code: "monthsMissing", args: { org: "甲镇", months: ["2025-02"] } });
});

test("各月之外另有累计完成的，取累计完成，期别到最后一个有数的月", () => {
  expect(
    total(
      ["2025年目标任务完成情况表"],
      ["填报单位：甲镇"],
      ["指标名称", "计量单位", "年度目标", "1月", "2月", "3月", "4月", "累计完成"],
      ["新增就业", "人", 360, 20, 30, 40, null, 90],
    ),
  ).toMatchObject({ actual: "90", period: "2025-03" });
});

const nodes = (...values: number[]) =>
  total(
    ["2025年5月目标任务完成情况表"],
    ["填报单位：甲镇"],
    ["指标名称", "计量单位", "年度目标", "一季度目标", "二季度目标", "三季度目标", "四季度目标", "累计完成"],
    ["新增就业", "人", 100, ...values, 30],
  );
test("各季度目标相加等于全年的，是分季度数；到四季度等于全年的，是累计数", () => {
  expect(nodes(10, 20, 30, 40)).toMatchObject({ pace: "0.1" });
  expect(nodes(10, 30, 60, 100)).toMatchObject({ pace: "0.1" });
  const june = (...values: number[]) =>
    total(
      ["2025年7月目标任务完成情况表"],
      ["填报单位：甲镇"],
      [
        "指标名称",
        "计量单位",
        "年度目标",
        "一季度目标",
        "二季度目标",
        "三季度目标",
        "四季度目标",
        "累计完成",
      ],
      ["新增就业", "人", 100, ...values, 30],
    );
  expect(june(10, 20, 30, 40)).toMatchObject({ pace: "0.3" });
  expect(june(10, 30, 60, 100)).toMatchObject({ pace: "0.3" });
});

test("台账的标题没有年份，各节点按各行完成时限的年份", () => {
  const ledger = recogniseSheet(
    gridOf("任务分解表", [
      ["目标任务分解表"],
      ["台账编号", "任务名称", "计量单位", "年度目标", "上半年", "前三季度", "完成时限", "牵头单位"],
      ["A-1", "新建养老中心", "个", 12, 4, 9, "2016年12月底", "区民政局"],
      ["A-2", "修路", "公里", 10, null, null, "2016年10月底", "区住建局"],
    ]),
    "台账.xlsx",
  );
  expect(rollUp(figuresOf([], { ledger: [ledger] }), { period: "2016-10" }).cells[0]).toMatchObject({
    target: "12",
    pace: "0.75",
  });
});
