/** An exact fraction; `bottom` is positive. The oracle's own: it must not share arithmetic with what it judges. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** The fraction top/bottom. */
export const over = (top: bigint, bottom: bigint): Rational =>
  bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };

/** A whole number as a fraction. */
export const whole = (value: number | bigint): Rational => over(BigInt(value), 1n);

/** The fraction that a plain decimal text writes. @example rational("-0.25") // −25/100 */
export function rational(text: string): Rational {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`Not a plain decimal: ${text}`);
  const [before = "", after = ""] = text.split(".");
  return over(BigInt(before + after), 10n ** BigInt(after.length));
}

export const plus = (a: Rational, b: Rational): Rational =>
  over(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);

export const minus = (a: Rational, b: Rational): Rational => plus(a, over(-b.top, b.bottom));

export const times = (a: Rational, b: Rational): Rational => over(a.top * b.top, a.bottom * b.bottom);

/** a/b; dividing by zero is the programmer's mistake. */
export function dividedBy(a: Rational, b: Rational): Rational {
  if (b.top === 0n) throw new RangeError("Division by zero");
  return over(a.top * b.bottom, a.bottom * b.top);
}

/** -1, 0 or 1. */
export function order(a: Rational, b: Rational): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const equal = (a: Rational, b: Rational): boolean => order(a, b) === 0;

export const zero = whole(0);
export const one = whole(1);

/** 10 to a power, also a negative one. */
export const tenTo = (power: number): Rational =>
  power < 0 ? over(1n, 10n ** BigInt(-power)) : whole(10n ** BigInt(power));

/** Σ. */
export const total = (values: readonly Rational[]): Rational => values.reduce(plus, zero);

/** The fraction rounded to so many places, half away from zero, as Excel's ROUND does. */
export function rounded(value: Rational, places: number): Rational {
  const scale = 10n ** BigInt(places);
  const size = value.top < 0n ? -value.top : value.top;
  const nearest = (2n * size * scale + value.bottom) / (2n * value.bottom);
  return over(value.top < 0n ? -nearest : nearest, scale);
}

/** For messages: the fraction as a decimal where it ends within 12 places, else as top/bottom. */
export function shown(value: Rational): string {
  const cut = rounded(value, 12);
  if (!equal(cut, value)) return `${value.top}/${value.bottom}`;
  const digits = (cut.top < 0n ? -cut.top : cut.top).toString().padStart(13, "0");
  const text = `${digits.slice(0, -12)}.${digits.slice(-12)}`.replace(/\.?0+$/, "");
  return cut.top < 0n ? `-${text}` : text;
}
