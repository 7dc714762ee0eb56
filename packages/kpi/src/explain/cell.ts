import type { Lang } from "@taizhang/finding";
import { lastDay } from "@taizhang/model";
import { light as lightByLag } from "../light.ts";
import type { RollUpCell } from "../roll-up-cell.ts";
import { sayNote } from "../say-note.ts";
import { explainCompletion } from "./completion.ts";
import { type Explanation, sayExplanation } from "./explanation.ts";
import { explainLight } from "./light.ts";

/**
 * All that can be said of how a rolled-up cell came about: its completion and light with their formulas, then its
 * notes (汇总格的推导). Which cells its sums are made from stands in `sources`.
 * @example explainCell(rollUp(figures).cells[0]) // ["指标完成率：52,242÷27,800=187.92%。", …]
 */
export function explainCell(
  cell: RollUpCell,
  { lang = "zh-CN", preset }: { readonly lang?: Lang; readonly preset?: string } = {},
): string[] {
  const { target, targetMax, actual, completion, pace, light, direction, period } = cell;
  const explanations: Explanation[] = [];
  if (target !== null && actual !== null)
    explanations.push(
      explainCompletion({ direction, target, actual, ...(targetMax === null ? {} : { targetMax }) }, lang),
    );
  // A light that does not come from the lag (a ceiling, a baseline, a missing report) is said by the cell's notes.
  const on = period === null ? undefined : lastDay(period);
  if (
    pace !== null &&
    completion !== null &&
    direction === "up" &&
    lightByLag({ pace, rate: completion }, preset, on) === light
  )
    explanations.push(
      explainLight(
        { pace, rate: completion },
        {
          lang,
          ...(preset === undefined ? {} : { preset }),
          ...(on === undefined ? {} : { on }),
        },
      ),
    );
  return [
    ...explanations.flatMap((one) => sayExplanation(one, lang)),
    ...cell.notes.map((note) => sayNote(note, lang)),
  ];
}
