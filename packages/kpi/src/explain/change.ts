import type { Lang } from "@taizhang/finding";
import type { Accounting } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import { yearOnYear } from "../year-on-year.ts";
import type { Explanation } from "./explanation.ts";
import { factor, inputsOf, number, percent } from "./printed.ts";
import { explainWords } from "./words-in.ts";

/** How 同比 or 环比 came about (增减的推导). The domain page §3. */
export function explainChange(
  current: Decimal,
  base: Decimal,
  { accounting = "flow", lang = "zh-CN" }: { readonly accounting?: Accounting; readonly lang?: Lang } = {},
): Explanation {
  const words = explainWords(lang);
  const change = yearOnYear(current, base, accounting);
  const [a, b] = [factor(current), factor(base)];
  return {
    what: words.change.what,
    inputs: inputsOf(words, { current: number(current), base: number(base) }),
    formula:
      change.kind === "rate"
        ? `(${a}−${b})÷${b}=${percent(change.rate)}`
        : change.kind === "points"
          ? `${a}−${b}${lang === "en" ? ": " : "，"}${words.change.points(number(change.points))}`
          : words.change.incomparable,
    rule: words.change.rules[change.kind],
    source: words.source("3"),
  };
}
