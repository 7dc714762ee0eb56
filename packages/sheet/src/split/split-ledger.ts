import type { Finding } from "@taizhang/finding";
import type { SheetLayout } from "@taizhang/grid";
import type { SheetReading } from "../table.ts";
import { assignmentsOf } from "./assignments.ts";
import { lastCumulatives } from "./last-cumulative.ts";
import { returnHelp } from "./return-help.ts";
import { returnLayout } from "./return-layout.ts";
import type { SplitOptions } from "./split-options.ts";

/** What one department gets (下发表). */
export interface SplitFile {
  readonly org: string;
  readonly rows: number;
  /** Rows that others lead as well, marked 共同. */
  readonly joint: number;
  readonly layouts: readonly SheetLayout[];
}

/**
 * One workbook a lead department in the form 部门月报表 (拆分下发): its rows of the ledger with locked ids, targets and
 * formulas, open cells to fill in, drop-downs, instructions and print setup. A joint task stands in the file of each
 * lead, marked 共同. `findings` names the rows that go to nobody.
 * @example splitLedger(recogniseWorkbook(grids, "台账.xlsx"), { period: "2016-11" }).files[0]?.org // "区人社局"
 */
export function splitLedger(
  ledger: readonly SheetReading[],
  options: SplitOptions = {},
): { files: readonly SplitFile[]; findings: readonly Finding[] } {
  const { assignments, rows, findings } = assignmentsOf(ledger, options.by);
  const last = lastCumulatives(rows, options.last ?? [], options.period);
  const files = assignments.map((assignment): SplitFile => {
    const layout = returnLayout(assignment, options, last);
    return {
      org: assignment.org,
      rows: assignment.rows.length,
      joint: assignment.rows.filter(({ leads }) => leads.length > 1).length,
      layouts: [layout, returnHelp(layout, options)],
    };
  });
  return { files, findings };
}
