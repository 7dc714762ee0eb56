import { big, unscale } from "./arithmetic.ts";
import { type Decimal, isZero, mostDigits, placesOf } from "./decimal.ts";

/**
 * The decimal rounded half away from zero, as Excel's ROUND does; negative places round to tens, hundreds (四舍五入).
 * @example round(decimal("2.675"), 2) // "2.68"
 */
export function round(value: Decimal, places: number): Decimal {
  checkPlaces(places);
  const own = placesOf(value);
  if (own <= places) return value;
  const text = value.replace(".", "");
  const negative = text.startsWith("-");
  const digits = negative ? text.slice(1) : text;
  const cut = digits.length - (own - places);
  if (cut < 0) return "0" as Decimal;
  const up = digits.charCodeAt(cut) >= 53 ? 1n : 0n; // the first digit that falls away decides alone
  const kept = BigInt(digits.slice(0, cut)) + up;
  const signed = negative ? -kept : kept;
  return places >= 0 ? unscale(signed, places) : unscale(signed * 10n ** BigInt(-places), 0);
}

/**
 * The rounded decimal with exactly so many digits after the point (定位小数文本).
 * @example roundText(decimal("187.9"), 2) // "187.90"
 */
export function roundText(value: Decimal, places: number): string {
  const rounded = round(value, places);
  if (places <= 0) return rounded;
  const own = placesOf(rounded);
  return `${rounded}${own === 0 ? "." : ""}${"0".repeat(places - own)}`;
}

/**
 * The quotient rounded half away from zero to so many places; undefined where the divisor is 0 (除).
 * @example divide(decimal("52242"), decimal("27800"), 6) // "1.879209"
 */
export function divide(a: Decimal, b: Decimal, places: number): Decimal | undefined {
  checkPlaces(places);
  if (isZero(b)) return undefined;
  const common = Math.max(placesOf(a), placesOf(b));
  const top = big(a, common) * 10n ** BigInt(Math.max(places, 0));
  const bottom = big(b, common) * 10n ** BigInt(Math.max(-places, 0));
  const whole = top / bottom; // towards zero
  const rest = top % bottom;
  const half = 2n * (rest < 0n ? -rest : rest) >= (bottom < 0n ? -bottom : bottom);
  const quotient = half ? whole + (top < 0n === bottom < 0n ? 1n : -1n) : whole;
  return places >= 0 ? unscale(quotient, places) : unscale(quotient * 10n ** BigInt(-places), 0);
}

/**
 * The text of a number with a comma at each third digit of its whole part; its digits stay (千分位).
 * @example groupDigits("12345.60") // "12,345.60"
 */
export function groupDigits(text: string): string {
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  const start = /^[+-]/.test(whole) ? 1 : 0;
  const parts: string[] = [];
  for (let end = whole.length; end > start; end -= 3)
    parts.unshift(whole.slice(Math.max(start, end - 3), end));
  return whole.slice(0, start) + parts.join(",") + (point < 0 ? "" : text.slice(point));
}

function checkPlaces(places: number): void {
  if (!Number.isInteger(places) || Math.abs(places) > mostDigits)
    throw new RangeError(`Not a number of places: ${places}`);
}
