import type { Decimal } from "@taizhang/quantity";
import type { Light } from "../light.ts";
import type { Scaled } from "../scaled.ts";
import type { Fact, FactFrame } from "./encode-facts.ts";
import { type FactStatus, factLights, factStatuses, packed } from "./fact-status.ts";
import {
  type Codes,
  checkedTable,
  type FactDimension,
  type FactIndicator,
  type FactTable,
} from "./fact-table.ts";
import { inUnit, isBroken, millionthsOf, roundedMillionths } from "./millionths.ts";

/** The names that facts go by. */
export interface FrameNames {
  readonly dimensions: Readonly<Record<string, FactDimension>>;
  /** Dimensions that hang on the fact. */
  readonly onFacts: readonly string[];
  readonly orgs: FactTable["orgs"];
  readonly periods: readonly string[];
}

/** The code of each name, in an object without a prototype: asked two million times, it answers sooner than a Map. */
export type NameCodes = Readonly<Record<string, number>>;

export function codesOf(names: readonly string[]): NameCodes {
  const codes: Record<string, number> = Object.create(null);
  for (const [code, name] of names.entries()) codes[name] = code;
  return codes;
}

/** Few words, and the first is the most frequent: comparing them is quicker than looking them up. */
const statusCode = (status: FactStatus): number => (status === "reported" ? 0 : factStatuses.indexOf(status));
const lightCode = (light: Light): number =>
  light === "green" ? 4 : light === "yellow" ? 6 : light === "red" ? 7 : factLights.indexOf(light);

/** Why a fact is left out, or counted as unusable; undefined where it is as it should be. */
type Refusal = string | undefined;

/** Said of a fact with a period among facts without: the periods must then be looked for first. */
export const hasPeriod = "has a period";

/** Writes facts into columns, one after the other; what has no place is left out, and why is said. */
export function rowWriter(frame: FactFrame, names: FrameNames, size: number) {
  const { dimensions, onFacts, periods } = names;
  const { indicators } = frame;
  const orgs = codesOf(names.orgs.names);
  const keys = codesOf(indicators.map(({ key }) => key));
  const months = codesOf(periods);
  const members = onFacts.map((name) => codesOf((dimensions[name] as FactDimension).members));
  const exact = frame.places === "six" ? roundedMillionths : millionthsOf;
  const isDated = periods.length > 0;
  const org = column(names.orgs.names.length, size);
  const indicator = column(indicators.length, size);
  const period = column(periods.length, isDated ? size : 0);
  const codes = onFacts.map((name) => column((dimensions[name] as FactDimension).members.length, size));
  const target = new Float64Array(size);
  const actual = new Float64Array(size);
  const marks = new Uint8Array(size);
  const spills = { target: new Map<number, Scaled>(), actual: new Map<number, Scaled>() };
  const joint = new Map<number, readonly number[]>();
  let row = 0;

  /** Writes a number of few digits in the indicator's own unit, as almost all are; false leaves it to `put`. */
  const putShort = (to: Float64Array, amount: Decimal | number, { unit }: Fact): boolean => {
    if (typeof amount !== "number" || unit !== undefined) return false;
    const whole = Math.round(amount * 1e6);
    if (whole / 1e6 !== amount || whole > 1e15 || whole < -1e15) return false;
    to[row] = whole + 0;
    return true;
  };

  /** Writes an amount; false where it does not come into the indicator's unit exactly, or is no number. */
  const put = (
    to: Float64Array,
    more: Map<number, Scaled>,
    amount: Decimal | number,
    { unit }: Fact,
  ): boolean => {
    const own = (indicators[indicator[row] as number] as FactIndicator).unit;
    const converted = inUnit(amount, unit, own);
    if (converted === undefined) return false;
    const whole = exact(converted);
    if (typeof whole === "number") to[row] = whole;
    else {
      to[row] = Number.NaN;
      more.set(row, whole);
    }
    return true;
  };

  const place = (fact: Fact): Refusal => {
    const orgCode = orgs[fact.org];
    if (orgCode === undefined) return "org";
    const indicatorCode = keys[fact.indicator];
    if (indicatorCode === undefined) return "indicator";
    if (isDated) {
      const code = fact.period === undefined ? undefined : months[fact.period];
      if (code === undefined) return "period";
      period[row] = code;
    } else if (fact.period !== undefined) return hasPeriod;
    for (let axis = 0; axis < codes.length; axis++) {
      const name = onFacts[axis] as string;
      const code = members[axis]?.[fact.in?.[name] ?? ""];
      if (code === undefined) return name;
      (codes[axis] as Codes)[row] = code;
    }
    if (fact.jointOrgs !== undefined) {
      const others = fact.jointOrgs.map((name) => orgs[name] ?? -1);
      if (others.includes(-1)) return "org";
      joint.set(row, others);
    }
    org[row] = orgCode;
    indicator[row] = indicatorCode;
    return undefined;
  };

  const write = (fact: Fact): Refusal => {
    const refusal = place(fact);
    if (refusal !== undefined) return refusal;
    const { target: t, actual: a } = fact;
    let why: Refusal;
    let targetStatus = fact.pending ? 2 : 1;
    if (t !== undefined && t !== null && targetStatus === 1) {
      if (putShort(target, t, fact) || put(target, spills.target, t, fact)) targetStatus = 0;
      else why = isBroken(t) ? "amount" : "unit";
    }
    const isGiven = a !== undefined && a !== null;
    let status = fact.status === undefined ? (isGiven ? 0 : 1) : statusCode(fact.status);
    if (status === 0 && !(isGiven && (putShort(actual, a, fact) || put(actual, spills.actual, a, fact)))) {
      status = 3;
      why = isGiven && !isBroken(a) ? "unit" : "amount";
    }
    const amount = actual[row] as number;
    const isNegative = amount < 0 || (Number.isNaN(amount) && isSpillNegative(spills.actual.get(row)));
    const light = fact.light === undefined ? 0 : lightCode(fact.light);
    marks[row] = packed(status, targetStatus, light, isNegative);
    row++;
    return why;
  };

  const cut = <Column extends Codes | Float64Array>(full: Column): Column =>
    (row === size ? full : full.slice(0, row)) as Column;
  const table = (): FactTable =>
    checkedTable({
      size: row,
      orgs: names.orgs,
      indicators,
      dimensions,
      periods,
      measure: frame.measure,
      targetsOf: frame.targetsOf ?? "year",
      org: cut(org),
      indicator: cut(indicator),
      ...(isDated ? { period: cut(period) } : {}),
      codes: Object.fromEntries(onFacts.map((name, axis) => [name, cut(codes[axis] as Codes)])),
      target: cut(target),
      actual: cut(actual),
      marks: cut(marks),
      spills,
      joint,
    });
  return { write, table };
}

const isSpillNegative = (amount: Scaled | undefined): boolean =>
  typeof amount === "object" && amount.value < 0n;

/** The narrowest column that holds the codes of so many members. */
const column = (members: number, size: number): Codes =>
  members <= 0x100
    ? new Uint8Array(size)
    : members <= 0x10000
      ? new Uint16Array(size)
      : new Uint32Array(size);
