/**
 * The facts of each line that a score's derivation can have (计算过程). Amounts are decimals in the item's unit, rates
 * and shares are ratios with 6 places, points have the printed digits.
 */
export interface ScoreLineFacts {
  /** A/T. */
  rate: { readonly actual: string; readonly target: string; readonly rate: string };
  /** 2 − A/T: a target below zero, or a ceiling that is passed. */
  mirrored: { readonly actual: string; readonly target: string; readonly rate: string };
  /** T/A: a ceiling that is passed. */
  inverse: { readonly actual: string; readonly target: string; readonly rate: string };
  /** No rate: met, or not. */
  met: { readonly actual: string; readonly target: string; readonly targetMax: string };
  notMet: { readonly actual: string; readonly target: string; readonly targetMax: string };
  /** A rate below zero scores nothing. */
  belowZero: Record<never, never>;
  capped: { readonly rate: string; readonly cap: string };
  points: { readonly weight: string; readonly share: string; readonly points: string };
  bonus: { readonly over: string; readonly per: string; readonly weight: string; readonly points: string };
  bonusCapped: { readonly atMost: string; readonly weight: string; readonly points: string };
  step: { readonly atLeast: string; readonly share: string };
  belowSteps: { readonly atLeast: string; readonly share: string };
  deducted: {
    readonly short: string;
    readonly each: string;
    readonly times: number;
    readonly points: string;
  };
  deductionCapped: { readonly atMost: string };
  nothingShort: Record<never, never>;
  remaining: { readonly weight: string; readonly off: string; readonly points: string };
  /** `rates` where completions are compared, and not the figures themselves. */
  best: {
    readonly own: string;
    readonly best: string;
    readonly org: string;
    readonly share: string;
    readonly rates?: true;
  };
  efficacy: {
    readonly actual: string;
    readonly satisfied: string;
    readonly unacceptable: string;
    readonly base: string;
    readonly span: string;
    readonly mark: string;
  };
  /** Which of 满意值 and 不允许值 is not given, so that the group's best or worst stands for it. */
  efficacyFromGroup: { readonly lacks: "both" | "satisfied" | "unacceptable" };
  allAlike: Record<never, never>;
  /** Why the group gives no measure. */
  onlyOne: Record<never, never>;
  noSpan: { readonly satisfied: string; readonly unacceptable: string };
  unitsDiffer: { readonly units: readonly string[] };
  /** Points that people gave. */
  given: { readonly points: string };
  /** Points beyond what people can give: below 0, or more than the weight. */
  givenOutside: { readonly points: string; readonly weight: string };
  /** Why an item has no score. */
  notDue: { readonly weight: string };
  strictBound: { readonly amount: string; readonly bound: "gt" | "lt" };
  noReport: Record<never, never>;
  lowerBound: { readonly actual: string };
  partial: { readonly actual: string };
  unusable: { readonly why: "unreadable" | "error" | "uncalculated" };
  notApplicable: { readonly weight: string };
  noTarget: Record<never, never>;
  /** A 定性 indicator that nobody has judged yet. */
  notGiven: Record<never, never>;
  noRatio: { readonly best: string; readonly rates?: true };
  /** The org's own lines. */
  items: { readonly points: readonly string[]; readonly sum: string };
  rescaled: { readonly weights: string; readonly applicable: string; readonly points: string };
  weightsDiffer: { readonly sum: string; readonly declared: string };
  added: { readonly points: string; readonly reason: string };
  taken: { readonly points: string; readonly reason: string };
  /** 加分 or 减分 below zero. */
  adjustmentRefused: { readonly points: string; readonly reason: string };
  reporting: {
    readonly periods: readonly string[];
    readonly each: string;
    readonly points: string;
    readonly capped: boolean;
  };
  final: {
    readonly points: string;
    readonly bonus: string;
    readonly deduction: string;
    readonly reporting: string;
    readonly final: string;
  };
  grade: { readonly share: string; readonly grade: string };
  vetoed: { readonly matters: readonly string[]; readonly grade: string };
  incomplete: { readonly indicators: readonly string[] };
  unreported: Record<never, never>;
  nothingToScore: Record<never, never>;
}

export type ScoreLineCode = keyof ScoreLineFacts;

/** One line of a score's derivation (计算过程一行). `sayScoreLine` puts it into words. */
export type ScoreLine = {
  [Code in ScoreLineCode]: { readonly code: Code; readonly args: ScoreLineFacts[Code] };
}[ScoreLineCode];

/** One sentence a line, made from its facts. A line without a sentence does not compile. */
export type ScoreLineWords = { readonly [Code in ScoreLineCode]: (args: ScoreLineFacts[Code]) => string };
