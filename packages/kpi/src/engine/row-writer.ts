import type { Decimal } from "@taizhang/quantity";
import type { Scaled } from "../scaled.ts";
import { putAmount } from "./amount-column.ts";
import type { Fact, FactFrame, NumberedFact } from "./fact.ts";
import type { Codes, FactDimension, FactIndicator, FactTable } from "./fact-columns.ts";
import { lightCode, packed, statusCode } from "./fact-status.ts";
import { checkedTable } from "./fact-table.ts";
import { inUnit, isBroken, millionthsOf, roundedMillionths } from "./millionths.ts";
import { codeIn, codesOf } from "./name-codes.ts";
import { countedIndicators } from "./negative-figures.ts";
import { otherDimension, type RowColumns, type RowNames, writePlain } from "./plain-rows.ts";
import { placeStandIns, standInOf } from "./stand-in.ts";

/** The names that facts go by. */
export interface FrameNames {
  readonly dimensions: Readonly<Record<string, FactDimension>>;
  /** Dimensions that hang on the fact. */
  readonly onFacts: readonly string[];
  readonly orgs: FactTable["orgs"];
  readonly periods: readonly string[];
}

/** Why a fact is left out, or counted as unusable; undefined where it is as it should be. */
type Refusal = string | undefined;

/** Said of a fact with a period among facts without: the periods must then be looked for first. */
export const hasPeriod = "has a period";

