import type { Finding, Lang, Severity } from "@taizhang/finding";
import type { Light } from "@taizhang/kpi";
import { type LayoutHeadings, layoutHeadings } from "./headings.ts";

/** The headings and sentences of the summary workbook. */
export interface LayoutWords extends LayoutHeadings {
  readonly sheets: Readonly<Record<"summary" | "counts" | "sources" | "findings", string>>;
  readonly title: (period: string) => string;
  readonly about: string;
  readonly total: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly jointFoot: (count: number) => string;
  readonly kinds: Readonly<Record<"target" | "actual", string>>;
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
    ...layoutHeadings["zh-CN"],
    sheets: { summary: "汇总", counts: "任务办理情况", sources: "数据来源", findings: "问题清单" },
    title: (period) =>
      period === "" ? "目标完成情况汇总表" : `目标完成情况汇总表（${periodWords(period)}）`,
    about: "目标、完成数和指标完成率用公式计算，取自“数据来源”表；未报不按0计，率不相加、不平均。",
    total: "合计",
    dimensions: { division: "地区", department: "单位", program: "工作板块", period: "期间" },
    jointFoot: (count) => `共同牵头${count}项重复列示，合计已剔重。`,
    kinds: { target: "目标数", actual: "完成数" },
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
    ...layoutHeadings.en,
    sheets: { summary: "Summary", counts: "Tasks", sources: "Sources", findings: "Findings" },
    title: (period) => (period === "" ? "Targets: summary" : `Targets: summary (${period})`),
    about:
      "Target, actual and completion rate are formulas over the sheet Sources; missing is not counted as 0, rates are neither added nor averaged.",
    total: "Total",
    dimensions: { division: "Division", department: "Department", program: "Programme", period: "Period" },
    jointFoot: (count) => `${count} joint tasks are listed under each lead; the total counts them once.`,
    kinds: { target: "Target", actual: "Actual" },
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
