import { type Decimal, decimal, groupDigits, placesOf, round, shift } from "@taizhang/quantity";

/**
 * A ratio in percent as it is printed (百分数): two places, and all that are known where two would make a whole number of
 * what is none: 99,999 of 100,000 is 99.999% and not 100%. @example inPercent("0.899999") // "89.9999"
 */
export function inPercent(ratio: string): Decimal {
  const whole = shift(decimal(ratio), 2);
  const short = round(whole, 2);
  return placesOf(short) === 0 ? whole : short;
}

/** The same with its sign, grouped by thousands. */
export const percentText = (ratio: string): string => `${groupDigits(inPercent(ratio)).replace(/^-/, "−")}%`;
