import type { Lang } from "./say.ts";

/** The titles of all fixes, by id (修正名称). */
export const fixTitles = {
  toNumber: { "zh-CN": "改为数字", en: "Turn into a number" },
} as const satisfies Record<string, Record<Lang, string>>;

export type FixId = keyof typeof fixTitles;
