import type { Entry } from "../entry.ts";
import { isPlain } from "../recognise/heading.ts";

/** The id that a row was printed with, without spaces and in half width. */
export const plainId = (text: string): string =>
  isPlain(text) ? text : text.normalize("NFKC").replace(/\s+/g, "");

/**
 * A stable id for each row of a ledger (行标识): its 台账编号; where several rows share one, or there is none, with eight
 * letters made from the row's words. It is the same however rows are moved, added or sorted; only rows alike in every
 * word are told apart by their order.
 */
export function rowIds(entries: readonly Entry[]): ReadonlyMap<Entry, string> {
  const printed = new Map<string, number>();
  for (const { id } of entries) if (id !== undefined) count(printed, plainId(id));
  const ids = new Map<Entry, string>();
  const used = new Map<string, number>();
  for (const entry of entries) {
    const base = entry.id === undefined ? "t" : plainId(entry.id);
    const alone = entry.id !== undefined && printed.get(base) === 1;
    const id = alone ? base : `${base}${entry.id === undefined ? "-" : "#"}${letters(wordsOf(entry))}`;
    const alike = count(used, id);
    ids.set(entry, alike === 1 ? id : `${id}#${alike}`);
  }
  return ids;
}

function count(counts: Map<string, number>, key: string): number {
  const now = (counts.get(key) ?? 0) + 1;
  counts.set(key, now);
  return now;
}

/** What the hidden column of the issued form is called; no other sheet has it. */
export const hiddenIdHeading = "行标识";

/** The id in a form's hidden column, beside the printed one; "" where there is none (行标识). */
export const hiddenIdOf = ({ repeats }: Entry): string =>
  repeats.length === 0 ? "" : plainId(repeats.find(({ column }) => column.field === "id")?.text ?? "");

/** The 台账编号 that a row's id was made from; undefined for an id made from words alone. @example printedOf("NG-01#k3") // "NG-01" */
export function printedOf(id: string): string | undefined {
  if (id.startsWith("t-") && /^t-[0-9a-z]{8}(?:#|$)/.test(id)) return undefined;
  const end = id.indexOf("#");
  return end < 0 ? id : id.slice(0, end);
}

const wordsOf = ({ program = "", task, indicator, division = "", unit = "", leads }: Entry): string =>
  [program, task, indicator, division, unit, leads[0] ?? ""].map(plainId).join("\n");

/** Two rounds of FNV-1a as letters and digits: no secret, only short and even. */
function letters(text: string): string {
  const round = (start: number): string => {
    let hash = start;
    for (let index = 0; index < text.length; index++)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93) >>> 0;
    return (hash % 1_679_616).toString(36).padStart(4, "0");
  };
  return round(0x81_1c_9d_c5) + round(0x9d_c5_81_1c);
}
