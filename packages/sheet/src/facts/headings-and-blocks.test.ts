import { gridOf, parseRange } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { check } from "../check.ts";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

type Rows = (string | number | null)[][];
const read = (rows: Rows, ...merges: string[]) =>
  recogniseSheet(
    gridOf("Sheet1", rows, {
      merges: merges.map((ref) => parseRange(ref) ?? { top: 0, left: 0, bottom: 0, right: 0 }),
    }),
    "a.xlsx",
  );
const severe = (sheet: ReturnType<typeof read>) => check([sheet]).filter(({ severity }) => severity === "A");

const projects = (...rows: Rows): Rows => [
  ["青山镇2025年6月重点项目进展（单位：万元）"],
  ["序号", "项目名称", "责任单位", "年度计划投资", "累计完成投资", "形象进度"],
  ...rows,
];
test.each<[string, Rows]>([
  [
    "标题行写了个数",
    [
      ["一、基础设施（2个）", null, null, 300, 150, null],
      [1, "道路", "区住建局", 100, 50, "施工"],
      [2, "桥梁", "区住建局", 200, 100, "施工"],
      ["二、产业（1个）", null, null, 300, 150, null],
      [3, "园区", "区工信局", 300, 150, "主体"],
      ["总计", null, null, 600, 300, null],
    ],
  ],
  [
    "标题行的数正好是下面各行之和，两层标题",
    [
      ["一、政府投资", null, null, 300, 150, null],
      ["（一）道路", null, null, 100, 50, null],
      [1, "道路", "区住建局", 100, 50, "施工"],
      ["（二）桥梁", null, null, 200, 100, null],
      [2, "桥梁", "区住建局", 200, 100, "施工"],
      ["二、企业投资", null, null, 300, 150, null],
      [3, "园区", "区工信局", 300, 150, "主体"],
    ],
  ],
])("%s：不与明细重复相加", (_, rows) => {
  const sheet = read(projects(...rows));
  const { cells, counts } = rollUp(figuresOf([sheet]));
  expect(cells).toMatchObject([{ target: "600", actual: "300" }]);
  expect(counts).toMatchObject([{ total: 3 }]);
  expect(severe(sheet)).toEqual([]);
});

test("任务本身编了一、二、三，不是标题行", () => {
  const sheet = read([
    ["甲镇2025年6月目标完成情况"],
    ["任务名称", "计量单位", "年度目标", "累计完成"],
    ["一、新建公厕", "座", 5, 3],
    ["二、新建公园", "座", 2, 1],
    ["三、植树", "株", 200, 100],
  ]);
  expect(rollUp(figuresOf([sheet])).counts).toMatchObject([{ total: 3 }]);
});

test("地区排在列上的表，合计一列是合计，不是一个地区", () => {
  const sheet = read(
    [
      ["2024年6月主要指标完成情况"],
      ["指标名称", "计量单位", "合计", null, "甲县", null, "乙县", null],
      [null, null, "目标", "完成", "目标", "完成", "目标", "完成"],
      ["新增就业", "人", 310, 245, 100, 80, 200, 160],
      ["失业率", "%", 4.5, 4.1, 4.5, 4, 4.5, 4.3],
    ],
    "A2:A3",
    "B2:B3",
    "C2:D2",
    "E2:F2",
    "G2:H2",
  );
  const { cells } = rollUp(figuresOf([sheet]));
  expect(cells).toMatchObject([
    {
      indicator: "新增就业",
      target: "300",
      actual: "240",
      expected: 2,
      parentReported: "245",
      difference: "5",
    },
    { indicator: "失业率", actual: "4.1", expected: 2 },
  ]);
});

test("5月底累计、6月底累计并列：取6月，期别就是6月", () => {
  const sheet = read([
    ["2024年新增就业完成情况（单位：人）"],
    ["县区", "年度目标", "5月底累计", "6月底累计"],
    ["甲县", 100, 60, 80],
    ["乙县", 200, 120, 160],
  ]);
  expect(rollUp(figuresOf([sheet])).cells).toMatchObject([{ actual: "240", pace: "0.5", period: "2024-06" }]);
});

test("全市合并在几个指标上，每一行都是合计；各指标各有自己的合计", () => {
  const sheet = read(
    [
      ["2024年6月完成情况"],
      ["地区", "指标名称", "计量单位", "年度目标", "累计完成"],
      ["全市", "新增就业", "人", 300, 245],
      [null, "职业培训", "人次", 90, 70],
      ["甲县", "新增就业", "人", 100, 80],
      [null, "职业培训", "人次", 40, 30],
      ["乙县", "新增就业", "人", 200, 160],
      [null, "职业培训", "人次", 50, 40],
    ],
    "A3:A4",
    "A5:A6",
    "A7:A8",
  );
  const { cells } = rollUp(figuresOf([sheet]));
  expect(cells).toHaveLength(2);
  expect(cells).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ indicator: "新增就业", target: "300", actual: "240", parentReported: "245" }),
      expect.objectContaining({
        indicator: "职业培训",
        target: "90",
        actual: "70",
        parentReported: "70",
        expected: 2,
      }),
    ]),
  );
});

test("合计写在责任单位一列：照样是各单位的合计数；各小计不计", () => {
  const sheet = read([
    ["2024年6月招商引资完成情况（单位：万元）"],
    ["责任单位", "年度目标", "累计完成"],
    ["区商务局", 1000, 480],
    ["区经信局", 800, 500],
    ["区直部门小计", 1800, 980],
    ["甲镇", 500, 200],
    ["乙镇", 400, 300],
    ["乡镇小计", 900, 500],
    ["合计", 2700, 1480],
  ]);
  expect(rollUp(figuresOf([sheet])).cells).toMatchObject([
    { target: "2700", actual: "1480", expected: 4, parentReported: "1480" },
  ]);
});

test("一个工作簿里各镇一页，另有合计一页：合计只作核对", () => {
  const page = (name: string, target: number, actual: number) =>
    recogniseSheet(
      gridOf(name, [
        ["2024年6月目标完成情况"],
        ["指标名称", "计量单位", "年度目标", "累计完成"],
        ["植树", "亩", target, actual],
      ]),
      "a.xlsx",
    );
  const pages = [page("甲镇", 100, 80), page("乙镇", 50, 30), page("合计", 150, 112)];
  expect(rollUp(figuresOf(pages)).cells).toMatchObject([
    { target: "150", actual: "110", expected: 2, parentReported: "112" },
  ]);
  // Alone it is a return like any other.
  expect(rollUp(figuresOf([page("合计", 150, 112)])).cells).toMatchObject([{ actual: "112", expected: 1 }]);
});

test("区政府办汇总各部门的表：合计是各部门的合计，不是政府办自己的", () => {
  const office = read([
    ["2024年6月植树完成情况（单位：亩）"],
    ["填报单位：南关区政府办"],
    ["单位", "年度目标", "累计完成"],
    ["区民政局", 50, 40],
    ["区教育局", 60, 50],
    ["合计", 110, 91],
  ]);
  expect(rollUp(figuresOf([office])).cells).toMatchObject([
    { actual: "90", expected: 2, parentReported: "91" },
  ]);
});
