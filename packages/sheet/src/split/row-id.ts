import type { Entry } from "../entry.ts";

/** The id that a row was printed with, without spaces and in half width. */
export const plainId = (text: string): string =>
  plain.test(text) ? text : text.normalize("NFKC").replace(/\s+/g, "");

const plain = /^[\x21-\x7e\u4e00-\u9fff]*$/;

/**
 * A stable id for each row of a ledger (行标识): its 台账编号, with the indicator's place where several rows share one;
 * for a row without number eight letters made from its words, the same however rows are moved, added or sorted.
 */
export function rowIds(entries: readonly Entry[]): ReadonlyMap<Entry, string> {
  const ids = new Map<Entry, string>();
  const used = new Map<string, number>();
  for (const entry of entries) {
    const base = entry.id === undefined ? `t-${letters(wordsOf(entry))}` : plainId(entry.id);
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    ids.set(entry, count === 1 ? base : `${base}#${count}`);
  }
  return ids;
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
