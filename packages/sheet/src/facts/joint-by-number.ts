import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { namesDivision } from "../orgs/division-name.ts";
import { textKey } from "../rules/text-key.ts";

interface Rows {
  readonly entries: readonly Entry[];
}

/** A note that says that others lead the task too: 共同牵头, and not 共同推进, 市区共同出资 or 非共同任务. */
const isShared = (note: string): boolean =>
  /^共同(?:$|[：:；;，,。])|(?<![非不无未])(?:共同|联合)(?:牵头|承担|负责)|(?<![非不无未])共同任务/.test(
    note,
  );

/** With whom, where the note says it: 与区环保局共同牵头. 其他单位 is nobody by name. */
const partnerOf = (note: string): string | undefined => {
  const named = /[与和同](.{2,40}?)(?:共同|联合)(?:牵头|承担|负责)/.exec(note)?.[1];
  return named === undefined || /其他|其它|兄弟|相关|有关|各/.test(named) ? undefined : textKey(named);
};

const noteOf = ({ cells }: Entry): string => (cells.get("note")?.text ?? "").trim();

/** Its figure, or the words that a task without a number is answered by. */
const hasReport = ({ cells }: Entry): boolean =>
  (["actualCumulative", "actualPeriod", "status", "progress", "stage"] as const).some(
    (field) => (cells.get(field)?.text ?? "") !== "",
  );

/**
 * The leads of a joint task whose notes say 共同 and not with whom: the orgs that return the same 台账编号 with the same
 * task, indicator and target, each with such a note (共同任务). Districts and towns are never joint: each has its own
 * figure. Those that report something go first, then by name, so that the order of the files changes nothing.
 */
export function withJointByNumber<Source extends Rows>(sources: readonly Source[]): Source[] {
  const groups = new Map<string, Entry[]>();
  for (const { entries } of sources)
    for (const entry of entries) {
      const { id, leads, kind, table } = entry;
      if (kind !== "data" || id === undefined || leads.length > 0 || table.org === undefined) continue;
      if (isShared(noteOf(entry)) && !namesDivision(table.org.name)) put(groups, keyOf(id, entry), entry);
    }
  const joint = new Map<Entry, readonly string[]>();
  for (const list of groups.values()) {
    const nameOf = ({ table }: Entry) => table.org?.name ?? "";
    const reported = new Set(list.filter(hasReport).map(nameOf));
    const orgs = [...new Set(list.map(nameOf))].sort(
      (a, b) => Number(reported.has(b)) - Number(reported.has(a)) || (a < b ? -1 : 1),
    );
    const keys = orgs.map(textKey);
    const isAmong = (partner: string | undefined) =>
      partner === undefined || keys.some((key) => key.endsWith(partner) || partner.includes(key));
    if (orgs.length > 1 && list.every((entry) => isAmong(partnerOf(noteOf(entry)))))
      for (const entry of list) joint.set(entry, orgs);
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
