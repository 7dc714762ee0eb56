import type { Facts, FindingCode } from "./facts.ts";
import type { Finding } from "./finding.ts";
import { en } from "./words/en.ts";
import { zhCN } from "./words/zh-CN.ts";

/** The languages of all words (语言). */
export type Lang = "zh-CN" | "en";

/** One sentence a code, made from its facts and the A1 reference of its subject ("" where that is no cell). */
export type WordsOf<Family> = {
  readonly [Code in keyof Family]: (args: Family[Code], ref: string) => string;
};

/** The sentences of all codes. A code without a sentence does not compile. */
export type Words = WordsOf<Facts>;

const words: Record<Lang, Words> = { "zh-CN": zhCN, en };

/**
 * The sentence of a finding: what was found, what was expected, what to do (问题说明).
 * @example
 * say(finding("V01", { text: "1255", reads: "1255" }, [cellPlace("a.xlsx", "台账", "G24")]))
 * // "G24“1255”是以文本保存的数字，本表求和会漏掉它；请改为数字1255。"
 */
export function say<Code extends FindingCode>(found: Finding<Code>, lang: Lang = "zh-CN"): string {
  const [subject] = found.at;
  const sentence = words[lang][found.code] as (args: Facts[Code], ref: string) => string;
  return sentence(found.args, subject?.kind === "cell" ? subject.ref : "");
}
