import type { Lang } from "@taizhang/finding";
import { en } from "./words.en.ts";
import type { ExplainWords } from "./words.ts";
import { zhCN } from "./words.zh-CN.ts";

const all: Record<Lang, ExplainWords> = { "zh-CN": zhCN, en };

/** The words of a language. */
export const explainWords = (lang: Lang): ExplainWords => all[lang];
