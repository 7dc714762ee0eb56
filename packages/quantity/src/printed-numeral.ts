import type { Decimal } from "./decimal.ts";

/** A numeral as read: the printed number and the power word behind it, kept apart (数字). */
export interface ReadNumber {
  /** The number as printed: 1.2 of 1.2万. */
  readonly value: Decimal;
  /** 4 for 万, 8 for 亿; the amount is value × 10^power. */
  readonly power: number;
  /** The upper end of 三五 or 七八十. */
  readonly max?: Decimal;
  /** True for 100余, 十多, 20来, 十几. */
  readonly approx?: true;
  /** % for 百分之五, ‰ for 千分之五. */
  readonly unit?: "%" | "‰";
  /** Numerator and denominator of 三分之二; `value` is then rounded to 15 places unless it is finite. */
  readonly fraction?: readonly [Decimal, Decimal];
  /** Digits printed after the point, where zeros at the end were printed: 2 for 5.00. */
  readonly printedPlaces?: number;
}

/** A numeral within a text: where it ends, and what it says unless it cannot be read. */
export type Numeral =
  | (ReadNumber & {
      readonly end: number /** Where the power word begins, or the end. */;
      readonly tail: number;
    })
  | { readonly end: number; readonly value?: undefined };
