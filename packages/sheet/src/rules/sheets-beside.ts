import type { Subject, TableView } from "./subject.ts";
import { textKey } from "./text-key.ts";

/** The file and the sheet of a table, as one key. */
export const sheetOf = ({ table: { file, grid } }: TableView): string => `${file}\n${grid.name}`;

/** The long tables that say of one org and one period what it did, where there are several on different sheets. */
export function besides(tables: readonly TableView[]): Map<string, TableView[]> {
  const groups = new Map<string, TableView[]>();
  for (const view of tables) {
    const { org, period, role, shape } = view.table;
    if (!org || !period || role !== "return" || shape !== "long") continue;
    const key = `${textKey(org.name)}\n${period.value}`;
    const group = groups.get(key);
    if (group) group.push(view);
    else groups.set(key, [view]);
  }
  return groups;
}

const grouped = new WeakMap<Subject, Map<string, TableView[]>>();

/** The tables of the same org and period as this one, itself among them (同单位同期的表). */
export function besideOf(subject: Subject, { table: { org, period } }: TableView): readonly TableView[] {
  if (!org || !period) return [];
  const groups = grouped.get(subject) ?? besides(subject.tables);
  grouped.set(subject, groups);
  return groups.get(`${textKey(org.name)}\n${period.value}`) ?? [];
}
