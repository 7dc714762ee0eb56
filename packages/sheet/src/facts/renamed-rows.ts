import type { Period } from "@taizhang/model";
import { unitOf } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import type { Table } from "../table.ts";
import { rowWords } from "./ledger-index.ts";

interface Source {
  readonly table: Table;
  readonly entries: readonly Entry[];
  readonly parts: ReadonlySet<Entry>;
  readonly period: Period | undefined;
}

/**
 * The sources with rows of earlier months under the name that their 台账编号 has in the newest (改名的任务): 1-1 新建公厕 in
 * September and 1-1 新建公共厕所 in October are one task of that organisation. A number that stands on several rows of a
 * sheet, or whose old name another number has taken, or of another kind of unit, tells nothing.
 */
export function withOneName<S extends Source>(sources: readonly S[]): S[] {
  const months = new Set(sources.flatMap(({ period }) => monthOf(period) ?? []));
  if (months.size < 2) return [...sources];
  const newest = newestRows(sources);
  return sources.map((source) => {
    const month = monthOf(source.period);
    if (month === undefined) return source;
    let changed = false;
    const count = new Map<string, number>();
    for (const key of source.entries.map(keyOf)) if (key) count.set(key, (count.get(key) ?? 0) + 1);
    const entries = source.entries.map((entry) => {
      const key = keyOf(entry);
      const last = key === undefined || count.get(key) !== 1 ? undefined : newest.get(key);
      if (!last || last.month <= month || source.parts.has(entry) || !isRenamed(entry, last)) return entry;
      changed = true;
      return { ...entry, task: last.entry.task, indicator: last.entry.indicator };
    });
    return changed ? { ...source, entries } : source;
  });
}

interface Newest {
  readonly month: string;
  readonly entry: Entry;
  /** The names that stand in its sheet under other numbers. */
  readonly others: ReadonlySet<string>;
}

function newestRows(sources: readonly Source[]): ReadonlyMap<string, Newest> {
  const found = new Map<string, Newest | undefined>();
  const monthBy = new Map<string, string>();
  for (const { entries, period } of sources) {
    const month = monthOf(period);
    if (month === undefined) continue;
    const others = new Set(entries.map(rowWords));
    const seen = new Set<string>();
    for (const entry of entries) {
      const key = keyOf(entry);
      if (key === undefined || month < (monthBy.get(key) ?? "")) continue;
      const isSecond = seen.has(key) || monthBy.get(key) === month;
      found.set(key, isSecond ? undefined : { month, entry, others });
      monthBy.set(key, month);
      seen.add(key);
    }
  }
  return new Map([...found].flatMap(([key, last]) => (last ? [[key, last] as const] : [])));
}

/** The month of a period that is one. */
export const monthOf = (period: Period | undefined): string | undefined =>
  period !== undefined && /^\d{4}-\d{2}$/.test(period) ? period : undefined;

/** The number with whose it is: 1-1 of 区民政局 is not 1-1 of 区教育局. */
const keyOf = ({ id, kind, division, org, table }: Entry): string | undefined =>
  id === undefined || kind !== "data" ? undefined : `${division ?? table.org?.name ?? org ?? ""}\n${id}`;

function isRenamed(entry: Entry, { entry: last, others }: Newest): boolean {
  const [one, other] = [entry.unit, last.unit].map((unit) => unitOf(unit ?? "")?.dimension ?? unit ?? "");
  return rowWords(entry) !== rowWords(last) && !others.has(rowWords(entry)) && one === other;
}
