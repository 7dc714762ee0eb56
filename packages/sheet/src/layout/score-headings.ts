import type { Lang } from "@taizhang/finding";

/** The headings of the score sheets, by which they are known again (年度考核得分表的列名). */
export interface ScoreHeadings {
  readonly summary: Readonly<
    Record<
      | "rank"
      | "group"
      | "org"
      | "points"
      | "bonus"
      | "deduction"
      | "reporting"
      | "vetoes"
      | "final"
      | "grade"
      | "reasons"
      | "confirmed",
      string
    >
  >;
  readonly detail: Readonly<
    Record<
      "org" | "indicator" | "weight" | "target" | "actual" | "rate" | "rule" | "steps" | "score" | "sources",
      string
    >
  >;
}

/** The headings by language. */
export const scoreHeadings: Readonly<Record<Lang, ScoreHeadings>> = {
  "zh-CN": {
    summary: {
      rank: "组内位次",
      group: "组别",
      org: "单位",
      points: "指标得分",
      bonus: "加分",
      deduction: "减分",
      reporting: "报送扣分",
      vetoes: "一票否决事项",
      final: "最终得分",
      grade: "等次",
      reasons: "扣分原因及依据",
      confirmed: "单位确认",
    },
    detail: {
      org: "单位",
      indicator: "考核指标",
      weight: "权重",
      target: "目标值",
      actual: "完成值",
      rate: "指标完成率（%）",
      rule: "计分办法",
      steps: "计算过程",
      score: "得分",
      sources: "数据来源",
    },
  },
  en: {
    summary: {
      rank: "Place",
      group: "Group",
      org: "Organisation",
      points: "Indicators",
      bonus: "Bonus",
      deduction: "Deductions",
      reporting: "Reporting",
      vetoes: "Vetoes",
      final: "Final score",
      grade: "Grade",
      reasons: "Reasons",
      confirmed: "Confirmed by",
    },
    detail: {
      org: "Organisation",
      indicator: "Indicator",
      weight: "Weight",
      target: "Target",
      actual: "Actual",
      rate: "Completion %",
      rule: "Rule",
      steps: "Derivation",
      score: "Score",
      sources: "Sources",
    },
  },
};
