import type { Table } from "../table.ts";
import type { PrintedOrg } from "./org-names.ts";
import { regionOf } from "./region.ts";

/** Who reports the tables, each with the division that its sheet says (填报单位及其地区). */
export const reportersOf = (tables: readonly Table[]): PrintedOrg[] =>
  tables.flatMap((table) => (table.org ? [{ name: table.org.name, region: regionOf(table) }] : []));

/** A division that has departments to hand tasks to. */
const hasDepartments = /[省市州盟区县旗]$/;

/**
 * The division whose plan it is where the ledger does not say so (台账所属地区): the one that most of the reporters who
 * state a division lie in. Returns of several districts of one city state none.
 */
export function regionOfPlan(reporters: readonly PrintedOrg[]): string | undefined {
  const counts = new Map<string, number>();
  let stated = 0;
  for (const { region } of reporters)
    if (region !== undefined && hasDepartments.test(region)) {
      counts.set(region, (counts.get(region) ?? 0) + 1);
      stated++;
    }
  return [...counts].find(([, times]) => times * 2 > stated)?.[0];
}
