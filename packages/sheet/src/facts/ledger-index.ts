import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { onlyOf } from "../only-of.ts";
import { hiddenIdOf, printedOf } from "../split/row-id.ts";

/** The rows of the ledger that a returned row may be; most often one (台账中的对应行). */
export type LedgerRows = (entry: Entry) => readonly Entry[];

/**
 * Finds the ledger's row by 台账编号, else by task and indicator (对应台账行); a return that names no tasks, by indicator and
 * unit alone, and one that names no indicators, by task alone. Of several rows with one number or the same words those are
 * meant that agree best. A number that was pasted over the row's own gives way to its words, or to its hidden id, where
 * these are another row's (编号错行).
 */
export function ledgerIndex(ledger: readonly Entry[]): LedgerRows {
  const byId = new Map<string, Entry[]>();
  for (const entry of ledger) if (entry.id !== undefined) put(byId, entry.id, entry);
  // Words are asked for where a number does not tell: most rows have one.
  const byText = indexOnce(ledger, rowWords);
  const byIndicator = indexOnce(ledger, indicatorKey);
  const byTask = indexOnce(ledger, taskAlone);
  /** The row that words or hidden id name, where the number is that of another task. */
  const pastedOver = (entry: Entry): Entry | undefined => {
    const own = onlyOf(byText(entry));
    if (own) return own;
    const hidden = onlyOf(byId.get(printedOf(hiddenIdOf(entry)) ?? ""));
    return hidden && isSameTask(hidden, entry) ? hidden : undefined;
  };
  return (entry) => {
    const numbered = entry.id === undefined ? undefined : byId.get(entry.id);
    if (numbered?.some((row) => isSameTask(row, entry))) return agreeing(entry, numbered);
    const own = numbered && pastedOver(entry);
    if (own) return [own];
    if (numbered) return agreeing(entry, numbered);
    const worded = byText(entry);
    if (worded.length > 0 || entry.id !== undefined) return worded;
    if (!names(entry, "task")) return byIndicator(entry);
    const only = names(entry, "indicator") ? undefined : onlyOf(byTask(entry));
    return only && isSameUnit(only, entry) ? [only] : none;
  };
}

/**
 * The rows of a ledger that agree with a returned one in unit and target, and in the task or in the indicator (相近的行): one
 * that has lost its number, and of which a name was written otherwise, may be this.
 */
export function likeIndex(ledger: readonly Entry[]): LedgerRows {
  const [byTask, byIndicator] = [taskAlone, indicatorAlone].map((nameOf) =>
    indexOnce(ledger, (entry) => `${nameOf(entry)}\n${bare(entry.unit ?? "")}\n${bare(targetText(entry))}`),
  ) as [LedgerRows, LedgerRows];
  return (entry) =>
    targetText(entry) === "" ? none : [...new Set([...byTask(entry), ...byIndicator(entry)])];
}

const taskAlone = ({ task }: Entry): string => bare(task);

const indicatorAlone = ({ indicator }: Entry): string => bare(indicator);

const targetText = ({ cells }: Entry): string => cells.get("target")?.text ?? "";

const isSameUnit = ({ unit = "" }: Entry, other: Entry): boolean => bare(unit) === bare(other.unit ?? "");

const none: readonly Entry[] = [];

/** Rows by a key of theirs, looked for when first asked for. */
function indexOnce(rows: readonly Entry[], keyOf: (entry: Entry) => string): LedgerRows {
  let index: Map<string, Entry[]> | undefined;
  return (entry) => {
    if (!index) {
      index = new Map();
      for (const row of rows) put(index, keyOf(row), row);
    }
    return index.get(keyOf(entry)) ?? none;
  };
}

/** Of rows with one number those that agree in most: in task and indicator, in either, in the division. */
function agreeing(entry: Entry, rows: readonly Entry[]): readonly Entry[] {
  if (rows.length < 2) return rows;
  const rank = (row: Entry) =>
    (bare(row.indicator) === bare(entry.indicator) ? 4 : 0) +
    (isSameTask(row, entry) ? 2 : 0) +
    (entry.division !== undefined && row.division === entry.division ? 1 : 0);
  const best = Math.max(...rows.map(rank));
  return rows.filter((row) => rank(row) === best);
}

const isSameTask = (one: Entry, other: Entry): boolean =>
  one.task === other.task || bare(one.task) === bare(other.task);

const bare = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");

/** Task and indicator without spaces: what makes two rows the same where no number does. */
export const rowWords = ({ task, indicator }: Entry): string => `${bare(task)}\n${bare(indicator)}`;

const indicatorKey = ({ indicator, unit = "" }: Entry): string => `${bare(indicator)}\n${bare(unit)}`;

/** A column of the sheet has it; else a task's name is that of the indicator, or the other way round. */
const names = ({ table }: Entry, field: "task" | "indicator"): boolean =>
  table.columns.some((column) => column.field === field);

/**
 * Finds the ledger's task of a returned row that is none of its rows (台账中的任务): by program and title, or by the title alone,
 * where one task has it. Undefined for what is no task of the ledger's: it makes none.
 */
export function ledgerTasks(ledger: readonly Entry[]): (entry: Entry) => string | undefined {
  const byTitle = new Map<string, Set<string>>();
  for (const entry of ledger) {
    const title = titleKey(entry);
    byTitle.set(title, (byTitle.get(title) ?? new Set()).add(taskKey(entry)));
  }
  return (entry) => {
    const keys = byTitle.get(titleKey(entry));
    return keys?.has(taskKey(entry)) ? taskKey(entry) : onlyOf([...(keys ?? [])]);
  };
}

const titleKey = ({ task, indicator }: Entry): string => bare(task === "" ? indicator : task);

/** The task without its targets: rows with one key are one task and count once. */
export const taskKey = (entry: Entry): string => `${bare(entry.program ?? "")}\n${titleKey(entry)}`;
