import { absolute, add, compare, convert, type Decimal, shift, subtract } from "@taizhang/quantity";
import type { Amount, Cell, Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { readAmount } from "../read/amount.ts";
import { ReadCell } from "../read/read-cell.ts";

/** What is planned and not done: a bound or a unit beside the number is usual there (目标列). */
export const targetFields: ReadonlySet<Field> = new Set(["target", "stretch", "node"]);

const missing: Amount = { status: "missing", power: 0, places: 0, marks: [] };

/** What the entry's cell of a field says; `missing` where it has none. Read once a cell. */
export function amountIn(entry: Entry, field: Field): Amount {
  const cell = entry.cells.get(field);
  return cell ? amountOfCell(cell, entry) : missing;
}

/** What a cell says, read once. */
export function amountOfCell(cell: Cell, entry: Entry): Amount {
  if (!(cell instanceof ReadCell)) return readAmount(cell, entry);
  cell.amount ??= readAmount(cell, entry);
  return cell.amount;
}

/** The entry's actual: cumulative where there is one, else of the period (完成数). */
export function actualOf(entry: Entry): { field: Field; amount: Amount; cell: Cell } | undefined {
  for (const field of ["actualCumulative", "actualPeriod"] as const) {
    const cell = entry.cells.get(field);
    const amount = amountIn(entry, field);
    if (cell && amount.status === "reported") return { field, amount, cell };
  }
  return undefined;
}

/** The unit as a text for `convert`: 万 and 元. */
const unitText = ({ unit = "", power }: Amount): string =>
  `${power === 4 ? "万" : power === 8 ? "亿" : power === 3 ? "千" : power === 2 ? "百" : ""}${unit}`;

/**
 * Both amounts in the unit of the second (同一单位); undefined where their units do not convert. An amount
 * without a unit is taken to be in the other's.
 */
export function inOneUnit(a: Amount, b: Amount): readonly [Decimal, Decimal] | undefined {
  if (a.amount === undefined || b.amount === undefined) return undefined;
  if (a.unit === b.unit || a.unit === undefined || b.unit === undefined) {
    if (a.power === b.power) return [a.amount, b.amount];
    if (a.unit === b.unit) return [shift(a.amount, a.power - b.power), b.amount];
    return undefined;
  }
  const converted = convert(a.amount, unitText(a), unitText(b));
  return converted === undefined ? undefined : [converted, b.amount];
}

/** True where two decimals are no further apart than the tolerance. */
export const near = (a: Decimal, b: Decimal, tolerance: Decimal): boolean =>
  a === b || compare(absolute(subtract(a, b)), tolerance) <= 0;

/** Half of the last printed digit, times the number of roundings: the domain page §4, law 6 (误差限). */
export const tolerance = (places: number, roundings: number): Decimal =>
  shift(String(5 * roundings) as Decimal, -places - 1);

/** One in the last printed digit: what cutting digits off instead of rounding them loses. */
export const lastDigit = (places: number): Decimal => shift("1" as Decimal, -places);

/** The sum of a list of decimals. */
export const total = (list: readonly Decimal[]): Decimal => list.reduce(add, "0" as Decimal);
