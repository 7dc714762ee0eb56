import { type Finding, finding } from "@taizhang/finding";
import { compare } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import { readAmount } from "../read/amount.ts";
import { statusSaid } from "../read/status-said.ts";
import type { AssignedRow } from "../split/assignments.ts";
import type { Settled } from "./versions.ts";

/** C09: what the other leads of a joint task report beside the org whose figure, or whose word, counts (共同任务核对). */
export function* jointFigures(
  rows: readonly AssignedRow[],
  versionsOf: (org: string) => Settled | undefined,
): Generator<Finding> {
  for (const row of rows) {
    if (row.leads.length < 2) continue;
    const counted = versionsOf(row.dataOrg)?.counted.get(row);
    if (!counted) continue;
    for (const org of row.leads) {
      const other = org === row.dataOrg ? undefined : versionsOf(org)?.counted.get(row);
      const found = other && differing(counted.entry, other.entry, row);
      if (found) yield found;
    }
  }
}

const fields = ["actualCumulative", "actualPeriod"] as const;

/** The first figure in which the two differ, else the state; what only one of them has says nothing. */
function differing(counted: Entry, other: Entry, { dataOrg, entry }: AssignedRow): Finding | undefined {
  const differs = (own: Cell, cell: Cell): Finding =>
    finding("C09", { task: entry.task, figure: cell.text, counts: dataOrg, used: own.text }, [cell.at], {
      related: [own.at],
    });
  for (const field of fields) {
    const [own, cell] = [counted.cells.get(field), other.cells.get(field)];
    const [used, figure] = [readAmount(own, counted), readAmount(cell, other)];
    if (!own || !cell || used.amount === undefined || figure.amount === undefined) continue;
    if (used.unit !== figure.unit || used.power !== figure.power) continue;
    if (compare(used.amount, figure.amount) === 0) return undefined;
    return differs(own, cell);
  }
  const [own, cell] = [counted.cells.get("status"), other.cells.get("status")];
  if (!own || !cell) return undefined;
  const [used, word] = [statusSaid(own.text), statusSaid(cell.text)];
  return used === undefined || word === undefined || used === word ? undefined : differs(own, cell);
}
