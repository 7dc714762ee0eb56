import { divisionOf, resolve } from "@taizhang/admin-units";
import { finding } from "@taizhang/finding";
import { orgForm } from "../orgs/org-form.ts";
import { orgOfName } from "../recognise/reporter.ts";
import { reporterCell } from "./reporter-cell.ts";
import type { Subject, TableView } from "./subject.ts";

/**
 * Sheets that one organisation is said to report (填报单位) and that bear another's name, by the sheet or by the file: one of
 * the two is a slip (填报单位与表名、文件名不符). Not said of who reports several sheets, or files, under the names of others, as
 * an office does that puts the sheets of all together.
 */
export function* otherReporters({ tables, context }: Subject) {
  const returns = tables.filter(({ table }) => table.role !== "ledger");
  const seen = new Set<string>();
  const sheets = sheetsByReporter(returns);
  for (const view of returns) {
    const { file, grid } = view.table;
    const reporter = reporterCell(view);
    if (!reporter || seen.has(`${file}\n${grid.name}`)) continue;
    seen.add(`${file}\n${grid.name}`);
    const on = view.year ? `${view.year}-01-01` : context.on;
    const base = (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[A-Za-z]{2,5}$/, "");
    // Who reports the sheet reports no other of the file, and none of another file.
    const files = sheets.get(view.table.org?.name);
    for (const [named, alone] of [
      [grid.name, (files?.get(file)?.size ?? 1) === 1],
      [base, (files?.size ?? 1) === 1],
    ] as const) {
      const other = alone ? orgOfName(named) : undefined;
      if (other === undefined || !areTwo(reporter.name, other, context.within, on)) continue;
      yield finding("S09", { kind: "reporter", found: reporter.name, expected: other }, [reporter.cell.at], {
        severity: "C",
      });
      break;
    }
  }
}

/** The names of the sheets of each file that an organisation reports. */
function sheetsByReporter(tables: readonly TableView[]) {
  const found = new Map<string | undefined, Map<string, Set<string>>>();
  for (const { table } of tables) {
    const files = found.get(table.org?.name) ?? new Map<string, Set<string>>();
    found.set(table.org?.name, files);
    files.set(table.file, (files.get(table.file) ?? new Set()).add(table.grid.name));
  }
  return found;
}

/** Two departments in force with different functions, or two divisions side by side; what is in no directory may be anything. */
function areTwo(a: string, b: string, within: string | undefined, on: string | undefined): boolean {
  const context = { ...(within === undefined ? {} : { within }), ...(on === undefined ? {} : { on }) };
  const [one, other] = [resolve(a, context), resolve(b, context)];
  if (one.ended === true || other.ended === true) return false;
  if (one.type === "department" && other.type === "department") {
    const [form, another] = [orgForm(a, undefined, context), orgForm(b, undefined, context)];
    // 教体局 and 教育局 may well be one body, as are those that were merged.
    return form.base !== another.base && form.bare[0] !== another.bare[0];
  }
  if (one.type !== "division" || other.type !== "division" || one.code === other.code) return false;
  const parent = one.code && divisionOf(one.code, on)?.parent;
  return parent !== undefined && other.code !== undefined && divisionOf(other.code, on)?.parent === parent;
}
