import type { Entry } from "../entry.ts";
import type { RowMatch } from "../split/match-row.ts";
import type { Table } from "../table.ts";

/** A returned row with the ledger's row that it answers. */
export interface Answer extends RowMatch {
  readonly entry: Entry;
  /** To whom the row was sent, where that is not who returned it. */
  readonly sentTo?: string;
  /** Another's figure counts, and this one only checks it (上级、内设机构报的数). */
  readonly isCheck?: true;
}

/** A returned table: whose it is, what it answers, and what in it belongs to no row of the ledger (报表). */
export interface ReturnedTable {
  readonly table: Table;
  readonly file: string;
  /** By its rows' ids, else as it says; undefined where neither points to a department of the ledger. */
  readonly org: string | undefined;
  /** As it says itself, by the ledger's name. */
  readonly said: string | undefined;
  /** The name that it prints, where it is that of the org which took over the work of the one in the ledger (承接单位). */
  readonly heir?: string;
  /** The name that it prints, where the ledger knows nobody of that name and its rows alone say whose it is. */
  readonly stranger?: string;
  /** The lower place whose share of another's rows it is: no report of who was sent them. */
  readonly part?: string;
  /** The departments that its rows were sent to, the most frequent first. */
  readonly sentTo: readonly string[];
  readonly answers: readonly Answer[];
  readonly added: readonly Entry[];
  readonly filledBy: string;
  readonly filledOn: string;
}
