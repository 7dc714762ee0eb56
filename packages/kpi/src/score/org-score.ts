import { add, compare, type Decimal, decimal, isZero, round, subtract, sum } from "@taizhang/quantity";
import {
  compareFractions,
  type Fraction,
  fraction,
  fractionOfDecimal,
  multiplyFractions,
  roundFraction,
} from "../fraction.ts";
import type { Adjustment, AssessedItem, AssessedOrg } from "./assessment.ts";
import type { ItemScore } from "./item-score.ts";
import type { ScoreLine } from "./score-line.ts";
import type { AssessmentRule } from "./score-preset.ts";

/** An item with its score. */
export interface ScoredItem extends AssessedItem, ItemScore {}

/**
 * Why there is no place: nothing came from the org; nothing that came can be scored, or nothing concerns it; some indicator
 * has no score; its weights are not the declared total (不排位次的原因).
 */
export type Unranked = "unreported" | "nothingToScore" | "incomplete" | "weightsDiffer";

/** The score of one org (单位得分). Points are decimals with the printed digits. */
export interface OrgScore {
  readonly org: string;
  readonly group: string;
  readonly items: readonly ScoredItem[];
  /** 指标得分; null where nothing was reported. */
  readonly points: Decimal | null;
  readonly bonus: Decimal;
  readonly deduction: Decimal;
  readonly reporting: Decimal;
  readonly vetoes: readonly string[];
  readonly final: Decimal | null;
  readonly grade: string | null;
  /** Why there is no place among the others; absent where there is one. */
  readonly unranked?: Unranked;
  /** The org's own derivation; each item has its own. */
  readonly lines: readonly ScoreLine[];
}

/** The sums of one org, with bonuses and deductions outside the declared total (单位计分). */
export function orgScore(
  of: AssessedOrg,
  items: readonly ScoredItem[],
  declared: Decimal,
  common: AssessmentRule,
): OrgScore {
  const { places } = common;
  const lines: ScoreLine[] = [];
  const weights = sum(items.map(({ weight }) => weight));
  const weightsDiffer = items.length > 0 && !isZero(subtract(weights, declared));
  if (weightsDiffer) lines.push({ code: "weightsDiffer", args: { sum: weights, declared } });
  const concerned = items.filter(
    ({ actual, notDue, score }) => actual.status !== "notApplicable" && !(notDue && score === null),
  );
  const scored = concerned.filter(({ score }) => score !== null);
  const lacking = concerned.filter(({ score }) => score === null);
  const refused = [...(of.bonuses ?? []), ...(of.deductions ?? [])].filter(
    ({ points }) => compare(points, decimal("0")) < 0,
  );
  const unranked = unrankedOf();
  const points = scored.length === 0 ? null : pointsOf();
  const reporting = reportingPoints();
  const bonuses = [
    ...items.flatMap(({ bonus, indicator }) => (isZero(bonus) ? [] : [{ points: bonus, reason: indicator }])),
    ...printed(of.bonuses),
  ];
  const deductions = printed(of.deductions);
  for (const args of bonuses) lines.push({ code: "added", args });
  for (const args of deductions) lines.push({ code: "taken", args });
  for (const { points, reason } of refused)
    lines.push({ code: "adjustmentRefused", args: { points, reason } });
  const bonus = sum(bonuses.map((one) => one.points));
  const deduction = sum(deductions.map((one) => one.points));
  const final = points === null ? null : subtract(subtract(add(points, bonus), deduction), reporting);
  if (points !== null && final !== null)
    lines.push({ code: "final", args: { points, bonus, deduction, reporting, final } });
  if (unranked === "incomplete")
    lines.push({
      code: "incomplete",
      args: { indicators: [...lacking.map((one) => one.indicator), ...refused.map((one) => one.reason)] },
    });
  if (unranked === "unreported" || unranked === "nothingToScore") lines.push({ code: unranked, args: {} });
  const grade = gradeOf();
  return {
    org: of.org,
    group: of.group ?? "",
    items,
    points,
    bonus,
    deduction,
    reporting,
    vetoes: of.vetoes ?? [],
    final,
    grade,
    ...(unranked ? { unranked } : {}),
    lines,
  };

  function unrankedOf(): Unranked | undefined {
    if (scored.length === 0) {
      const numeric = lacking.filter(({ qualitative }) => !qualitative);
      const silent = numeric.length > 0 && numeric.every(({ actual }) => actual.status === "missing");
      if (!silent) return "nothingToScore";
      // What is not due yet may have come in.
      return items.some(({ actual }) => actual.status === "reported") ? "incomplete" : "unreported";
    }
    if (lacking.length + refused.length > 0) return "incomplete";
    return weightsDiffer ? "weightsDiffer" : undefined;
  }

  function printed(adjustments: AssessedOrg["bonuses"] = []): Adjustment[] {
    const counted = adjustments.filter((one) => !refused.includes(one));
    return counted.map((one) => ({ ...one, points: round(one.points, places) }));
  }

  /** What does not concern the org, or is not yet decided, leaves its weights; the others are stretched over the whole. */
  function pointsOf(): Decimal {
    const found = sum(scored.map(({ score }) => score as Decimal));
    lines.push({ code: "items", args: { points: scored.map(({ score }) => score as Decimal), sum: found } });
    const applicable = sum(concerned.map(({ weight }) => weight));
    if (concerned.length === items.length || isZero(applicable)) return found;
    const share = over(fractionOfDecimal(weights), fractionOfDecimal(applicable));
    const stretched = roundFraction(multiplyFractions(fractionOfDecimal(found), share), places);
    lines.push({ code: "rescaled", args: { weights, applicable, points: stretched } });
    return stretched;
  }

  function reportingPoints(): Decimal {
    const periods = of.missedReturns ?? [];
    if (periods.length === 0) return decimal("0");
    const { each, atMost } = common.reporting;
    const all = multiplyFractions(fraction(BigInt(periods.length), 1n), exact(each));
    const capped = compareFractions(all, exact(atMost)) > 0;
    const taken = roundFraction(capped ? exact(atMost) : all, places);
    lines.push({ code: "reporting", args: { periods, each, points: taken, capped } });
    return taken;
  }

  /** An incomplete score may yet rise, so it has no grade; 一票否决 sets one whatever the score. */
  function gradeOf(): string | null {
    if (of.vetoes && of.vetoes.length > 0) {
      lines.push({ code: "vetoed", args: { matters: of.vetoes, grade: common.vetoGrade } });
      return common.vetoGrade;
    }
    if (final === null || unranked) return null;
    const share = over(fractionOfDecimal(final), fractionOfDecimal(declared));
    const found = common.grades.find(({ atLeast }) => compareFractions(share, exact(atLeast)) >= 0);
    const name = found?.grade ?? common.lowest;
    lines.push({ code: "grade", args: { share: roundFraction(share), grade: name } });
    return name;
  }
}

const over = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom, a.bottom * b.top);
const exact = (text: string): Fraction => fractionOfDecimal(text as Decimal);

/** An org's score with its place in its group; null where it stands at the foot. */
export interface RankedScore extends OrgScore {
  readonly rank: number | null;
}
