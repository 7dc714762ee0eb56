import type { Lang } from "@taizhang/finding";
import type { ScoreLine, ScoreLineCode, ScoreLineFacts, ScoreLineWords } from "./score-line.ts";
import { en } from "./score-lines.en.ts";
import { zhCN } from "./score-lines.zh-CN.ts";

const words: Record<Lang, ScoreLineWords> = { "zh-CN": zhCN, en };

/**
 * The sentence of one line of a score's derivation (计算过程).
 * @example sayScoreLine({ code: "points", args: { weight: "10", share: "0.9333", points: "9.33" } }) // "权重10分×93.33%=9.33分。"
 */
export const sayScoreLine = ({ code, args }: ScoreLine, lang: Lang = "zh-CN"): string =>
  (words[lang][code] as (of: ScoreLineFacts[ScoreLineCode]) => string)(args);
