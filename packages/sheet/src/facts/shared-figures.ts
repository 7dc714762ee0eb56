import type { SharedFigure } from "@taizhang/kpi";
import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { readAmount } from "../read/amount.ts";
import { mergedFigures } from "../read/merged-figure.ts";
import type { Table } from "../table.ts";

/**
 * What an entry has together with others, if its cell of a field says so: the amount of several orgs (共同的数), or
 * `unclear` where nobody can say whose how much is.
 */
export type SharedFigures = (entry: Entry, field: Field) => SharedFigure | "unclear" | undefined;

/**
 * The figures of a table that one merged cell gives to several rows (共同目标、共同完成数): 30万株 over three towns is what
 * they plant together and no town's own.
 */
export function sharedFigures(
  table: Table,
  entries: readonly Entry[],
  names: (printed: string) => KnownOrg,
): SharedFigures {
  if (table.grid.merges.length === 0) return () => undefined;
  const finders = new Map<Field, ReturnType<typeof mergedFigures>>();
  return (entry, field) => {
    const find = finders.get(field) ?? mergedFigures(table, entries, field, (name) => names(name).name);
    finders.set(field, find);
    const found = find(entry);
    if (!found) return undefined;
    const { amount: value } = readAmount(entry.cells.get(field), entry);
    if (found.kind === "unclear" || value === undefined) return value === undefined ? undefined : "unclear";
    const orgs = found.entries.flatMap(({ org }) => (org === undefined ? [] : [names(org).name]));
    return { orgs, value, at: found.at };
  };
}
