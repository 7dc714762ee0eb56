/**
 * Exact decimals, Chinese and Arabic numerals, units of measure, bounds and deadlines, as officials write them.
 * @packageDocumentation
 */
export { add, compare, multiply, subtract, sum } from "./arithmetic.ts";
export {
  absolute,
  type Decimal,
  decimal,
  decimalOfNumber,
  isZero,
  mostDigits,
  negate,
  parseDecimal,
  placesOf,
  shift,
  sign,
  toNumber,
  zero,
} from "./decimal.ts";
export { divide, groupDigits, round, roundText } from "./rounding.ts";