/** Writes facts into columns, one after the other; what has no place is left out, and why is said. */
export function rowWriter(
  frame: FactFrame,
  { dimensions, onFacts, orgs, periods }: FrameNames,
  size: number,
) {
  const { indicators } = frame;
  const sizes = onFacts.map((name) => (dimensions[name] as FactDimension).members.length);
  const names: RowNames = {
    orgs: codesOf(orgs.names),
    indicators: codesOf(indicators.map(({ key }) => key)),
    orgCount: orgs.names.length,
    indicatorCount: indicators.length,
    periods: codesOf(periods),
    onFacts,
    members: onFacts.map((name) => codesOf((dimensions[name] as FactDimension).members)),
  };
  const columns: RowColumns = {
    org: column(orgs.names.length, size),
    indicator: column(indicators.length, size),
    ...(periods.length > 0 ? { period: column(periods.length, size) } : {}),
    codes: sizes.map((members) => column(members, size)),
    target: new Float64Array(size),
    actual: new Float64Array(size),
    marks: new Uint8Array(size),
    negatives: new Uint32Array(indicators.length),
  };
  const exact = frame.places === "six" ? roundedMillionths : millionthsOf;
  const spills = { target: new Map<number, Scaled>(), actual: new Map<number, Scaled>() };
  const joint = new Map<number, readonly number[]>();
  const standIns = new Map<number, Scaled>();
  let row = 0;

  const indicatorOf = () => indicators[columns.indicator[row] as number] as FactIndicator;

  /** Writes an amount; false where it does not come into the indicator's unit exactly, or is no number. */
  const put = (
    which: "target" | "actual",
    amount: Decimal | number,
    { unit }: Pick<Fact, "unit">,
  ): boolean => {
    const converted = inUnit(amount, unit, indicatorOf().unit);
    return converted !== undefined && putExact(which, exact(converted));
  };
  const putExact = (which: "target" | "actual", whole: Scaled): boolean => {
    putAmount(columns[which], spills[which], row, whole);
    return true;
  };

  const orgOf = (org: string | number) => codeIn(names.orgs, names.orgCount, org);

  const place = (fact: Fact | NumberedFact): Refusal => {
    const orgCode = orgOf(fact.org);
    if (orgCode === undefined) return "org";
    const indicatorCode = codeIn(names.indicators, names.indicatorCount, fact.indicator);
    if (indicatorCode === undefined) return "indicator";
    if (columns.period) {
      const code = fact.period === undefined ? undefined : names.periods[fact.period];
      if (code === undefined) return "period";
      columns.period[row] = code;
    } else if (fact.period !== undefined) return hasPeriod;
    const other = fact.in && otherDimension(fact.in, onFacts);
    if (other !== undefined) return other;
    for (const [axis, name] of onFacts.entries()) {
      const code = names.members[axis]?.[fact.in?.[name] ?? ""];
      if (code === undefined) return name;
      (columns.codes[axis] as Codes)[row] = code;
    }
    if (fact.jointOrgs !== undefined) {
      const others = fact.jointOrgs.map((org) => orgOf(org) ?? -1);
      if (others.includes(-1)) return "org";
      joint.set(row, others);
    }
    columns.org[row] = orgCode;
    columns.indicator[row] = indicatorCode;
    return undefined;
  };

  const write = (fact: Fact | NumberedFact): Refusal => {
    const refusal = place(fact);
    if (refusal !== undefined) return refusal;
    columns.target[row] = 0;
    columns.actual[row] = 0;
    const { target: t, actual: a } = fact;
    let why: Refusal;
    let targetStatus = fact.pending ? 2 : 1;
    if (t !== undefined && t !== null) {
      if (fact.pending) why = "pending";
      else if (put("target", t, fact)) targetStatus = 0;
      else why = isBroken(t) ? "amount" : "unit";
    }
    const isGiven = a !== undefined && a !== null;
    let status = fact.status === undefined ? (isGiven ? 0 : 1) : statusCode(fact.status);
    if (status === 0 && !(isGiven && put("actual", a, fact))) {
      status = 3;
      why = isGiven && !isBroken(a) ? "unit" : "amount";
    } else if (status < 0 || (status > 0 && isGiven)) {
      status = 3;
      why = "status";
    }
    let light = fact.light === undefined ? 0 : lightCode(fact.light);
    if (light < 0) {
      light = 0;
      why ??= "light";
    }
    const standIn = standInOf(fact, indicatorOf(), exact);
    if (standIn === "refused") why ??= "standIn";
    else if (standIn !== undefined) standIns.set(row, standIn);
    const amount = columns.actual[row] as number;
    const isNegative = amount < 0 || (Number.isNaN(amount) && isSpillNegative(spills.actual.get(row)));
    columns.marks[row] = packed(status, targetStatus, light, isNegative);
    const { negatives } = columns;
    const code = columns.indicator[row] as number;
    if (isNegative) negatives[code] = (negatives[code] as number) + 1;
    row++;
    return why;
  };

  /** Writes facts from one on; gives the first that is not as almost all are, for `write`, or their number. */
  const writeOn = (facts: readonly (Fact | NumberedFact)[], from: number): number => {
    const stopped = writePlain(columns, names, facts, from, row);
    row += stopped - from;
    return stopped;
  };

  const cut = <Column extends Codes | Float64Array>(full: Column): Column =>
    (row === size ? full : full.slice(0, row)) as Column;
  const table = (): FactTable => {
    const counted = countedIndicators(indicators, columns.negatives);
    // Whether an indicator has a figure below zero is known when all are written
    placeStandIns({ ...columns, ...counted }, spills.actual, standIns);
    return checkedTable({
      size: row,
      orgs,
      ...counted,
      dimensions,
      periods,
      measure: frame.measure,
      targetsOf: frame.targetsOf ?? "year",
      ...(frame.places ? { places: frame.places } : {}),
      org: cut(columns.org),
      indicator: cut(columns.indicator),
      ...(columns.period ? { period: cut(columns.period) } : {}),
      codes: Object.fromEntries(onFacts.map((name, axis) => [name, cut(columns.codes[axis] as Codes)])),
      target: cut(columns.target),
      actual: cut(columns.actual),
      marks: cut(columns.marks),
      spills,
      joint,
      ...(standIns.size > 0 ? { standIns } : {}),
    });
  };
  return { write, writeOn, table };
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
