import type { Lang } from "@taizhang/finding";
import type { Decimal } from "@taizhang/quantity";
import type { Forecast } from "../forecast.ts";
import type { Unranked } from "../score/org-score.ts";
import type { Change } from "../year-on-year.ts";
import { number, percent } from "./printed.ts";
import { explainWords } from "./words-in.ts";

/** A change in words (同比、环比的说法). @example sayChange({ kind: "rate", rate: decimal("0.12") }) // "增长12%" */
export function sayChange(change: Change, lang: Lang = "zh-CN"): string {
  const words = explainWords(lang).change;
  if (change.kind === "incomparable") return words.incomparable;
  return change.kind === "rate"
    ? words.said.rate(percent(sizeOf(change.rate)), wayOf(change.rate))
    : words.said.points(number(sizeOf(change.points)), wayOf(change.points));
}

/** Whether a forecast meets its target, in words (能否完成的说法). @example sayMeets("part") // "难以确定" */
export const sayMeets = (meets: NonNullable<Forecast["meets"]>, lang: Lang = "zh-CN"): string =>
  explainWords(lang).meets[meets];

/** Why an org has no place, in words (不排位次的说法). @example sayUnranked("incomplete") // "得分不全" */
export const sayUnranked = (unranked: Unranked, lang: Lang = "zh-CN"): string =>
  explainWords(lang).unranked[unranked];

const sizeOf = (amount: Decimal): Decimal => amount.replace(/^-/, "") as Decimal;
const wayOf = (amount: Decimal): "more" | "less" | "same" =>
  Number(amount) === 0 ? "same" : amount.startsWith("-") ? "less" : "more";
