import type { Finding, Lang, Severity } from "@taizhang/finding";
import type { Light } from "@taizhang/kpi";

/** The headings and sentences of the summary workbook. */
export interface LayoutWords {
  readonly sheets: Readonly<Record<"summary" | "counts" | "sources" | "findings", string>>;
  readonly title: (period: string) => string;
  readonly about: string;
  readonly total: string;
  readonly dimensions: Readonly<Record<string, string>>;
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
  readonly jointFoot: (count: number) => string;
  readonly sources: Readonly<
    Record<"seq" | "indicator" | "org" | "kind" | "amount" | "unit" | "file" | "sheet" | "cell", string>
  >;
  readonly kinds: Readonly<Record<"target" | "actual", string>>;
  readonly findings: Readonly<
    Record<
      "seq" | "severity" | "code" | "title" | "message" | "file" | "sheet" | "cell" | "fix" | "state",
      string
    >
  >;
  readonly severities: Readonly<Record<Severity, string>>;
  /** Where a finding stands, with the reason and the name given. */
  readonly state: (state: Finding["status"], reason: string, by: string) => string;
  readonly lights: Readonly<Record<Light, string>>;
  /** Instead of a light, where a formula has no result yet. */
  readonly uncalculated: string;
  readonly noFindings: string;
}

/** Periods as a title says them: 2016-10 is 2016年10月 (报告期). */
export const periodWords = (periods: string): string =>
  periods
    .split("、")
    .map((period) => {
      const [, year, month, quarter] = /^(\d{4})(?:-(\d{2})|Q([1-4]))?$/.exec(period) ?? [];
      if (year === undefined) return period;
      if (month) return `${year}年${Number(month)}月`;
      return `${year}年${quarter ? `${"一二三四"[Number(quarter) - 1]}季度` : ""}`;
    })
    .join("、");

export const layoutWords: Readonly<Record<Lang, LayoutWords>> = {
  "zh-CN": {
    sheets: { summary: "汇总", counts: "任务办理情况", sources: "数据来源", findings: "问题清单" },
    title: (period) =>
      period === "" ? "目标完成情况汇总表" : `目标完成情况汇总表（${periodWords(period)}）`,
    about: "目标、完成数和指标完成率用公式计算，取自“数据来源”表；未报不按0计，率不相加、不平均。",
    total: "合计",
    dimensions: { division: "地区", department: "单位", program: "工作板块", period: "期间" },
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
    jointFoot: (count) => `共同牵头${count}项重复列示，合计已剔重。`,
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
    kinds: { target: "目标数", actual: "完成数" },
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
    state: (state, reason, by) =>
      [
        { open: "", explained: "已说明", released: "已放行", ignored: "已忽略" }[state],
        reason === "" ? "" : `：${reason}`,
        by === "" ? "" : `（${by}）`,
      ].join(""),
    severities: { A: "A 必须改", B: "B 改或说明", C: "C 请核实", D: "D 提示" },
    lights: {
      green: "●绿",
      yellow: "▲黄",
      red: "◆红",
      notDue: "○未到节点",
      unreported: "○未报",
      pending: "○待下达",
      notApplicable: "○不涉及",
    },
    uncalculated: "○待计算",
    noFindings: "没有发现问题。",
  },
  en: {
    sheets: { summary: "Summary", counts: "Tasks", sources: "Sources", findings: "Findings" },
    title: (period) => (period === "" ? "Targets: summary" : `Targets: summary (${period})`),
    about:
      "Target, actual and completion rate are formulas over the sheet Sources; missing is not counted as 0, rates are neither added nor averaged.",
    total: "Total",
    dimensions: { division: "Division", department: "Department", program: "Programme", period: "Period" },
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
    jointFoot: (count) => `${count} joint tasks are listed under each lead; the total counts them once.`,
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
    kinds: { target: "Target", actual: "Actual" },
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
    state: (state, reason, by) =>
      [
        { open: "", explained: "explained", released: "released", ignored: "ignored" }[state],
        reason === "" ? "" : `: ${reason}`,
        by === "" ? "" : ` (${by})`,
      ].join(""),
    severities: { A: "A must fix", B: "B fix or explain", C: "C confirm", D: "D note" },
    lights: {
      green: "● green",
      yellow: "▲ yellow",
      red: "◆ red",
      notDue: "○ not due",
      unreported: "○ not reported",
      pending: "○ target to be assigned",
      notApplicable: "○ not applicable",
    },
    uncalculated: "○ not calculated",
    noFindings: "Nothing was found.",
  },
};
