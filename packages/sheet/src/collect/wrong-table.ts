import { type Finding, finding } from "@taizhang/finding";
import { comparePeriods } from "@taizhang/model";
import { isEarlierSheet } from "../rules/earlier-sheet.ts";
import { isMergedSheet } from "./merged-columns.ts";
import type { ReturnedTable } from "./returned.ts";
import { isFilledIn } from "./returned-table.ts";
import { headOf } from "./row-findings.ts";

/** Why a table is not taken: no return at all, of another month, of a department whose tasks it does not hold, or of none of the ledger's rows. */
export function wrongTable(
  returned: ReturnedTable,
  period: string | undefined,
  all: readonly ReturnedTable[] = [returned],
): Finding | undefined {
  const { table, answers, added, said, sentTo } = returned;
  const at = [headOf(returned)];
  // Neither is a return, and nobody has to mend it.
  const severity = "D" as const;
  if (table.role === "ledger") return finding("C06", { kind: "ledger" }, at, { severity });
  if (isMergedSheet(table)) return finding("C06", { kind: "merged" }, at, { severity });
  const own = table.period?.value;
  if (period !== undefined && own !== undefined && own.length > 4 && own !== period) {
    const facts = { found: own, expected: period };
    // A form of a month to come that is not filled in is no report, and none that was sent wrongly.
    if (comparePeriods(own, period) > 0 && !isFilledIn(returned))
      return finding("C06", { kind: "later", ...facts }, at, { severity });
    return isEarlierSheet(
      table,
      period,
      all.map((other) => other.table),
      (other) =>
        all.some((one) => one.table === other && one.answers.length > 0 && isOfOneOrg(one, returned)),
    )
      ? finding("C06", { kind: "earlier", ...facts }, at, { severity })
      : finding("C06", { kind: "period", ...facts }, at);
  }
  const [first] = sentTo;
  if (answers.length === 0)
    return added.length === 0 ? undefined : finding("C06", { kind: "unknown", rows: added.length }, at);
  if (isStated(returned) && said !== undefined && first !== undefined && !sentTo.includes(said))
    return finding("C06", { kind: "org", found: said, expected: first }, at);
  return undefined;
}

/** C06: a name that the ledger does not know, where the rows say whose the table is; a title's region is nobody's name. */
export function strangersTable(returned: ReturnedTable): Finding | undefined {
  const { stranger: found, org: expected } = returned;
  if (found === undefined || expected === undefined || !isStated(returned)) return undefined;
  return finding("C06", { kind: "stranger", found, expected }, [headOf(returned)], { severity: "B" });
}

/** 南关区 in the title of a sheet is whose plan it is, and not who reports. */
const isStated = ({ table }: ReturnedTable): boolean =>
  !table.org?.evidence.some(({ rule }) => rule === "regionOnly");

const isOfOneOrg = (one: ReturnedTable, { org, said }: ReturnedTable): boolean =>
  one.org === org || (said !== undefined && one.said === said);
