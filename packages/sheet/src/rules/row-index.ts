import type { Entry } from "../entry.ts";
import type { KeyOf, RowIndexes } from "./row-indexes.ts";
import type { TableView } from "./subject.ts";

/** Beyond so many moved rows an index is made anew when it is asked for. */
const mostMoved = 200;

/** The rows of data whose entry has the key, in ascending order; the table is gone through once and not at each question. */
export function rowsWith(view: TableView, keyOf: KeyOf, key: string): readonly number[] {
  let index = view.indexes.get(keyOf);
  if (!index) {
    index = { base: indexed(view, keyOf), moved: new Map() };
    view.indexes.set(keyOf, index);
  }
  const { base, moved } = index;
  const rows = (base.get(key) ?? []).filter((row) => !moved.has(row));
  for (const [row, own] of moved) if (own === key) rows.push(row);
  return moved.size === 0 ? rows : rows.sort((a, b) => a - b);
}

function indexed({ data }: TableView, keyOf: KeyOf): Map<string, number[]> {
  const base = new Map<string, number[]>();
  for (const entry of data) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const rows = base.get(key);
    if (!rows) base.set(key, [entry.row]);
    else if (rows.at(-1) !== entry.row) rows.push(entry.row);
  }
  return base;
}

/** The indexes of a table of which some rows were read again: those of the table before, with these rows moved. */
export function movedIndexes(
  before: RowIndexes,
  changes: readonly {
    readonly row: number;
    readonly was: readonly Entry[];
    readonly now: readonly Entry[];
  }[],
): RowIndexes {
  const indexes: RowIndexes = new Map();
  // A row of a cross-tab has several entries: its indexes are made anew.
  if (changes.some(({ was, now }) => was.length > 1 || now.length > 1)) return indexes;
  for (const [keyOf, { base, moved: already }] of before) {
    const moved = new Map(already);
    for (const { row, was, now } of changes) {
      const [old, fresh] = [was[0], now[0]];
      if (!old || !fresh || old.kind !== "data" || keyOf(old) === keyOf(fresh)) continue;
      moved.set(row, keyOf(fresh));
    }
    if (moved.size <= mostMoved) indexes.set(keyOf, { base, moved });
  }
  return indexes;
}
