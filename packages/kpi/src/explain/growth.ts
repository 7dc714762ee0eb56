import type { Lang } from "@taizhang/finding";
import { type Decimal, placesOf, roundText } from "@taizhang/quantity";
import { type GrowthInput, growthTarget, impliedBase, isAtComparablePrices } from "../growth.ts";
import type { Explanation } from "./explanation.ts";
import { factor, inputsOf, number } from "./printed.ts";
import { explainWords } from "./words-in.ts";

/** How an amount follows from a growth, or why it does not (由增幅推出目标的推导). The domain page §3. */
export function explainGrowthTarget(input: GrowthInput, lang: Lang = "zh-CN"): Explanation {
  const words = explainWords(lang);
  const { indicator, base, growth } = input;
  const target = growthTarget(input);
  return {
    what: words.growth.what,
    inputs: inputsOf(words, { indicator, base: number(base), growth: number(growth) }),
    formula:
      target === undefined
        ? words.growth.nothing
        : `${factor(base)}×(1+${factor(growth)}%)=${number(target)}`,
    rule: isAtComparablePrices(indicator) ? words.growth.comparable : words.growth.rule,
    source: words.source("3"),
  };
}

/** A figure with the digits that it was printed with: 62.0 where one place is known. */
const printedAt = (amount: Decimal, places = 0): string =>
  number(roundText(amount, Math.max(places, placesOf(amount))));

/** How the interval of a base follows from printed figures (隐含基数的推导). The domain page §3. */
export function explainImpliedBase(
  input: Parameters<typeof impliedBase>[0],
  lang: Lang = "zh-CN",
): Explanation {
  const words = explainWords(lang);
  const interval = impliedBase(input);
  return {
    what: words.impliedBase.what,
    inputs: inputsOf(words, {
      amount: printedAt(input.amount, input.amountPlaces),
      growth: printedAt(input.growth, input.growthPlaces),
    }),
    formula: interval
      ? words.impliedBase.between(number(interval.least), number(interval.most))
      : words.impliedBase.nothing,
    rule: words.impliedBase.rule,
    source: words.source("3"),
  };
}
