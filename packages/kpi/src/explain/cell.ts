import type { Lang } from "@taizhang/finding";
import { lastDay, type Period } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import { completion as completionOf } from "../completion.ts";
import { fractionOfDecimal } from "../fraction.ts";
import { type Light, lightOfPoints, lightRule } from "../light.ts";
import type { RollUpCell } from "../roll-up-cell.ts";
import { sayNote } from "../say-note.ts";
import { reasonWithoutLight } from "./cell-without-light.ts";
import { reasonWithoutRate } from "./cell-without-rate.ts";
import { explainedCompletion, explainProgress } from "./completion.ts";
import { type Explanation, sayExplanation } from "./explanation.ts";
import { explainLight } from "./light.ts";
import { explainPace, explainWeightedPace } from "./pace.ts";
import { percent } from "./printed.ts";
import type { ExplainWords } from "./words.ts";
import { explainWords } from "./words-in.ts";

/**
 * All that can be said of how a rolled-up cell came about: its completion or progress, pace and light with their
 * formulas, by the preset that it was made with, or why there is no completion or what else decides the light, then its notes (汇总格的推导). Which cells its sums are made from stands in `sources`.
 * @example explainCell(rollUp(figures).cells[0]) // ["指标完成率：52,242÷27,800=187.92%。", …]
 */
export function explainCell(cell: RollUpCell, { lang = "zh-CN" }: { readonly lang?: Lang } = {}): string[] {
  const { target, actual, completion, pace, lag, light, direction, period, preset, paceOf, progress } = cell;
  const { completion: words, light: lightWords, lights } = explainWords(lang);
  const explanations: Explanation[] = [];
  const figures = { target: target as Decimal, actual: actual as Decimal };
  // A rate that the cell refuses is nobody's: it is said why there is none.
  if (completion !== null) {
    const input = { direction, ...figures };
    explanations.push(
      explainedCompletion(input, { ...completionOf(input), rate: completion }, lang, cell.atLeast),
    );
  }
  if (progress) {
    const way = explainProgress({ baseline: progress.baseline, ...figures }, lang);
    explanations.push({ ...way, formula: `${way.formula.split("=")[0]}=${percent(progress.rate)}` });
  }
  const rate = progress?.rate ?? completion;
  // Where there is a lag, there are a pace and a rate that it is the difference of
  const isByLag = lag !== null && lightOfLag(cell, lag) === light;
  const met =
    !isByLag && (light === "green" || light === "red") ? lightWords.met[light][direction] : undefined;
  const dark = reasonWithoutLight(cell);
  // What only the end decides, and ceilings and bands, are not held against the time elapsed
  if (direction === "up" && !met && dark !== "byTheEnd") {
    if (paceOf) explanations.push(explainPace(paceOf, lang));
    else if (pace !== null) explanations.push(explainWeightedPace(pace, lang));
  }
  if (isByLag)
    explanations.push(
      explainLight(
        { pace: pace as Decimal, rate: rate as Decimal, lag, isProgress: progress !== undefined },
        { lang, preset, on: lastDay(period as Period) },
      ),
    );
  const { completionReporting } = cell;
  const isReportingApart = completionReporting !== null && completionReporting !== completion;
  const reason = completion === null ? reasonWithoutRate(cell) : undefined;
  return [
    ...(reason ? [words.without(reason === "within" ? bandOf(cell, words) : words.none[reason])] : []),
    ...explanations.flatMap((one) => sayExplanation(one, lang)),
    ...(isReportingApart ? [words.reporting(percent(completionReporting))] : []),
    ...(dark && light ? [lightWords.because(lights[light], lightWords.none[dark])] : []),
    ...(met && light ? [lightWords.because(lights[light], met)] : []),
    ...cell.notes.map((note) => sayNote(note, lang)),
  ];
}

/** What the thresholds of the cell's preset say of its lag. */
const lightOfLag = ({ preset, period }: RollUpCell, lag: Decimal): Light | undefined => {
  const rule = lightRule(preset, lastDay(period as Period));
  return rule && lightOfPoints(fractionOfDecimal(lag), rule.value);
};

/** A band with its two ends, where the upper one is known. */
const bandOf = ({ target, targetMax }: RollUpCell, { band, none }: ExplainWords["completion"]): string =>
  targetMax === null ? none.within : band(target as Decimal, targetMax);
