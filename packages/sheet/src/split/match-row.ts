import type { Entry } from "../entry.ts";
import { textKey } from "../rules/text-key.ts";
import type { AssignedRow } from "./assignments.ts";
import { plainId } from "./row-id.ts";

/** By what a returned row was found to be a ledger's row. */
type RowEvidence = "task" | "indicator" | "unit" | "target" | "seq";

/** The ledger's row of a returned row: by its id, or with the things that agree (对应行). */
export interface RowMatch {
  readonly row: AssignedRow;
  readonly by: "id" | readonly RowEvidence[];
}

/** The ids that a returned row bears: the printed one, and the hidden one beside it. */
const idsOf = ({ id = "", repeats }: Entry): { readonly printed: string; readonly hidden: string } => ({
  printed: plainId(id),
  hidden: plainId(repeats.find(({ column }) => column.field === "id")?.text ?? ""),
});

/**
 * Finds the ledger's row of a returned row (对应台账行): by hidden or printed id, else by its words, where exactly one
 * row agrees best in its name and at least one thing more, or its name is the ledger's only one. `among` are the rows
 * that may still be meant.
 */
export function matcherOf(
  rows: readonly AssignedRow[],
): (entry: Entry, among?: (row: AssignedRow) => boolean) => RowMatch | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byPrinted = new Map<string, AssignedRow[]>();
  for (const row of rows) put(byPrinted, plainId(row.entry.id ?? ""), row);
  // Names are asked for where an id does not tell: most rows have one.
  let names: ReadonlyMap<string, readonly AssignedRow[]> | undefined;
  return (entry, among = () => true) => {
    const { printed, hidden } = idsOf(entry);
    const exact = byId.get(hidden);
    if (exact) return { row: exact, by: "id" };
    const shared = printed === "" ? [] : (byPrinted.get(printed) ?? []);
    const own = shared.length > 1 ? bestOf(entry, shared)?.row : (shared[0] ?? byId.get(printed));
    if (own) return { row: own, by: "id" };
    names ??= byNames(rows);
    const named = [...namesOf(entry)].flatMap((name) => names?.get(name) ?? []);
    const found = bestOf(entry, [...new Set(named)].filter(among));
    return found && (found.by.length >= 2 || found.only) ? found : undefined;
  };
}

function byNames(rows: readonly AssignedRow[]): Map<string, AssignedRow[]> {
  const found = new Map<string, AssignedRow[]>();
  for (const row of rows) for (const name of namesOf(row.entry)) put(found, name, row);
  return found;
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The one row that agrees in more things than any other. */
function bestOf(
  entry: Entry,
  rows: readonly AssignedRow[],
): { row: AssignedRow; by: readonly RowEvidence[]; only: boolean } | undefined {
  const ranked = rows
    .map((row) => ({ row, by: agreeing(entry, row.entry), only: rows.length === 1 }))
    .sort((a, b) => b.by.length - a.by.length);
  const [best, second] = ranked;
  return best && best.by.length > (second?.by.length ?? 0) ? best : undefined;
}

/** What a row is called: task with indicator, and each alone. */
function namesOf({ task, indicator }: Entry): Set<string> {
  const [a, b] = [textKey(task), textKey(indicator)];
  return new Set([a, b].filter((name) => name.length >= 2));
}

function agreeing(entry: Entry, other: Entry): RowEvidence[] {
  const text = (one: Entry, field: "target" | "seq") => textKey(one.cells.get(field)?.text ?? "");
  const same = (a: string, b: string) => a !== "" && a === b;
  return (
    [
      ["task", same(textKey(entry.task), textKey(other.task))],
      ["indicator", same(textKey(entry.indicator), textKey(other.indicator))],
      ["unit", same(textKey(entry.unit ?? ""), textKey(other.unit ?? ""))],
      ["target", same(text(entry, "target"), text(other, "target"))],
      ["seq", same(text(entry, "seq"), text(other, "seq"))],
    ] as const
  ).flatMap(([evidence, agrees]) => (agrees ? [evidence] : []));
}
