import type { Entry } from "../entry.ts";

/** The leads of a row, as printed. */
export type LeadsOf = (entry: Entry) => readonly string[];

/**
 * The leads of a row (牵头单位): its own, else those that another cross-tab states for the whole indicator, as the
 * city's table does above its columns and the counties' returns do not. Two tables that differ state nothing.
 */
export function statedLeads(entries: readonly Entry[]): LeadsOf {
  const stated = new Map<string, readonly string[] | "several">();
  for (const { table, indicator, leads } of entries) {
    if (table.shape !== "crossTab" || leads.length === 0) continue;
    const known = stated.get(indicator);
    stated.set(indicator, known === undefined || `${known}` === `${leads}` ? leads : "several");
  }
  return ({ table, indicator, leads }) => {
    if (leads.length > 0 || table.shape !== "crossTab") return leads;
    const known = stated.get(indicator);
    return known === undefined || known === "several" ? [] : known;
  };
}
