import type { Lang } from "@taizhang/finding";
import { lastDay } from "@taizhang/model";
import { completion as completionOf } from "../completion.ts";
import { fractionOfDecimal } from "../fraction.ts";
import { lightOfPoints, lightRule } from "../light.ts";
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
 * formulas, by the preset that it was made with, or why there is no completion, then its notes (汇总格的推导). Which cells its sums are made from stands in `sources`.
 * @example explainCell(rollUp(figures).cells[0]) // ["指标完成率：52,242÷27,800=187.92%。", …]
 */
export function explainCell(cell: RollUpCell, { lang = "zh-CN" }: { readonly lang?: Lang } = {}): string[] {
  const { target, actual, completion, pace, lag, light, direction, period, preset, paceOf, progress } = cell;
  const explanations: Explanation[] = [];
  // A rate that the cell refuses is nobody's: it is said why there is none.
  if (target !== null && actual !== null && completion !== null) {
    const input = { direction, target, actual };
    explanations.push(
      explainedCompletion(input, { ...completionOf(input), rate: completion }, lang, cell.atLeast),
    );
  }
  if (progress && target !== null && actual !== null) {
    const way = explainProgress({ baseline: progress.baseline, target, actual }, lang);
    explanations.push({ ...way, formula: `${way.formula.split("=")[0]}=${percent(progress.rate)}` });
  }
  if (paceOf) explanations.push(explainPace(paceOf, lang));
  else if (pace !== null) explanations.push(explainWeightedPace(pace, lang));
  // A light that does not come from the lag (a ceiling, a missing report) is said by the cell's notes.
  const on = period === null ? undefined : lastDay(period);
  const rule = lightRule(preset, on);
  const rate = progress?.rate ?? completion;
  if (
    pace !== null &&
    rate !== null &&
    lag !== null &&
    rule &&
    lightOfPoints(fractionOfDecimal(lag), rule.value) === light
  )
    explanations.push(
      explainLight(
        { pace, rate, lag, isProgress: progress !== undefined },
        { lang, preset, ...(on === undefined ? {} : { on }) },
      ),
    );
  const { completion: words, light: lightWords, lights } = explainWords(lang);
  const { completionReporting } = cell;
  const isReportingApart = completionReporting !== null && completionReporting !== completion;
  const dark = reasonWithoutLight(cell);
  const reason = completion === null ? reasonWithoutRate(cell) : undefined;
  return [
    ...(reason ? [words.without(reason === "within" ? bandOf(cell, words) : words.none[reason])] : []),
    ...explanations.flatMap((one) => sayExplanation(one, lang)),
    ...(isReportingApart ? [words.reporting(percent(completionReporting))] : []),
    ...(dark && light ? [lightWords.without(lights[light], lightWords.none[dark])] : []),
    ...cell.notes.map((note) => sayNote(note, lang)),
  ];
}

/** A band with its two ends, where both are known. */
const bandOf = ({ target, targetMax }: RollUpCell, { band, none }: ExplainWords["completion"]): string =>
  target !== null && targetMax !== null ? band(target, targetMax) : none.within;
