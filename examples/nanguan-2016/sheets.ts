import {
  type CellValue,
  type LayoutCell,
  rangeRef,
  type SheetLayout,
} from "../../packages/grid/src/index.ts";
import ledgerJson from "./data/ledger.json" with { type: "json" };
import returnsJson from "./data/returns.json" with { type: "json" };

type Stored = string | number | { readonly value: number | null; readonly formula: string };
type Row = Readonly<Record<string, Stored | null | undefined>>;

const ledgerRows = ledgerJson.rows as readonly Row[];
const departments = returnsJson.departments as readonly {
  org: string;
  file: string;
  rows: readonly Row[];
  total?: Row;
}[];

/** The ledger and the October returns as layouts, by path (台账和10月报表). */
export const nanguanBooks = (): { path: string; sheets: SheetLayout[] }[] => [
  { path: "nanguan-2016/台账.xlsx", sheets: [ledgerSheet()] },
  ...departments.map((department) => ({
    path: `nanguan-2016/${department.file}`,
    sheets: [returnSheet(department)],
  })),
];

type Columns = readonly (readonly [header: string, field: string, width: number])[];

/** 任务分解表 without the columns that the plan has no data for. */
const ledgerColumns: Columns = [
  ["台账编号", "id", 16],
  ["序号", "seq", 6],
  ["工作板块", "program", 16],
  ["任务名称", "task", 26],
  ["任务来源", "source", 16],
  ["任务类型", "kind", 9],
  ["目标要求", "requirement", 48],
  ["指标名称", "indicator", 24],
  ["计量单位", "unit", 10],
  ["目标方向", "direction", 9],
  ["年度目标", "target", 10],
  ["完成时限", "deadline", 14],
  ["责任单位", "lead", 12],
  ["配合单位", "support", 20],
  ["验收标准", "acceptance", 28],
  ["备注", "note", 28],
];

/** 部门月报表 without the columns that nobody filled. */
const returnColumns: Columns = [
  ["台账编号", "id", 16],
  ["序号", "seq", 6],
  ["任务名称", "task", 26],
  ["指标名称", "indicator", 24],
  ["计量单位", "unit", 10],
  ["年度目标", "target", 10],
  ["上月累计", "lastCumulative", 10],
  ["本月完成", "month", 10],
  ["本年累计完成", "cumulative", 13],
  ["上年同期累计", "lastYear", 13],
  ["指标完成率（%）", "completion", 14],
  ["本年完成投资（万元）", "investment", 16],
  ["工作进展", "progress", 40],
  ["办理状态", "status", 10],
  ["存在问题及原因", "problem", 30],
  ["下步措施及预计完成时间", "nextStep", 34],
  ["佐证材料", "evidence", 24],
];

const note = (value: string): LayoutCell => ({ value, style: "note" });

function ledgerSheet(): SheetLayout {
  const { headers, widths, across } = frameOf(ledgerColumns);
  return {
    name: "任务分解表",
    rows: [
      [{ value: "2016年建设幸福南关行动计划任务分解表", style: "title" }],
      [
        note(
          "填报口径：数字、单位、部门照计划，文字为摘写，内有为演示放入的差错；补贴标准等条件写在目标要求中。",
        ),
      ],
      headers,
      ...ledgerRows.map((row) => ledgerColumns.map(([, field]) => cellOf(field, row[field]))),
    ],
    merges: [across(0), across(1)],
    widths,
    heights: { 0: 28 },
    freeze: "E4",
    print: { landscape: true, repeatRows: [3, 3], fitToWidth: true },
  };
}

/** Fields that a return takes over from the ledger row of its id, unless it says otherwise itself. */
const controlled = new Set(["task", "indicator", "unit", "target"]);

function returnSheet({ org, rows, total }: (typeof departments)[number]): SheetLayout {
  const invests = rows.some((row) => row.investment !== undefined);
  const columns = returnColumns.filter(([, field]) => field !== "investment" || invests);
  const { headers, widths, across } = frameOf(columns);
  const rowOf = (row: Row): LayoutCell[] => {
    const issued = ledgerRows.find((one) => one.id === row.id);
    return columns.map(([, field]) => {
      const stored = field in row || !controlled.has(field) ? row[field] : issued?.[field];
      return cellOf(field, stored);
    });
  };
  const totals = total
    ? [
        columns.map(
          ([, field]): LayoutCell => ({
            ...cellOf(field, field === "task" ? total.label : total[field]),
            style: "total",
          }),
        ),
      ]
    : [];
  return {
    name: "月报表",
    rows: [
      [{ value: "2016年幸福行动计划10月份进展情况表", style: "title" }],
      [
        note(`填报单位（盖章）：${org}`),
        ...Array.from({ length: 4 }, () => null),
        note("报告期：2016年10月"),
        ...Array.from({ length: 3 }, () => null),
        note("截至日期：2016-10-31"),
      ],
      [note("说明：完成数和进展文字均为虚构（invented），仅供演示；完成数从年初累计。")],
      headers,
      ...rows.map(rowOf),
      ...totals,
      [note("单位负责人（签字）：　　　　审核人：　　　　填报人：　　　　联系电话：　　　　报出日期：")],
    ],
    merges: [across(0), "A2:E2", "F2:I2", across(1, 9), across(2), across(4 + rows.length + totals.length)],
    widths,
    heights: { 0: 28 },
    freeze: "D5",
    print: { landscape: true, repeatRows: [4, 4], fitToWidth: true },
  };
}

function frameOf(columns: Columns) {
  return {
    headers: columns.map(([value]): LayoutCell => ({ value, style: "header" })),
    widths: columns.map(([, , width]) => width),
    across: (row: number, left = 0) => rangeRef({ top: row, left, bottom: row, right: columns.length - 1 }),
  };
}

function cellOf(field: string, stored: Stored | null | undefined): LayoutCell {
  if (typeof stored === "object" && stored !== null) return { ...stored, style: "number" };
  const value: CellValue = stored ?? null;
  if (typeof value !== "number") return { value, style: "text" };
  return field === "completion" ? { value, format: "0.00", style: "number" } : { value, style: "number" };
}
