import { groupDigits } from "@taizhang/quantity";
import { inPercent, percentText } from "../percent.ts";
import type { ScoreLineWords } from "./score-line.ts";

const number = (amount: string): string => groupDigits(amount).replace(/^-/, "−");
const percent = percentText;
/** A number within a formula: in brackets where it is negative. */
const factor = (amount: string): string => (amount.startsWith("-") ? `(${number(amount)})` : number(amount));
/** A report period in words: 2016-10 is 2016年10月. */
const periodText = (text: string): string => {
  const [, year, month, quarter] = /^(\d{4})(?:-(\d{2})|Q([1-4]))?$/.exec(text) ?? [];
  if (year === undefined) return text;
  if (month) return `${year}年${Number(month)}月`;
  return quarter ? `${year}年${"一二三四"[Number(quarter) - 1]}季度` : `${year}年`;
};
/** A difference of two rates, in 百分点. */
const apart = (rate: string): string => `${number(inPercent(rate))}个百分点`;
const band = (target: string, targetMax: string): string =>
  target === targetMax ? number(target) : `${number(target)}至${number(targetMax)}`;

/** The sentences of all lines of a score's derivation in Chinese. */
export const zhCN: ScoreLineWords = {
  rate: ({ actual, target, rate }) =>
    `完成率=完成值${factor(actual)}÷目标值${factor(target)}=${percent(rate)}。`,
  mirrored: ({ actual, target, rate }) =>
    `完成率=2−完成值${factor(actual)}÷目标值${factor(target)}=${percent(rate)}。`,
  inverse: ({ actual, target, rate }) =>
    `完成率=目标值${factor(target)}÷完成值${factor(actual)}=${percent(rate)}。`,
  met: ({ actual, target, targetMax }) =>
    `完成值${number(actual)}，目标值${band(target, targetMax)}，达标，按100%计。`,
  notMet: ({ actual, target, targetMax }) =>
    `完成值${number(actual)}，目标值${band(target, targetMax)}，未达标，按0计。`,
  belowZero: () => "完成率低于0，按0计。",
  capped: ({ rate, cap }) => `完成率${percent(rate)}超过${percent(cap)}，按${percent(cap)}计分。`,
  points: ({ weight, share, points }) => `权重${number(weight)}分×${percent(share)}=${number(points)}分。`,
  bonus: ({ over, per, weight, points }) =>
    `超出${apart(over)}，加分=权重${number(weight)}分×${percent(over)}${per === "1" ? "" : `×${per}`}=${number(points)}分（在应有总分之外）。`,
  bonusCapped: ({ atMost, weight, points }) =>
    `超额加分以权重${number(weight)}分的${percent(atMost)}为限，加${number(points)}分（在应有总分之外）。`,
  step: ({ atLeast, share }) => `完成率达到${percent(atLeast)}，按权重的${percent(share)}计分。`,
  belowSteps: ({ atLeast, share }) => `完成率不到${percent(atLeast)}，按权重的${percent(share)}计分。`,
  deducted: ({ short, each, times, points }) =>
    `差${apart(short)}，每满${apart(each)}计一次，共${times}次，应扣${number(points)}分。`,
  deductionCapped: ({ atMost }) => `最多扣${number(atMost)}分。`,
  nothingShort: () => "达到目标，不扣分。",
  remaining: ({ weight, off, points }) =>
    `权重${number(weight)}分−${number(off)}分=${number(points)}分（不足0分的计0分）。`,
  best: ({ own, best, org, share, rates }) =>
    rates
      ? `同组最高的完成率是${percent(best)}（${org}），本单位${percent(own)}，为其${percent(share)}。`
      : `同组最好的是${org}（${number(best)}），本单位${number(own)}，为其${percent(share)}。`,
  efficacy: ({ actual, satisfied, unacceptable, base, span, mark }) =>
    `功效系数=${base}+${span}×（${factor(actual)}−${factor(unacceptable)}）÷（${factor(satisfied)}−${factor(unacceptable)}）=${number(mark)}。`,
  efficacyFromGroup: ({ lacks }) =>
    ({
      both: "没有给出满意值和不允许值，以同组最好值和最差值代替。",
      satisfied: "没有给出满意值，以同组最好值代替。",
      unacceptable: "没有给出不允许值，以同组最差值代替。",
    })[lacks],
  allAlike: () => "满意值与不允许值相同，按满分计。",
  onlyOne: () => "同组只有本单位有完成值，没有比较的对象，不能按此办法计分。",
  noSpan: ({ satisfied, unacceptable }) =>
    `满意值${number(satisfied)}没有优于不允许值${number(unacceptable)}，或同组都一样而没有达标，不能按此办法计分。`,
  unitsDiffer: ({ units }) =>
    `同组各单位的计量单位不是同一类（${units.map((unit) => unit || "未写单位").join("、")}），不能相比，不能计分；请先统一计量单位。`,
  given: ({ points }) => `由评分人评定，得${number(points)}分。`,
  givenOutside: ({ points, weight }) =>
    `评定得分${number(points)}分，应在0分和权重${number(weight)}分之间，不能计分；请核对。`,
  notDue: ({ weight }) => `上限以期末为准，期末以前不计分，权重${number(weight)}分暂不计。`,
  strictBound: ({ amount, bound }) =>
    `目标是${bound === "gt" ? "超过" : "低于"}${number(amount)}，完成值正好是${number(amount)}，未达标，而按公式完成率是100%，不能计分；请由评分人评定。`,
  noReport: () => "没有上报完成值，不能计分；未报不等于0。",
  lowerBound: ({ actual }) => `下级未报齐，完成值只知至少${number(actual)}，不能计分。`,
  partial: ({ actual }) => `下级未报齐，完成值${number(actual)}只含已报单位，不能计分。`,
  unusable: ({ why }) =>
    ({
      unreadable: "完成值不能识别，不能计分；请核对后重填。",
      error: "完成值是公式错误值，不能计分；请改正公式。",
      uncalculated: "完成值的公式还没有计算结果，不能计分；请打开文件计算并保存。",
    })[why],
  notApplicable: ({ weight }) => `不涉及本单位，权重${number(weight)}分不计。`,
  noTarget: () => "没有目标值，不能按此办法计分。",
  notGiven: () => "定性指标没有评定得分，不能计分。",
  noRatio: ({ best, rates }) =>
    `同组最好值为${rates ? percent(best) : number(best)}，不能作为比较的基数，不能计分。`,
  items: ({ points, sum }) =>
    points.length > 1
      ? `指标得分=${points.map(number).join("+")}=${number(sum)}分。`
      : `指标得分=${number(sum)}分。`,
  rescaled: ({ weights, applicable, points }) =>
    `有不涉及或未到期末的指标，按${number(weights)}÷${number(applicable)}折算，指标得分为${number(points)}分。`,
  weightsDiffer: ({ sum, declared }) =>
    `权重合计${number(sum)}分，应为${number(declared)}分，请核对；得分没有折算，不排位次，不定等次。`,
  added: ({ points, reason }) => `加分${number(points)}分：${reason}。`,
  taken: ({ points, reason }) => `减分${number(points)}分：${reason}。`,
  adjustmentRefused: ({ points, reason }) =>
    `“${reason}”写的是${number(points)}分，加分、减分都应写正数，没有计入；请核对。`,
  reporting: ({ periods, each, points, capped }) =>
    `${periods.map(periodText).join("、")}未报，每期扣${number(each)}分，扣${number(points)}分${capped ? "（已到上限）" : ""}。`,
  final: ({ points, bonus, deduction, reporting, final }) =>
    `最终得分=指标得分${number(points)}+加分${number(bonus)}−减分${number(deduction)}−报送扣分${number(reporting)}=${number(final)}分。`,
  grade: ({ share, grade }) => `得分为应有总分的${percent(share)}，等次为${grade}。`,
  vetoed: ({ matters, grade }) => `因${matters.join("、")}一票否决，等次定为${grade}，得分不变。`,
  incomplete: ({ indicators }) => `${indicators.join("、")}不能计分，得分不全，不排位次，不定等次。`,
  unreported: () => "没有上报完成值，不排位次。",
  nothingToScore: () => "没有可计分的指标，不排位次。",
};
