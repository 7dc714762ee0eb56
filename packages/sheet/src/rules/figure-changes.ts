import { formatAt } from "@taizhang/grid";
import { unitOf } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { amountIn, inOneUnit } from "./amounts.ts";
import type { Counterpart } from "./same-row.ts";
import { type TableView, textIn, valueIn } from "./subject.ts";
import { textKey } from "./text-key.ts";

/** What of a row is another than it was. */
export interface Change {
  readonly field: "task" | "target" | "unit" | "deadline" | "lead";
  readonly found: string;
  readonly expected: string;
}

/** The note that gives a change its ground. */
export const approved = /批准|批复|同意调整|调整为|〔\d{4}〕|\[\d{4}\]/;

/** What stands in both rows as it stands there is no change. */
export function isKept(view: TableView, entry: Entry, other: Counterpart, field: Field): boolean {
  if (!view.has(field) || !other.view.has(field)) return true;
  const value = valueIn(view, entry, field);
  return value !== null && value === valueIn(other.view, other.entry, field);
}

export const isFigureKept = (view: TableView, entry: Entry, other: Counterpart): boolean =>
  isKept(view, entry, other, "target") &&
  entry.unit === other.entry.unit &&
  textIn(entry, "direction") === textIn(other.entry, "direction") &&
  isSameFigure(view, entry, other.view, other.entry);

/** Another target, or another unit: the same figure in another unit is a change of the unit's cell. */
export function* figureChanges(entry: Entry, assigned: Entry): Generator<Change> {
  const [target, was] = [amountIn(entry, "target"), amountIn(assigned, "target")];
  const both = inOneUnit(target, was);
  const [found, expected] = [textIn(entry, "target"), textIn(assigned, "target")];
  const [unit, oldUnit] = [textIn(entry, "unit"), textIn(assigned, "unit")];
  const isOtherUnit = unit !== "" && oldUnit !== "" && textKey(unit) !== textKey(oldUnit);
  const isOtherTarget =
    target.status === "reported" &&
    was.status === "reported" &&
    both !== undefined &&
    (both[0] !== both[1] ||
      (target.bound ?? "eq") !== (was.bound ?? "eq") ||
      target.amountMax !== was.amountMax);
  const byUnit = isOtherTarget && isOtherUnit && textKey(found) === textKey(expected);
  if ((isOtherTarget && !byUnit) || isAddedTarget(target.status, entry, assigned))
    yield { field: "target", found, expected };
  if (byUnit || (isOtherUnit && !(both !== undefined && isOneDimension(unit, oldUnit))))
    yield { field: "unit", found: unit, expected: oldUnit };
}

/** A target where the ledger's cell of that row is blank: departments set none. */
const isAddedTarget = (
  status: ReturnType<typeof amountIn>["status"],
  entry: Entry,
  assigned: Entry,
): boolean =>
  status === "reported" &&
  entry.cells.get("target")?.carried !== true &&
  isBlank(assigned.cells.get("target"));

const isBlank = (cell: Cell | undefined): boolean => cell !== undefined && cell.text === "" && !cell.carried;

/** The same number under the same unit and format; with no column for it there is none to change. */
function isSameFigure(view: TableView, entry: Entry, ledger: TableView, assigned: Entry): boolean {
  const [own, other] = [view.columnsOf("target"), ledger.columnsOf("target")];
  const [column, of] = [own[0], other[0]];
  if (!column || !of) return true;
  return (
    own.length === 1 &&
    other.length === 1 &&
    column.unit === of.unit &&
    typeof valueIn(view, entry, "target") === "number" &&
    formatAt(view.table.grid, entry.row, column.index) === formatAt(ledger.table.grid, assigned.row, of.index)
  );
}

const isOneDimension = (unit: string, other: string): boolean => {
  const [now, before] = [unitOf(unit), unitOf(other)];
  return now !== undefined && before !== undefined && now.dimension === before.dimension;
};
