/** Facts of the family C: a returned file against the ledger that was sent out (收件). */
export interface CollectFacts {
  /** The row's 台账编号 is gone; `evidence` are the things by which it was found again. */
  C01: { id: string; task: string; evidence: readonly ("task" | "indicator" | "unit" | "target" | "seq")[] };
  /**
   * Two files of one department for one period; `rows` have different figures, none where both say the same; `used` is
   * the file with the later 报出日期.
   */
  C02: { org: string; other: string; rows: number; used?: string };
  /**
   * `sentTo` is the department that the row was sent to, where it is in the ledger; `among` how many rows of the ledger it may
   * be, where nothing says which; `count` how many rows of a table are not in the ledger, where nothing was sent out.
   */
  C03: { task: string; sentTo?: string; among?: number; count?: number };
  C04: { id: string; task: string };
  C05: { count: number };
  C06:
    | { kind: "period"; found: string; expected: string }
    /** A sheet of an earlier period beside that of the period asked for, in one file. */
    | { kind: "earlier"; found: string; expected: string }
    /** A form of a later period that is not filled in. */
    | { kind: "later"; found: string; expected: string }
    | { kind: "org"; found: string; expected: string }
    /** `found` is nobody whom the ledger knows; the rows are those of `expected`, for whom they were counted. */
    | { kind: "stranger"; found: string; expected: string }
    | { kind: "unknown"; rows: number }
    /** A copy of the ledger, or our own 合并表: no return. */
    | { kind: "ledger" }
    | { kind: "merged" };
  /** A cell that departments do not fill in, other than those of T08. */
  C07: { header: string; found: string; expected: string; id: string };
  /** `first` is the cell of the row that counts: the first one that has a figure. */
  C08: { id: string; first: string };
  /** `counts` is the org whose figure counts (数据报送单位), and `used` its figure. */
  C09: { task: string; figure: string; counts: string; used: string };
}
