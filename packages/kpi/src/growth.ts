import { type Decimal, placesOf } from "@taizhang/quantity";
import {
  addFractions,
  compareFractions,
  type Fraction,
  fraction,
  fractionOfDecimal,
  multiplyFractions,
  roundFraction,
  subtractFractions,
} from "./fraction.ts";
import { atComparablePrices } from "./generated/comparable-prices.ts";

/** A base and a growth over it, in % as printed. */
export interface GrowthInput {
  readonly indicator: string;
  readonly base: Decimal;
  /** In %, "13" for +13%. */
  readonly growth: Decimal;
}

/**
 * Whether an indicator's growth is stated at comparable prices, so that no amount follows from it (可比价增速): GDP and
 * 增加值. The words are dated data.
 * @example isAtComparablePrices("规模以上工业增加值") // true
 */
export const isAtComparablePrices = (indicator: string): boolean => {
  const words: readonly string[] = atComparablePrices[0].value;
  return words.some((word) => indicator.toUpperCase().includes(word));
};

/**
 * The amount that a growth asks for, base × (1 + g), or undefined where the growth is at comparable prices and derives
 * nothing: there compare the rates (由增幅推出目标). "Base ≤ 0 → 不可比": nothing grows from it. The domain page §3.
 * @example growthTarget({ indicator: "固定资产投资", base: decimal("200"), growth: decimal("13") }) // "226"
 */
export function growthTarget({ indicator, base, growth }: GrowthInput): Decimal | undefined {
  if (isAtComparablePrices(indicator) || compareFractions(fractionOfDecimal(base), fraction(0n, 1n)) <= 0)
    return undefined;
  const factor = onePlus(growth);
  const target = multiplyFractions(fractionOfDecimal(base), factor);
  return roundFraction(target, placesOf(base) + placesOf(growth) + 2);
}

/** Both ends of what a rounded figure may have been. */
export interface Interval {
  readonly least: Decimal;
  readonly most: Decimal;
}

/**
 * The interval of the base that a printed amount and a printed growth imply (隐含基期区间): each is a rounding by half its
 * last digit, so 62亿 at +13% means a base between 54.19 and 55.56亿. Undefined where the growth may be −100% or below.
 * `places` are the digits that the ends are rounded to. The domain page §3.
 * @example impliedBase({ amount: decimal("62"), growth: decimal("13") }) // { least: "54.19", most: "55.56" }
 */
export function impliedBase(of: {
  readonly amount: Decimal;
  readonly growth: Decimal;
  /** Printed digits after the point, where the texts do not show them ("62.0"); default those of the numbers. */
  readonly amountPlaces?: number;
  readonly growthPlaces?: number;
  readonly places?: number;
}): Interval | undefined {
  const amount = spread(of.amount, of.amountPlaces ?? placesOf(of.amount));
  const growth = spread(of.growth, of.growthPlaces ?? placesOf(of.growth));
  const factors = growth.map((one) => addFractions(fraction(1n, 1n), hundredth(one)));
  if (factors.some(({ top }) => top <= 0n)) return undefined;
  const ends = amount
    .flatMap((one) => factors.map((factor) => divided(one, factor)))
    .sort((a, b) => compareFractions(a, b));
  const places = of.places ?? 2;
  return {
    least: roundFraction(ends[0] as Fraction, places),
    most: roundFraction(ends.at(-1) as Fraction, places),
  };
}

/** True where a base, an amount and a growth as printed can all be roundings of one truth (三数能否相符). */
export function growthAgrees(of: {
  readonly base: Decimal;
  readonly amount: Decimal;
  readonly growth: Decimal;
}): boolean {
  const implied = impliedBase({ ...of, places: 12 });
  if (!implied) return false;
  const [least, most] = spread(of.base, placesOf(of.base));
  return (
    compareFractions(most as Fraction, fractionOfDecimal(implied.least)) >= 0 &&
    compareFractions(least as Fraction, fractionOfDecimal(implied.most)) <= 0
  );
}

const hundredth = (percent: Fraction): Fraction => multiplyFractions(percent, fraction(1n, 100n));
const onePlus = (growth: Decimal): Fraction =>
  addFractions(fraction(1n, 1n), hundredth(fractionOfDecimal(growth)));
const divided = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom, a.bottom * b.top);

/** What a printed figure may have been: half its last digit to either side. */
function spread(value: Decimal, places: number): readonly [Fraction, Fraction] {
  const half = fraction(1n, 2n * 10n ** BigInt(places));
  const exact = fractionOfDecimal(value);
  return [subtractFractions(exact, half), addFractions(exact, half)];
}
