import type { Lang } from "@taizhang/finding";
import type { Decimal } from "@taizhang/quantity";
import { datedSource } from "../dated.ts";
import { fractionOfDecimal } from "../fraction.ts";
import { lightOfPoints, lightRule, noSuchPreset, printedLag } from "../light.ts";
import type { Explanation } from "./explanation.ts";
import { inputsOf, number, percent } from "./printed.ts";
import { explainWords } from "./words-in.ts";

/**
 * How the light of a rate beside a pace came about, with the thresholds of the preset, its date and its source (亮灯的推导).
 * Where the two are roundings, `lag` is what lies between them before they were rounded, as `RollUpCell.lag` has it.
 * An unknown preset throws. The domain page §3.
 */
export function explainLight(
  of: {
    readonly pace: Decimal;
    readonly rate: Decimal;
    readonly lag?: Decimal;
    /** The rate is the progress from a baseline (较基期进展). */
    readonly isProgress?: boolean;
  },
  {
    preset = "default",
    on,
    lang = "zh-CN",
  }: { readonly preset?: string; readonly on?: string; readonly lang?: Lang } = {},
): Explanation {
  const words = explainWords(lang);
  const rule = lightRule(preset, on);
  if (!rule) throw noSuchPreset(preset);
  const lag = of.lag ?? printedLag(fractionOfDecimal(of.pace), fractionOfDecimal(of.rate), rule.value);
  const shown = lightOfPoints(fractionOfDecimal(lag), rule.value);
  const steps = rule.value.steps.map((step) => words.light.step(step.atMost, words.lights[step.light]));
  const last = rule.value.steps.at(-1)?.atMost ?? "0";
  const end = lang === "zh-CN" ? "。" : ".";
  return {
    what: words.light.what,
    inputs: inputsOf(words, {
      pace: percent(of.pace),
      rate: of.isProgress ? undefined : percent(of.rate),
      preset: words.presets[preset] ?? preset,
    }),
    formula: words.light.lag(
      percent(of.pace),
      percent(of.rate),
      number(lag),
      words.lights[shown],
      of.isProgress === true,
    ),
    rule: `${words.list([...steps, words.light.otherwise(last, words.lights[rule.value.otherwise.light])])}${end}${words.light.exact}`,
    source: datedSource(rule, lang),
  };
}
