import type { Entry } from "../entry.ts";
import { hiddenIdOf, printedOf } from "../split/row-id.ts";

/** The ledger's row that a returned row belongs to (台账中的对应行). */
export type LedgerRow = (entry: Entry) => Entry | undefined;

/**
 * Finds the ledger's row by 台账编号, else by task and indicator where exactly one row has them (对应台账行); a return that
 * names no tasks, by indicator and unit alone. A number that two rows of the ledger bear names neither, and one that was
 * pasted over the row's own gives way to its words, or to its hidden id, where these are another row's (编号错行).
 */
export function ledgerIndex(ledger: readonly Entry[]): LedgerRow {
  const byId = new Map<string, Entry | "several">();
  const byText = new Map<string, Entry | "several">();
  const byIndicator = new Map<string, Entry | "several">();
  const put = (map: Map<string, Entry | "several">, key: string, entry: Entry) =>
    map.set(key, map.has(key) ? "several" : entry);
  for (const entry of ledger) {
    if (entry.id !== undefined) put(byId, entry.id, entry);
    put(byText, rowWords(entry), entry);
    put(byIndicator, indicatorKey(entry), entry);
  }
  const single = (found: Entry | "several" | undefined) => (found === "several" ? undefined : found);
  /** The row that words or hidden id name, where the number is that of another task. */
  const pastedOver = (entry: Entry, numbered: Entry): Entry | undefined => {
    if (numbered.task === entry.task || bare(numbered.task) === bare(entry.task)) return undefined;
    const own = single(byText.get(rowWords(entry)));
    if (own) return own;
    const hidden = single(byId.get(printedOf(hiddenIdOf(entry)) ?? ""));
    return hidden && bare(hidden.task) === bare(entry.task) ? hidden : undefined;
  };
  return (entry) => {
    const numbered = entry.id === undefined ? undefined : single(byId.get(entry.id));
    const own = numbered && pastedOver(entry, numbered);
    if (own) return own;
    const found =
      (entry.id === undefined ? undefined : byId.get(entry.id)) ??
      byText.get(rowWords(entry)) ??
      (entry.id === undefined && namesNoTask(entry) ? byIndicator.get(indicatorKey(entry)) : undefined);
    return single(found);
  };
}

const bare = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");

/** Task and indicator without spaces: what makes two rows the same where no number does. */
export const rowWords = ({ task, indicator }: Entry): string => `${bare(task)}\n${bare(indicator)}`;

const indicatorKey = ({ indicator, unit = "" }: Entry): string => `${bare(indicator)}\n${bare(unit)}`;

/** Its task is the indicator once more, as no column of the sheet has tasks. */
const namesNoTask = ({ table }: Entry): boolean => !table.columns.some(({ field }) => field === "task");

/** The task without its targets: rows with one key are one task and count once. */
export const taskKey = ({ program, task, indicator }: Entry): string =>
  `${bare(program ?? "")}\n${bare(task === "" ? indicator : task)}`;
