import { en } from "./messages.en.ts";
import { zhCN } from "./messages.zh-CN.ts";
import type { Evidence } from "./resolution.ts";

/**
 * Returns the evidence of an answer as a sentence (依据说明), in Chinese unless English is asked for.
 *
 * @example
 * resolve("下关区", { within: "320100" }).evidence.map((one) => explain(one));
 */
export const explain = ({ code, ...facts }: Evidence, lang: "zh-CN" | "en" = "zh-CN"): string =>
  (lang === "en" ? en : zhCN)[code](facts);
