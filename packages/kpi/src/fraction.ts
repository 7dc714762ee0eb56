import { type Decimal, parseDecimal } from "@taizhang/quantity";
import { fractionOf, type Scaled } from "./scaled.ts";

/** An exact ratio of integers; `bottom` is positive. Rates and paces stay so until they are printed. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** The fraction a/b of integers; b must not be 0. */
export const fraction = (top: bigint, bottom: bigint): Fraction =>
  bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };

/** The ratio of two amounts, or undefined where the second is 0. */
export function ratioOf(a: Scaled | Fraction, b: Scaled): Fraction | undefined {
  const x = typeof a === "object" && "bottom" in a ? a : fractionOf(a);
  const y = fractionOf(b);
  return y.top === 0n ? undefined : reduce(fraction(x.top * y.bottom, x.bottom * y.top));
}

/** The sum of two fractions. */
export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  reduce(fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom));

/** The difference a − b. */
export const subtractFractions = (a: Fraction, b: Fraction): Fraction =>
  addFractions(a, { top: -b.top, bottom: b.bottom });

/** The product of two fractions. */
export const multiplyFractions = (a: Fraction, b: Fraction): Fraction =>
  reduce(fraction(a.top * b.top, a.bottom * b.bottom));

/** <0, 0, >0 as a is less than, equal to, or greater than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.top * b.bottom;
  const right = b.top * a.bottom;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The fraction of a decimal. */
export function fractionOfDecimal(value: Decimal): Fraction {
  const [whole = "0", part = ""] = value.split(".");
  return reduce(fraction(BigInt(whole + part), 10n ** BigInt(part.length)));
}

/** The decimal of a fraction, rounded half away from zero. @example roundFraction({ top: 1n, bottom: 3n }, 6) // "0.333333" */
export function roundFraction({ top, bottom }: Fraction, places = 6): Decimal {
  const positive = top < 0n ? -top : top;
  const digits = String((positive * 10n ** BigInt(places) * 2n + bottom) / (bottom * 2n)).padStart(
    places + 1,
    "0",
  );
  const [whole, part] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  const text = `${top < 0n ? "-" : ""}${whole}${part === "" ? "" : `.${part}`}`;
  return parseDecimal(text) as Decimal;
}

function reduce({ top, bottom }: Fraction): Fraction {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  return a > 1n ? { top: top / a, bottom: bottom / a } : { top, bottom };
}
