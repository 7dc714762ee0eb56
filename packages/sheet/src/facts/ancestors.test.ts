import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

const own = (name: string, target: number, actual: number) =>
  recogniseSheet(
    gridOf("进展", [
      ["2016年10月目标任务完成情况表"],
      [`填报单位：${name}`],
      ["序号", "指标名称", "计量单位", "年度目标", "累计完成"],
      [1, "固定资产投资", "万元", target, actual],
    ]),
    `${name}.xlsx`,
  );
const table = recogniseSheet(
  gridOf("全市", [
    ["长春市2016年10月固定资产投资完成情况（单位：万元）"],
    ["地区", "年度目标", "累计完成"],
    ["全市", 300, 160],
    ["南关区", 200, 110],
    ["宽城区", 100, 50],
  ]),
  "全市.xlsx",
);
const totals = (...sheets: (typeof table)[]) =>
  rollUp(figuresOf(sheets)).cells.map(({ target, actual, expected, parentReported }) => ({
    target,
    actual,
    expected,
    parentReported,
  }));

test("市里自报的数是各区合计的核对数，不与各区相加", () => {
  expect(totals(own("长春市", 300, 160), own("南关区", 200, 110), own("宽城区", 100, 45))).toEqual([
    { target: "300", actual: "155", expected: 2, parentReported: "160" },
  ]);
});

test("市里的汇总表之外又有市里的报表，也只计一次", () => {
  const [cell] = totals(table, own("长春市", 300, 160));
  expect(cell).toMatchObject({ target: "300", actual: "160", expected: 2 });
});

test("市本级与各区并列，照样相加；只有市里的报表时就是它的数", () => {
  expect(totals(own("长春市本级", 50, 40), own("南关区", 200, 110))).toMatchObject([
    { target: "250", actual: "150", expected: 2 },
  ]);
  expect(totals(own("长春市", 300, 160))).toMatchObject([{ target: "300", actual: "160", expected: 1 }]);
});

test("填报单位写全称的和只写区名的是同一个区，不计两次", () => {
  expect(totals(own("长春市朝阳区", 10, 5), own("朝阳区", 10, 5), own("长春市南关区", 10, 5))).toMatchObject([
    { target: "20", actual: "10", expected: 2 },
  ]);
});
