import type { Lang } from "@taizhang/finding";
import { en } from "./en.ts";
import { type PaneWords, zhCN } from "./zh-CN.ts";

export type { PaneWords } from "./zh-CN.ts";

/** The words of the pane in each language (用语). */
export const paneWords: Readonly<Record<Lang, PaneWords>> = { "zh-CN": zhCN, en };
