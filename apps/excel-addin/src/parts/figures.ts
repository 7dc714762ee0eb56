import {
  compare,
  type Decimal,
  decimal,
  groupDigits,
  multiply,
  roundText,
  subtract,
} from "@taizhang/quantity";

const hundred = decimal("100");

/** A ratio as a percentage with one place, as bulletins print it; never capped. @example percentText("1.879209") // "187.9" */
export const percentText = (ratio: Decimal): string =>
  signed(groupDigits(roundText(multiply(ratio, hundred), 1)));

/** A lag as the distance to the pace in percentage points, always signed. @example gapText("33.33") // "−33.3" */
export function gapText(lag: Decimal): string {
  const points = subtract(decimal("0"), lag);
  const text = roundText(points, 1);
  return compare(points, decimal("0")) > 0 && !text.startsWith("-") ? `+${text}` : signed(text);
}

/** An amount grouped by thousands, its digits as they are. */
export const amountText = (amount: Decimal): string => signed(groupDigits(amount));

/** A minus sign and not a hyphen. */
const signed = (text: string): string => text.replace(/^-/, "−");

/** A difference, always signed. @example signedText("-120") // "−120" */
export const signedText = (amount: Decimal): string =>
  compare(amount, decimal("0")) > 0 ? `+${amountText(amount)}` : amountText(amount);
