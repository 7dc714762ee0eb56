import { type Light, type ListedTask, taskList } from "@taizhang/kpi";
import type { RolledUp } from "./roll-up-card.ts";

/** A task behind a count, as one org or all its leads together answer for it, with its cell (查任务). */
export interface TaskLine {
  readonly title: string;
  /** All leads of a joint task. */
  readonly orgs: readonly string[];
  readonly state: Exclude<ListedTask["state"], "gone">;
  readonly overdue: boolean;
  readonly light: Light | null;
  readonly at?: { readonly file: string; readonly sheet: string; readonly ref: string };
}

/** The tasks of a line of the counts, in the order of the sheets; those that left the count are left out. */
export function taskLinesOf({ figures, result, options }: RolledUp, index: number): TaskLine[] {
  const key = result.counts[index]?.key;
  if (!key) return [];
  return taskList(figures, options).flatMap(({ title, org, dims, joint, state, overdue, light, at }) => {
    if (state === "gone" || !liesIn(dims, key)) return [];
    const leads = joint ? (dims.department ?? []).map(({ name }) => name) : [];
    return [{ title, orgs: leads.length > 0 ? leads : [org], state, overdue, light, ...(at ? { at } : {}) }];
  });
}

/** True where a task belongs to the line: "" stands for a dimension that it does not state. */
const liesIn = (dims: ListedTask["dims"], key: Readonly<Record<string, string>>): boolean =>
  Object.entries(key).every(([dimension, name]) => {
    const members = dims[dimension] ?? [];
    return members.length > 0 ? members.some((one) => one.name === name) : name === "";
  });
