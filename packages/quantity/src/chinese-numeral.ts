const digitOf = new Map<string, number>();
["〇零○", "一壹", "二贰两兩", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].forEach(
  (letters, digit) => {
    for (const letter of letters) digitOf.set(letter, digit);
  },
);
const unitsOf = new Map(
  [..."十拾百佰千仟万萬亿億"].map((letter, index) => [letter, [10, 100, 1000, 1e4, 1e8][index >> 1] ?? 0]),
);

/** True for a letter of a Chinese numeral: digits, 十百千万亿, 廿 and 卅, plain or formal. */
export const isChineseNumeral = (letter: string): boolean =>
  digitOf.has(letter) || unitsOf.has(letter) || letter === "廿" || letter === "卅";

/** True for a Chinese digit, zero included. */
export const isChineseDigit = (letter: string): boolean => digitOf.has(letter);

/** What a run of Chinese numeral letters says; `max` where two digits stand side by side, as in 三五. */
export interface ChineseNumber {
  readonly value: number;
  /** The trailing 万 or 亿, kept as a power: 三百万 is 300 and 4. */
  readonly power: number;
  readonly max?: number;
}

/**
 * The number of a whole run of numeral letters, or undefined where it is none (中文数字): 十二五 is a name.
 * @example readChinese("一百二十") // { value: 120, power: 0 }
 */
export function readChinese(run: string): ChineseNumber | undefined {
  const plain = run.replaceAll("廿", "二十").replaceAll("卅", "三十");
  const digits = [...plain].filter((letter) => digitOf.has(letter)).length;
  if (digits === plain.length && (digits > 2 || (digits === 2 && /[〇零○]/.test(plain))))
    return asDigits(plain); // 二〇一六
  if (/^十[一二三四五]五$/.test(plain)) return undefined; // 十三五: a five-year plan
  const pair = pairAt(plain);
  if (pair < 0) return evaluate(plain);
  const low = evaluate(plain.slice(0, pair + 1) + plain.slice(pair + 2));
  const high = evaluate(plain.slice(0, pair) + plain.slice(pair + 1));
  return low && high && low.power === high.power && low.value < high.value
    ? { ...low, max: high.value }
    : undefined;
}

/** Digits of a Chinese numeral one by one: 〇五 and 二〇一六. */
function asDigits(run: string): ChineseNumber | undefined {
  if (run.length > 15) return undefined;
  return { value: Number([...run].map((letter) => digitOf.get(letter)).join("")), power: 0 };
}

/** Where two digits stand side by side that mean "from this to that": 三五, 七八. */
function pairAt(run: string): number {
  for (let at = 0; at + 1 < run.length; at++) {
    const [a, b] = [digitOf.get(run.charAt(at)) ?? 0, digitOf.get(run.charAt(at + 1)) ?? 0];
    if (a > 0 && (b === a + 1 || (at === 0 && a === 3 && b === 5))) return at;
  }
  return -1;
}

/** The value by the grammar of 十百千万亿; undefined as soon as it breaks. */
function evaluate(run: string): ChineseNumber | undefined {
  let total = 0; // in units above the current section
  let section = 0;
  let digit = -1;
  let before = 1e5; // the last of 十百千 in this section: they must fall
  let lastBig = 1e16;
  let last = 0; // the unit letter just read, for 一百二 and 两万五
  for (const letter of run) {
    const next = digitOf.get(letter);
    const unit = unitsOf.get(letter) ?? 0;
    if (next !== undefined) {
      if (digit > 0) return undefined;
      digit = next;
      if (next === 0) last = 0;
    } else if (unit < 1e4) {
      if (unit >= before || (digit < 1 && !(unit === 10 && section % 100 === 0))) return undefined;
      section += Math.max(digit, 1) * unit;
      before = unit;
      last = unit;
      digit = -1;
    } else {
      if (digit > 0) section += digit;
      const joined = section === 0 && last === 1e4 && unit === 1e8; // 万亿
      if ((section === 0 && !joined) || (unit >= lastBig && !(unit === 1e8 && lastBig === 1e4)))
        return undefined;
      total = unit === 1e8 ? (total + section) * unit : total + section * unit;
      section = 0;
      digit = -1;
      before = 1e5;
      lastBig = unit;
      last = unit;
    }
  }
  if (digit > 0) section += last >= 100 ? (digit * last) / 10 : digit;
  const value = total + section;
  if (!Number.isSafeInteger(value)) return undefined;
  const power = /[万萬亿億]$/.test(run) ? (/[万萬][亿億]$/.test(run) ? 12 : /[亿億]$/.test(run) ? 8 : 4) : 0;
  return { value: value / 10 ** power, power };
}
