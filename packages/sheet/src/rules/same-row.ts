import type { Entry } from "../entry.ts";
import type { TableView } from "./subject.ts";
import { textKey } from "./text-key.ts";

/** A row of another file that is the same task, indicator and org. */
export interface Counterpart {
  readonly view: TableView;
  readonly entry: Entry;
  /** How it was found: by 台账编号, or by its words where they are unique. */
  readonly by: "id" | "text";
}

/**
 * Finds the same row in other tables (对应行): by 台账编号, with indicator and division where one id has several rows,
 * else by task, indicator and division where exactly one row has them. What two rows share names neither.
 */
export function counterparts(views: readonly TableView[]): (entry: Entry) => Counterpart | undefined {
  const byId = new Map<string, { view: TableView; entry: Entry } | undefined>();
  const byText = new Map<string, { view: TableView; entry: Entry } | undefined>();
  const put = (map: typeof byId, key: string, value: { view: TableView; entry: Entry }) =>
    map.set(key, map.has(key) ? undefined : value);
  for (const view of views)
    for (const entry of view.data) {
      const { id } = entry;
      if (id) {
        put(byId, id, { view, entry });
        put(byId, `${id}|${textOf(entry)}`, { view, entry });
      }
      put(byText, textOf(entry), { view, entry });
      if (entry.org) put(byText, `${textOf(entry)}|${textKey(entry.org)}`, { view, entry });
    }
  return (entry) => {
    const { id } = entry;
    const found = id ? (byId.get(`${id}|${textOf(entry)}`) ?? byId.get(id)) : undefined;
    if (found) return { ...found, by: "id" };
    const same =
      (entry.org ? byText.get(`${textOf(entry)}|${textKey(entry.org)}`) : undefined) ??
      byText.get(textOf(entry));
    return same && (!id || !same.entry.id) ? { ...same, by: "text" } : undefined;
  };
}

const textOf = ({ task, indicator, division }: Entry): string =>
  `${textKey(task)}|${textKey(indicator)}|${textKey(division ?? "")}`;
