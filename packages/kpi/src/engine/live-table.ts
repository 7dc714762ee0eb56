import type { Decimal } from "@taizhang/quantity";
import type { Light } from "../light.ts";
import type { Scaled } from "../scaled.ts";
import { putAmount } from "./amount-column.ts";
import type { Fact } from "./fact.ts";
import type { Codes, FactIndicator, FactTable } from "./fact-columns.ts";
import { type FactStatus, factLights, factStatuses, isBelowZero, packed, statusOf } from "./fact-status.ts";
import { millionthsOf, roundedMillionths } from "./millionths.ts";
import { negativesOf } from "./negative-figures.ts";
import { isLacking, standInOf } from "./stand-in.ts";

/** What may change in a row, in the indicator's unit; what is left out stays. Null takes a target or a light away. */
export interface FactChange {
  readonly target?: Decimal | number | null;
  /** 待下达; taken back, the target that stood before it stands again. */
  readonly pending?: boolean;
  /** A number makes the row reported; null makes it missing unless `status` says otherwise. */
  readonly actual?: Decimal | number | null;
  readonly status?: FactStatus;
  readonly light?: Light | null;
}

type Mutable<Of> = { -readonly [Field in keyof Of]: Of[Field] };

/** A table whose rows change, grow and go: its own copy of the columns, with room at the end. */
export interface LiveTable {
  readonly table: Mutable<FactTable>;
  readonly dead: Set<number>;
  readonly spills: { readonly target: Map<number, Scaled>; readonly actual: Map<number, Scaled> };
  readonly joint: Map<number, readonly number[]>;
  readonly codes: Record<string, Codes>;
  /** The targets of rows that became 待下达: they come back where that is taken back. */
  readonly held: Map<number, Scaled>;
  /** What stands in for the figure of a row while it has none (沿用). */
  readonly standIns: Map<number, Scaled>;
  /** The indicators as they were given, and how many rows of each have a figure below zero. */
  readonly given: readonly FactIndicator[];
  readonly negatives: Uint32Array;
}

/** A copy of a table that may change. */
export function liveTable(table: FactTable): LiveTable {
  const room = Math.ceil(table.size * 1.25) + 16;
  const spills = { target: new Map(table.spills.target), actual: new Map(table.spills.actual) };
  const joint = new Map(table.joint);
  const standIns = new Map(table.standIns);
  const codes = Object.fromEntries(
    Object.entries(table.codes).map(([name, column]) => [name, wider(column, room)]),
  );
  return {
    table: { ...table, ...columnsOf(table, room), spills, joint, codes },
    dead: new Set(),
    held: new Map(),
    spills,
    joint,
    standIns,
    codes,
    given: table.givenIndicators ?? table.indicators,
    negatives: negativesOf(table),
  };
}

const columnsOf = (table: FactTable, room: number) => ({
  org: wider(table.org, room),
  indicator: wider(table.indicator, room),
  ...(table.period ? { period: wider(table.period, room) } : {}),
  target: wider(table.target, room),
  actual: wider(table.actual, room),
  marks: wider(table.marks, room),
});

function wider<Column extends Codes | Float64Array>(column: Column, room: number): Column {
  const copy = new (column.constructor as new (size: number) => Column)(room);
  copy.set(column as never);
  return copy;
}

const changeable: Readonly<Record<keyof FactChange, true>> = {
  target: true,
  pending: true,
  actual: true,
  status: true,
  light: true,
};

/** Throws where a change contradicts itself or names what is no field, before anything is written. */
export function checkChange(change: FactChange, was: FactStatus = "missing"): void {
  const { target, pending, actual, status, light } = change;
  for (const field in change)
    if (!Object.hasOwn(changeable, field))
      throw new RangeError(`No field ${field} in a change; there are ${Object.keys(changeable).join(", ")}`);
  const amounts = [target, actual].filter((amount) => amount !== undefined && amount !== null);
  for (const amount of amounts) millionthsOf(amount);
  if (status !== undefined && !factStatuses.includes(status))
    throw new RangeError(`No such status: ${status}`);
  if (light !== undefined && !factLights.includes(light)) throw new RangeError(`No such light: ${light}`);
  if (pending && target !== undefined && target !== null)
    throw new RangeError(`A target of ${target} that is pending: leave one of the two out`);
  if (status !== undefined && status !== "reported" && actual !== undefined && actual !== null)
    throw new RangeError(`An actual of ${actual} whose status is "${status}": leave one of the two out`);
  if (status === "reported" && (actual === null || (actual === undefined && was !== "reported")))
    throw new RangeError('A status of "reported" without an actual: give the amount, or another status');
}

