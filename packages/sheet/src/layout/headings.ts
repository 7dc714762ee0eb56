import type { Lang } from "@taizhang/finding";

/** The headings of the sheets of a summary workbook, by which they are known again (汇总表的列名). */
export interface LayoutHeadings {
  readonly summary: Readonly<
    Record<
      | "seq"
      | "indicator"
      | "unit"
      | "target"
      | "actual"
      | "completion"
      | "pace"
      | "gap"
      | "light"
      | "expected"
      | "reported"
      | "missing"
      | "parent"
      | "difference"
      | "note",
      string
    >
  >;
  readonly counts: Readonly<
    Record<"total" | "done" | "onTrack" | "behind" | "overdue" | "notDue" | "unreported" | "rate", string>
  >;
  readonly sources: Readonly<
    Record<"seq" | "indicator" | "org" | "kind" | "amount" | "unit" | "file" | "sheet" | "cell", string>
  >;
  readonly findings: Readonly<
    Record<
      "seq" | "severity" | "code" | "title" | "message" | "file" | "sheet" | "cell" | "fix" | "state",
      string
    >
  >;
}

/** The headings by language. */
export const layoutHeadings: Readonly<Record<Lang, LayoutHeadings>> = {
  "zh-CN": {
    summary: {
      seq: "序号",
      indicator: "指标名称",
      unit: "计量单位",
      target: "年度目标",
      actual: "本年累计完成",
      completion: "指标完成率",
      pace: "序时进度",
      gap: "与序时差距（百分点）",
      light: "灯号",
      expected: "应报",
      reported: "实报",
      missing: "缺报单位",
      parent: "上级上报数",
      difference: "差额",
      note: "备注",
    },
    counts: {
      total: "任务总数",
      done: "已完成",
      onTrack: "正常推进",
      behind: "滞后",
      overdue: "其中：逾期",
      notDue: "未到节点",
      unreported: "未报",
      rate: "任务完成率",
    },
    sources: {
      seq: "序号",
      indicator: "指标名称",
      org: "单位",
      kind: "类别",
      amount: "数值",
      unit: "计量单位",
      file: "文件",
      sheet: "工作表",
      cell: "单元格",
    },
    findings: {
      seq: "序号",
      severity: "级别",
      code: "编号",
      title: "问题",
      message: "说明和改法",
      file: "文件",
      sheet: "工作表",
      cell: "单元格",
      fix: "可自动修正",
      state: "处理情况",
    },
  },
  en: {
    summary: {
      seq: "No.",
      indicator: "Indicator",
      unit: "Unit",
      target: "Target",
      actual: "Cumulative actual",
      completion: "Completion rate",
      pace: "Time elapsed",
      gap: "Against time elapsed (points)",
      light: "Light",
      expected: "Expected",
      reported: "Reported",
      missing: "Missing",
      parent: "Superior's figure",
      difference: "Difference",
      note: "Notes",
    },
    counts: {
      total: "Tasks",
      done: "Done",
      onTrack: "On track",
      behind: "Behind",
      overdue: "of which overdue",
      notDue: "Not due",
      unreported: "Not reported",
      rate: "Task completion rate",
    },
    sources: {
      seq: "No.",
      indicator: "Indicator",
      org: "Organisation",
      kind: "Kind",
      amount: "Amount",
      unit: "Unit",
      file: "File",
      sheet: "Sheet",
      cell: "Cell",
    },
    findings: {
      seq: "No.",
      severity: "Severity",
      code: "Code",
      title: "Problem",
      message: "What was found, what to do",
      file: "File",
      sheet: "Sheet",
      cell: "Cell",
      fix: "Can be fixed automatically",
      state: "State",
    },
  },
};
