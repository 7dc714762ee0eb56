import { type Decimal, placesOf, zero } from "./decimal.ts";

/**
 * The sum of two decimals, exactly (加).
 * @example add(decimal("0.1"), decimal("0.2")) // "0.3"
 */
export function add(a: Decimal, b: Decimal): Decimal {
  if (a === "0") return b;
  if (b === "0") return a;
  const places = Math.max(placesOf(a), placesOf(b));
  return fits(a, places) && fits(b, places)
    ? unscale(small(a, places) + small(b, places), places)
    : unscale(big(a, places) + big(b, places), places);
}

/** The first decimal less the second, exactly (减). @example subtract(decimal("1"), decimal("0.9")) // "0.1" */
export function subtract(a: Decimal, b: Decimal): Decimal {
  if (b === "0") return a;
  const places = Math.max(placesOf(a), placesOf(b));
  return fits(a, places) && fits(b, places)
    ? unscale(small(a, places) - small(b, places), places)
    : unscale(big(a, places) - big(b, places), places);
}

/** The product of two decimals, exactly (乘). @example multiply(decimal("8.7"), decimal("0.1")) // "0.87" */
export function multiply(a: Decimal, b: Decimal): Decimal {
  const ownA = placesOf(a);
  const ownB = placesOf(b);
  return a.length + b.length <= 15
    ? unscale(small(a, ownA) * small(b, ownB), ownA + ownB)
    : unscale(big(a, ownA) * big(b, ownB), ownA + ownB);
}

/** Negative, 0 or positive as the first decimal is less than, equal to or greater than the second (比较). @example compare(decimal("9"), decimal("10")) // -1 */
export function compare(a: Decimal, b: Decimal): number {
  if (a === b) return 0;
  // Up to 15 digits, different decimals are different doubles, in the same order.
  if (a.length <= 15 && b.length <= 15) {
    const order = Number(a) - Number(b);
    if (Number.isNaN(order)) throw new RangeError(`Not decimals: ${a}, ${b}`);
    return order < 0 ? -1 : 1;
  }
  const places = Math.max(placesOf(a), placesOf(b));
  return big(a, places) < big(b, places) ? -1 : 1;
}

/** The sum of a list, exactly; "0" for none (求和). @example sum([decimal("0.1"), decimal("0.2")]) // "0.3" */
export function sum(list: Iterable<Decimal>): Decimal {
  // Safe integers at a common scale, and what does not fit there, as BigInt: a column of 100,000 cells stays quick.
  let places = 0;
  let total = 0;
  let rest = zero;
  for (const value of list) {
    const own = placesOf(value);
    if (own > places) {
      const raised = total * (powers[own - places] ?? Number.NaN);
      if (Number.isSafeInteger(raised)) total = raised;
      else {
        rest = add(rest, unscale(total, places));
        total = 0;
      }
      places = own;
    }
    const next = fits(value, places) ? total + small(value, places) : Number.NaN;
    if (Number.isSafeInteger(next)) total = next;
    else rest = add(rest, value);
  }
  return add(unscale(total, places), rest);
}

/** Powers of ten that are safe integers. */
const powers = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** True where the decimal times 10^places surely is an integer below 10^15. */
const fits = (value: Decimal, places: number): boolean => value.length + places - placesOf(value) <= 15;

/** The integer value × 10^places as a safe integer; ask `fits` first. */
function small(value: Decimal, places: number): number {
  const point = value.indexOf(".");
  if (point < 0) return Number(value) * (powers[places] as number);
  const digits = Number(value.slice(0, point) + value.slice(point + 1));
  return digits * (powers[places - (value.length - point - 1)] as number);
}

/** The integer value × 10^places, for `places` not below its own. */
export function big(value: Decimal, places: number): bigint {
  const digits = BigInt(value.replace(".", ""));
  const more = places - placesOf(value);
  return more === 0 ? digits : digits * 10n ** BigInt(more);
}

/** The decimal of an integer that counts units of 10^-places. */
export function unscale(integer: number | bigint, places: number): Decimal {
  const text = String(integer);
  if (text === "NaN") throw new RangeError("Not a decimal among the amounts");
  if (places === 0) return (text === "-0" ? "0" : text) as Decimal;
  const negative = text.startsWith("-");
  const digits = (negative ? text.slice(1) : text).padStart(places + 1, "0");
  const point = digits.length - places;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === 48) end--;
  const whole = digits.slice(0, point);
  const value = end > point ? `${whole}.${digits.slice(point, end)}` : whole;
  return (negative && value !== "0" ? `-${value}` : value) as Decimal;
}
