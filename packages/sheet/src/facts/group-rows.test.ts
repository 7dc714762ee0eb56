import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { check } from "../check.ts";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

type Row = readonly [string, number, number];
const table = (...rows: readonly Row[]) =>
  recogniseSheet(
    gridOf("Sheet1", [["2019年6月新增就业完成情况（单位：人）"], ["地区", "年度目标", "累计完成"], ...rows]),
    "a.xlsx",
  );
const total = (...rows: readonly Row[]) => rollUp(figuresOf([table(...rows)])).cells[0];

const districts: Row[] = [
  ["东坡区", 200, 160],
  ["彭山区", 100, 90],
];
const counties: Row[] = [
  ["仁寿县", 150, 120],
  ["洪雅县", 50, 40],
];

test.each<[string, Row[], object]>([
  [
    "市区、两县各在成员前面",
    [["市区", 300, 250], ...districts, ["两县", 200, 160], ...counties],
    { target: "500", actual: "410", expected: 4, parentReported: null },
  ],
  [
    "主城区、农村各在成员后面，还有全市",
    [...districts, ["主城区", 300, 250], ...counties, ["农村", 200, 160], ["全市", 500, 410]],
    { target: "500", actual: "410", expected: 4, parentReported: "410" },
  ],
  [
    "市区下面没有列出各区：市区就是一家",
    [["市区", 300, 250], ...counties, ["合计", 500, 410]],
    { target: "500", actual: "410", expected: 3, parentReported: "410" },
  ],
  [
    "城镇、农村是两部分，不是县区的小计",
    [
      ["全市", 500, 410],
      ["城镇", 300, 250],
      ["农村", 200, 160],
    ],
    { actual: "410", expected: 2 },
  ],
  [
    "2个区合计、总计（不含开发区）都不是全市的数",
    [
      ...districts,
      ["2个区合计", 300, 250],
      ...counties,
      ["天府开发区", 10, 5],
      ["总计（不含开发区）", 500, 410],
      ["总计", 510, 415],
    ],
    { target: "510", actual: "415", expected: 5, parentReported: "415" },
  ],
  [
    "各县（市、区）合计之外还有市本级",
    [["全市", 550, 450], ["各县（市、区）合计", 500, 410], ...districts, ...counties, ["市本级", 50, 40]],
    { target: "550", actual: "450", expected: 5, parentReported: "450" },
  ],
  [
    "全市平均不是合计",
    [...districts, ...counties, ["全市平均", 125, 102.5]],
    { actual: "410", expected: 4, parentReported: null },
  ],
])("%s", (_, rows, expected) => {
  expect(total(...rows)).toMatchObject(expected);
  expect(check([table(...rows)]).filter(({ severity }) => severity === "A")).toEqual([]);
});

test("城区合计与所指的区不符，照样指出；成员不明的不比", () => {
  const wrong = check([table(...counties, ...districts, ["两区合计", 300, 240], ["三县合计", 1, 1])]);
  expect(wrong.filter(({ severity }) => severity === "A")).toMatchObject([
    { code: "X01", at: [{ ref: "C7" }], args: { total: "240", sum: "250", parts: 2 } },
  ]);
});

test("城区小计、县（市）小计不是工作板块：一个指标是一项任务，总计仍与各区县核对", () => {
  const numberedTable = recogniseSheet(
    gridOf("Sheet1", [
      ["2019年6月新增就业完成情况（单位：人）"],
      ["序号", "地区", "年度目标", "累计完成", "完成率"],
      ["一", "城区小计", 300, 250, "83.3%"],
      [1, "东坡区", 200, 160, "80%"],
      [2, "彭山区", 100, 90, "90%"],
      ["二", "县（市）小计", 200, 160, "80%"],
      [3, "仁寿县", 150, 120, "80%"],
      [4, "洪雅县", 50, 40, "80%"],
      [null, "总计", 500, 410, "82%"],
    ]),
    "a.xlsx",
  );
  const figures = figuresOf([numberedTable]);
  const { cells, counts } = rollUp(figures);
  expect(cells).toMatchObject([{ target: "500", actual: "410", expected: 4, parentReported: "410" }]);
  expect(counts[0]?.total).toBe(1);
  expect(new Set(figures.tasks.map(({ dims }) => dims.program))).toEqual(new Set([undefined]));
});

test.each([
  [
    "各街道是另一项任务的责任单位，不是小计",
    "消防演练",
    [
      ["环境整治", "15"],
      ["社区食堂", "4"],
      ["消防演练", "15"],
    ],
    [],
  ],
  [
    "各街道与前面两个街道是同一项任务，是小计",
    "环境整治",
    [
      ["环境整治", "15"],
      ["社区食堂", "4"],
    ],
    ["S04"],
  ],
])("%s", (_, task, totals, codes) => {
  const own = recogniseSheet(
    gridOf("Sheet1", [
      ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
      ["环境整治", "处", 10, 8, "桃源街道"],
      ["环境整治", "处", 10, 7, "新春街道"],
      ["社区食堂", "处", 3, 2, "民康街道"],
      ["社区食堂", "处", 3, 2, "鸿城街道"],
      [task, "处", 20, 15, "各街道"],
    ]),
    "a.xlsx",
  );
  expect(check([own]).flatMap(({ code }) => (code === "S04" ? [code] : []))).toEqual(codes);
  expect(rollUp(figuresOf([own])).cells.map(({ indicator, actual }) => [indicator, actual])).toEqual(totals);
});
