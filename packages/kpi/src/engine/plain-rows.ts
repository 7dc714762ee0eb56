import type { Fact, NumberedFact } from "./fact.ts";
import type { Codes } from "./fact-columns.ts";
import { lightCode, packed, statusCode } from "./fact-status.ts";
import { isMillionthsOf, shortMillionths } from "./millionths.ts";
import { codeIn, type NameCodes } from "./name-codes.ts";

/** The columns that facts are written into, and the codes of the names in them. */
export interface RowColumns {
  readonly org: Codes;
  readonly indicator: Codes;
  /** Absent where the facts have no periods. */
  readonly period?: Codes;
  readonly codes: readonly Codes[];
  readonly target: Float64Array;
  readonly actual: Float64Array;
  readonly marks: Uint8Array;
  /** How many rows of each indicator are below zero. */
  readonly negatives: Uint32Array;
}

/** What the names of facts are looked up in. */
export interface RowNames {
  readonly orgs: NameCodes;
  readonly indicators: NameCodes;
  readonly orgCount: number;
  readonly indicatorCount: number;
  readonly periods: NameCodes;
  /** The dimensions that hang on the fact, with the codes of their members. */
  readonly onFacts: readonly string[];
  readonly members: readonly NameCodes[];
}

/**
 * Writes facts as almost all are, from one on, and stops at the first that is not: of several orgs, in a unit of its
 * own, without a place, with an amount of many digits, or that contradicts itself. Gives its position. Two names looked
 * up and the object itself read are what is left of the time, so nothing here is looked at twice and nothing is called.
 */
export function writePlain(
  columns: RowColumns,
  names: RowNames,
  facts: readonly (Fact | NumberedFact)[],
  from: number,
  firstRow: number,
): number {
  const { org, indicator, period, codes, target, actual, marks, negatives } = columns;
  const { orgs, orgCount, indicators, indicatorCount, periods, onFacts, members } = names;
  const end = facts.length;
  for (let at = from, row = firstRow; at < end; at++, row++) {
    const fact = facts[at] as Fact | NumberedFact;
    if (fact.unit !== undefined || fact.jointOrgs !== undefined || fact.pending) return at;
    if (fact.standIn !== undefined) return at;
    const { org: o, indicator: i } = fact;
    const orgCode = typeof o === "string" ? orgs[o] : codeIn(orgs, orgCount, o);
    const indicatorCode = typeof i === "string" ? indicators[i] : codeIn(indicators, indicatorCount, i);
    if (orgCode === undefined || indicatorCode === undefined) return at;
    const when = fact.period;
    if (period !== undefined) {
      const code = when === undefined ? undefined : periods[when];
      if (code === undefined) return at;
      period[row] = code;
    } else if (when !== undefined) return at;
    if (fact.in !== undefined && otherDimension(fact.in, onFacts) !== undefined) return at;
    for (let axis = 0; axis < codes.length; axis++) {
      const code = (members[axis] as NameCodes)[fact.in?.[onFacts[axis] as string] ?? ""];
      if (code === undefined) return at;
      (codes[axis] as Codes)[row] = code;
    }
    const { target: t, actual: a, status, light } = fact;
    let targetStatus = 1;
    // A number that is one or NaN would be boxed in each row: so whether it is one is asked apart
    if (typeof t === "number") {
      const whole = Math.round(t * 1e6);
      if (!isMillionthsOf(whole, t)) return at;
      target[row] = whole + 0;
      targetStatus = 0;
    } else if (t !== undefined && t !== null) {
      const whole = shortMillionths(t);
      if (Number.isNaN(whole)) return at;
      target[row] = whole;
      targetStatus = 0;
    }
    const isGiven = a !== undefined && a !== null;
    const state = status === undefined ? (isGiven ? 0 : 1) : statusCode(status);
    if (isGiven !== (state === 0)) return at;
    let isNegative = false;
    if (typeof a === "number") {
      const whole = Math.round(a * 1e6);
      if (!isMillionthsOf(whole, a)) return at;
      actual[row] = whole + 0;
      isNegative = whole < 0;
    } else if (isGiven) {
      const whole = shortMillionths(a);
      if (Number.isNaN(whole)) return at;
      actual[row] = whole;
      isNegative = whole < 0;
    }
    const lit = light === undefined ? 0 : lightCode(light);
    if (state < 0 || lit < 0) return at;
    org[row] = orgCode;
    indicator[row] = indicatorCode;
    marks[row] = packed(state, targetStatus, lit, isNegative);
    if (isNegative) negatives[indicatorCode] = (negatives[indicatorCode] as number) + 1;
  }
  return end;
}

/** A dimension that a fact names and that hangs on no fact of the frame; undefined where there is none. */
export function otherDimension(
  members: NonNullable<Fact["in"]>,
  onFacts: readonly string[],
): string | undefined {
  for (const name in members) if (!onFacts.includes(name)) return name;
  return undefined;
}
