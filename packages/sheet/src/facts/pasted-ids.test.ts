import type { CellValue } from "@taizhang/grid";
import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { figuresOf } from "./figures.ts";

const sheet = (name: string, file: string, rows: CellValue[][]) =>
  recogniseWorkbook([gridOf(name, rows)], file, { targetsElsewhere: name !== "台账" });

const ledger = sheet("台账", "台账.xlsx", [
  ["台账编号", "任务名称", "任务类型", "指标名称", "计量单位", "年度目标", "牵头单位"],
  ["E-1", "新建学校启动", "定性", null, null, null, "教育局"],
  ["E-2", "食堂改造", "定量", "改造食堂", "所", 2, "教育局"],
  ["E-3", "幼儿园建设", "定性", null, null, null, "教育局"],
]);

const form = (rows: CellValue[][], hidden: boolean) =>
  sheet("月报表", "教育局.xlsx", [
    ["填报单位：教育局", null, null, "报告期：2016年10月"],
    [
      ...["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "本年累计完成", "工作进展", "办理状态"],
      ...(hidden ? ["行标识"] : []),
    ],
    ...rows.map((row, index) => (hidden ? [...row, `E-${index + 1}`] : row)),
  ]);

const said = (rows: CellValue[][], hidden = true) => {
  const { cells, counts } = rollUp(figuresOf(form(rows, hidden), { ledger }), { period: "2016-10" });
  const { total, onTrack, unreported } = counts[0] ?? {};
  return [
    cells.map(({ indicator, target, actual }) => `${indicator} ${target} ${actual}`),
    total,
    onTrack,
    unreported,
  ];
};
const rows = (...ids: string[]): CellValue[][] => [
  [ids[0] ?? "", "新建学校启动", null, null, null, null, "已选址", "正常推进"],
  [ids[1] ?? "", "食堂改造", "改造食堂", "所", 2, 2, "已开工", null],
  [ids[2] ?? "", "幼儿园建设", null, null, null, null, "已封顶", "正常推进"],
];

const right = said(rows("E-1", "E-2", "E-3"));

test.each([
  ["有行标识", true],
  ["行标识一列已删去", false],
])("编号贴成了同一个，%s：每行仍是自己的任务，定性任务没有数", (_, hidden) => {
  expect(right[0]).toEqual(["改造食堂 2 2"]);
  expect(said(rows("E-1", "E-1", "E-1"), hidden)).toEqual(right);
});

test("任务名称改了几个字，仍按编号", () => {
  const renamed = rows("E-1", "E-2", "E-3").map((row) => row.with(1, `${row[1]}（续）`));
  expect(said(renamed)).toEqual(right);
});
