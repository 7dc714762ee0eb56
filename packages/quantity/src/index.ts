/**
 * Exact decimals, Chinese and Arabic numerals, units of measure, bounds and deadlines, as officials write them.
 * @packageDocumentation
 */
export { add, compare, multiply, subtract, sum } from "./arithmetic.ts";
export type { Bound } from "./bound.ts";
export { daysInMonth } from "./calendar.ts";
export { type Deadline, dueInYear, type Precision, parseDeadline, type VagueDeadline } from "./deadline.ts";
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
export { type Distribution, findDistributions, ownersBefore, quantityRow } from "./distribution.ts";
export { type FoundDeadline, findDeadlines } from "./find-deadlines.ts";
export { formatQuantity, type PrintableQuantity } from "./format.ts";
export { type Change, growthFactor } from "./growth.ts";
export { type NameAndUnit, splitNameAndUnit } from "./header.ts";
export { readNumber } from "./numeral.ts";
export {
  type FoundQuantity,
  findQuantities,
  parseQuantity,
  type QuantityResult,
} from "./parse-quantity.ts";
export { findPeriod, parsePeriod } from "./period.ts";
export type { ReadNumber } from "./printed-numeral.ts";
export { amountOf, type Quantity } from "./quantity.ts";
export { divide, groupDigits, round, roundText } from "./rounding.ts";
export { dateOfSerial, isDateFormat } from "./serial.ts";
export {
  convert,
  convertRounded,
  isCountUnit,
  sameDimension,
  type Unit,
  unitOf,
  unitText,
} from "./unit.ts";
export { unitWords } from "./unit-table.ts";
export type { NoQuantity } from "./why-no-quantity.ts";
export { halfWidth } from "./width.ts";
