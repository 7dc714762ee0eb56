import { perText, perWordEnd } from "./unit.ts";

const between =
  /^(?:补助|补贴|奖励|资助|发放|给予|提供|价值|一次性|标准为?|缴纳|资金|金额|不高于|不低于|[约达为,\s])*$/;

/**
 * What stands as 每人每年 before an amount, and where it begins; only words of giving may stand between.
 * @example perBefore("每人每年补助1200元", 8, 0) // { per: "人·年", start: 0 }
 */
export function perBefore(
  text: string,
  at: number,
  from: number,
): { per: string; start: number } | undefined {
  const earliest = Math.max(from, at - 18);
  const window = text.slice(earliest, at);
  for (let each = window.indexOf("每"); each >= 0; each = window.indexOf("每", each + 1)) {
    const parts: string[] = [];
    let end = earliest + each;
    while (text.charAt(end) === "每" && end < at) {
      const next = perWordEnd(text, /\d/.test(text.charAt(end + 1)) ? end + 2 : end + 1);
      if (next === undefined || next > at) break;
      parts.push(text.slice(end + 1, next));
      end = next;
    }
    if (parts.length > 0 && between.test(text.slice(end, at)))
      return { per: perText(parts), start: earliest + each };
  }
  return undefined;
}
