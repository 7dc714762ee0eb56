import type { CellPlace, CellValue } from "@taizhang/grid";
import type { Decimal } from "@taizhang/quantity";
import type { Field } from "./field.ts";
import type { Column, RowKind, Table } from "./table.ts";

/** One cell of an entry as it stands in the sheet. */
export interface Cell {
  readonly at: CellPlace;
  readonly column: Column;
  readonly value: CellValue;
  /** The text, trimmed; "" for a blank. */
  readonly text: string;
  readonly formula?: string;
  readonly format?: string;
  /** True where the value comes from a merged cell above or to the left (同上). */
  readonly carried: boolean;
}

/** Why an amount needs a note on the total it enters, or does not enter it (the domain page §4, law 10). */
export type AmountMark =
  | "textNumber" // "1255" as text, counted as what it says
  | "unitInValue" // 2000万, counted as what it says
  | "unreadable"
  | "error"
  | "uncalculated"
  | "pending"; // 待下达: neither missing nor zero

/**
 * What a number cell says: reported, missing, notApplicable, pending (待下达), or unusable (named, never counted).
 * `amount` stands in the printed unit × 10^power, for example 2000万元 is amount "2000", unit "元", power 4;
 * for a percent-formatted cell 0.043 the amount is "4.3" and the unit "%".
 */
export interface Amount {
  readonly status: "reported" | "missing" | "notApplicable" | "pending" | "unusable";
  readonly amount?: Decimal;
  readonly amountMax?: Decimal;
  readonly stretch?: Decimal;
  readonly bound?: "eq" | "ge" | "gt" | "le" | "lt" | "range" | "approx";
  /** 下降3.2%: the number is that of a change downwards. */
  readonly change?: "down";
  /** Base word and power of ten: "元" and 4. Undefined where neither cell, row, header nor note says it. */
  readonly unit?: string;
  readonly power: number;
  /** Digits after the point as printed or shown by the format: half of the last one is the tolerance of comparisons. */
  readonly places: number;
  readonly marks: readonly AmountMark[];
}

/**
 * One target row of a table: in a long table a row, in a cross-tab a row × an indicator block (条目).
 * Total, subtotal and 其中 rows give entries as well, marked by `kind`; sections and notes do not.
 */
export interface Entry {
  readonly table: Table;
  /** From 0, on the sheet. */
  readonly row: number;
  readonly kind: Extract<RowKind, "data" | "total" | "subtotal" | "ofWhich">;
  /** The cells by field; `nodes` holds the cells of all node columns. */
  readonly cells: ReadonlyMap<Field, Cell>;
  readonly nodes: readonly Cell[];
  /** The first columns of a repeated field win in `cells`; the others stand here. */
  readonly repeats: readonly Cell[];
  readonly id?: string;
  readonly task: string;
  readonly program?: string;
  /** The indicator's name without unit and bound; the task's title where no column names it. */
  readonly indicator: string;
  /** The unit as printed, from the cell, the row's unit column, the header or the note above. */
  readonly unit?: string;
  /** The org that the figures are of: the row's division, else the row's lead, else who reported. */
  readonly org?: string;
  readonly division?: string;
  /** Lead departments of the row as printed and split; from the department row of a cross-tab where there is one. */
  readonly leads: readonly string[];
}
