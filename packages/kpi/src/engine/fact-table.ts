import type { Indicator, Period } from "@taizhang/model";
import type { Scaled } from "../scaled.ts";
import { checkCoding, checkNaming } from "./fact-columns.ts";
import { bitsOf, packed, targetCounts } from "./fact-status.ts";
import { most } from "./millionths.ts";

/** Codes of members, as narrow as they fit. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A dimension: the members' names, and for a tree of any depth each one's parent, −1 at the top (维度). */
export interface FactDimension {
  readonly members: readonly string[];
  readonly parents?: Int32Array;
}

/**
 * The orgs that report: names, and for each dimension that hangs on the org (division, department) the member that
 * each one belongs to, −1 for none (填报单位). An org may hang at any depth of a tree: 本级 is an org beside the
 * units below.
 */
export interface FactOrgs {
  readonly names: readonly string[];
  readonly in: Readonly<Record<string, Int32Array>>;
}

/** What an indicator needs to be rolled up; the model's `Indicator` is one. */
export type FactIndicator = Pick<
  Indicator,
  | "key"
  | "name"
  | "unit"
  | "direction"
  | "accounting"
  | "acrossOrgs"
  | "acrossTime"
  | "mayBeNegative"
  | "numerator"
  | "denominator"
>;

/** What a table of facts is made from, already coded. Amounts are whole millionths of the indicator's unit. */
export interface FactColumns {
  readonly orgs: FactOrgs;
  readonly indicators: readonly FactIndicator[];
  readonly dimensions: Readonly<Record<string, FactDimension>>;
  /** In order, none overlapping another; one and the same year counts from its January. */
  readonly periods?: readonly Period[];
  /** Whether the actuals are of the period alone or cumulative since January; a table holds one of the two. */
  readonly measure: "cumulative" | "inPeriod";
  /** Whether a target is the year's (default), repeated in each period, or the period's own. */
  readonly targetsOf?: "year" | "period";
  /** Whether amounts that come later are kept as they are (default), or rounded to six places as those in it were. */
  readonly places?: "exact" | "six";
  readonly org: Codes;
  readonly indicator: Codes;
  /** Needed where there are several periods. */
  readonly period?: Codes;
  /** Codes of the dimensions that hang on the fact: program, task, whatever the caller adds. */
  readonly codes?: Readonly<Record<string, Codes>>;
  /** 0 where there is none; NaN where `spills` has the amount. */
  readonly target: Float64Array;
  /** 0 where nothing is reported; NaN where `spills` has the amount. */
  readonly actual: Float64Array;
  /** Codes of `factStatuses`; absent: all reported. */
  readonly status?: Uint8Array;
  /** Codes of `targetStatuses`; absent: all set. */
  readonly targetStatus?: Uint8Array;
  /** Codes of `factLights`; absent: no lights. */
  readonly light?: Uint8Array;
  /** Exact amounts that are no safe integer of millionths, by row. */
  readonly spills?: Partial<FactSpills>;
  /** 共同: the other leads of a joint row. Its own org is the one that reports it and that coverage counts. */
  readonly joint?: ReadonlyMap<number, readonly number[]>;
}

/** Amounts beyond the columns, by row: more than six places, or beyond nine thousand million. */
export interface FactSpills {
  readonly target: ReadonlyMap<number, Scaled>;
  readonly actual: ReadonlyMap<number, Scaled>;
}

/** A checked table of facts: indicator × org × period × whatever is added, with target, actual and status (事实表). */
export interface FactTable extends Omit<FactColumns, "status" | "targetStatus" | "light" | "periods"> {
  readonly size: number;
  readonly periods: readonly Period[];
  readonly targetsOf: "year" | "period";
  readonly codes: Readonly<Record<string, Codes>>;
  /** Status, target's status and light in one byte a row. */
  readonly marks: Uint8Array;
  readonly spills: FactSpills;
  readonly joint: ReadonlyMap<number, readonly number[]>;
}

/**
 * The table of facts over columns that are already coded; the columns are used and not copied (事实表). Throws a
 * RangeError for a code without a member, an amount that is not whole, and an amount where none can be.
 * @example factTable({ orgs, indicators, dimensions: {}, measure: "cumulative", org, indicator, target, actual })
 */
export function factTable(columns: FactColumns): FactTable {
  const { status, targetStatus, light, ...rest } = columns;
  const size = columns.org.length;
  const periods = columns.periods ?? [];
  const table: FactTable = {
    ...rest,
    size,
    periods,
    targetsOf: columns.targetsOf ?? "year",
    codes: columns.codes ?? {},
    marks: new Uint8Array(size),
    spills: { target: columns.spills?.target ?? new Map(), actual: columns.spills?.actual ?? new Map() },
    joint: columns.joint ?? new Map(),
  };
  checkNaming(table);
  checkCoding(table);
  markRows(table, { status, targetStatus, light });
  return table;
}

/** A table whose columns were written here: only its names are looked at. */
export function checkedTable(table: FactTable): FactTable {
  checkNaming(table);
  return table;
}

/** Packs the statuses, and refuses an amount where the status says that there is none. */
function markRows(
  { size, target, actual, marks, spills }: FactTable,
  given: {
    readonly status: Uint8Array | undefined;
    readonly targetStatus: Uint8Array | undefined;
    readonly light: Uint8Array | undefined;
  },
): void {
  const none = new Uint8Array(0);
  const [statuses, targets, lights] = [given.status ?? none, given.targetStatus ?? none, given.light ?? none];
  for (const column of [target, actual, given.status, given.targetStatus, given.light])
    if (column && column.length !== size)
      throw new RangeError(`A column of ${column.length} for ${size} rows`);
  for (let row = 0; row < size; row++) {
    const a = actual[row] as number;
    const t = target[row] as number;
    const status = statuses[row] ?? 0;
    const targetStatus = targets[row] ?? 0;
    const light = lights[row] ?? 0;
    const right =
      status < 4 &&
      targetStatus < 3 &&
      light < 8 &&
      (isAmount(a) || (Number.isNaN(a) && spills.actual.has(row))) &&
      (isAmount(t) || (Number.isNaN(t) && spills.target.has(row))) &&
      (status === 0 || a === 0) &&
      (targetStatus === 0 || t === 0);
    if (!right) throw new RangeError(`Row ${row}: target ${t} (${targetStatus}), actual ${a} (${status})`);
    const spilled = Number.isNaN(a) ? spills.actual.get(row) : undefined;
    marks[row] = packed(
      status,
      targetStatus,
      light,
      a < 0 || (typeof spilled === "object" && spilled.value < 0n),
    );
  }
}

const isAmount = (amount: number): boolean =>
  amount <= most && amount >= -most && Math.floor(amount) === amount;

/** The exact actual of a row; undefined where none is reported. */
export function actualOf({ actual, marks, spills }: FactTable, row: number): Scaled | undefined {
  if (((marks[row] as number) & 3) !== 0) return undefined;
  const amount = actual[row] as number;
  return Number.isNaN(amount) ? spills.actual.get(row) : amount;
}

/** The exact target of a row; undefined where none is set, or the row is 不涉及. */
export function targetOf({ target, marks, spills }: FactTable, row: number): Scaled | undefined {
  if (targetCounts[marks[row] as number] === 0) return undefined;
  const amount = target[row] as number;
  return Number.isNaN(amount) ? spills.target.get(row) : amount;
}

/** The bits of a row. */
export const bitsAt = ({ marks }: FactTable, row: number): number => bitsOf[marks[row] as number] as number;
