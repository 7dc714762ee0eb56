import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { textKey } from "../rules/text-key.ts";

interface Rows {
  readonly entries: readonly Entry[];
}

/** A note that says that others lead the task too, without saying who. */
const isShared = (entry: Entry): boolean =>
  /共同|联合牵头|联合承担/.test(entry.cells.get("note")?.text ?? "");

/**
 * The leads of a joint task whose notes say 共同 and not with whom: the orgs that return the same 台账编号 with the same
 * task, indicator and target, each with such a note (共同任务). By name, so that the order of the files changes nothing.
 */
export function withJointByNumber<Source extends Rows>(sources: readonly Source[]): Source[] {
  const groups = new Map<string, Entry[]>();
  for (const { entries } of sources)
    for (const entry of entries) {
      const { id, leads, kind, table } = entry;
      if (kind !== "data" || id === undefined || leads.length > 0 || table.org === undefined) continue;
      if (isShared(entry)) put(groups, keyOf(id, entry), entry);
    }
  const joint = new Map<Entry, readonly string[]>();
  for (const list of groups.values()) {
    const orgs = [...new Set(list.map(({ table }) => table.org?.name ?? ""))].sort();
    if (orgs.length > 1) for (const entry of list) joint.set(entry, orgs);
  }
  if (joint.size === 0) return [...sources];
  return sources.map((source) => ({
    ...source,
    entries: source.entries.map((entry) => {
      const leads = joint.get(entry);
      return leads ? { ...entry, leads } : entry;
    }),
  }));
}

const keyOf = (id: string, { task, indicator, unit = "", cells }: Entry): string =>
  [id, task, indicator, unit, cells.get("target")?.text ?? ""].map(textKey).join("\n");
