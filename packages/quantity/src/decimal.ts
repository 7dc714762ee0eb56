/**
 * An exact decimal in canonical text (精确小数): no exponent, no "+", no "-0", no leading or trailing zeros. Two
 * equal amounts are the same text, so `===` compares them; a plain string is not assignable.
 */
export type Decimal = string & { readonly __decimal: "Decimal" };

/** The most digits that a decimal read from a text or a number may have (最多位数): hostile exponents end here. */
export const mostDigits = 1_000;

/** Zero (零). */
export const zero = "0" as Decimal;

const canonical = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,12})\.\d{0,12}[1-9])$/;
const plain = /^([+-]?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,15}))?$/;

/**
 * The decimal that a plain ASCII text writes, exponent allowed, or undefined (解析小数). Separators, spaces and
 * full-width digits are for `readNumber`. More than `mostDigits` digits give undefined.
 * @example parseDecimal("1.50e3") // "1500"
 */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length <= 16 && canonical.test(text)) return text as Decimal;
  if (text.length > 2 * mostDigits) return undefined;
  const match = plain.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  return placed(sign === "-", whole + fraction, fraction.length - Number(exponent));
}

/**
 * The decimal that a text of the program writes (小数); throws a RangeError for anything else, because then the
 * program is wrong. Use `parseDecimal` for text from people.
 * @example decimal("0.30") // "0.3"
 */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new RangeError(`Not a decimal: ${text.slice(0, 40)}`);
  return value;
}

/**
 * The decimal of the 15 significant digits of a double, which is what a number cell stands for (单元格数值);
 * undefined for NaN and the infinities. The domain page §2: amounts are exact decimals.
 * @example decimalOfNumber(0.1 + 0.2) // "0.3"
 */
export function decimalOfNumber(value: number): Decimal | undefined {
  if (!Number.isFinite(value)) return undefined;
  const text = String(value); // the shortest text that reads back as this double
  if (text.length <= 15 && !text.includes("e")) return text as Decimal; // `String(-0)` is "0"
  return parseDecimal(value.toPrecision(15));
}

/** The double nearest to the decimal, for charts and cells; never calculate with it (近似为双精度数). @example toNumber(decimal("4.3")) // 4.3 */
export const toNumber = (value: Decimal): number => Number(value);

/** How many digits stand after the point (小数位数). @example placesOf(decimal("4.30")) // 1 */
export function placesOf(value: Decimal): number {
  const point = value.indexOf(".");
  return point < 0 ? 0 : value.length - point - 1;
}

/** True for zero (是否为零). @example isZero(decimal("-0.0")) // true */
export const isZero = (value: Decimal): boolean => value === "0";

/** The sign: -1, 0 or 1 (正负号). @example sign(decimal("-3")) // -1 */
export const sign = (value: Decimal): -1 | 0 | 1 => (value === "0" ? 0 : value.startsWith("-") ? -1 : 1);

/** The decimal with the other sign (相反数). @example negate(decimal("-3")) // "3" */
export const negate = (value: Decimal): Decimal =>
  (value === "0" ? value : value.startsWith("-") ? value.slice(1) : `-${value}`) as Decimal;

/** The decimal without its sign (绝对值). @example absolute(decimal("-3")) // "3" */
export const absolute = (value: Decimal): Decimal =>
  (value.startsWith("-") ? value.slice(1) : value) as Decimal;

/**
 * The decimal moved by powers of ten, exactly (移小数点): the printed 8.7 with 亿 is 870000000.
 * @example shift(decimal("8.7"), 8) // "870000000"
 */
export function shift(value: Decimal, power: number): Decimal {
  if (!Number.isInteger(power) || Math.abs(power) > mostDigits)
    throw new RangeError(`Not a power to shift by: ${power}`);
  if (power === 0 || value === "0") return value;
  const negative = value.startsWith("-");
  const digits = (negative ? value.slice(1) : value).replace(".", "");
  return placed(negative, digits, placesOf(value) - power, Number.POSITIVE_INFINITY) as Decimal;
}

/** Digits with the point `places` from their right end, in canonical text. */
function placed(negative: boolean, digits: string, places: number, limit = mostDigits): Decimal | undefined {
  let start = 0;
  let end = digits.length;
  while (start < end && digits.charCodeAt(start) === 48) start++;
  if (start === end) return zero;
  let after = places;
  while (digits.charCodeAt(end - 1) === 48) {
    end--;
    after--;
  }
  const kept = digits.slice(start, end);
  if (Math.max(kept.length, after, kept.length - after) > limit) return undefined;
  let text = kept;
  if (after < 0) text = kept + "0".repeat(-after);
  else if (after >= kept.length) text = `0.${"0".repeat(after - kept.length)}${kept}`;
  else if (after > 0) text = `${kept.slice(0, kept.length - after)}.${kept.slice(kept.length - after)}`;
  return (negative ? `-${text}` : text) as Decimal;
}
