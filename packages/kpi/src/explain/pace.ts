import type { Lang } from "@taizhang/finding";
import { lastMonth } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import { isWindowOver, type PaceInput, pace, paceFraction, stagesOf } from "../pace.ts";
import type { Explanation } from "./explanation.ts";
import { inputsOf, number, percent } from "./printed.ts";
import { explainWords } from "./words-in.ts";

/** How the pace of a total came about whose targets have windows of their own (各目标时限不同). */
export function explainWeightedPace(pace: Decimal, lang: Lang = "zh-CN"): Explanation {
  const words = explainWords(lang);
  return {
    what: words.pace.what,
    inputs: [],
    formula: percent(pace),
    rule: words.pace.weighted,
    source: words.source("3"),
  };
}

/** How a pace came about (序时进度的推导). The domain page §3. */
export function explainPace(input: PaceInput, lang: Lang = "zh-CN"): Explanation {
  const words = explainWords(lang);
  const { period, start, deadline, target, by = "month", idleMonths, today } = input;
  const nodes = stagesOf(input.nodes, input);
  const byNodes = nodes.length > 0 && target !== undefined;
  const share = paceFraction(input);
  const printed = pace(input);
  return {
    what: words.pace.what,
    inputs: inputsOf(words, {
      period,
      start,
      deadline,
      target: byNodes ? number(target) : undefined,
      nodes: byNodes
        ? words.list((input.nodes ?? []).map(({ through, value }) => `${through} ${number(value)}`))
        : undefined,
      idleMonths: by === "workingMonth" && idleMonths ? words.list(idleMonths.map(String)) : undefined,
      today: by === "day" ? today : undefined,
    }),
    formula:
      !share || printed === undefined
        ? words.none
        : byNodes
          ? nodeFormula(printed)
          : `${share.top}/${share.bottom}=${percent(printed)}`,
    rule: words.pace.rules[byNodes ? "nodes" : by],
    source: words.source("3"),
  };

  function nodeFormula(result: string): string {
    if (isWindowOver(input)) return words.pace.end(percent(result));
    const due = nodes
      .filter(({ through }) => lastMonth(through) <= lastMonth(period))
      .sort((a, b) => lastMonth(a.through) - lastMonth(b.through))
      .at(-1);
    return due
      ? `${words.pace.node(due.through)} ${number(due.value)}÷${number(target ?? "")}=${percent(result)}`
      : words.pace.before;
  }
}
