import { gridOf, parseRange } from "@taizhang/grid";
import { expect, test } from "vitest";
import type { Entry } from "../entry.ts";
import { recogniseSheet } from "../recognise/recognise.ts";
import { readAmount } from "./amount.ts";
import { readEntries } from "./entries.ts";

const merges = (...refs: string[]) =>
  refs.map((ref) => parseRange(ref) ?? { top: 0, left: 0, bottom: 0, right: 0 });

function entriesOf(rows: (string | number | null)[][], ...refs: string[]): Entry[] {
  const [table] = recogniseSheet(gridOf("表", rows, { merges: merges(...refs) }), "表.xlsx").tables;
  return table ? readEntries(table) : [];
}

test("合并单元格是同上：文字逐行带下，数只算一次", () => {
  const entries = entriesOf(
    [
      ["任务名称", "指标名称", "计量单位", "年度目标", "累计完成", "牵头单位"],
      ["稳就业", "新增就业", "人", 500, 100, "区人社局"],
      [null, "技能培训", "人次", null, 20, null],
      ["促养老", "助餐点", "个", 3, 1, "区民政局"],
    ],
    "A2:A3",
    "D2:D3",
    "F2:F3",
  );
  expect(entries.map(({ task, indicator, leads }) => [task, indicator, leads])).toEqual([
    ["稳就业", "新增就业", ["区人社局"]],
    ["稳就业", "技能培训", ["区人社局"]],
    ["促养老", "助餐点", ["区民政局"]],
  ]);
  const second = entries[1] as Entry;
  const target = second.cells.get("target");
  expect([target?.value, target?.carried, target?.at.ref]).toEqual([500, true, "D3"]);
  expect(entries.map((entry) => entry.cells.get("target")?.carried)).toEqual([false, true, false]);
});

test("交叉表的一行，每个指标一条", () => {
  const entries = entriesOf(
    [
      ["区县", "新增就业（人）", null, "登记失业率低于（%）", null],
      [null, "目标", "完成", "目标", "完成"],
      ["责任部门", "市人社局", null, "市就业局", null],
      ["全市", 300, 310, 4.5, 4.1],
      ["子县", 100, 110, 4.5, 4.0],
    ],
    "A1:A2",
    "B1:C1",
    "D1:E1",
    "B3:C3",
    "D3:E3",
  );
  expect(
    entries.map(({ kind, division, indicator, unit, leads, org }) => [
      kind,
      division,
      indicator,
      unit,
      leads[0],
      org,
    ]),
  ).toEqual([
    ["total", "全市", "新增就业", "人", "市人社局", "全市"],
    ["total", "全市", "登记失业率", "%", "市就业局", "全市"],
    ["data", "子县", "新增就业", "人", "市人社局", "子县"],
    ["data", "子县", "登记失业率", "%", "市就业局", "子县"],
  ]);
  const rate = entries[3] as Entry;
  expect(rate.cells.get("target")?.column.bound).toBe("lt");
  expect(readAmount(rate.cells.get("actualCumulative"), rate)).toMatchObject({ amount: "4", unit: "%" });
});

test("区县在上，全市或合计的一列是各区县之和，不再算作一个区县", () => {
  const entries = entriesOf(
    [
      ["指标", "全市", null, "子县", null, "丑区", null],
      [null, "目标", "完成", "目标", "完成", "目标", "完成"],
      ["新增就业（人）", 300, 310, 100, 110, 200, 200],
    ],
    "B1:C1",
    "D1:E1",
    "F1:G1",
  );
  expect(entries.map(({ kind, division }) => [kind, division])).toEqual([
    ["total", "全市"],
    ["data", "子县"],
    ["data", "丑区"],
  ]);
});

