import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

type Line = readonly (string | number | null)[];

const cellsOf = (header: readonly Line[], ...rows: readonly Line[]) =>
  rollUp(
    figuresOf([
      recogniseSheet(
        gridOf("表", [
          ["南关区2016年9月经济指标月报"],
          ["填报单位：区统计局"],
          ...header.map((row) => [...row]),
          ...rows.map((row) => [...row]),
        ]),
        "统计局.xlsx",
      ),
    ]),
  ).cells.map(({ indicator, unit, target, actual, light }) => [indicator, unit, target, actual, light]);

const header = [
  ["指标名称", "计量单位", "年度目标", "本月完成", "本月同比（%）", "1-9月累计", "累计同比（%）"],
];
const revenue: Line = ["一般公共预算收入", "亿元", 20, 1.5, 8.2, 15.3, 7.9];
const ofRevenue = ["一般公共预算收入", "亿元", "20", "15.3", "green"];

test.each<[name: string, row: Line, cells: unknown[]]>([
  [
    "目标增长8%，累计同比8.3%：增速与增速比，累计数没有目标",
    ["规上工业增加值", "亿元", "增长8%", 10, 8.1, 90, 8.3],
    [
      ["规上工业增加值增速", "%", "8", "8.3", "green"],
      ["规上工业增加值", "亿元", null, "90", null],
    ],
  ],
  [
    "累计下降了：率未到年底不判红",
    ["规上工业增加值", "亿元", "增长8%以上", 10, 8.1, 90, "-0.4%"],
    [
      ["规上工业增加值增速", "%", "8", "-0.4", "notDue"],
      ["规上工业增加值", "亿元", null, "90", null],
    ],
  ],
  [
    "没有填同比：增速未报，不拿当月的同比代替",
    ["规上工业增加值", "亿元", "增长8%", 10, 8.1, 90, null],
    [
      ["规上工业增加值增速", "%", "8", null, "unreported"],
      ["规上工业增加值", "亿元", null, "90", null],
    ],
  ],
  [
    "绝对数的目标照旧",
    ["规上工业增加值", "亿元", 120, 10, 8.1, 90, 8.3],
    [["规上工业增加值", "亿元", "120", "90", "green"]],
  ],
])("%s", (_, row, expected) => {
  expect(cellsOf(header, revenue, row)).toEqual([ofRevenue, ...expected]);
});

test("累计与同比之间隔着上年同期，照样是它的增速", () => {
  const cells = cellsOf(
    [["指标名称", "计量单位", "年度目标", "1-9月累计", "上年同期累计", "同比（%）"]],
    ["一般公共预算收入", "亿元", 20, 15.3, 14.2, 7.9],
    ["规上工业增加值", "亿元", "增长8%", 108.9, 100, 8.9],
  );
  expect(cells).toEqual([
    ofRevenue,
    ["规上工业增加值增速", "%", "8", "8.9", "green"],
    ["规上工业增加值", "亿元", null, "108.9", null],
  ]);
});

test("没有累计同比一列的：完成数照列，不与增速的目标相比", () => {
  const cells = cellsOf(
    [["指标名称", "计量单位", "年度目标", "本月完成", "1-9月累计"]],
    ["一般公共预算收入", "亿元", 20, 1.5, 15.3],
    ["规上工业增加值", "亿元", "增长8%", 10, 90],
  );
  expect(cells).toEqual([ofRevenue, ["规上工业增加值", "亿元", null, "90", null]]);
});
