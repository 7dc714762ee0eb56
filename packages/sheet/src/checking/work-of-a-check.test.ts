import { type CellValue, type Grid, gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { check } from "../check.ts";
import { recogniseWorkbook } from "../recognise/workbook.ts";

const file = "报表.xlsx";
const words = ["存在问题及原因", "下步措施及预计完成时间", "需协调事项", "佐证材料", "备注"];
const rates = ["同比（%）", "指标完成率（%）"];
const header = [
  "台账编号",
  "序号",
  "任务名称",
  "计量单位",
  "年度目标",
  "上月累计",
  "本月完成",
  "本年累计完成",
  ...rates,
  "工作进展",
  "办理状态",
  ...words,
];
const count = 30;

/** A return in the form that was sent out, of which a department filled in what it had. */
const filled: readonly (readonly CellValue[])[] = Array.from({ length: count }, (_, at) => [
  `NG-${at}`,
  at + 1,
  `任务${at}`,
  "人",
  100 + at,
  null,
  5,
  60,
  "",
  "",
  "已办",
  "正常推进",
  ...words.map(() => null),
]);

/** How often a check of a return against its ledger reads a cell of each column, in a row. */
function readsOf(rows: readonly (readonly CellValue[])[]): ReadonlyMap<string, number> {
  const grid = gridOf("月报表", [["填报单位：南关区人社局"], header, ...rows]);
  const reads = new Map<string, number>();
  const watched: Grid["rows"] = grid.rows.map(
    (row, at) =>
      row &&
      new Proxy(row, {
        get: (target, key, receiver) => {
          const name = typeof key === "string" && at > 1 ? header[Number(key)] : undefined;
          if (name) reads.set(name, (reads.get(name) ?? 0) + 1);
          return Reflect.get(target, key, receiver);
        },
      }),
  );
  const ledger = gridOf("台账", [
    ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"],
    ...rows.map(([id, , task, unit, target]) => [id, task, unit, target, "区人社局"] as CellValue[]),
  ]);
  const returned = recogniseWorkbook([{ ...grid, rows: watched }], file, { targetsElsewhere: true });
  expect(returned[0]?.tables).toHaveLength(1);
  reads.clear();
  check(returned, { ledger: recogniseWorkbook([ledger], "台账.xlsx"), period: "2016-10" });
  return new Map([...reads].map(([name, all]) => [name, all / rows.length]));
}

const reads = readsOf(filled);

test.each(words)("没有人填的列“%s”，一次检查每行看一两眼", (name) => {
  expect(reads.get(name)).toBeLessThanOrEqual(2);
});

test.each(rates)("没有结果的列“%s”，各条规则合看一遍", (name) => {
  expect(reads.get(name)).toBeLessThanOrEqual(5);
});

test("整行合起来看的次数有数", () => {
  const sum = [...reads.values()].reduce((all, one) => all + one, 0);
  expect(sum).toBeGreaterThan(header.length);
  expect(sum).toBeLessThanOrEqual(100);
});

test("填了的列照样逐条看", () => {
  const noted = readsOf(filled.map((row, at) => [...row.slice(0, -1), `说明${at}`]));
  expect(noted.get("备注")).toBeGreaterThan(reads.get("备注") ?? 0);
});
