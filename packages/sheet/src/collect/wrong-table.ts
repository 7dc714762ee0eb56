import { type Finding, finding } from "@taizhang/finding";
import { isMergedSheet } from "./merged-columns.ts";
import type { ReturnedTable } from "./returned-table.ts";
import { headOf } from "./row-findings.ts";

/** Why a table is not taken: no return at all, of another month, of a department whose tasks it does not hold, or of none of the ledger's rows. */
export function wrongTable(returned: ReturnedTable, period: string | undefined): Finding | undefined {
  const { table, answers, added, said, sentTo } = returned;
  const at = [headOf(returned)];
  // Neither is a return, and nobody has to mend it.
  const severity = "D" as const;
  if (table.role === "ledger") return finding("C06", { kind: "ledger" }, at, { severity });
  if (isMergedSheet(table)) return finding("C06", { kind: "merged" }, at, { severity });
  const own = table.period?.value;
  if (period !== undefined && own !== undefined && own.length > 4 && own !== period)
    return finding("C06", { kind: "period", found: own, expected: period }, at);
  const [first] = sentTo;
  if (answers.length === 0)
    return added.length === 0 ? undefined : finding("C06", { kind: "unknown", rows: added.length }, at);
  // 南关区 in the title of a sheet is whose plan it is, and not who reports.
  const isStated = !table.org?.evidence.some(({ rule }) => rule === "regionOnly");
  if (isStated && said !== undefined && first !== undefined && !sentTo.includes(said))
    return finding("C06", { kind: "org", found: said, expected: first }, at);
  return undefined;
}
