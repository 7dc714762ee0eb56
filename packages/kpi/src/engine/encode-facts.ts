import { comparePeriods, isPeriod, type Period } from "@taizhang/model";
import { convert, type Decimal, decimalOfNumber } from "@taizhang/quantity";
import type { Light } from "../light.ts";
import type { Scaled } from "../scaled.ts";
import { type FactStatus, factLights, factStatuses } from "./fact-status.ts";
import {
  type Codes,
  type FactDimension,
  type FactIndicator,
  type FactTable,
  factTable,
} from "./fact-table.ts";
import { millionthsOf, roundedMillionths } from "./millionths.ts";

/** A fact as a plain object: what an org has as target and actual of an indicator for a period (事实). */
export interface Fact {
  readonly org: string;
  /** The indicator's key. */
  readonly indicator: string;
  readonly period?: Period;
  /** Absent or null: none. A number is the decimal of its 15 significant digits. */
  readonly target?: Decimal | number | null;
  /** 待下达: there will be a target. */
  readonly pending?: boolean;
  readonly actual?: Decimal | number | null;
  /** Default: reported where an actual stands, else missing. */
  readonly status?: FactStatus;
  readonly light?: Light;
  /** The unit of both amounts; default the indicator's. Another of the same dimension converts: 万人 to 人. */
  readonly unit?: string;
  /** 共同: the other leads of a joint fact. */
  readonly jointOrgs?: readonly string[];
  /** Members of the dimensions that hang on the fact. */
  readonly in?: Readonly<Record<string, string>>;
}

/** A member of a dimension with the one above it. */
export interface FactMember {
  readonly name: string;
  readonly parent?: string;
}

/** What facts are about: indicators, orgs with their place in each tree, and the trees. */
export interface FactFrame {
  readonly indicators: readonly FactIndicator[];
  readonly orgs: readonly { readonly name: string; readonly in?: Readonly<Record<string, string>> }[];
  readonly dimensions?: Readonly<Record<string, readonly FactMember[]>>;
  readonly measure: "cumulative" | "inPeriod";
  readonly targetsOf?: "year" | "period";
  /** `exact` (default) keeps what has more than six places as it is; `six` rounds it half away from zero. */
  readonly places?: "exact" | "six";
}

/** A fact that could not be taken as it is, by its position, and why. */
export interface RefusedFact {
  readonly at: number;
  /** `org`, `indicator`, `period` or a dimension: unknown, and left out. `unit` or `amount`: counted as unusable. */
  readonly why: string;
}

/**
 * The table of plain facts, and the facts that could not be taken as they are (事实编码). Nothing is dropped in
 * silence: what has no place is named, and what has no usable amount stays in the table as unusable.
 * @example encodeFacts({ indicators, orgs: [{ name: "子县" }], measure: "cumulative" }, [{ org: "子县", indicator: "就业", target: 5, actual: 4 }])
 */
