import { convert, type Decimal, decimalOfNumber, round } from "@taizhang/quantity";
import { type Scaled, scaled } from "../scaled.ts";

/** The greatest amount that a column holds, in millionths: a safe integer. */
export const most = Number.MAX_SAFE_INTEGER;

/**
 * The exact amount of a decimal or a number, in millionths (百万分之一). A number is the decimal of its 15 significant
 * digits, as a cell is. Most amounts need one multiplication and one division; what is left goes through its text.
 */
export function millionthsOf(amount: Decimal | number): Scaled {
  const plain = plainMillionths(amount);
  if (!Number.isNaN(plain)) return plain;
  if (isBroken(amount)) throw new RangeError(`Not an amount: ${amount}`);
  return scaled(textOf(amount));
}

/** The millionths of an amount of few digits, as almost all have; NaN leaves it to the slow way. */
function plainMillionths(amount: Decimal | number): number {
  if (typeof amount !== "number") return shortMillionths(amount);
  const whole = Math.round(amount * 1e6);
  return isMillionthsOf(whole, amount) ? whole + 0 : Number.NaN;
}

/** True where these millionths are just the number: whole / 1e6 is the double nearest to that decimal. */
export const isMillionthsOf = (whole: number, amount: number): boolean =>
  whole / 1e6 === amount && Math.abs(whole) <= 1e15;

/** The amount rounded half away from zero to six places, where it has more. */
export const roundedMillionths = (amount: Decimal | number): Scaled => {
  const exact = millionthsOf(amount);
  return typeof exact === "number" ? exact : scaled(round(textOf(amount), 6));
};

/** The text of an amount that is one. */
const textOf = (amount: Decimal | number): Decimal =>
  typeof amount === "number" ? (decimalOfNumber(amount) as Decimal) : amount;

/** The amount in another unit; undefined where it does not come into it exactly, or is no number. */
export function inUnit(
  amount: Decimal | number,
  unit: string | undefined,
  own: string,
): Decimal | number | undefined {
  if (isBroken(amount)) return undefined;
  if (unit === undefined || unit === own) return amount;
  return convert(textOf(amount), unit, own);
}

/** True for NaN and the infinities, and for a text that is no decimal: a blank read from a file is never 0. */
export const isBroken = (amount: Decimal | number): boolean =>
  typeof amount === "number" ? !Number.isFinite(amount) : !/^-?\d+(\.\d+)?$/.test(amount);

const zeros = [1e6, 1e5, 1e4, 1e3, 1e2, 1e1, 1];

/** The millionths of a decimal of up to 15 digits, read digit by digit; NaN for any other text. */
export function shortMillionths(text: string): number {
  const { length } = text;
  if (length > 15) return Number.NaN;
  const isNegative = text.charCodeAt(0) === 45;
  const first = isNegative ? 1 : 0;
  let value = 0;
  let point = length;
  for (let at = first; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) value = value * 10 + (code - 48);
    else if (code === 46 && point === length) point = at;
    else return Number.NaN;
  }
  // A digit before the point, and one after it where it stands
  if (point === first || point === length - 1) return Number.NaN;
  const amount = value * (zeros[Math.max(length - point - 1, 0)] ?? Number.NaN);
  return amount > most ? Number.NaN : isNegative ? 0 - amount : amount;
}
