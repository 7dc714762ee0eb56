import { type CellValue, cellKey, columnName, type Grid, gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { figuresOf } from "./figures.ts";

const months = Array.from({ length: 12 }, (_, at) => at + 1);
type Formulas = readonly (readonly [row: number, column: number, formula: string])[];
const sheet = (name: string, rows: readonly (readonly CellValue[])[], formulas: Formulas): Grid =>
  gridOf(name, rows, {
    formulas: new Map(formulas.map(([row, column, formula]) => [cellKey(row, column), formula])),
  });
const totals = (grids: readonly Grid[], period?: string) =>
  rollUp(
    figuresOf(recogniseWorkbook(grids, "人社局.xlsx")),
    period === undefined ? {} : { period },
  ).cells.map(({ period: of, actual, atLeast, missing }) => [of, actual, atLeast, missing.length]);

/** A sheet a month of two orgs, whose sum is last month's and what is typed beside it. */
const byMonth = (
  typed: (month: number) => readonly [CellValue, CellValue],
  sums: (month: number) => number[],
) =>
  months.map((month) => {
    const [first, second] = typed(month);
    const [one = 0, other = 0] = sums(month);
    const sumOf = (row: number) => (month === 1 ? `C${row}` : `'${month - 1}月'!D${row}+C${row}`);
    return sheet(
      `${month}月`,
      [
        [`2025年${month}月新增就业完成情况（人）`],
        ["街道", "年度目标", "本月完成", "累计完成"],
        ["甲街道", 300, first, one],
        ["乙街道", 400, second, other],
        ["合计", 700, null, one + other],
      ],
      [
        [2, 3, sumOf(3)],
        [3, 3, sumOf(4)],
        [4, 3, "SUM(D3:D4)"],
      ],
    );
  });

test("一年十二张表、累计由公式算：最后一期是最后填了数的一月，公式沿用的不算填报", () => {
  const grids = byMonth(
    (month) => (month <= 5 ? [10, 20] : [null, null]),
    (month) => [10 * Math.min(month, 5), 20 * Math.min(month, 5)],
  );
  expect(totals(grids)).toEqual([["2025-05", "150", false, 0]]);
  expect(totals(grids, "2025-12")).toEqual([["2025-12", "150", true, 2]]);
});

test("本月只有一家填了：另一家公式沿用的累计写至少，列为未报；填0的是报了", () => {
  const grids = byMonth(
    (month) => (month <= 5 ? [10, 20] : month === 6 ? [10, null] : [null, null]),
    (month) => [10 * Math.min(month, 6), 20 * Math.min(month, 5)],
  );
  expect(totals(grids)).toEqual([["2025-06", "160", true, 1]]);
  const withZero = byMonth(
    (month) => (month <= 5 ? [10, 20] : month === 6 ? [10, 0] : [null, null]),
    (month) => [10 * Math.min(month, 6), 20 * Math.min(month, 5)],
  );
  expect(totals(withZero)).toEqual([["2025-06", "160", false, 0]]);
});

const across = (head: readonly string[], row: readonly CellValue[], formulas: Formulas) =>
  sheet(
    "全年",
    [
      ["2025年目标任务完成情况"],
      ["指标名称", "计量单位", "年度目标", ...head],
      ["新增就业", "人", 300, ...row],
    ],
    formulas,
  );

test.each([
  [
    "各月的本月与累计并列",
    across(
      months.flatMap((month) => [`${month}月完成`, `1-${month}月累计`]),
      months.flatMap((month) => [month <= 5 ? 10 : null, 10 * Math.min(month, 5)]),
      months.map((month) => [
        2,
        2 + 2 * month,
        month === 1 ? "D3" : `${columnName(2 * month)}3+${columnName(1 + 2 * month)}3`,
      ]),
    ),
  ],
  [
    "各月累计并列，取自别的表",
    across(
      months.map((month) => `1-${month}月累计`),
      months.map((month) => 10 * Math.min(month, 5)),
      months.map((month) => [2, 2 + month, `SUM(数据!B3:${columnName(month)}3)`]),
    ),
  ],
])("%s：公式沿用的各月不算", (_, grid) => {
  expect(totals([grid])).toEqual([["2025-05", "50", false, 0]]);
});

test("各月累计是人工填的，照填的算，与上月相同也算", () => {
  const typed = across(
    months.slice(0, 6).map((month) => `1-${month}月累计`),
    [10, 20, 30, 40, 50, 50],
    [],
  );
  expect(totals([typed])).toEqual([["2025-06", "50", false, 0]]);
});

/** 累计 of the whole from a sheet of details, beside a 本月 that nobody filled in. */
const ofDetails = (formula: string, name = "汇总") =>
  recogniseWorkbook(
    [
      sheet(
        name,
        [
          ["2025年5月新增就业完成情况（人）"],
          ["街道", "年度目标", "本月完成", "累计完成"],
          ["甲街道", 300, null, 57],
        ],
        [[2, 3, formula]],
      ),
    ],
    "人社局.xlsx",
  );

test.each([
  ["别的表的区域", "SUM(明细!A3:M3)", "57"],
  ["名称带引号的别的表", "SUM('1月 明细'!$A$3:$M$3)", "57"],
  ["别的几张表", "SUM('1月:4月'!C3)", "57"],
  ["别的表的一格", "明细!C3", "57"],
  ["按名称在别的表里查", "VLOOKUP(A3,明细!$A$1:$F$40,3,FALSE)", "57"],
  ["按名称在别的表里加", "SUMIF(明细!A1:A99,A3,明细!C1:C99)", "57"],
  ["本表的格", "'4月'!D3+C3", null],
  ["写了本表表名的格", "'4月'!D3+汇总!C3", null],
  ["到本表为止的几张表", "SUM('1月:汇总'!C3)", null],
])("累计公式引用的是%s", (_, formula, actual) => {
  expect(rollUp(figuresOf(ofDetails(formula))).cells.map((cell) => cell.actual)).toEqual([actual]);
});
