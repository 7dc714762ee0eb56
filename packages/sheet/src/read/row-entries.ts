import { atRow, stretchAt } from "../at-row.ts";
import type { Entry } from "../entry.ts";

/** Beyond so many rows that are others than in the list, the list is made anew. */
const mostLater = 200;

/**
 * The entries of a table, of which some rows may be others than when they were listed (按行取条目). A change of one row copies no
 * hundred thousand of them: the list as a whole is put together when somebody asks for it.
 */
export class RowEntries {
  #listed: readonly Entry[];
  #later: ReadonlyMap<number, readonly Entry[]>;
  #data: readonly Entry[] | undefined;

  constructor(listed: readonly Entry[], later: ReadonlyMap<number, readonly Entry[]> = new Map()) {
    this.#listed = listed;
    this.#later = later;
  }

  /** All of them, in the order of the rows. */
  get all(): readonly Entry[] {
    if (this.#later.size > 0) {
      this.#listed = withRows(this.#listed, this.#later);
      this.#later = new Map();
    }
    return this.#listed;
  }

  /** Those that are counted. */
  get data(): readonly Entry[] {
    this.#data ??= dataOf(this.all);
    return this.#data;
  }

  /** What a row has. */
  at(row: number): readonly Entry[] {
    return this.#later.get(row) ?? atRow(this.#listed, row);
  }

  /** What a row has that is counted. */
  dataAt(row: number): readonly Entry[] {
    return dataOf(this.at(row));
  }

  /** The same with others in some rows, as many in each as there were. */
  with(rows: ReadonlyMap<number, readonly Entry[]>): RowEntries {
    if (rows.size === 0) return this;
    const next = new RowEntries(this.#listed, new Map([...this.#later, ...rows]));
    return next.#later.size > mostLater ? new RowEntries(next.all) : next;
  }
}

function withRows(listed: readonly Entry[], rows: ReadonlyMap<number, readonly Entry[]>): readonly Entry[] {
  const all = [...listed];
  for (const [row, entries] of rows) {
    const [from] = stretchAt(all, row);
    for (const [at, entry] of entries.entries()) all[from + at] = entry;
  }
  return all;
}

/** The list itself where all of it is counted. */
const dataOf = (entries: readonly Entry[]): readonly Entry[] =>
  entries.every(isData) ? entries : entries.filter(isData);

const isData = ({ kind }: Entry): boolean => kind === "data";
