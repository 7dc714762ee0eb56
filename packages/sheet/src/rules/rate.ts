import { isCellError } from "@taizhang/grid";
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimalOfNumber,
  divide,
  halfWidth,
  multiply,
  placesOf,
  shift,
  subtract,
  zero,
} from "@taizhang/quantity";
import type { Amount, Cell, Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { amountIn, inOneUnit, lastDigit } from "./amounts.ts";
import { directionOf } from "./direction.ts";
import { plainNumber } from "./plain-number.ts";

/** A printed rate: the number as it stands, and its scale where the sheet shows it (率). */
export interface Rate {
  /** As it stands in the cell: 187.9, or 1.879. */
  readonly printed: Decimal;
  /** "percent" for 98% as text or by format: `printed` is then 98. Undefined for a bare number. */
  readonly scale?: "percent";
  /** Digits after the point as printed. */
  readonly places: number;
}

/** The rate that a cell prints, or undefined (读率). */
export function rateIn(cell: Cell | undefined): Rate | undefined {
  if (!cell || cell.carried || cell.value === null || isCellError(cell.value)) return undefined;
  if (typeof cell.value === "number") {
    const number = decimalOfNumber(cell.value);
    if (number === undefined) return undefined;
    if (!cell.format?.includes("%")) {
      const shown = /\.(0+)(?![^;]*%)/.exec(cell.format ?? "")?.[1]?.length ?? 0;
      return { printed: number, places: Math.max(placesOf(number), shown) };
    }
    const printed = shift(number, 2);
    return { printed, scale: "percent", places: placesOf(printed) };
  }
  const text = halfWidth(cell.text);
  const percent = text.endsWith("%");
  const number = plainNumber(percent ? text.slice(0, -1) : text);
  if (number === undefined) return undefined;
  const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return { printed: number, places, ...(percent ? { scale: "percent" as const } : {}) };
}

const hundred = "100" as Decimal;
const two = "2" as Decimal;
/** Digits of a recomputed rate: more than any cell shows. */
const exact = 14;

/** A rate that figures and a convention give, and how far roundings of the figures may move it. */
export interface Candidate {
  readonly rate: Decimal;
  readonly slack: Decimal;
  readonly target: Amount;
  readonly actual: Amount;
  /** True for the plain actual ÷ target of an indicator of which more is better. */
  readonly plain: boolean;
  /** True for the month's figure beside a cumulative one: right as well, and nobody's first reading. */
  readonly ofMonth: boolean;
}

const plans: readonly Field[] = ["target", "stretch", "investmentPlan", "investmentTotal"];
const results: readonly Field[] = ["actualCumulative", "actualPeriod", "investmentActual"];

/**
 * Every completion rate that the row's figures allow, by the conventions of the domain page §3: A/T upwards, T/A, A/T
 * or 2−A/T for a ceiling, (A−B)/(T−B) with a baseline, and 1 where a ceiling is kept or a sheet caps at 100%. None
 * where a figure that the rate was surely made from cannot be read.
 */
export function candidatesOf(entry: Entry): Candidate[] {
  const found: Candidate[] = [];
  const targets = [...plans.map((field) => amountIn(entry, field)), ...nodeAmounts(entry)];
  const actuals = [...results.map((field) => amountIn(entry, field)), ...moreAmounts(entry)];
  const [target, [cumulative]] = [targets[0], actuals];
  if (target?.amountMax !== undefined && target.amount && compare(target.amount, target.amountMax) > 0)
    return [];
  if (cumulative && cumulative.status !== "reported" && entry.cells.has("actualCumulative")) return [];
  for (const one of targets)
    for (const [index, actual] of actuals.entries())
      if (one.status === "reported" && actual.status === "reported")
        found.push(
          ...conventions(
            entry,
            one,
            actual,
            results[index] === "actualPeriod" && cumulative?.status === "reported",
          ),
        );
  return found;
}

const nodeAmounts = (entry: Entry): Amount[] =>
  entry.nodes.map((cell) => amountIn({ ...entry, cells: new Map([["target", cell]]) }, "target"));

/** 9月完成投资 beside 1-9月完成投资, 已完工 beside 已验收: the rate may be that of the second column. */
const moreAmounts = (entry: Entry): Amount[] =>
  entry.repeats.flatMap((cell) => {
    const { field } = cell.column;
    return field === "investmentActual" || field === "actualCumulative"
      ? [amountIn({ ...entry, cells: new Map([[field, cell]]) }, field)]
      : [];
  });

function conventions(entry: Entry, target: Amount, actual: Amount, ofMonth: boolean): Candidate[] {
  const both = inOneUnit(actual, target);
  if (!both) return [];
  const [a, t] = both;
  const { direction, sure } = directionOf(entry, target);
  // Of a rate nobody says whether more is better: then either way of counting is right.
  const isUp = direction === "up" && (sure || target.unit !== "%");
  const slack = slackOf(a, actual, t, target);
  const make = (rate: Decimal | undefined, plain = false): Candidate[] =>
    rate === undefined ? [] : [{ rate, slack, target, actual, plain: plain && !ofMonth, ofMonth }];
  const over = divide(a, t, exact);
  const rates = [...make(t.startsWith("-") ? undefined : over, isUp)];
  if (over !== undefined && (!isUp || t.startsWith("-"))) {
    rates.push(...make(subtract(two, over)), ...make(divide(t, a, exact)));
    if (compare(a, t) <= 0) rates.push(...make("1" as Decimal));
  }
  if (over !== undefined && compare(over, "1" as Decimal) > 0) rates.push(...make("1" as Decimal));
  const baseline = inOneUnit(amountIn(entry, "baseline"), target);
  if (baseline) rates.push(...make(divide(subtract(a, baseline[0]), subtract(t, baseline[0]), exact)));
  if (target.amountMax !== undefined) {
    const max = inOneUnit({ ...target, amount: target.amountMax }, target);
    if (max) rates.push(...make(divide(a, max[0], exact)), ...make("1" as Decimal));
  }
  // Growth of 10% aimed at and 12% reached: 1.12 over 1.10 is met as well.
  if (target.unit === "%") rates.push(...make(divide(add(hundred, a), add(hundred, t), exact)));
  return rates;
}

/** How far half of the last printed digit of each figure moves the rate; whole things are printed in full. */
function slackOf(a: Decimal, actual: Amount, t: Decimal, target: Amount): Decimal {
  if (a === "0" || t === "0") return "0" as Decimal;
  const moved = [part(a, actual), part(t, target)].reduce(add);
  return moved === "0" ? moved : multiply(moved, divide(absolute(a), absolute(t), 8) ?? ("0" as Decimal));
}

function part(value: Decimal, { places, power }: Amount): Decimal {
  if (places === 0 && power === 0) return "0" as Decimal;
  return divide(shift("5" as Decimal, -places - 1), absolute(value), 12) ?? ("0" as Decimal);
}

/**
 * The growth over the year before that the row's figures give (同比): the increase by what it grew from, and the whole by it,
 * as some print 110%. None for a rate, whose change is in 百分点.
 */
export function growthsOf(entry: Entry): Candidate[] {
  const base = amountIn(entry, "actualLastYear");
  const found = (["actualCumulative", "actualPeriod"] as const).map((field) => amountIn(entry, field));
  return found.flatMap((now, index): Candidate[] => {
    const both = now.unit === "%" ? undefined : inOneUnit(now, base);
    if (now.status !== "reported" || base.status !== "reported" || !both) return [];
    const [a, b] = both;
    if (compare(b, zero) <= 0) return [];
    const over = divide(a, b, exact);
    if (over === undefined) return [];
    const more = {
      slack: slackOf(a, now, b, base),
      target: base,
      actual: now,
      plain: false,
      ofMonth: index > 0,
    };
    return [
      { rate: subtract(over, "1" as Decimal), ...more },
      { rate: over, ...more },
    ];
  });
}

/** True where the printed rate is the candidate, in percent or as a fraction, within a printed digit. */
export function agrees(
  { printed, places }: Rate,
  { rate, slack }: Candidate,
  scale: "percent" | "fraction",
): boolean {
  const [wanted, room] =
    scale === "percent" ? [multiply(rate, hundred), multiply(slack, hundred)] : [rate, slack];
  const distance = absolute(subtract(printed, wanted));
  return compare(distance, add(lastDigit(Math.min(places, 9)), room)) < 0;
}
