import type { TargetFact } from "@taizhang/kpi";
import type { Entry } from "../entry.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { readAmount } from "../read/amount.ts";
import { indexMerges } from "../recognise/merges.ts";
import type { Table } from "../table.ts";

/** The target that an entry's org has together with others, if its cell says so. */
export type SharedTarget = (entry: Entry) => TargetFact["shared"];

/**
 * The targets of a table that one merged cell gives to several orgs (共同目标): 30万株 over three towns is what they plant
 * together and no town's own. Rows of one org, or of several indicators, share none.
 */
export function sharedTargets(
  table: Table,
  entries: readonly Entry[],
  names: (printed: string) => KnownOrg,
): SharedTarget {
  if (table.grid.merges.length === 0) return () => undefined;
  const mergeAt = indexMerges(table.grid);
  const groups = new Map<string, Entry[]>();
  const keyOf = (entry: Entry): string | undefined => {
    const column = entry.cells.get("target")?.column.index;
    const merge = column === undefined ? undefined : mergeAt(entry.row, column);
    return merge && merge.bottom > merge.top ? `${merge.top}\n${merge.left}\n${entry.indicator}` : undefined;
  };
  for (const entry of entries) {
    const key = entry.kind === "data" ? keyOf(entry) : undefined;
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return (entry) => {
    const key = keyOf(entry);
    const group = (key === undefined ? undefined : groups.get(key)) ?? [];
    const orgs = [...new Set(group.flatMap(({ org }) => (org === undefined ? [] : [names(org).name])))];
    const { amount: value } = readAmount(entry.cells.get("target"), entry);
    return orgs.length > 1 && value !== undefined ? { orgs, value } : undefined;
  };
}
