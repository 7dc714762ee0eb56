import type { FindingCode } from "./facts.ts";
import type { Finding } from "./finding.ts";
import type { Lang } from "./lang.ts";
import type { Words } from "./sentences.ts";
import { en } from "./words/en.ts";
import { zhCN } from "./words/zh-CN.ts";

const words: Record<Lang, Words> = { "zh-CN": zhCN, en };

/**
 * The sentence of a finding: what was found, what was expected, what to do (问题说明).
 * @example
 * say(finding("V01", { text: "1255", reads: "1255" }, [cellPlace("a.xlsx", "台账", "G24")]))
 * // "G24“1255”是以文本保存的数字，本表求和会漏掉它；请改为数字1255。"
 */
export function say<Code extends FindingCode>(found: Finding<Code>, lang: Lang = "zh-CN"): string {
  const [subject] = found.at;
  // no cast to one sentence's type: comparing the two cost the compiler minutes
  return words[lang][found.code](found.args, subject?.kind === "cell" ? subject.ref : "");
}
