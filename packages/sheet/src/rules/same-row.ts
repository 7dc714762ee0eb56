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
  const before = known.get(views);
  if (before) return before;
  const found = finderIn(views);
  known.set(views, found);
  return found;
}

/** Several rules look into the same ledger and the same last month. */
const known = new WeakMap<readonly TableView[], (entry: Entry) => Counterpart | undefined>();

type Place = Pick<Counterpart, "view" | "entry">;

/** What two rows share names neither. */
const put = <T>(map: Map<string, T | undefined>, key: string, value: T) =>
  map.set(key, map.has(key) ? undefined : value);

function finderIn(views: readonly TableView[]): (entry: Entry) => Counterpart | undefined {
  const byId = new Map<string, Counterpart | undefined>();
  for (const view of views)
    for (const entry of view.data) if (entry.id) put(byId, entry.id, { view, entry, by: "id" });
  // Words are compared only where an id does not tell: most rows have one.
  let words: ReturnType<typeof indexWords> | undefined;
  return (entry) => {
    const { id } = entry;
    const own = id ? byId.get(id) : undefined;
    if (own) return own;
    words ??= indexWords(views);
    const text = textOf(entry);
    const shared = id && byId.has(id) ? words.byIdAndText.get(`${id}|${text}`) : undefined;
    if (shared) return { ...shared, by: "id" };
    const same =
      (entry.org ? words.byText.get(`${text}|${textKey(entry.org)}`) : undefined) ?? words.byText.get(text);
    return same && (!id || !same.entry.id) ? { ...same, by: "text" } : undefined;
  };
}

function indexWords(views: readonly TableView[]) {
  const byIdAndText = new Map<string, Place | undefined>();
  const byText = new Map<string, Place | undefined>();
  for (const view of views)
    for (const entry of view.data) {
      const text = textOf(entry);
      if (entry.id) put(byIdAndText, `${entry.id}|${text}`, { view, entry });
      put(byText, text, { view, entry });
      if (entry.org) put(byText, `${text}|${textKey(entry.org)}`, { view, entry });
    }
  return { byIdAndText, byText };
}

const textOf = ({ task, indicator, division }: Entry): string =>
  `${textKey(task)}|${textKey(indicator)}|${textKey(division ?? "")}`;
