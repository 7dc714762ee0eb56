import { groupDigits } from "@taizhang/quantity";
import { percentText } from "../percent.ts";
import { sayGrade } from "./say-grade.ts";
import type { ScoreLineWords } from "./score-line.ts";

const number = (amount: string): string => groupDigits(amount).replace(/^-/, "−");
const percent = percentText;
/** A number within a formula: in brackets where it is negative. */
const factor = (amount: string): string => (amount.startsWith("-") ? `(${number(amount)})` : number(amount));
const inPoints = (amount: string): string => `${number(amount)} ${amount === "1" ? "point" : "points"}`;
const band = (target: string, targetMax: string): string =>
  target === targetMax ? number(target) : `${number(target)} to ${number(targetMax)}`;

/** The sentences of all lines of a score's derivation in English. */
export const en: ScoreLineWords = {
  rate: ({ actual, target, rate }) =>
    `Rate = actual ${factor(actual)} ÷ target ${factor(target)} = ${percent(rate)}.`,
  mirrored: ({ actual, target, rate }) =>
    `Rate = 2 − actual ${factor(actual)} ÷ target ${factor(target)} = ${percent(rate)}.`,
  inverse: ({ actual, target, rate }) =>
    `Rate = target ${factor(target)} ÷ actual ${factor(actual)} = ${percent(rate)}.`,
  met: ({ actual, target, targetMax }) =>
    `Actual ${number(actual)}, target ${band(target, targetMax)}: met, counted as 100%.`,
  notMet: ({ actual, target, targetMax }) =>
    `Actual ${number(actual)}, target ${band(target, targetMax)}: not met, counted as 0.`,
  belowZero: () => "A rate below 0 counts as 0.",
  capped: ({ rate, cap }) =>
    `The rate of ${percent(rate)} is beyond ${percent(cap)} and scores as ${percent(cap)}.`,
  points: ({ weight, share, points }) =>
    `Weight ${number(weight)} × ${percent(share)} = ${inPoints(points)}.`,
  bonus: ({ over, per, weight, points }) =>
    `${percent(over)} more than the target: ${number(weight)} × ${percent(over)}${per === "1" ? "" : ` × ${per}`} adds ${inPoints(points)}, outside the declared total.`,
  bonusCapped: ({ atMost, weight, points }) =>
    `The bonus for more than the target is at its limit, ${percent(atMost)} of the weight ${number(weight)}, and adds ${inPoints(points)}, outside the declared total.`,
  step: ({ atLeast, share }) => `The rate reaches ${percent(atLeast)}: ${percent(share)} of the weight.`,
  belowSteps: ({ atLeast, share }) =>
    `The rate is below ${percent(atLeast)}: ${percent(share)} of the weight.`,
  deducted: ({ short, each, times, points }) =>
    `${percent(short)} short, once for each full ${percent(each)}: ${times} times, ${inPoints(points)} to take off.`,
  deductionCapped: ({ atMost }) => `At most ${number(atMost)} points are taken off.`,
  nothingShort: () => "The target is reached: nothing is taken off.",
  remaining: ({ weight, off, points }) =>
    `Weight ${number(weight)} − ${number(off)} = ${inPoints(points)}, never below 0.`,
  best: ({ own, best, org, share, rates }) =>
    rates
      ? `The highest completion of the group is ${percent(best)} (${org}); this one has ${percent(own)}, ${percent(share)} of it.`
      : `The best of the group is ${org} with ${number(best)}; this one has ${number(own)}, ${percent(share)} of it.`,
  efficacy: ({ actual, satisfied, unacceptable, base, span, mark }) =>
    `Efficacy = ${base} + ${span} × (${factor(actual)} − ${factor(unacceptable)}) ÷ (${factor(satisfied)} − ${factor(unacceptable)}) = ${number(mark)}.`,
  efficacyFromGroup: ({ lacks }) =>
    ({
      both: "No satisfactory and no unacceptable value is given: the best and worst of the group stand for them.",
      satisfied: "No satisfactory value is given: the best of the group stands for it.",
      unacceptable: "No unacceptable value is given: the worst of the group stands for it.",
    })[lacks],
  allAlike: () => "Satisfactory and unacceptable value are the same: full marks.",
  onlyOne: () => "Nobody else in the group has an actual, so there is nothing to compare with and no score.",
  noSpan: ({ satisfied, unacceptable }) =>
    `The satisfactory value ${number(satisfied)} is not better than the unacceptable one ${number(unacceptable)}, or all of the group are alike and short of the target, so there is no score.`,
  unitsDiffer: ({ units }) =>
    `The units of the group do not measure the same thing (${units.map((unit) => unit || "no unit").join(", ")}), so there is no score; please use one unit.`,
  given: ({ points }) => `Judged by people: ${inPoints(points)}.`,
  givenOutside: ({ points, weight }) =>
    `The ${inPoints(points)} given by people should lie between 0 and the weight ${number(weight)}, so there is no score; please check.`,
  notDue: ({ weight }) =>
    `The end of its time decides on a ceiling: until then it has no score, and its weight of ${number(weight)} is left out.`,
  strictBound: ({ amount, bound }) =>
    `The target is ${bound === "gt" ? "more" : "less"} than ${number(amount)} and the actual is exactly that: not met, though the rate is 100%, so there is no score; please have people judge it.`,
  noReport: () => "No actual was reported, so there is no score; a missing report is not 0.",
  lowerBound: ({ actual }) =>
    `Reports below are missing and the actual is only known to be at least ${number(actual)}, so there is no score.`,
  partial: ({ actual }) =>
    `Reports below are missing and the actual of ${number(actual)} holds only the others, so there is no score.`,
  unusable: ({ why }) =>
    ({
      unreadable: "The actual cannot be read, so there is no score; please check and fill it in again.",
      error: "The actual is a formula error, so there is no score; please mend the formula.",
      uncalculated:
        "The formula of the actual has no result yet, so there is no score; please open the file, recalculate and save it.",
    })[why],
  notApplicable: ({ weight }) => `Does not concern this body: its weight of ${number(weight)} is left out.`,
  noTarget: () => "There is no target, so this rule gives no score.",
  notGiven: () => "A qualitative indicator that nobody has judged has no score.",
  noRatio: ({ best, rates }) =>
    `The best of the group is ${rates ? percent(best) : number(best)}, which is no base of comparison, so there is no score.`,
  items: ({ points, sum }) =>
    points.length > 1
      ? `Indicators = ${points.map(number).join(" + ")} = ${inPoints(sum)}.`
      : `Indicators = ${inPoints(sum)}.`,
  rescaled: ({ weights, applicable, points }) =>
    `Some indicators do not concern this body or are not yet decided: times ${number(weights)} ÷ ${number(applicable)} the indicators give ${inPoints(points)}.`,
  weightsDiffer: ({ sum, declared }) =>
    `The weights add up to ${number(sum)} and should be ${number(declared)}: please check. The score is not rescaled, and there is no place and no grade.`,
  added: ({ points, reason }) => `Bonus of ${inPoints(points)}: ${reason}.`,
  taken: ({ points, reason }) => `Deduction of ${inPoints(points)}: ${reason}.`,
  adjustmentRefused: ({ points, reason }) =>
    `${reason}: ${inPoints(points)} is below zero; a bonus or a deduction is a positive number, so it is not counted; please check.`,
  reporting: ({ periods, each, points, capped }) =>
    `No return for ${periods.join(", ")}: ${number(each)} each, ${inPoints(points)} off${capped ? " (the most)" : ""}.`,
  final: ({ points, bonus, deduction, reporting, final }) =>
    `Final score = indicators ${number(points)} + bonus ${number(bonus)} − deductions ${number(deduction)} − reporting ${number(reporting)} = ${inPoints(final)}.`,
  grade: ({ share, grade }) => `${percent(share)} of the declared total: grade “${sayGrade(grade, "en")}”.`,
  vetoed: ({ matters, grade }) =>
    `Vetoed for ${matters.join(", ")}: the grade is “${sayGrade(grade, "en")}”, the score stays.`,
  incomplete: ({ indicators }) =>
    `Without a score for ${indicators.join(", ")} the total is not complete: no place and no grade.`,
  unreported: () => "No actual was reported: no place.",
  nothingToScore: () => "No indicator could be scored: no place.",
};
