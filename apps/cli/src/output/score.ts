import type { Lang } from "@taizhang/finding";
import {
  type AssessedFigures,
  type RankedScore,
  type ScoreLine,
  type Scores,
  sayScoreLine,
} from "@taizhang/kpi";
import { type Decimal, roundText } from "@taizhang/quantity";
import { z } from "zod";
import { envelope, type FileError, type FindingOutput } from "./finding.ts";

const amount = z.string().regex(/^-?\d+(\.\d+)?$/);
/** A rule with its date and source. `own`: Taizhang's own, of no document; `early`: it began after the period, for want of another. */
const dated = z.object({
  since: z.string(),
  source: z.string(),
  own: z.literal(true).optional(),
  early: z.literal(true).optional(),
  value: z.record(z.string(), z.unknown()),
});
const lines = z.array(
  z.object({ code: z.string(), args: z.record(z.string(), z.unknown()), message: z.string() }),
);

/** What `score --json` prints. Points are decimal strings as printed, `completion` is a ratio with 6 places. */
export const scoreDocument = z.object({
  ...envelope,
  preset: z.string(),
  /** Since when the preset holds, and where it is from. */
  rule: dated,
  common: dated,
  total: amount,
  period: z.string().nullable(),
  /** True where no sheet states a weight and the total was shared out evenly. */
  evenWeights: z.boolean(),
  /** Groups whose places compare orgs scored by very different numbers of indicators. */
  breadth: z.array(z.object({ group: z.string(), fewest: z.number().int(), most: z.number().int() })),
  scores: z.array(
    z.object({
      org: z.string(),
      group: z.string(),
      rank: z.number().int().nullable(),
      points: amount.nullable(),
      bonus: amount,
      deduction: amount,
      reporting: amount,
      vetoes: z.array(z.string()),
      final: amount.nullable(),
      grade: z.string().nullable(),
      unranked: z.enum(["unreported", "nothingToScore", "incomplete", "weightsDiffer"]).nullable(),
      items: z.array(
        z.object({
          indicator: z.string(),
          unit: z.string(),
          weight: amount,
          target: amount.nullable(),
          actual: amount.nullable(),
          completion: amount.nullable(),
          score: amount.nullable(),
          bonus: amount,
          lines,
          sources: z.array(z.object({ file: z.string(), sheet: z.string(), ref: z.string() })),
        }),
      ),
      lines,
    }),
  ),
});
export type ScoreDocument = z.infer<typeof scoreDocument>;

/** The scores as a document. */
export function scoreOutput(
  scores: Scores,
  { period, evenWeights }: Pick<AssessedFigures, "period" | "evenWeights">,
  beside: { readonly findings: FindingOutput[]; readonly errors: FileError[] },
  lang: Lang,
): ScoreDocument {
  const said = (all: readonly ScoreLine[]) =>
    all.map((line) => ({ code: line.code, args: { ...line.args }, message: sayScoreLine(line, lang) }));
  const orgOutput = ({ items, unranked, vetoes, lines: own, ...rest }: RankedScore) => ({
    org: rest.org,
    group: rest.group,
    rank: rest.rank,
    points: rest.points,
    bonus: rest.bonus,
    deduction: rest.deduction,
    reporting: rest.reporting,
    vetoes: [...vetoes],
    final: rest.final,
    grade: rest.grade,
    unranked: unranked ?? null,
    items: items.map((item) => ({
      indicator: item.indicator,
      unit: item.unit,
      weight: item.weight,
      target: item.target ?? null,
      actual: item.actual.status === "reported" ? item.actual.amount : null,
      completion: sixPlaces(item.rate),
      score: item.score,
      bonus: item.bonus,
      lines: said(item.lines),
      sources: [...(item.sources ?? [])],
    })),
    lines: said(own),
  });
  const ruleOutput = ({ since, source, own, early, value }: Scores["rule"] | Scores["common"]) => ({
    since,
    source,
    ...(own ? { own } : {}),
    ...(early ? { early } : {}),
    value: { ...value } as Record<string, unknown>,
  });
  return {
    schemaVersion: 1,
    preset: scores.preset,
    rule: ruleOutput(scores.rule),
    common: ruleOutput(scores.common),
    total: scores.total,
    period,
    evenWeights,
    breadth: scores.breadth.map((one) => ({ ...one })),
    scores: scores.orgs.map(orgOutput),
    ...beside,
  };
}

const sixPlaces = (ratio: Decimal | null) => (ratio === null ? null : roundText(ratio, 6));
