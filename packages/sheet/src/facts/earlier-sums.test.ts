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
