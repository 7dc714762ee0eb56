import type { Lang } from "@taizhang/finding";
import type { Decimal } from "@taizhang/quantity";
import { type Completion, type CompletionInput, completion, progress, stretch } from "../completion.ts";
import type { Explanation } from "./explanation.ts";
import { boundSign, factor, inputsOf, number, percent } from "./printed.ts";
import { explainWords } from "./words-in.ts";

/** How a completion came about (指标完成率的推导). The domain page §3. */
export function explainCompletion(input: CompletionInput, lang: Lang = "zh-CN"): Explanation {
  return explainedCompletion(input, completion(input), lang);
}

/** The same of a rate that is known: one from parts comes of more digits than its actual prints; `atLeast`: 至少. */
export function explainedCompletion(
  input: CompletionInput,
  { rate, met, gap }: Completion,
  lang: Lang,
  atLeast = false,
): Explanation {
  const words = explainWords(lang);
  const { direction, target, targetMax, actual, bound, ceilingRate } = input;
  const [a, t] = [factor(actual), factor(target)];
  const said = met ? words.completion.met(number(gap)) : words.completion.notMet(number(gap));
  const formulas = { up: `${a}÷${t}`, negative: `2−${a}÷${t}`, inverse: `${t}÷${a}`, mirror: `2−${a}÷${t}` };
  const rule = ruleOf();
  return {
    what: words.completion.what,
    inputs: inputsOf(words, {
      target: number(target),
      targetMax: targetMax && number(targetMax),
      actual: number(actual),
      bound: bound && boundSign[bound],
    }),
    formula:
      rate !== undefined && rule in formulas
        ? `${atLeast ? words.completion.atLeast : ""}${formulas[rule as "up"]}=${percent(rate)}`
        : said,
    rule: words.completion.rules[rule],
    source: words.source("3"),
  };

  function ruleOf() {
    if (direction === "within") return "within";
    if (direction === "down")
      return ceilingRate === undefined ? "down" : rate === undefined ? "noDivisor" : ceilingRate;
    if (rate === undefined) return "zero";
    return target.startsWith("-") ? "negative" : "up";
  }
}

/** How the rate to a 力争 target came about (力争完成率的推导). */
export function explainStretch(target: Decimal, actual: Decimal, lang: Lang = "zh-CN"): Explanation {
  const words = explainWords(lang);
  const rate = stretch(target, actual);
  const quotient = `${target.startsWith("-") ? "2−" : ""}${factor(actual)}÷${factor(target)}`;
  return {
    what: words.stretch.what,
    inputs: inputsOf(words, { stretch: number(target), actual: number(actual) }),
    formula: rate === undefined ? words.none : `${quotient}=${percent(rate)}`,
    rule: words.stretch.rule,
    source: words.source("3"),
  };
}

/** How the progress from a baseline came about (较基期进展的推导). */
export function explainProgress(of: Parameters<typeof progress>[0], lang: Lang = "zh-CN"): Explanation {
  const words = explainWords(lang);
  const { baseline, target, actual } = of;
  const rate = progress(of);
  const [b, t, a] = [factor(baseline), factor(target), factor(actual)];
  return {
    what: words.progress.what,
    inputs: inputsOf(words, { baseline: number(baseline), target: number(target), actual: number(actual) }),
    formula: rate === undefined ? words.none : `(${a}−${b})÷(${t}−${b})=${percent(rate)}`,
    rule: words.progress.rule,
    source: words.source("3"),
  };
}
