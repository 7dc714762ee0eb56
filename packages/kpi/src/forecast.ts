import { lastMonth, type Period, yearOf } from "@taizhang/model";
import { type Decimal, placesOf } from "@taizhang/quantity";
import { checkPeriods } from "./checked-dates.ts";
import { compareFractions, type Fraction, fraction, fractionOfDecimal, roundFraction } from "./fraction.ts";

/** A cumulative figure at the end of a period. */
export interface CumulativeAt {
  readonly period: Period;
  readonly amount: Decimal;
}

/** What a forecast is made from. */
export interface ForecastInput {
  /** Cumulative figures of this year; blanks are left out and not 0. */
  readonly actuals: readonly CumulativeAt[];
  /** Cumulative figures of last year, its end among them. */
  readonly lastYear?: readonly CumulativeAt[];
  readonly target?: Decimal;
  readonly direction?: "up" | "down";
}

/** The year's end as a range, with what it rests on (年底预测). */
export interface Forecast {
  /** From the straight line: cumulative × 12 / months passed. */
  readonly straight: Decimal;
  /** From last year's monthly shape: cumulative × last year's end / last year's figure of the same month. */
  readonly shaped?: Decimal;
  readonly least: Decimal;
  readonly most: Decimal;
  /** The months whose figures it rests on, this year's and last year's. */
  readonly months: readonly Period[];
  /** Whether all, none or only part of the range meets the target. */
  readonly meets?: "all" | "none" | "part";
}

/**
 * The year's end of a flow as a range between the straight line and last year's monthly shape, where that is given
 * (年底预测). It says how many months it rests on, and nothing without a figure. Ends are rounded outward to the printed
 * digits. A period that is written as none ("2016-9") throws a RangeError. The domain page §3.
 * @example forecast({ actuals: [{ period: "2016-10", amount: decimal("11420") }] })?.straight // "13704"
 */
export function forecast({
  actuals,
  lastYear = [],
  target,
  direction = "up",
}: ForecastInput): Forecast | undefined {
  checkPeriods("actuals", actuals);
  checkPeriods("lastYear", lastYear);
  const known = [...actuals].sort((a, b) => lastMonth(a.period) - lastMonth(b.period));
  const now = known.at(-1);
  if (!now) return undefined;
  const january = yearOf(now.period) * 12;
  const passed = BigInt(lastMonth(now.period) - january + 1);
  const amount = fractionOfDecimal(now.amount);
  const straight = fraction(amount.top * 12n, amount.bottom * passed);
  const shape = shapeOf(lastYear, lastMonth(now.period) - 12);
  const shaped =
    shape &&
    fraction(
      amount.top * shape.end.top * shape.same.bottom,
      amount.bottom * shape.end.bottom * shape.same.top,
    );
  const all = [straight, ...(shaped ? [shaped] : [])].sort(compareFractions);
  const places = placesOf(now.amount);
  const [least, most] = [all[0] as Fraction, all.at(-1) as Fraction];
  return {
    straight: roundFraction(straight, Math.max(places, 2)),
    ...(shaped ? { shaped: roundFraction(shaped, Math.max(places, 2)) } : {}),
    least: roundedOutward(least, places, -1n),
    most: roundedOutward(most, places, 1n),
    months: [now.period, ...(shaped && shape ? shape.periods : [])],
    ...(target === undefined ? {} : { meets: meets(least, most, fractionOfDecimal(target), direction) }),
  };
}

/** Last year's figure of the same month and of the year's end; nothing to divide by gives no shape. */
function shapeOf(lastYear: readonly CumulativeAt[], month: number) {
  const at = (wanted: number) => lastYear.find(({ period }) => lastMonth(period) === wanted);
  const same = at(month);
  const end = at(month - (month % 12) + 11);
  if (!same || !end) return undefined;
  const exact = { same: fractionOfDecimal(same.amount), end: fractionOfDecimal(end.amount) };
  return exact.same.top > 0n && exact.end.top > 0n
    ? { ...exact, periods: [...new Set([same.period, end.period])] }
    : undefined;
}

function meets(least: Fraction, most: Fraction, target: Fraction, direction: "up" | "down") {
  const ok = (one: Fraction) =>
    direction === "up" ? compareFractions(one, target) >= 0 : compareFractions(one, target) <= 0;
  const both = [ok(least), ok(most)];
  return both.every(Boolean) ? "all" : both.some(Boolean) ? "part" : "none";
}

/** Rounded to places downward (−1) or upward (1). */
function roundedOutward({ top, bottom }: Fraction, places: number, way: 1n | -1n): Decimal {
  const scale = 10n ** BigInt(places);
  const whole = (top * scale) / bottom;
  const exact = whole * bottom === top * scale;
  const away = top < 0n ? -1n : 1n;
  return roundFraction({ top: exact || away !== way ? whole : whole + way, bottom: scale }, places);
}
