import type { Lang } from "@taizhang/finding";
import { type QuotaInput, quotaUse } from "../quota.ts";
import type { Explanation } from "./explanation.ts";
import { boundSign, inputsOf, number, percent } from "./printed.ts";
import { explainWords } from "./words-in.ts";

/** How the use of a yearly ceiling came about (额度使用率的推导). The domain page §3. */
export function explainQuota(input: QuotaInput, lang: Lang = "zh-CN"): Explanation {
  const words = explainWords(lang);
  const { ceiling, used, bound, ended, complete } = input;
  const { use, left, state } = quotaUse(input);
  const share = use === undefined ? [] : [`${number(used)}÷${number(ceiling)}=${percent(use)}`];
  return {
    what: words.quota.what,
    inputs: inputsOf(words, {
      ceiling: number(ceiling),
      used: number(used),
      bound: bound && boundSign[bound],
      ended: ended ? words.yes : words.no,
      complete: complete ? words.yes : words.no,
    }),
    formula: [...share, words.quota.left(number(left)), words.quota.states[state]].join(
      lang === "en" ? ", " : "，",
    ),
    rule: words.quota.rule,
    source: words.source("3"),
  };
}
