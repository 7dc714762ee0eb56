import type { Cell } from "../entry.ts";
import { dateIn } from "./read-date.ts";
import type { TableView } from "./subject.ts";

/** Both cells write days, and not the same one; the year counts where both state it. */
export function isOtherDay(
  view: TableView,
  cell: Cell | undefined,
  ledger: TableView,
  assigned: Cell | undefined,
) {
  const due = dateIn(view, cell);
  const before = due?.kind === "date" ? dateIn(inYear(ledger, view.year), assigned) : undefined;
  if (due?.kind !== "date" || before?.kind !== "date") return false;
  if (due.due && before.due && due.due.slice(5) !== before.due.slice(5)) return true;
  return due.statesYear && before.statesYear && due.due !== before.due;
}

const dated = new WeakMap<TableView, TableView>();

/** The ledger's table as of a return's year, where it says none itself. */
function inYear(ledger: TableView, year: number | undefined): TableView {
  if (ledger.year !== undefined || year === undefined) return ledger;
  const before = dated.get(ledger);
  if (before?.year === year) return before;
  const view = { ...ledger, year };
  dated.set(ledger, view);
  return view;
}
