import { firstMonth, lastMonth } from "@taizhang/model";
import { toNumber } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { readAmount } from "../read/amount.ts";
import { readEntries } from "../read/entries.ts";
import { latestBefore } from "../rules/latest-before.ts";
import type { SheetReading } from "../table.ts";
import type { AssignedRow } from "./assignments.ts";
import { matcherOf } from "./match-row.ts";

/** The cumulative that last month's returns give for a row, or none (上月累计). */
export type LastCumulative = (row: AssignedRow) => number | undefined;

/**
 * Finds each ledger row's cumulative in the returns of the period right before `period`, by the row's id, else by its words.
 * An older one is not 上月累计, and none goes on from December to January.
 */
export function lastCumulatives(
  rows: readonly AssignedRow[],
  last: readonly SheetReading[],
  period?: string,
): LastCumulative {
  const found = new Map<AssignedRow, number>();
  const returns = last.flatMap(({ tables }) => tables.filter(({ role }) => role !== "ledger"));
  const newest = latestBefore(returns, ({ period: own }) => own?.value, period);
  const before = newest.filter(({ period: own }) => !own || !period || isRightBefore(own.value, period));
  if (before.length > 0) {
    const { byId, byWords } = matcherOf(rows);
    for (const table of before)
      for (const entry of readEntries(table)) {
        const row = entry.kind === "data" ? (byId(entry) ?? byWords(entry))?.row : undefined;
        const amount = row && cumulativeOf(entry);
        if (row && amount !== undefined && !found.has(row)) found.set(row, amount);
      }
  }
  return (row) => found.get(row);
}

/** 2016-03 before 2016-04 and before 2016Q2; the year's first period has none before it. */
const isRightBefore = (last: string, now: string): boolean =>
  lastMonth(last) === firstMonth(now) - 1 && last.slice(0, 4) === now.slice(0, 4);

function cumulativeOf(entry: Entry): number | undefined {
  const { status, amount } = readAmount(entry.cells.get("actualCumulative"), entry);
  return status === "reported" && amount !== undefined ? toNumber(amount) : undefined;
}