/** Changes a row in place. */
export function changeRow(live: LiveTable, row: number, change: FactChange): void {
  const { table, spills, held, standIns } = live;
  const mark = table.marks[row] as number;
  checkChange(change, statusOf(mark));
  const exact = table.places === "six" ? roundedMillionths : millionthsOf;
  let status = mark & 3;
  let targetStatus = (mark >> 2) & 3;
  if (change.target !== undefined) {
    putAmount(table.target, spills.target, row, change.target === null ? 0 : exact(change.target));
    targetStatus = change.target === null ? 1 : 0;
    held.delete(row);
  }
  if (change.pending) {
    if (targetStatus === 0) held.set(row, spills.target.get(row) ?? (table.target[row] as number));
    putAmount(table.target, spills.target, row, 0);
    targetStatus = 2;
  } else if (change.pending === false && targetStatus === 2) {
    const old = held.get(row);
    if (old !== undefined) putAmount(table.target, spills.target, row, old);
    targetStatus = old === undefined ? 1 : 0;
    held.delete(row);
  }
  if (change.actual !== undefined) status = change.actual === null ? 1 : 0;
  if (change.status !== undefined) status = factStatuses.indexOf(change.status);
  const { mayBeNegative } = table.indicators[table.indicator[row] as number] as FactIndicator;
  const standIn = isLacking(status) && !mayBeNegative ? standIns.get(row) : undefined;
  if (status !== 0) putAmount(table.actual, spills.actual, row, standIn ?? 0);
  else if (change.actual !== undefined && change.actual !== null)
    putAmount(table.actual, spills.actual, row, exact(change.actual));
  const light = change.light === undefined ? (mark >> 4) & 7 : factLights.indexOf(change.light);
  const actual = table.actual[row] as number;
  const spilled = Number.isNaN(actual) ? spills.actual.get(row) : undefined;
  const isNegative = actual < 0 || (typeof spilled === "object" && spilled.value < 0n);
  table.marks[row] = packed(status, targetStatus, light, standIn !== undefined || isNegative);
  countNegative(live, row, mark, table.marks[row] as number);
}

/** Keeps the count of figures below zero when the byte of a row has changed, or goes with the row. */
export function countNegative({ table, negatives }: LiveTable, row: number, was: number, is: number): void {
  const code = table.indicator[row] as number;
  negatives[code] = (negatives[code] as number) + Number(isBelowZero(is)) - Number(isBelowZero(was));
}

/** How a new fact finds its codes. */
export type Coder = (dimension: string, name: string) => number;

/** Appends a fact without figures; its figures are then a change like any other. Gives its row. */
export function appendRow(live: LiveTable, fact: Fact, code: Coder): number {
  const { table } = live;
  const row = table.size;
  const other = Object.keys(fact.in ?? {}).find((name) => !(name in live.codes));
  if (other !== undefined) throw new RangeError(`No dimension ${other} of facts in the table`);
  const exact = table.places === "six" ? roundedMillionths : millionthsOf;
  const standIn = standInOf(fact, live.given[code("indicator", fact.indicator)] as FactIndicator, exact);
  if (standIn === "refused")
    throw new RangeError(
      `A stand-in of ${fact.standIn} for ${fact.indicator} of ${fact.org}: give an amount of 0 and more, of a flow that cannot be negative`,
    );
  if (row === table.org.length) grow(live);
  const others = fact.jointOrgs?.map((org) => code("org", org));
  table.org[row] = code("org", fact.org);
  table.indicator[row] = code("indicator", fact.indicator);
  if (table.period) table.period[row] = code("period", fact.period ?? "");
  for (const [name, column] of Object.entries(live.codes)) column[row] = code(name, fact.in?.[name] ?? "");
  if (others) live.joint.set(row, others);
  if (standIn !== undefined) live.standIns.set(row, standIn);
  table.marks[row] = packed(1, 1, 0, false);
  table.size = row + 1;
  return row;
}

function grow({ table, codes }: LiveTable): void {
  const room = table.size * 2;
  Object.assign(table, columnsOf(table, room));
  for (const [name, column] of Object.entries(codes)) codes[name] = wider(column, room);
}

/** The rows that stand, as a table of their own. */
export function tableNow({ table, dead, standIns }: LiveTable): FactTable {
  const rows = Uint32Array.from({ length: table.size }, (_, row) => row).filter((row) => !dead.has(row));
  const place = new Map(dead.size > 0 ? [...rows].map((row, at) => [row, at]) : []);
  const at = (row: number) => (dead.size > 0 ? place.get(row) : row);
  const pick = <Column extends Codes | Float64Array>(column: Column): Column => {
    const kept = new (column.constructor as new (size: number) => Column)(rows.length);
    for (let to = 0; to < rows.length; to++) kept[to] = column[rows[to] as number] as number;
    return kept;
  };
  const moved = <Value>(of: ReadonlyMap<number, Value>) =>
    new Map(
      [...of].flatMap(([row, value]) => {
        const to = at(row);
        return to === undefined ? [] : [[to, value] as const];
      }),
    );
  return {
    ...table,
    size: rows.length,
    org: pick(table.org),
    indicator: pick(table.indicator),
    ...(table.period ? { period: pick(table.period) } : {}),
    codes: Object.fromEntries(Object.entries(table.codes).map(([name, column]) => [name, pick(column)])),
    target: pick(table.target),
    actual: pick(table.actual),
    marks: pick(table.marks),
    spills: { target: moved(table.spills.target), actual: moved(table.spills.actual) },
    joint: moved(table.joint),
    ...(standIns.size > 0 ? { standIns: moved(standIns) } : {}),
  };
}
