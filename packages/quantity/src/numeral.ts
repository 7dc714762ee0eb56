import { add, compare } from "./arithmetic.ts";
import { isChineseDigit, isChineseNumeral, readChinese } from "./chinese-numeral.ts";
import { type Decimal, decimal, negate, parseDecimal, placesOf, shift } from "./decimal.ts";
import type { Numeral, ReadNumber } from "./printed-numeral.ts";
import { divide } from "./rounding.ts";
import { shareAt } from "./share.ts";
import { powerWordAt, unitWordAt } from "./unit-table.ts";
import { halfWidth } from "./width.ts";

/**
 * The number that a text writes as a whole, in Arabic or Chinese numerals or both, or undefined (读数).
 * @example readNumber("1.2万") // { value: "1.2", power: 4 }
 */
export function readNumber(text: string): ReadNumber | undefined {
  if (text.length > 2_000) return undefined;
  const plain = halfWidth(text).trim();
  const negative = /^[-–负]/.test(plain);
  const start = negative || plain.startsWith("+") ? 1 : 0;
  const found = numeralAt(plain, start);
  if (found?.value === undefined || found.end !== plain.length) return undefined;
  const { end: _, tail: __, ...number } = found;
  if (!negative) return number;
  return number.max || number.fraction ? undefined : { ...number, value: negate(number.value) };
}

/** The numeral without sign that starts here in half-width text; undefined where none starts. */
export function numeralAt(text: string, at: number): Numeral | undefined {
  const share = shareAt(text, at);
  if (share) return share;
  if (isDigit(text, at)) {
    const number = arabicAt(text, at);
    return number.value !== undefined && text.startsWith("分之", number.end)
      ? fractionAt(text, number.value, number.end + 2)
      : withTail(text, number);
  }
  if (text.startsWith("分之", at + 1) && /[百千]/.test(text.charAt(at))) return partsAt(text, at);
  return isChineseNumeral(text.charAt(at)) ? withTail(text, chineseAt(text, at)) : undefined;
}

export const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text, end)) end++;
  return end;
}

/** Digits with separators, point and exponent. */
function arabicAt(text: string, at: number): Numeral {
  let end = digitsEnd(text, at);
  let whole = text.slice(at, end);
  const separator = text.charAt(end);
  if (end - at <= 3 && !whole.startsWith("0") && /[,\u2009\u202f\u00a0]/.test(separator)) {
    const groups = [whole];
    while (text.charAt(end) === separator && digitsEnd(text, end + 1) === end + 4) {
      groups.push(text.slice(end + 1, end + 4));
      end += 4;
    }
    whole = groups.join("");
  }
  const fractionEnd = text.charAt(end) === "." ? digitsEnd(text, end + 1) : end + 1;
  const fraction = text.slice(end + 1, fractionEnd);
  if (fraction) end = fractionEnd;
  if (fraction && text.charAt(end) === "." && isDigit(text, end + 1)) {
    while (isDigit(text, end) || (text.charAt(end) === "." && isDigit(text, end + 1))) end++;
    return { end }; // 1.2.3 numbers a heading
  }
  let exponent = "";
  if (/[eE]/.test(text.charAt(end)) && /[+-]/.test(text.charAt(end + 1)) && isDigit(text, end + 2)) {
    const exponentEnd = digitsEnd(text, end + 2); // a number cell turned to text: 1.2E+05
    exponent = text.slice(end, exponentEnd);
    end = exponentEnd;
  }
  const value = parseDecimal((fraction ? `${whole}.${fraction}` : whole) + exponent);
  if (value === undefined) return { end };
  return {
    value,
    power: 0,
    end,
    tail: end,
    ...(placesOf(value) < fraction.length && !exponent ? { printedPlaces: fraction.length } : {}),
  };
}

