import type { Lang } from "@taizhang/finding";
import type { ScoreRule, Unranked } from "@taizhang/kpi";
import { type ScoreHeadings, scoreHeadings } from "./score-headings.ts";

/** The headings of the score sheets (年度考核得分表). */
export interface ScoreWords extends ScoreHeadings {
  readonly sheets: Readonly<Record<"summary" | "detail", string>>;
  readonly title: (period: string) => string;
  readonly about: (preset: string, total: string) => string;
  readonly evenWeights: string;
  readonly breadth: (group: string, fewest: number, most: number) => string;
  readonly source: (text: string) => string;
  readonly kinds: Readonly<Record<ScoreRule["kind"], string>>;
  readonly unranked: Readonly<Record<Unranked, string>>;
}

/** The words by language. */
export const scoreWords: Readonly<Record<Lang, ScoreWords>> = {
  "zh-CN": {
    ...scoreHeadings["zh-CN"],
    sheets: { summary: "考核得分", detail: "得分明细" },
    title: (period) => (period === "" ? "年度考核得分表" : `${period}年度考核得分表`),
    about: (preset, total) =>
      `计分办法：${preset}；应有总分${total}分，加分、减分、报送扣分在外；得分相同的并列。`,
    evenWeights: "来源表没有写权重，各指标平均分配总分。",
    breadth: (group, fewest, most) =>
      `${group}各单位考核项数相差较大（最少${fewest}项，最多${most}项），位次仅供任务量相近的单位之间比较。`,
    source: (text) => `依据：${text}`,
    kinds: { linear: "按比例", steps: "分档", deduct: "扣分", best: "比同组最好", efficacy: "功效系数" },
    unranked: {
      unreported: "未报",
      nothingToScore: "无可计分指标",
      incomplete: "得分不全",
      weightsDiffer: "权重不符",
    },
  },
  en: {
    ...scoreHeadings.en,
    sheets: { summary: "Scores", detail: "Derivation" },
    title: (period) => (period === "" ? "Scores of the assessment" : `Scores of the assessment ${period}`),
    about: (preset, total) =>
      `Rule: ${preset}. The weights add up to ${total}; bonuses, deductions and reporting stand outside. Equal scores share a place.`,
    evenWeights: "The source sheets state no weights: the total is shared out evenly.",
    breadth: (group, fewest, most) =>
      ` ${group === "" ? "" : `${group}: `}organisations are scored by ${fewest} to ${most} indicators; compare places only between those of similar breadth.`,
    source: (text) => `Source: ${text}`,
    kinds: {
      linear: "in proportion",
      steps: "by steps",
      deduct: "deductions",
      best: "beside the best",
      efficacy: "efficacy",
    },
    unranked: {
      unreported: "not reported",
      nothingToScore: "nothing to score",
      incomplete: "incomplete",
      weightsDiffer: "weights differ",
    },
  },
};
