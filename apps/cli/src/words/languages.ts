import type { Lang } from "@taizhang/finding";
import { en } from "./en.ts";
import type { Words } from "./words.ts";
import { zhCN } from "./zh-CN.ts";

const all: Record<Lang, Words> = { "zh-CN": zhCN, en };

/** The words of a language. */
export const wordsOf = (lang: Lang): Words => all[lang];
