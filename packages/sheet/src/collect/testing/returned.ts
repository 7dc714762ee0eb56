import { type CellValue, gridOf, layoutCell, type SheetLayout } from "@taizhang/grid";
import { recogniseWorkbook } from "../../recognise/workbook.ts";
import type { SheetReading } from "../../table.ts";

/** A ledger with these rows under these further headings (台账). */
export const ledgerOf = (
  rows: readonly (readonly CellValue[])[],
  further: readonly string[] = [],
): readonly SheetReading[] =>
  recogniseWorkbook(
    [
      gridOf("台账", [
        ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "牵头单位", ...further],
        ...rows,
      ]),
    ],
    "台账.xlsx",
  );

/** The monthly return of an org with these rows, of October where nothing else is said (月报表). */
export const returnOf = (
  org: string,
  rows: readonly (readonly CellValue[])[],
  { file = `${org}.xlsx`, period = "2016年10月" }: { readonly file?: string; readonly period?: string } = {},
): readonly SheetReading[] =>
  recogniseWorkbook(
    [
      gridOf("月报表", [
        [`填报单位：${org}`, null, null, `报告期：${period}`],
        ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "本月完成", "本年累计完成", "工作进展"],
        ...rows,
      ]),
    ],
    file,
    { targetsElsewhere: true },
  );

/** The values of a sheet that was laid out. */
export const valuesOf = ({ rows }: SheetLayout): CellValue[][] =>
  rows.map((row) => row.map((cell) => layoutCell(cell).value));
