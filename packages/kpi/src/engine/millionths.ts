import { convert, type Decimal, decimalOfNumber, round } from "@taizhang/quantity";
import { type Scaled, scaled } from "../scaled.ts";

/** The greatest amount that a column holds, in millionths: a safe integer. */
export const most = Number.MAX_SAFE_INTEGER;

/**
 * The exact amount of a decimal or a number, in millionths (百万分之一). A number is the decimal of its 15 significant
 * digits, as a cell is. Most amounts need one multiplication and one division; what is left goes through its text.
 */
export function millionthsOf(amount: Decimal | number): Scaled {
  if (typeof amount === "number") {
    const whole = Math.round(amount * 1e6);
    // whole / 1e6 is the double nearest to that decimal, so equality says that the number is this decimal
    if (whole / 1e6 === amount && whole <= 1e15 && whole >= -1e15) return whole + 0;
    const text = decimalOfNumber(amount);
    if (text === undefined) throw new RangeError(`Not an amount: ${amount}`);
    return scaled(text);
  }
  if (isBroken(amount)) throw new RangeError(`Not an amount: ${amount}`);
  return short(amount) ?? scaled(amount);
}

/** The amount rounded half away from zero to six places, where it has more. */
export const roundedMillionths = (amount: Decimal | number): Scaled => {
  const exact = millionthsOf(amount);
  if (typeof exact === "number" || exact.places <= 6) return exact;
  const text = typeof amount === "number" ? (decimalOfNumber(amount) as Decimal) : amount;
  return scaled(round(text, 6));
};

/** The amount in another unit; undefined where it does not come into it exactly, or is no number. */
export function inUnit(
  amount: Decimal | number,
  unit: string | undefined,
  own: string,
): Decimal | number | undefined {
  if (isBroken(amount)) return undefined;
  if (unit === undefined || unit === own) return amount;
  return convert(typeof amount === "number" ? (decimalOfNumber(amount) as Decimal) : amount, unit, own);
}

/** True for NaN and the infinities, and for a text that is no decimal: a blank read from a file is never 0. */
export const isBroken = (amount: Decimal | number): boolean =>
  typeof amount === "number" ? !Number.isFinite(amount) : !/^-?\d+(\.\d+)?$/.test(amount);

const zeros = [1e6, 1e5, 1e4, 1e3, 1e2, 1e1, 1];

/** The millionths of a text of up to 15 digits, read digit by digit; undefined leaves it to the slow way. */
function short(text: string): number | undefined {
  const { length } = text;
  if (length > 15) return undefined;
  let value = 0;
  let at = 0;
  let places = -1;
  const negative = text.charCodeAt(0) === 45;
  if (negative) at = 1;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46) {
      if (places >= 0) return undefined;
      places = 0;
      continue;
    }
    if (code < 48 || code > 57) return undefined;
    value = value * 10 + (code - 48);
    if (places >= 0) places++;
  }
  const up = zeros[Math.max(places, 0)];
  if (up === undefined) return undefined;
  const amount = value * up;
  return amount > most ? undefined : negative ? 0 - amount : amount;
}
