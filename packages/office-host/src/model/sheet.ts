import type { Range as Block, CellValue } from "@taizhang/grid";
import type { AutoFilter, Chart, Comment, ConditionalFormat, Table, Validation } from "./sheet-objects.ts";
import type { CellStyle } from "./style.ts";

export type { Block };

/** One cell; a formula begins with `=`. Cells are never changed, only replaced, so that undo can keep them. */
export interface HostCell {
  readonly value: CellValue;
  readonly formula?: string;
  readonly style?: CellStyle;
  readonly link?: Hyperlink;
}

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

export type Row = (HostCell | undefined)[];
export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** What staff may still do on a protected sheet; Office.js's `WorksheetProtectionOptions`. */
interface Protection {
  readonly options: Readonly<Record<string, boolean | string>>;
  readonly password?: string;
}

/** One sheet of the workbook. Its properties are replaced through the journal, never changed in place. */
export interface Sheet {
  readonly id: string;
  name: string;
  visibility: Visibility;
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  standardWidth: number;
  enableCalculation: boolean;
  /** Sparse rows of cells; written through `writeCells` only. */
  readonly rows: (Row | undefined)[];
  rowStyles: ReadonlyMap<number, CellStyle>;
  columnStyles: ReadonlyMap<number, CellStyle>;
  /** Heights and widths in points. */
  rowHeights: ReadonlyMap<number, number>;
  columnWidths: ReadonlyMap<number, number>;
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  merges: readonly Block[];
  protection: Protection | undefined;
  /** Rows and columns that do not scroll. */
  frozen: { readonly rows: number; readonly columns: number };
  selection: readonly Block[];
  autoFilter: AutoFilter | undefined;
  tables: readonly Table[];
  validations: readonly Validation[];
  conditionalFormats: readonly ConditionalFormat[];
  comments: readonly Comment[];
  charts: readonly Chart[];
  customProperties: ReadonlyMap<string, string>;
  /** The page set-up, by Office.js's names; what is not set is as a new workbook has it. */
  readonly pageLayout: Record<string, unknown>;
}

export function newSheet(id: string, name: string): Sheet {
  return {
    id,
    name,
    visibility: "Visible",
    tabColor: "",
    showGridlines: true,
    showHeadings: true,
    standardWidth: 8.43,
    enableCalculation: true,
    rows: [],
    rowStyles: new Map(),
    columnStyles: new Map(),
    rowHeights: new Map(),
    columnWidths: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    protection: undefined,
    frozen: { rows: 0, columns: 0 },
    selection: [{ top: 0, left: 0, bottom: 0, right: 0 }],
    autoFilter: undefined,
    tables: [],
    validations: [],
    conditionalFormats: [],
    comments: [],
    charts: [],
    customProperties: new Map(),
    pageLayout: {},
  };
}

/** The height of a row that nobody has set, in points. */
export const standardHeight = 15;

/** The cell as it is stored, if there is one. */
export const cellAt = (sheet: Sheet, row: number, column: number): HostCell | undefined =>
  sheet.rows[row]?.[column];

/** The style that the cell shows: its own, else its row's, else its column's. */
export const styleAt = (sheet: Sheet, row: number, column: number): CellStyle | undefined => {
  const cell = sheet.rows[row]?.[column];
  return cell ? cell.style : (sheet.rowStyles.get(row) ?? sheet.columnStyles.get(column));
};

/** The smallest block that holds every cell with content (or, without `valuesOnly`, with a look of its own). */
export function usedBlock(sheet: Sheet, valuesOnly = false, within?: Block): Block | undefined {
  let used: { top: number; left: number; bottom: number; right: number } | undefined;
  sheet.rows.forEach((row, top) => {
    if (within && (top < within.top || top > within.bottom)) return;
    row?.forEach((cell, left) => {
      if (!cell || (within && (left < within.left || left > within.right))) return;
      if (cell.value === null && cell.formula === undefined && (valuesOnly || cell.style === undefined))
        return;
      if (valuesOnly && cell.value === "") return;
      if (!used) used = { top, left, bottom: top, right: left };
      used.bottom = top;
      used.left = Math.min(used.left, left);
      used.right = Math.max(used.right, left);
    });
  });
  return used;
}