/** A run of Chinese numeral letters, with 点 and digits behind it, or the denominator of 三分之二. */
function chineseAt(text: string, at: number): Numeral {
  let end = at;
  while (
    isChineseNumeral(text.charAt(end)) &&
    !(end > at && /[百千]/.test(text.charAt(end)) && unitWordAt(text, end))
  )
    end++;
  if (end - at > 40) return { end };
  const read = readChinese(text.slice(at, end));
  if (!read || isIndefinite(text, at)) {
    const two = text.slice(at + 1, end).search(/[两兩]/); // 西四两所: a name, and then two of them
    return { end: two < 0 ? end : at + 1 + two };
  }
  const value = decimal(String(read.value));
  if (text.startsWith("分之", end)) return fractionAt(text, value, end + 2);
  if (text.charAt(end) === "点" && read.power === 0 && !read.max) {
    let last = end + 1;
    while (isChineseDigit(text.charAt(last))) last++;
    const places = last - end - 1;
    const digits =
      places > 0 && places < 15 && !/[十拾百佰]/.test(text.charAt(last))
        ? fractionOf(text.slice(end + 1, last))
        : undefined;
    if (digits) return { value: add(value, digits), power: 0, end: last, tail: last };
  }
  const max = read.max === undefined ? {} : { max: decimal(String(read.max)) };
  const tail = end - (read.power === 12 ? 2 : read.power > 0 ? 1 : 0);
  return { value, power: read.power, end, tail, ...max };
}

/** True for 几十 and 数百: about how many, nobody can say. */
export const isIndefinite = (text: string, at: number): boolean => /[几数]/.test(text.charAt(at - 1));

/** The digits behind 点 as a part of one. */
function fractionOf(digits: string): Decimal | undefined {
  const read = readChinese(`〇${digits}〇`); // as digits, one by one
  return read && shift(decimal(String(read.value)), -digits.length - 1);
}

/** 三分之二, read from its numerator on. */
function fractionAt(text: string, under: Decimal, at: number): Numeral {
  const over = isDigit(text, at)
    ? arabicAt(text, at)
    : isChineseNumeral(text.charAt(at))
      ? chineseAt(text, at)
      : { end: at };
  const value = over.value === undefined ? undefined : divide(over.value, under, 15);
  if (over.value === undefined || value === undefined) return { end: over.end };
  return { value, power: 0, end: over.end, tail: over.end, fraction: [over.value, under] };
}

/** 百分之五, 千分之1.5, 百分之百. */
function partsAt(text: string, at: number): Numeral {
  const unit = text.charAt(at) === "百" ? ("%" as const) : ("‰" as const);
  const start = at + 3;
  if (text.charAt(start) === "百" && !isChineseNumeral(text.charAt(start + 1)))
    return { value: decimal("100"), power: 0, unit, end: start + 1, tail: start + 1 };
  const number = isDigit(text, start)
    ? arabicAt(text, start)
    : isChineseNumeral(text.charAt(start))
      ? chineseAt(text, start)
      : { end: start };
  return number.value === undefined ? number : { ...number, unit };
}

/** 余, 多, 来, 几 and the power words behind a numeral: 100多万, 十几, 1亿2千万. */
function withTail(text: string, number: Numeral): Numeral {
  if (number.value === undefined || number.fraction) return number;
  let { value, power, end, tail } = number;
  let approx = false;
  const about = () => {
    if (/[余多几来]/.test(text.charAt(end))) {
      approx = true;
      end++;
    }
  };
  about();
  let word = power === 0 ? powerWordAt(text, end) : undefined;
  if (power === 0) tail = end;
  if (word) ({ power, end } = word);
  // 1亿2千万, 3万5千: each further part has a lower power word, and fits below the part before it
  for (let parts = 1; word && !approx && parts < 4 && isDigit(text, end); parts++) {
    const next = arabicAt(text, end);
    word = next.value === undefined ? undefined : powerWordAt(text, next.end);
    if (!word || next.value === undefined || word.power >= power) break;
    if (compare(shift(next.value, word.power), shift(decimal("1"), power)) >= 0) break;
    value = add(shift(value, power - word.power), next.value);
    tail = next.end;
    ({ power, end } = word);
  }
  if (!approx) about();
  return { ...number, value, power, end, tail, ...(approx ? { approx: true as const } : {}) };
}
