import type { Scaled } from "../scaled.ts";
import { checkCoding, checkNaming } from "./fact-checks.ts";
import type { FactColumns, FactTable } from "./fact-columns.ts";
import { bitsOf, hasAmount, packed, targetCounts } from "./fact-status.ts";
import { most } from "./millionths.ts";
import { countedIndicators, negativesOf } from "./negative-figures.ts";

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
  return { ...table, ...countedIndicators(table.indicators, negativesOf(table)) };
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

/** The exact actual of a row, or what stands in for it; undefined where there is neither. */
export function actualOf({ actual, marks, spills }: FactTable, row: number): Scaled | undefined {
  if (!hasAmount(marks[row] as number)) return undefined;
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
