import { toNumber } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { readAmount } from "../read/amount.ts";
import { readEntries } from "../read/entries.ts";
import type { SheetReading } from "../table.ts";
import type { AssignedRow } from "./assignments.ts";
import { matcherOf } from "./match-row.ts";

/** The cumulative that last month's returns give for a row, or none (上月累计). */
export type LastCumulative = (row: AssignedRow) => number | undefined;

/** Finds each ledger row's cumulative in last month's returns, by the row's id, else by its words. */
export function lastCumulatives(rows: readonly AssignedRow[], last: readonly SheetReading[]): LastCumulative {
  const found = new Map<AssignedRow, number>();
  if (last.length > 0) {
    const match = matcherOf(rows);
    for (const { tables } of last)
      for (const table of tables) {
        if (table.role === "ledger") continue;
        for (const entry of readEntries(table)) {
          const row = entry.kind === "data" ? match(entry)?.row : undefined;
          const amount = row && cumulativeOf(entry);
          if (row && amount !== undefined && !found.has(row)) found.set(row, amount);
        }
      }
  }
  return (row) => found.get(row);
}

function cumulativeOf(entry: Entry): number | undefined {
  const { status, amount } = readAmount(entry.cells.get("actualCumulative"), entry);
  return status === "reported" && amount !== undefined ? toNumber(amount) : undefined;
}
