import type { Field } from "../field.ts";

/** A correction by the user: what a column means, or where the header stands (更正识别). */
export type Correction = ColumnCorrection | HeaderCorrection;

/** This header means that field, wherever it stands. */
export interface ColumnCorrection {
  /** The header's words, one or the whole path joined with "/"; spaces and width do not matter. */
  readonly header: string;
  readonly field: Field;
  readonly indicator?: string;
}

/** The header of this sheet is these rows, counted from 1 as Excel does. */
export interface HeaderCorrection {
  readonly sheet: string;
  readonly headerRows: readonly [first: number, last: number];
}
