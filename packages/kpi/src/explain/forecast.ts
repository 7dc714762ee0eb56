import type { Lang } from "@taizhang/finding";
import { lastMonth } from "@taizhang/model";
import { type CumulativeAt, type ForecastInput, forecast } from "../forecast.ts";
import type { Explanation } from "./explanation.ts";
import { inputsOf, number } from "./printed.ts";
import { explainWords } from "./words-in.ts";

/** How the forecast of a year's end came about (年底预测的推导). The domain page §3. */
export function explainForecast(input: ForecastInput, lang: Lang = "zh-CN"): Explanation {
  const words = explainWords(lang);
  const found = forecast(input);
  const listed = (all: readonly CumulativeAt[]) =>
    all.length === 0 ? undefined : words.list(all.map(({ period, amount }) => `${period} ${number(amount)}`));
  return {
    what: words.forecast.what,
    inputs: inputsOf(words, {
      months: listed(input.actuals),
      lastYear: listed(input.lastYear ?? []),
      target: input.target && number(input.target),
    }),
    formula: found ? formulaOf(found) : words.forecast.nothing,
    rule: words.forecast.rule,
    source: words.source("3"),
  };

  function formulaOf({ straight, shaped, least, most, months }: NonNullable<typeof found>): string {
    const now = [...input.actuals].sort((a, b) => lastMonth(a.period) - lastMonth(b.period)).at(-1);
    const passed = now ? (lastMonth(now.period) % 12) + 1 : 12;
    const amount = number(now?.amount ?? "0");
    const last = (wanted: number) =>
      number(input.lastYear?.find(({ period }) => lastMonth(period) === wanted)?.amount ?? "0");
    const then = now ? lastMonth(now.period) - 12 : 0;
    return [
      words.forecast.straight(amount, passed, number(straight)),
      ...(shaped === undefined
        ? []
        : [words.forecast.shaped(amount, last(then - (then % 12) + 11), last(then), number(shaped))]),
      words.forecast.range(number(least), number(most), words.list(months)),
    ].join(lang === "en" ? "; " : "；");
  }
}
