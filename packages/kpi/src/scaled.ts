import { type Decimal, parseDecimal, placesOf } from "@taizhang/quantity";

/** An exact amount beyond a safe integer of millionths: `value` × 10^-places. */
interface Spill {
  readonly value: bigint;
  readonly places: number;
}

/**
 * An exact amount for sums: a safe integer of millionths, or, where that does not hold it (more than 6 places, or
 * beyond 9 thousand million), an integer of its own scale. Never rounded; one amount has one form.
 */
export type Scaled = number | Spill;

const places = 6;
const million = 1_000_000;

/** Zero, the empty sum. */
export const nothing: Scaled = 0;

const spill = (amount: Scaled): Spill =>
  typeof amount === "number" ? { value: BigInt(amount), places } : amount;

/** The one form of an amount: without trailing zeros beyond six places, and a number where it fits. */
function settle(value: bigint, at: number): Scaled {
  let rest = value;
  let scale = at;
  for (; scale > places && rest % 10n === 0n; scale--) rest /= 10n;
  if (scale <= places) {
    rest *= 10n ** BigInt(places - scale);
    scale = places;
    const small = Number(rest);
    if (Number.isSafeInteger(small)) return small;
  }
  return { value: rest, places: scale };
}

/** The amount of a decimal times 10^power, exactly. */
export function scaled(amount: Decimal, power = 0): Scaled {
  const own = placesOf(amount);
  const point = amount.indexOf(".");
  const digits = point < 0 ? amount : amount.slice(0, point) + amount.slice(point + 1);
  const up = places - own + power;
  if (up >= 0 && digits.length + up <= 15) {
    const small = Number(digits) * 10 ** up;
    // A text that is no decimal must never pass for 0.
    if (Number.isNaN(small) || digits === "") throw new RangeError(`Not a decimal: ${amount}`);
    return small || 0;
  }
  return power - own > 0
    ? settle(BigInt(digits) * 10n ** BigInt(power - own), 0)
    : settle(BigInt(digits), own - power);
}

/** The amount of an integer. */
export const scaledOfWhole = (value: bigint): Scaled => settle(value, 0);

/** The sum of two amounts, exactly. */
export function plus(a: Scaled, b: Scaled): Scaled {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const [x, y] = [spill(a), spill(b)];
  const at = Math.max(x.places, y.places);
  return settle(x.value * 10n ** BigInt(at - x.places) + y.value * 10n ** BigInt(at - y.places), at);
}

/** The amount with its sign turned. */
export const minus = (a: Scaled): Scaled =>
  typeof a === "number" ? 0 - a : { value: -a.value, places: a.places };

/** The difference a − b, exactly. */
export const less = (a: Scaled, b: Scaled): Scaled => plus(a, minus(b));

/** The amount times an integer, exactly. */
export function timesWhole(a: Scaled, by: bigint): Scaled {
  const { value, places: at } = spill(a);
  return settle(value * by, at);
}

/** −1, 0 or 1. */
export function signOf(a: Scaled): number {
  return typeof a === "number" ? Math.sign(a) : a.value < 0n ? -1 : 1;
}

/** The amount as an exact fraction of integers. */
export const fractionOf = (a: Scaled): { readonly top: bigint; readonly bottom: bigint } =>
  typeof a === "number"
    ? { top: BigInt(a), bottom: BigInt(million) }
    : { top: a.value, bottom: 10n ** BigInt(a.places) };

/** The canonical decimal of an amount. */
export function decimalOf(a: Scaled): Decimal {
  const { value, places: at } = spill(a);
  const digits = String(value < 0n ? -value : value).padStart(at + 1, "0");
  const text = `${value < 0n ? "-" : ""}${digits.slice(0, -at)}.${digits.slice(-at)}`;
  return parseDecimal(text) as Decimal;
}
