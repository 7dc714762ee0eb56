import { type Decimal, placesOf } from "@taizhang/quantity";
import type { Amount, Cell, Entry } from "../entry.ts";
import type { Column } from "../table.ts";
import { amountOfCell } from "./amounts.ts";
import { cellLike } from "./column-cells.ts";

/** What the details of a total add up to, and how (明细). */
export interface Parts {
  readonly amounts: readonly Decimal[];
  /** Those that a SUM in the sheet would count: number cells. */
  readonly plain: readonly Decimal[];
  readonly unmarked: number;
  readonly places: number;
  readonly missing: number;
}

/** The amounts of the details in one column, or undefined where they are not to be added. */
export function partsOf(scope: readonly Entry[], column: Column, whole: Amount): Parts | undefined {
  const amounts: Decimal[] = [];
  const plain: Decimal[] = [];
  let places = Math.max(whole.places, placesOf(whole.amount ?? ("0" as Decimal)));
  let missing = 0;
  for (const detail of scope) {
    const cell = cellLike(detail, column);
    if (!cell || cell.carried) continue;
    const amount = amountOfCell(cell, detail);
    if (amount.status === "unusable" || amount.amountMax !== undefined) return undefined;
    if (amount.status === "missing" || amount.status === "pending")
      missing += isExpected(detail, cell) ? 1 : 0;
    if (amount.status !== "reported" || amount.amount === undefined) continue;
    if (amount.power !== whole.power || (amount.unit ?? "") !== (whole.unit ?? "")) return undefined;
    amounts.push(amount.amount);
    if (amount.marks.length === 0) plain.push(amount.amount);
    places = Math.max(places, amount.places, placesOf(amount.amount));
  }
  return { amounts, plain, unmarked: plain.length, places, missing };
}

/** A blank is a missing figure where something else of the row's block is filled in. */
function isExpected(detail: Entry, blank: Cell): boolean {
  for (const cell of detail.cells.values())
    if (
      cell !== blank &&
      ["target", "actualCumulative", "actualPeriod", "completion"].includes(cell.column.field) &&
      cell.text !== ""
    )
      return true;
  return false;
}
