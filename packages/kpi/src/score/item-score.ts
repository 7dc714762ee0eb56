import { type Decimal, decimal } from "@taizhang/quantity";
import {
  compareFractions,
  type Fraction,
  fraction,
  fractionOfDecimal,
  multiplyFractions,
  roundFraction,
  subtractFractions,
} from "../fraction.ts";

import { scaled, signOf } from "../scaled.ts";
import type { AssessedItem } from "./assessment.ts";
import { type Peers, shareOfPeers } from "./peers.ts";
import type { ScoreLine } from "./score-line.ts";
import type { AssessmentRule, ScoreRule } from "./score-preset.ts";
import { type ScoringRate, scoringRate } from "./scoring-rate.ts";

/** The score of one item: null where nothing can be said, with the reason as its last line (单项得分). */
export interface ItemScore {
  readonly score: Decimal | null;
  /** Points beyond the weight; they stand outside the declared total. */
  readonly bonus: Decimal;
  /** Ratio with 6 places; null for what has no rate. */
  readonly rate: Decimal | null;
  readonly lines: readonly ScoreLine[];
}

/** What one item is scored by. */
export interface ItemContext {
  readonly rule: ScoreRule;
  readonly common: AssessmentRule;
  /** The same indicator at all orgs of the group. */
  readonly peers: Peers;
}

const zero = fraction(0n, 1n);
const whole = fraction(1n, 1n);

/** The score of one item by its rule, with its derivation line by line (单项计分). */
export function itemScore(item: AssessedItem, context: ItemContext): ItemScore {
  const { actual, target, given, weight } = item;
  const { places } = context.common;
  const nothing = (...lines: ScoreLine[]): ItemScore => ({
    score: null,
    bonus: decimal("0"),
    rate: null,
    lines,
  });
  if (actual.status === "notApplicable") return nothing({ code: "notApplicable", args: { weight } });
  if (given !== undefined) {
    // "Weights against the declared total": nobody gives more than the weight, nor less than nothing
    if (signOf(scaled(given)) < 0 || compareFractions(exact(given), exact(weight)) > 0)
      return nothing({ code: "givenOutside", args: { points: given, weight } });
    const points = roundFraction(exact(given), places);
    return { ...nothing({ code: "given", args: { points } }), score: points };
  }
  if (item.qualitative) return nothing({ code: "notGiven", args: {} });
  if (actual.status === "missing") return nothing({ code: "noReport", args: {} });
  if (actual.status === "unusable") return nothing({ code: "unusable", args: { why: actual.why } });
  if (item.partial) return nothing({ code: "partial", args: { actual: actual.amount } });
  if (item.atLeast) return nothing({ code: "lowerBound", args: { actual: actual.amount } });
  if (item.notDue) return nothing({ code: "notDue", args: { weight } });
  const { rule, common, peers } = context;
  const rated = target === undefined ? undefined : scoringRate(item, target, actual.amount, common);
  const rate = rated && hasRate(rated) ? roundFraction(rated.rate) : null;
  if (rule.kind === "best" || rule.kind === "efficacy") {
    const found = shareOfPeers(rule, item, actual.amount, rated, peers);
    if (!found.share) return nothing(...found.lines);
    return { ...pointsOf(found.share, found.lines), rate };
  }
  if (!rated) return nothing({ code: "noTarget", args: {} });
  if (rated.strict)
    return nothing({ code: "strictBound", args: { amount: actual.amount, bound: rated.strict } });
  return { ...byRate(rule, rated), rate };

  function byRate(of: Exclude<ScoreRule, { kind: "best" | "efficacy" }>, { rate: r, line }: ScoringRate) {
    if (of.kind === "linear") return linear(of, r, line);
    if (of.kind === "deduct") return deduct(of, r, line);
    for (const { atLeast, share } of of.steps)
      if (compareFractions(r, exact(atLeast)) >= 0)
        return pointsOf(exact(share), [line, { code: "step", args: { atLeast, share } }]);
    const atLeast = of.steps.at(-1)?.atLeast ?? "0";
    const { share } = of.otherwise;
    return pointsOf(exact(share), [line, { code: "belowSteps", args: { atLeast, share } }]);
  }

  function linear({ cap, bonus }: Extract<ScoreRule, { kind: "linear" }>, r: Fraction, line: ScoreLine) {
    const most = exact(cap);
    const over = compareFractions(r, most) > 0;
    const base = pointsOf(over ? most : r, [
      line,
      ...(over ? [{ code: "capped", args: { rate: roundFraction(r), cap } } as const] : []),
    ]);
    if (!over || !bonus || item.direction !== "up" || line.code !== "rate") return base;
    const beyond = subtractFractions(r, most);
    const earned = multiplyFractions(beyond, exact(bonus.per));
    const limit = exact(bonus.atMost);
    const limited = compareFractions(earned, limit) > 0;
    const points = roundFraction(multiplyFractions(limited ? limit : earned, exact(weight)), places);
    return {
      ...base,
      bonus: points,
      lines: [
        ...base.lines,
        limited
          ? ({ code: "bonusCapped", args: { atMost: bonus.atMost, weight, points } } as const)
          : ({
              code: "bonus",
              args: { over: roundFraction(beyond), per: bonus.per, weight, points },
            } as const),
      ],
    };
  }

  function deduct(
    { each, points, atMost }: Extract<ScoreRule, { kind: "deduct" }>,
    r: Fraction,
    line: ScoreLine,
  ) {
    const short = subtractFractions(whole, r);
    if (compareFractions(short, zero) <= 0)
      return pointsOf(whole, [line, { code: "nothingShort", args: {} }]);
    const step = exact(each);
    const times = (short.top * step.bottom) / (short.bottom * step.top);
    const off = multiplyFractions(fraction(times, 1n), exact(points));
    const limit = exact(atMost);
    const limited = compareFractions(off, limit) > 0;
    const taken = limited ? limit : off;
    const left = subtractFractions(exact(weight), taken);
    const score = roundFraction(compareFractions(left, zero) < 0 ? zero : left, places);
    return {
      score,
      bonus: decimal("0"),
      lines: [
        line,
        {
          code: "deducted",
          args: {
            short: roundFraction(short),
            each,
            times: Number(times),
            points: roundFraction(off, places),
          },
        },
        ...(limited ? [{ code: "deductionCapped", args: { atMost } } as const] : []),
        { code: "remaining", args: { weight, off: roundFraction(taken, places), points: score } },
      ] satisfies ScoreLine[],
    };
  }

  function pointsOf(share: Fraction, before: readonly ScoreLine[]) {
    const below = compareFractions(share, zero) < 0;
    const used = below ? zero : share;
    const score = roundFraction(multiplyFractions(used, exact(weight)), places);
    return {
      score,
      bonus: decimal("0"),
      lines: [
        ...before,
        ...(below ? [{ code: "belowZero", args: {} } as const] : []),
        { code: "points", args: { weight, share: roundFraction(used), points: score } } as const,
      ],
    };
  }
}

const hasRate = ({ line }: ScoringRate): boolean => line.code !== "met" && line.code !== "notMet";

/** A decimal of the data as an exact fraction. */
const exact = (text: string): Fraction => fractionOfDecimal(text as Decimal);