export function encodeFacts(
  frame: FactFrame,
  facts: readonly Fact[],
): { readonly table: FactTable; readonly refused: readonly RefusedFact[] } {
  const refused: RefusedFact[] = [];
  const trees = Object.entries(frame.dimensions ?? {});
  const dimensions = Object.fromEntries(trees.map(([name, members]) => [name, treeOf(name, members)]));
  const onOrgs = new Set(frame.orgs.flatMap((org) => Object.keys(org.in ?? {})));
  const onFacts = trees.flatMap(([name]) => (onOrgs.has(name) ? [] : [name]));
  const orgs = coder(frame.orgs.map(({ name }) => name));
  const indicators = coder(frame.indicators.map(({ key }) => key));
  const members = onFacts.map((name) => coder((dimensions[name] as FactDimension).members));
  const { periods, codeOf: codeOfPeriod } = periodsOf(facts);
  const dated = periods.length > 0;
  const size = facts.length;
  const org = codes(frame.orgs.length, size);
  const indicator = codes(frame.indicators.length, size);
  const period = dated ? codes(periods.length, size) : undefined;
  const columns = onFacts.map((name) => codes((dimensions[name] as FactDimension).members.length, size));
  const target = new Float64Array(size);
  const actual = new Float64Array(size);
  const status = new Uint8Array(size);
  const targetStatus = new Uint8Array(size);
  const light = new Uint8Array(size);
  const spills = { target: new Map<number, Scaled>(), actual: new Map<number, Scaled>() };
  const joint = new Map<number, readonly number[]>();
  const exact = frame.places === "six" ? roundedMillionths : millionthsOf;
  let row = 0;
  /** The amount in the indicator's unit; undefined where it does not come into it exactly, or is no number. */
  const amountOf = (fact: Fact, amount: Decimal | number): Scaled | undefined => {
    const unit = (frame.indicators[indicator[row] as number] as FactIndicator).unit;
    if (typeof amount === "number" && !Number.isFinite(amount)) return undefined;
    if (fact.unit === undefined || fact.unit === unit) return exact(amount);
    const decimal = typeof amount === "number" ? (decimalOfNumber(amount) as Decimal) : amount;
    const converted = convert(decimal, fact.unit, unit);
    return converted === undefined ? undefined : exact(converted);
  };
  const put = (column: Float64Array, more: Map<number, Scaled>, amount: Scaled) => {
    if (typeof amount === "number") column[row] = amount;
    else {
      column[row] = Number.NaN;
      more.set(row, amount);
    }
  };
  for (let at = 0; at < size; at++) {
    const fact = facts[at] as Fact;
    const orgCode = orgs(fact.org);
    const indicatorCode = indicators(fact.indicator);
    const periodCode = dated ? codeOfPeriod(fact.period) : 0;
    let why = orgCode < 0 ? "org" : indicatorCode < 0 ? "indicator" : periodCode < 0 ? "period" : "";
    for (let axis = 0; axis < onFacts.length && why === ""; axis++) {
      const name = onFacts[axis] as string;
      const code = (members[axis] as (name: string) => number)(fact.in?.[name] ?? "");
      if (code < 0) why = name;
      else (columns[axis] as Codes)[row] = code;
    }
    const others = fact.jointOrgs?.map(orgs);
    if (others?.some((code) => code < 0)) why = "org";
    if (why !== "") {
      refused.push({ at, why });
      continue;
    }
    org[row] = orgCode;
    indicator[row] = indicatorCode;
    if (period) period[row] = periodCode;
    if (others) joint.set(row, others);
    targetStatus[row] = fact.pending ? 2 : 1;
    if (fact.target !== undefined && fact.target !== null && !fact.pending) {
      const amount = amountOf(fact, fact.target);
      if (amount === undefined)
        refused.push({
          at,
          why: typeof fact.target === "number" && !Number.isFinite(fact.target) ? "amount" : "unit",
        });
      else {
        targetStatus[row] = 0;
        put(target, spills.target, amount);
      }
    }
    const given = fact.actual !== undefined && fact.actual !== null;
    let code = fact.status === undefined ? (given ? 0 : 1) : factStatuses.indexOf(fact.status);
    if (code === 0) {
      const amount = given ? amountOf(fact, fact.actual as Decimal | number) : undefined;
      if (amount === undefined) {
        code = 3;
        refused.push({ at, why: given && fact.unit !== undefined ? "unit" : "amount" });
      } else put(actual, spills.actual, amount);
    }
    status[row] = code;
    if (fact.light !== undefined) light[row] = factLights.indexOf(fact.light);
    row++;
  }
  const cut = <Column extends Codes | Float64Array>(column: Column): Column =>
    (row === size ? column : column.slice(0, row)) as Column;
  const table = factTable({
    orgs: {
      names: frame.orgs.map(({ name }) => name),
      in: Object.fromEntries([...onOrgs].map((name) => [name, orgsIn(frame, name, dimensions[name])])),
    },
    indicators: frame.indicators,
    dimensions,
    periods,
    measure: frame.measure,
    ...(frame.targetsOf ? { targetsOf: frame.targetsOf } : {}),
    org: cut(org),
    indicator: cut(indicator),
    ...(period ? { period: cut(period) } : {}),
    codes: Object.fromEntries(onFacts.map((name, axis) => [name, cut(columns[axis] as Codes)])),
    target: cut(target),
    actual: cut(actual),
    status: cut(status),
    targetStatus: cut(targetStatus),
    light: cut(light),
    spills,
    joint,
  });
  return { table, refused };
}

/** The code of a name; the last one asked for is at hand, because rows of one org stand together. */
function coder(names: readonly string[]): (name: string) => number {
  const known = new Map(names.map((name, code) => [name, code]));
  let last: string | undefined;
  let code = -1;
  return (name) => {
    if (name === last) return code;
    last = name;
    code = known.get(name) ?? -1;
    return code;
  };
}

/** The narrowest column that holds the codes of so many members. */
const codes = (members: number, size: number): Codes =>
  members <= 0x100
    ? new Uint8Array(size)
    : members <= 0x10000
      ? new Uint16Array(size)
      : new Uint32Array(size);

function periodsOf(facts: readonly Fact[]) {
  const found = new Set<Period>();
  let last: Period | undefined;
  for (const { period } of facts) {
    if (period === undefined || period === last) continue;
    last = period;
    if (isPeriod(period)) found.add(period);
  }
  const periods = [...found].sort(comparePeriods);
  const code = coder(periods);
  return { periods, codeOf: (period: Period | undefined) => (period === undefined ? -1 : code(period)) };
}

function treeOf(name: string, members: readonly FactMember[]): FactDimension {
  const code = coder(members.map((member) => member.name));
  if (members.every(({ parent }) => parent === undefined)) return { members: members.map((one) => one.name) };
  const parents = Int32Array.from(members, ({ parent }) => {
    const above = parent === undefined ? -1 : code(parent);
    if (parent !== undefined && above < 0) throw new RangeError(`${name}: no member ${parent}`);
    return above;
  });
  return { members: members.map((one) => one.name), parents };
}

function orgsIn({ orgs }: FactFrame, name: string, dimension: FactDimension | undefined): Int32Array {
  const code = coder(dimension?.members ?? []);
  return Int32Array.from(orgs, (org) => {
    const member = org.in?.[name];
    const found = member === undefined ? -1 : code(member);
    if (member !== undefined && found < 0) throw new RangeError(`${name}: no member ${member}`);
    return found;
  });
}
