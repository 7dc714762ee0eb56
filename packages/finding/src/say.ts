import type { Facts, FindingCode } from "./facts.ts";
import type { Finding } from "./finding.ts";
import { en } from "./words/en.ts";
import { zhCN } from "./words/zh-CN.ts";

/** The languages of all words (语言). */
export type Lang = "zh-CN" | "en";

/** One sentence a code, made from its facts. A code without a sentence does not compile. */
export type Words = { readonly [Code in FindingCode]: (args: Facts[Code]) => string };

const words: Record<Lang, Words> = { "zh-CN": zhCN, en };

/**
 * The sentence of a finding: what was found, what was expected, what to do (问题说明).
 * @example say(found, "zh-CN") // "“1255”是文本，…"
 */
export function say<Code extends FindingCode>({ code, args }: Finding<Code>, lang: Lang = "zh-CN"): string {
  return words[lang][code](args);
}
