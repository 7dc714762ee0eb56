import { type CellValue, gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

const sheet = (month: number, ...rows: CellValue[][]) =>
  recogniseSheet(
    gridOf("表", [
      [`南关区2016年${month}月月报表`],
      ["填报单位：区民政局"],
      ["台账编号", "任务名称", "计量单位", "年度目标", "本年累计完成"],
      ...rows,
    ]),
    `${month}月.xlsx`,
  );
const total = (...sheets: ReturnType<typeof sheet>[]) => rollUp(figuresOf(sheets));

const planted = ["1-2", "植树", "株", 200_000, 160_000];
const september = sheet(9, ["1-1", "新建公厕", "座", 10, 6], ["1-2", "植树", "万株", 20, 15]);

test("台账编号相同、任务改了名，是同一项任务，按最近一期的名称", () => {
  const { cells, counts } = total(september, sheet(10, ["1-1", "新建公共厕所", "座", 10, 8], planted));
  expect(cells.map(({ indicator, actual }) => [indicator, actual])).toEqual([
    ["新建公共厕所", "8"],
    ["植树", "160000"],
  ]);
  expect(counts[0]).toMatchObject({ total: 2, unreported: 0 });
});

test("编号换到了别的任务上，或计量单位不是一类，仍是两项", () => {
  const moved = total(
    september,
    sheet(10, ["1-1", "新建公园", "座", 3, 2], ["1-3", "新建公厕", "座", 10, 8], planted),
  );
  expect(moved.cells.map(({ indicator }) => indicator)).toEqual(["新建公厕", "新建公园", "植树"]);
  const other = total(september, sheet(10, ["1-1", "救助补贴", "万元", 10, 8], planted));
  expect(other.counts[0]).toMatchObject({ total: 3 });
});

test("一张表里几行同一编号，看不出谁改了名", () => {
  const twice = total(
    september,
    sheet(10, ["1-1", "新建公共厕所", "座", 4, 3], ["1-1", "改建公共厕所", "座", 6, 5], planted),
  );
  expect(twice.counts[0]).toMatchObject({ total: 4 });
  const before = sheet(9, ["1-1", "新建公厕", "座", 4, 3], ["1-1", "改建公厕", "座", 6, 5]);
  expect(total(before, sheet(10, ["1-1", "新建公共厕所", "座", 10, 9])).counts[0]).toMatchObject({
    total: 3,
  });
});
