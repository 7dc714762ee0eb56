/** The columns without which a table cannot be used, by what they would say. */
type NeededColumn =
  | "name" // a task or an indicator: what the row is about
  | "target" // a target or a node, or a ledger that has them
  | "actual" // what was done; `candidate` is a column of figures that nobody understands
  | "org"; // whose figures these are

/** Facts of the family S: how the table is built (结构). */
export interface StructureFacts {
  S01: { missing: NeededColumn; candidate?: string };
  /** `columns` are the letters of all columns that read alike. */
  /** `other` is the heading of the second column where it is another one of the same meaning. */
  S02: { header: string; columns: readonly string[]; other?: string };
  /** `headers` are the columns that hold the merged cells. */
  S03: { count: number; headers: readonly string[] };
  /**
   * `rows` are the details that the row adds up, as "5–8"; none where only the label says that it is a total.
   * `counted` where the row would be counted beside them; `number` where it is numbered as one of them.
   * `heldBy` is the place that holds a zone's figures; `isRemark` where the label is a remark that leaves that open.
   */
  S04: {
    label: string;
    rows?: string;
    counted: boolean;
    number?: string;
    heldBy?: string;
    isRemark?: boolean;
  };
  /** Rows count from 1 as Excel shows them; columns are letters. */
  S05: { rows: readonly number[]; columns: readonly string[] };
  S06: { missing: readonly number[]; repeated: readonly number[]; section?: string };
  /** `first` is the cell that stands first. */
  S07: { name: string; org?: string; first: string };
  S08: { text: string };
  S09: /** The sheet is of `found`; `expected` was asked for, or (`isFile`) stands in the name of the file. */
    | { kind: "period"; found: string; expected: string; isFile?: true }
    /** The sheet is said to be reported by `found`, and bears the name of `expected`. */
    | { kind: "reporter"; found: string; expected: string }
    | { kind: "row"; id: string; found: string; expected: string }
    /** The row is `found`; its hidden id (行标识) is that of `expected`. */
    | { kind: "hidden"; found: string; expected: string };
}
