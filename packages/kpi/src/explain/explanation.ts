import type { Lang } from "@taizhang/finding";

/** How a result came about: what went in, the formula with the numbers in it, the rule, and where the rule is from (推导). */
export interface Explanation {
  /** What it is, “指标完成率”. */
  readonly what: string;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
  /** The formula with its numbers and its result, “52,242÷27,800=187.92%”. */
  readonly formula: string;
  readonly rule: string;
  readonly source: string;
}

/**
 * An explanation as lines of text, one thing a line (推导文字).
 * @example sayExplanation(explainPace({ period: "2016-04", deadline: "2016-06-30" }))[1] // "报告期：2016-04；完成时限：2016-06-30。"
 */
export function sayExplanation(
  { what, inputs, formula, rule, source }: Explanation,
  lang: Lang = "zh-CN",
): string[] {
  const zh = lang === "zh-CN";
  const given = inputs.map(({ name, value }) => (zh ? `${name}：${value}` : `${name}: ${value}`));
  return zh
    ? [`${what}：${formula}。`, `${given.join("；")}。`, `规则：${rule}`, `依据：${source}`]
    : [`${what}: ${formula}.`, `${given.join("; ")}.`, `Rule: ${rule}`, `Source: ${source}`];
}
