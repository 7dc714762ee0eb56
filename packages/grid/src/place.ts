/** A cell or a block of cells somewhere in a file (单元格位置). `ref` is A1, without the sheet. */
export interface CellPlace {
  readonly kind: "cell";
  readonly file: string;
  readonly sheet: string;
  readonly ref: string;
}

/** A cell place. @example cellPlace("01-民政局.xlsx", "台账", "G24") */
export const cellPlace = (file: string, sheet: string, ref: string): CellPlace => ({
  kind: "cell",
  file,
  sheet,
  ref,
});
