import type { Entry } from "../entry.ts";

/** By what the rows of a table are looked up; undefined for a row that is not to be found. Made of the entry alone. */
export type KeyOf = (entry: Entry) => string | undefined;

/** The rows of a table by a key, and rows whose key is another since then (行索引). */
interface RowIndex {
  readonly base: ReadonlyMap<string, readonly number[]>;
  readonly moved: ReadonlyMap<number, string | undefined>;
}

/** The indexes of a table that somebody asked for. */
export type RowIndexes = Map<KeyOf, RowIndex>;
