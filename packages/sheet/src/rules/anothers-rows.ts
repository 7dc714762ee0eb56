import { finding } from "@taizhang/finding";
import { isAnothers } from "../facts/anothers-row.ts";
import { orgNames } from "../orgs/org-names.ts";
import { reportersOf } from "../orgs/plan-region.ts";
import { regionOf } from "../orgs/region.ts";
import { counterparts } from "./same-row.ts";
import { placeOf, type Subject } from "./subject.ts";

/**
 * C03 别家的行: a row under the number of a task of another department, in the return of one with tasks of its own. It counts
 * for neither, as in collecting and in the totals (`withOwners`).
 */
export function* anothersRows({ tables, ledger, context }: Subject) {
  const leads = ledger.flatMap(({ table, data }) => {
    const region = regionOf(table);
    return [...new Set(data.flatMap((entry) => entry.leads))].map((name) => ({ name, region }));
  });
  const assigned = counterparts(ledger);
  const reporters = reportersOf(tables.flatMap(({ table }) => (table.role === "return" ? [table] : [])));
  const known = orgNames([...reporters, ...leads], leads, context);
  const leading = new Set(leads.map((one) => known(one).name));
  for (const view of tables) {
    const { org, role } = view.table;
    const region = regionOf(view.table);
    const reporter = org && role === "return" ? known({ name: org.name, region }) : undefined;
    if (!org || !reporter || !leading.has(reporter.name)) continue;
    for (const entry of view.data) {
      const found = entry.id !== undefined && entry.org === org.name ? assigned(entry) : undefined;
      const [lead] = found?.entry.leads ?? [];
      if (found?.by !== "id" || lead === undefined) continue;
      if (isAnothers(found.entry, reporter, (name) => known({ name, region })))
        yield finding("C03", { task: entry.task, sentTo: lead }, [placeOf(view, entry, "task")]);
    }
  }
}
