import type { CellValue } from "./cell.ts";

/** The look of a cell by purpose; a writer turns it into fonts, fills and borders (样式). */
export type LayoutStyle =
  | "title"
  | "note"
  | "header"
  | "text"
  | "number"
  | "total"
  | "input"
  | "link"
  | "severityA"
  | "severityB"
  | "severityC"
  | "severityD";

/** One cell of a layout. A formula comes with the value that it calculates to. */
export interface LayoutCell {
  readonly value: CellValue;
  readonly formula?: string;
  /** A number format code, for example `#,##0.00` or `0.0%`. */
  readonly format?: string;
  readonly style?: LayoutStyle;
  /** A link: `#'Sheet'!A1` within the workbook, or a relative `file.xlsx#'Sheet'!A1`. */
  readonly link?: string;
  /** False where staff may write although the sheet is protected. */
  readonly locked?: boolean;
}

/** A list to choose from in cells (下拉). `list` holds the choices, or `from` a reference to them. */
export interface LayoutChoice {
  readonly ref: string;
  readonly list?: readonly string[];
  readonly from?: string;
  /** True where other words may be typed as well, such as several names. */
  readonly open?: true;
}

/** Colours the cells of `ref` whose text equals `equals` (红黄绿灯). */
export interface LayoutLight {
  readonly ref: string;
  readonly equals: string;
  readonly light: "green" | "yellow" | "red" | "grey";
}

/** A sheet to be written, without any file format: the task pane and `.xlsx` write the same (版式). */
export interface SheetLayout {
  readonly name: string;
  /** Rows of cells; a bare value is a cell without style. */
  readonly rows: readonly (readonly (LayoutCell | CellValue)[])[];
  readonly merges?: readonly string[];
  /** Column widths in characters, from the first column. */
  readonly widths?: readonly (number | undefined)[];
  /** Row heights in points by row counted from 0. */
  readonly heights?: Readonly<Record<number, number>>;
  /** The first cell that scrolls, for example "C4". */
  readonly freeze?: string;
  readonly choices?: readonly LayoutChoice[];
  readonly lights?: readonly LayoutLight[];
  readonly hiddenColumns?: readonly number[];
  readonly visibility?: "visible" | "hidden";
  readonly autoFilter?: string;
  readonly protect?: boolean;
  readonly print?: {
    readonly landscape?: boolean;
    /** Rows repeated on each page, from 1: [first, last]. */
    readonly repeatRows?: readonly [number, number];
    readonly fitToWidth?: boolean;
  };
}

/** The cell as a `LayoutCell`, whether it was given bare or not. */
export const layoutCell = (cell: LayoutCell | CellValue): LayoutCell =>
  typeof cell === "object" && cell !== null && "value" in cell ? cell : { value: cell };
