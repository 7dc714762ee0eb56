import { type Finding, finding } from "@taizhang/finding";
import { compare } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { readAmount } from "../read/amount.ts";
import type { AssignedRow } from "../split/assignments.ts";
import type { Settled } from "./versions.ts";

/** C09: what the other leads of a joint task report beside the org whose figure counts (共同任务核对). */
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

/** The first figure in which the two differ; what only one of them has says nothing. */
function differing(counted: Entry, other: Entry, { dataOrg, entry }: AssignedRow): Finding | undefined {
  for (const field of fields) {
    const [own, cell] = [counted.cells.get(field), other.cells.get(field)];
    const [used, figure] = [readAmount(own, counted), readAmount(cell, other)];
    if (!own || !cell || used.amount === undefined || figure.amount === undefined) continue;
    if (used.unit !== figure.unit || used.power !== figure.power) continue;
    if (compare(used.amount, figure.amount) === 0) return undefined;
    const args = { task: entry.task, figure: cell.text, counts: dataOrg, used: own.text };
    return finding("C09", args, [cell.at], { related: [own.at] });
  }
  return undefined;
}
