import type { Entry } from "../entry.ts";
import { isSameTarget } from "../facts/same-target.ts";
import { put } from "../multimap.ts";
import { onlyOf } from "../only-of.ts";
import { textKey } from "../rules/text-key.ts";
import type { AssignedRow } from "./assignments.ts";
import { hiddenIdOf, plainId, printedOf } from "./row-id.ts";
import { sentName } from "./sent-name.ts";

/** By what a returned row was found to be a ledger's row. */
type RowEvidence = "task" | "indicator" | "unit" | "target" | "seq";

/** The ledger's row of a returned row: by its id, or with the things that agree (对应行). */
export interface RowMatch {
  readonly row: AssignedRow;
  readonly by: "id" | readonly RowEvidence[];
  /** Another row of the ledger, which its hidden id names: a sort or a copied cell left that column behind. */
  readonly hiddenOf?: AssignedRow;
}

/**
 * Finds the ledger's row of a returned row (对应台账行): by its 台账编号; where that is gone or shared by several rows, by
 * its hidden id; else by its words, where exactly one row agrees best in its name and at least one thing more, or its name
 * is the ledger's only one; another number of the same task is not the row (另一个指标). Nobody sees the hidden id, so where
 * the row's own number or words are another row's, they hold, and the match says so. Where its task is another row's and not
 * its number's, a number was pasted over, and the task holds.
 */
export function matcherOf(rows: readonly AssignedRow[]): {
  readonly byId: (entry: Entry) => RowMatch | undefined;
  readonly byWords: (entry: Entry) => RowMatch | undefined;
} {
  const byMark = new Map(rows.map((row) => [row.id, row]));
  const byPrinted = new Map<string, AssignedRow[]>();
  for (const row of rows) put(byPrinted, plainId(row.entry.id ?? ""), row);
  // Names are asked for where an id does not tell: most rows have one.
  let byName: ReadonlyMap<string, readonly AssignedRow[]> | undefined;
  const namedLike = (entry: Entry) => {
    const known = byName ?? byNames(rows);
    byName = known;
    return [...new Set([...namesOf(entry)].flatMap((name) => known.get(name) ?? []))];
  };
  const byWords = (entry: Entry, like = namedLike(entry)) => {
    const found = bestOf(entry, like);
    return found && (found.by.length >= 2 || found.only) ? found : undefined;
  };
  const rowOfTask = (entry: Entry): AssignedRow | undefined => {
    const found = byWords(entry);
    return found?.by.includes("task") ? found.row : undefined;
  };
  const byId = (entry: Entry): RowMatch | undefined => {
    const printed = plainId(entry.id ?? "");
    const hidden = hiddenIdOf(entry);
    const shared = (printed === "" ? undefined : byPrinted.get(printed)) ?? none;
    const marked =
      byMark.get(hidden) ?? byMark.get(printed) ?? onlyOf(byPrinted.get(printedOf(hidden) ?? ""));
    if (shared.length === 0) {
      if (!marked) return undefined;
      const likely = isNamedLike(entry, marked) ? undefined : byWords(entry);
      return likely ? { ...likely, hiddenOf: marked } : { row: marked, by: "id" };
    }
    const own = shared.length === 1 ? shared[0] : (bestOf(entry, shared)?.row ?? marked);
    if (!own) return undefined;
    if (!isSameTask(entry, own)) {
      const other = marked && isSameTask(entry, marked) ? marked : rowOfTask(entry);
      if (other) return { row: other, by: "id" };
    }
    return marked && marked !== own ? { row: own, by: "id", hiddenOf: marked } : { row: own, by: "id" };
  };
  return {
    byId,
    byWords: (entry) =>
      byWords(
        entry,
        namedLike(entry).filter((row) => !isOtherNumber(entry, row.entry)),
      ),
  };
}

/** What a returned row has in common with the ledger's, where no id says that it is this (对应依据). */
export const matchTo = (entry: Entry, row: AssignedRow): RowMatch =>
  entry.id !== undefined && plainId(entry.id) === plainId(row.entry.id ?? "")
    ? { row, by: "id" }
    : { row, by: agreeing(entry, row.entry) };

const none: readonly AssignedRow[] = [];

function byNames(rows: readonly AssignedRow[]): Map<string, AssignedRow[]> {
  const found = new Map<string, AssignedRow[]>();
  for (const row of rows) for (const name of namesOf(row.entry)) put(found, name, row);
  return found;
}

const isSameTask = ({ task }: Entry, { entry }: AssignedRow): boolean =>
  task === entry.task || textKey(task) === textKey(entry.task);

/** The two rows have a name in common. */
const isNamedLike = (entry: Entry, { entry: sent }: AssignedRow): boolean => {
  const names = namesOf(sent);
  return [...namesOf(entry)].some((name) => names.has(name));
};

/** The indicator is another, and the target is too, or where none is printed, the unit (另一个指标). */
function isOtherNumber(entry: Entry, sent: Entry): boolean {
  const differ = (text: (one: Entry) => string) => {
    const [a, b] = [textKey(text(entry)), textKey(text(sent))];
    return a !== "" && b !== "" && a !== b;
  };
  const printed = (field: "indicator" | "target") => (one: Entry) => one.cells.get(field)?.text ?? "";
  if (!differ(printed("indicator")) || textKey(entry.indicator) === textKey(sentName(sent))) return false;
  if (differ(printed("target"))) return !isSameTarget(entry, sent);
  const isTargetSaid = [entry, sent].every((one) => printed("target")(one) !== "");
  return !isTargetSaid && differ(({ unit = "" }) => unit);
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
      [
        "indicator",
        [other.indicator, sentName(other)].some((name) => same(textKey(entry.indicator), textKey(name))),
      ],
      ["unit", same(textKey(entry.unit ?? ""), textKey(other.unit ?? ""))],
      ["target", same(text(entry, "target"), text(other, "target"))],
      ["seq", same(text(entry, "seq"), text(other, "seq"))],
    ] as const
  ).flatMap(([evidence, agrees]) => (agrees ? [evidence] : []));
}