test("区县在上的表，每个区县一条", () => {
  const entries = entriesOf(
    [
      ["指标", "单位", "子县", null, "丑区", null],
      [null, null, "目标", "完成", "目标", "完成"],
      ["新增就业", "人", 100, 110, 200, 190],
    ],
    "A1:A2",
    "B1:B2",
    "C1:D1",
    "E1:F1",
  );
  expect(
    entries.map(({ division, indicator, unit, cells }) => [
      division,
      indicator,
      unit,
      cells.get("target")?.value,
    ]),
  ).toEqual([
    ["子县", "新增就业", "人", 100],
    ["丑区", "新增就业", "人", 200],
  ]);
});

test("按月的列，报告期的那个月说话，其余是重复列", () => {
  const [entry] = entriesOf([
    ["2024年2月完成情况"],
    ["任务名称", "年度目标", "1月完成", "2月完成", "3月完成"],
    ["修路", 12, 1, 2, 3],
    ["栽树", 90, 7, 8, 9],
  ]);
  expect(entry?.cells.get("actualPeriod")?.value).toBe(2);
  expect(entry?.repeats.map(({ value }) => value)).toEqual([1, 3]);
});

test("分段行是板块，序号去掉；有板块列时列为准", () => {
  const entries = entriesOf(
    [
      ["序号", "任务名称", "年度目标", "责任单位"],
      ["一、创业就业", null, null, null],
      [1, "新增就业", 500, "区人社局"],
      ["（二）教育", null, null, null],
      [2, "新建学校", 3, "区教育局"],
    ],
    "A2:D2",
    "A4:D4",
  );
  expect(entries.map(({ program }) => program)).toEqual(["创业就业", "教育"]);
});

test("每一格都在表内，逐个取和一起取相同", () => {
  const [entry] = entriesOf([
    ["任务名称", "年度目标", "牵头单位"],
    ["修路", 3, "区交通局"],
  ]);
  const all = new Map(entry?.cells ?? []);
  expect([...all.keys()]).toEqual(["task", "target", "lead"]);
  for (const [field, cell] of all) expect(entry?.cells.get(field)).toBe(cell);
  expect(entry?.cells.size).toBe(3);
  expect(entry?.cells.has("actualPeriod")).toBe(false);
});

test("表头“单位：亿元”让位于名称里的单位，率不以亿元计", () => {
  const entries = entriesOf([
    ["东坡区2016年10月目标完成情况"],
    ["填报单位：东坡区", null, "单位：亿元"],
    ["指标名称", "年度目标", "累计完成"],
    ["固定资产投资", 100, 80],
    ["城镇新增就业（人）", 1000, 800],
    ["财政收入（万元）", 1000, 800],
    ["地区生产总值增速", 8, 7.5],
    ["招商引资", 5, 6],
  ]);
  const amounts = entries.map(({ cells, ...entry }) => readAmount(cells.get("target"), { cells, ...entry }));
  expect(entries.map(({ unit }) => unit)).toEqual(["亿元", "人", "万元", undefined, "亿元"]);
  expect(amounts.map(({ unit, power }) => [unit, power])).toEqual([
    ["元", 8],
    ["人", 0],
    ["元", 4],
    [undefined, 0],
    ["元", 8],
  ]);
});

test("任务名称里的英文保留词间空格，汉字之间的空格不留", () => {
  const [entry] = entriesOf([
    ["任务名称", "计量单位", "年度目标"],
    ["建 设 Happy Community Plan 社区", "个", 3],
  ]);
  expect(entry?.task).toBe("建设Happy Community Plan社区");
});

test("单位：万元、人：投资列是万元，人数列是人；看不出的不乱填", () => {
  const heads = ["序号", "任务名称", "年度目标", "累计完成", "年度计划投资"];
  const [entry] = entriesOf([
    ["2025年10月进展", null, null, null, "单位：万元、人"],
    heads,
    [1, "技能培训", 300, 240, 10],
  ]);
  const shown = (["target", "investmentPlan"] as const).map((field) => entry?.cells.get(field)?.column.unit);
  expect(shown).toEqual(["人", "万元"]);
  const [other] = entriesOf([
    ["2025年10月进展", null, null, "单位：万元、人"],
    heads.slice(0, 4),
    [1, "技能培训", 300, 240],
  ]);
  expect(other?.unit).toBeUndefined();
});
