import { decimal } from "./decimal.ts";
import type { Numeral } from "./printed-numeral.ts";
import { divide } from "./rounding.ts";

/** Units of which one says 半 for half of one: 半年, 半个百分点. */
const halved = /^半(?=(?:年|个月|个?小时|天|个百分点|亩|公里|公斤|斤|倍)(?![级底终度报初检]))/;
/** Letters before 半年 and the like that make a word of it: 上半年, 每半年, 一年半. */
const boundHalf = /[上下前后大小每多年月个时天日里斤亩倍\d一二两三四五六七八九十]/;
const halfOfAll = /^(?:一半|对半|半数)(?![生年个天小月亩])|^半(?![\u3400-\u9fff])|^半(?=以上|以下|左右|的)/;
const overHalf = /[过超]$/;

/**
 * A part of a whole that is no numeral by its letters: 一半, 半数, the 半 of 过半 and of 半年, 1/3 beside a word of a bound, and
 * the 倍 of 翻倍 (分数、半数). Undefined where none starts.
 */
export function shareAt(text: string, at: number): Numeral | undefined {
  const letter = text.charAt(at);
  if (letter === "倍" || letter === "番")
    return text.charAt(at - 1) === "翻" ? { ...one, end: at, tail: at } : undefined;
  if (letter === "半" || letter === "一" || letter === "对") {
    const near = text.slice(at, at + 6);
    const whole = halfOfAll.exec(near)?.[0];
    if (whole && (whole !== "半" || overHalf.test(text.slice(Math.max(0, at - 1), at)))) {
      const end = at + whole.length;
      return { value: half, power: 0, end, tail: end, fraction: [decimal("1"), decimal("2")] };
    }
    return halved.test(near) && !boundHalf.test(text.charAt(at - 1))
      ? { value: half, power: 0, end: at + 1, tail: at + 1 }
      : undefined;
  }
  return slashAt(text, at);
}

const half = decimal("0.5");
const one = { value: decimal("1"), power: 0 };

const slash = /^([1-9]\d?)\/([1-9]\d?)(?![\d/.年月日号期])/;
const boundBefore = /(?:占|达到?|超过?|低于|少于|至少|近|约|[≥≤<>]|提高到|提高至|降到|降至|完成|的)$/;
const boundBehind = /^(?:以上|以下|以内|左右|及以上)/;

/** 1/3以上 is a third; 1/3 alone may as well be a day, a page or a ratio. */
function slashAt(text: string, at: number): Numeral | undefined {
  const match = slash.exec(text.slice(at, at + 6));
  if (!match || /[\d/.]/.test(text.charAt(at - 1))) return undefined;
  const [over, under] = [decimal(match[1] ?? ""), decimal(match[2] ?? "")];
  if (Number(over) >= Number(under)) return undefined;
  const end = at + match[0].length;
  if (!boundBefore.test(text.slice(Math.max(0, at - 4), at)) && !boundBehind.test(text.slice(end, end + 4)))
    return undefined;
  const value = divide(over, under, 15);
  return value && { value, power: 0, end, tail: end, fraction: [over, under] };
}
