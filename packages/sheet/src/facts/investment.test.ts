import { gridOf, parseRange } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

type Rows = (string | number | null)[][];
const sheet = (file: string, rows: Rows, ...merges: string[]) =>
  recogniseSheet(
    gridOf("进度", rows, {
      merges: merges.map((ref) => parseRange(ref) ?? { top: 0, left: 0, bottom: 0, right: 0 }),
    }),
    file,
  );
const money = (...sheets: ReturnType<typeof sheet>[]) =>
  rollUp(figuresOf(sheets)).cells.find(({ indicator }) => indicator === "年度投资");

const heading = ["序号", "项目名称", "总投资", "年度计划投资", "1-10月完成投资", "存在问题"];
const town = (name: string, ...rows: Rows) =>
  sheet(`${name}.xlsx`, [
    [`${name}2025年重点项目进展（截至10月底）`],
    [`填报单位：${name}`, null, null, null, "单位：万元"],
    heading,
    ...rows,
  ]);
const first = town("青山镇", [1, "文化广场", 500, 300, 240, ""], [2, "农贸市场", 200, 200, "150", ""]);

test("项目的年度计划投资和完成投资相加，得出投资完成率", () => {
  expect(money(first, town("白水镇", [1, "卫生院", 1200.5, 800.3, 700.1, ""]))).toMatchObject({
    unit: "万元",
    target: "1300.3",
    actual: "1090.1",
    completion: "0.838345",
    atLeast: false,
  });
});

test("空着的完成投资不是0：合计是至少，写明缺谁", () => {
  const second = town("白水镇", [1, "卫生院", 1200.5, 800.3, 700.1, ""], [2, "供水管网", 300, 300, null, ""]);
  expect(money(first, second)).toMatchObject({ actual: "1090.1", atLeast: true, missing: ["白水镇"] });
});

test.each<[string, Rows, string[], object]>([
  [
    "开工以来完成的不与年度计划相比",
    [
      ["填报单位：区住建局", null, null, null],
      ["项目名称", "年度计划投资（万元）", "开工以来完成投资（万元）", "本年完成投资（万元）"],
      ["南湖路", 300, 900, 210],
    ],
    [],
    { target: "300", actual: "210", completion: "0.7" },
  ],
  [
    "合并的格只算一次",
    [
      ["填报单位：区住建局", null, null, null],
      ["项目名称", "建设内容", "年度计划投资（万元）", "本年完成投资（万元）"],
      ["南湖路", "路面", 300, 210],
      [null, "管线", null, null],
    ],
    ["A3:A4", "C3:C4", "D3:D4"],
    { target: "300", actual: "210", atLeast: false },
  ],
  [
    "亿元和万元写在列名里，各按各的单位",
    [
      ["填报单位：区住建局", null, null],
      ["项目名称", "年度计划投资（亿元）", "本年完成投资（万元）"],
      ["南湖路", 1.5, 6000],
    ],
    [],
    { completion: "0.4" },
  ],
])("%s", (_, rows, merges, expected) => {
  const cell = money(sheet("区住建局.xlsx", rows, ...merges));
  expect({ ...cell, completion: cell?.completion?.replace(/0+$/, "") }).toMatchObject(expected);
});

test("项目不因投资完成就算办结", () => {
  const { counts } = rollUp(figuresOf([town("青山镇", [1, "文化广场", 500, 300, 300, ""])]));
  expect(counts).toMatchObject([{ total: 1, done: 0 }]);
});
